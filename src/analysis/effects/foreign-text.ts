import { parseHttpCall } from "../facts/http.js";
import { isExport, matchesModule, originOf } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import type { ReachedCall } from "../facts/reach.js";
import { argumentAt, memberName, unwrapAwaited, wrapped, type CallNode, type Node } from "../syntax/expression.js";

/** Where text comes from that somebody else wrote, by package and method. */
interface ForeignSource {
  readonly modules: readonly string[];
  readonly methods: readonly string[];
  /** What it brings in, for messages. */
  readonly what: string;
}

/** Packages whose methods bring in text that nobody here wrote. */
const foreignSources: readonly ForeignSource[] = [
  { modules: ["@langchain/*", "langchain/*", "langchain", "@pinecone-database/pinecone", "chromadb", "@qdrant/js-client-rest", "weaviate-ts-client", "weaviate-client"], methods: ["similaritySearch", "similaritySearchWithScore", "maxMarginalRelevanceSearch", "getRelevantDocuments", "asRetriever"], what: "retrieved documents" },
  { modules: ["@langchain/community/document_loaders/*", "langchain/document_loaders/*", "@langchain/community/retrievers/*", "langchain/retrievers/*", "@langchain/community/tools/*", "@langchain/tavily", "@langchain/exa", "@mendable/firecrawl-js", "@tavily/core", "exa-js"], methods: ["load", "loadAndSplit", "invoke", "call", "search", "searchAndContents", "scrape", "scrapeUrl", "crawl", "extract", "getContents"], what: "loaded pages" },
  { modules: ["cheerio", "jsdom", "puppeteer", "playwright", "playwright-core", "@playwright/test"], methods: ["text", "html", "content", "innerText", "textContent", "serialize", "evaluate", "fromURL"], what: "a web page" },
  { modules: ["@mozilla/readability", "@extractus/article-extractor"], methods: ["parse", "extract", "extractFromHtml"], what: "a web page" },
  { modules: ["mailparser", "googleapis", "@googleapis/gmail"], methods: ["simpleParser", "get", "list"], what: "mail" },
  { modules: ["imapflow"], methods: ["fetch", "fetchAll", "fetchOne", "download", "downloadMany"], what: "mail" },
  { modules: ["pdf-parse", "mammoth", "tesseract.js", "officeparser"], methods: ["default", "extractRawText", "recognize", "parseOfficeAsync", "getText"], what: "an uploaded file" },
  { modules: ["@modelcontextprotocol/sdk/client/*", "@modelcontextprotocol/client"], methods: ["callTool", "readResource", "listTools", "getPrompt"], what: "a tool server's answer" },
];

/** What kind of foreign text a call brings in; `undefined` where it brings none that can be seen. */
export function foreignTextOf(call: CallNode): string | undefined {
  const http = parseHttpCall(call, undefined);
  if (http) return http.urlPrefix.startsWith("/") ? undefined : "an HTTP response";
  const origin = originOf(call.callee);
  const callee = unwrapAwaited(call.callee);
  const method = callee.type === "MemberExpression" ? (memberName(callee) ?? "") : (origin?.path.at(-1) ?? "");
  if (origin?.module !== undefined) {
    const found = foreignSources.find((source) => source.methods.includes(method) && matchesModule(origin.module ?? "", source.modules));
    if (found) return found.what;
    // retriever = vectorStore.asRetriever(); retriever.invoke(question)
    if (method === "invoke" && origin.path.includes("asRetriever")) return "retrieved documents";
    return undefined;
  }
  return RETRIEVALS.has(method) ? "retrieved documents" : undefined;
}

/** Methods that only vector stores and retrievers have, whatever the object is called. */
const RETRIEVALS = new Set(["asRetriever", "similaritySearch", "similaritySearchWithScore", "similaritySearchVectorWithScore", "maxMarginalRelevanceSearch", "getRelevantDocuments"]);


/** Whether a reached call brings in text of others for certain: a page at an address that is not fixed, documents, mail. */
export function isForeignRead(reached: ReachedCall, isNamed: (call: CallNode) => boolean): boolean {
  if (isNamed(reached.call)) return true;
  const http = parseHttpCall(reached.call, reached.frame);
  // The answer of a fixed service is data of a known shape; a page that the model chose can say anything.
  if (http) return http.method === "GET" && /^\*?$|^https?:\/\/\*/u.test(http.urlText);
  return foreignTextOf(reached.call) !== undefined;
}

const DETECTORS = ["@lakeraai/*", "rebuff", "@protectai/*", "llm-guard", "@arcjet/*", "prompt-guard", "@azure-rest/ai-content-safety", "@openai/guardrails"];

/** A detector package, a moderation middleware that looks at what comes in, or the guard `screen`. */
export function isScreening(call: CallNode): boolean {
  const origin = originOf(call.callee);
  if (origin?.module === undefined) return false;
  const name = origin.path.at(-1) ?? "";
  if (matchesModule(origin.module, DETECTORS)) return true;
  // These two only tell: where nobody reads the answer, nothing is held back.
  if (origin.module === "openai" && origin.path.join(".").endsWith("moderations.create")) return !isDropped(call);
  if (/^agent-guardrails(?:\/|$)/u.test(origin.module) && name === "screen") return !isDropped(call);
  return isExport(origin, ["langchain", "langchain/middleware"], ["openAIModerationMiddleware"]) && !isSwitchedOff(call);
}

function isDropped(call: CallNode): boolean {
  return wrapped(call).parent?.type === "ExpressionStatement";
}

function isSwitchedOff(call: CallNode): boolean {
  const argument = argumentAt(call, 0);
  const value = argument && propertyValue(definitionOf(argument), "checkInput");
  return value?.type === "Literal" && value.value === false;
}

const MODERATORS = ["PromptInjectionDetector", "ModerationProcessor"];

/** Guardrails and processors that an agent's own options name. */
export function hasOwnScreening(options: Node | undefined): boolean {
  if (!options) return false;
  const guardrails = propertyValue(options, "inputGuardrails");
  if (guardrails && !isEmptyList(guardrails)) return true;
  const processors = propertyValue(options, "inputProcessors");
  const list = processors && definitionOf(processors);
  if (list?.type !== "ArrayExpression") return list !== undefined;
  return list.elements.some((element) => {
    const origin = element && element.type !== "SpreadElement" ? originOf(element) : undefined;
    return origin === undefined ? element !== null : !matchesModule(origin.module ?? "", ["@mastra/core/*"]) || origin.path.some((step) => MODERATORS.includes(step));
  });
}

function isEmptyList(node: Node): boolean {
  const list = definitionOf(node);
  return list.type === "ArrayExpression" && list.elements.length === 0;
}
