import { isExport, matchesModule, type Origin } from "../origin/origin.js";

/** Packages that turn Markdown into HTML and leave the HTML in it as it is. */
const MARKDOWN = ["marked", "showdown", "snarkdown"];

/** Functions that read a document from a text, or turn one into another kind of text: whose words go in, come out. */
const READERS: readonly { readonly modules: readonly string[]; readonly path: readonly string[] }[] = [
  { modules: ["jsdom"], path: ["JSDOM"] },
  { modules: ["linkedom", "linkedom/worker"], path: ["parseHTML"] },
  { modules: ["linkedom", "linkedom/worker", "@xmldom/xmldom"], path: ["DOMParser", "new", "parseFromString"] },
  { modules: ["node-html-parser"], path: ["parse"] },
  { modules: ["node-html-parser"], path: ["default"] },
  { modules: ["html-to-text"], path: ["convert"] },
  { modules: ["html-to-text"], path: ["htmlToText"] },
  { modules: ["turndown"], path: ["new", "turndown"] },
  { modules: ["turndown"], path: ["default", "new", "turndown"] },
  { modules: ["node-html-markdown"], path: ["NodeHtmlMarkdown", "translate"] },
  { modules: ["node-html-markdown"], path: ["NodeHtmlMarkdown", "new", "translate"] },
  { modules: ["langchain/util/document", "@langchain/classic/util/document"], path: ["formatDocumentsAsString"] },
];

/** Whether a function gives the words of its first argument in another form. */
export function readsMarkup(origin: Origin): boolean {
  if (origin.module === undefined) return false;
  return matchesModule(origin.module, MARKDOWN) || READERS.some(({ modules, path }) => isExport(origin, modules, path));
}

/** Methods that find parts of a document. */
export const DOCUMENT_STEPS = ["querySelector", "querySelectorAll", "getElementById", "getElementsByTagName", "getElementsByClassName", "closest"] as const;
