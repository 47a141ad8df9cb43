import { isScalar, LineCounter, parseAllDocuments, visit, type Document, type Node, type Pair } from "yaml";
import type { EvidenceFile } from "./evidence-files.js";

/** An environment variable that a file sets. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
  readonly line: number;
  readonly column: number;
}

const NAME = /^[A-Z][A-Z0-9_]*$/u;
const IN_SHELL = /(?:^|[\s"'])([A-Z][A-Z0-9_]*)=("[^"\n]*"|'[^'\n]*'|[^\s"'\\]*)/gu;

/** The environment variables that a file sets, in whatever way such a file does. */
export function assignmentsIn(file: EvidenceFile): readonly Assignment[] {
  switch (file.role) {
    case "environment":
      return perLine(file.text, /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*(.*)$/u);
    case "container":
      return [...perLine(file.text, /^\s*ENV\s+([A-Z][A-Z0-9_]*)\s+([^=]*)$/u), ...linesOf(file.text).flatMap(({ text, line }) => (/^\s*(?:ENV\s|[A-Z][A-Z0-9_]*=)/u.test(text) ? inShell(text, line) : []))];
    case "manifest":
    case "langgraph":
      return [...linesOf(file.text).flatMap(({ text, line }) => inShell(text.replace(/\\"/gu, '"'), line)), ...inYaml(file.text)];
    case "workflow":
    case "deployment":
      return inYaml(file.text);
  }
}

function perLine(text: string, pattern: RegExp): Assignment[] {
  return linesOf(text).flatMap(({ text: written, line }) => {
    const match = pattern.exec(written);
    return match?.[1] === undefined ? [] : [{ name: match[1], value: plain(match[2] ?? ""), line, column: written.indexOf(match[1]) + 1 }];
  });
}

function inShell(text: string, line: number): Assignment[] {
  return [...text.matchAll(IN_SHELL)].map((match) => ({ name: match[1] ?? "", value: plain(match[2] ?? ""), line, column: match.index + match[0].indexOf(match[1] ?? "") + 1 }));
}

export function linesOf(text: string): readonly { readonly text: string; readonly line: number }[] {
  return text.split(/\r?\n/u).map((each, index) => ({ text: each, line: index + 1 }));
}

/** Without quotes and comments; of `${NAME:-value}` the value. */
function plain(value: string): string {
  const bare = value.trim();
  const quoted = /^(["'])(.*?)\1(?:\s+#.*)?$/u.exec(bare);
  const inner = quoted ? (quoted[2] ?? "") : bare.replace(/\s+#.*$/u, "");
  return (/^\$\{[A-Z0-9_]+:?-(.*)\}$/u.exec(inner)?.[1] ?? inner).trim();
}

/** The documents of a YAML file, with a way to find lines; none where it cannot be read: a Helm template is no YAML. */
export function documentsIn(text: string): { readonly documents: readonly Document[]; readonly placeOf: (node: unknown) => { readonly line: number; readonly column: number } } {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: lines, logLevel: "silent" });
  const documents = "empty" in parsed ? [] : parsed.filter(({ errors }) => errors.length === 0);
  return {
    documents,
    placeOf(node) {
      const [offset] = (node as Node | undefined)?.range ?? [0];
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(line, 1), column: Math.max(col, 1) };
    },
  };
}

function inYaml(text: string): Assignment[] {
  const { documents, placeOf } = documentsIn(text);
  const found: Assignment[] = [];
  const add = (name: unknown, value: unknown, node: unknown): void => {
    if (typeof name === "string" && NAME.test(name) && ["string", "number", "boolean"].includes(typeof value)) found.push({ name, value: plain(String(value)), ...placeOf(node) });
  };
  for (const document of documents) {
    visit(document, {
      Pair(_, pair: Pair) {
        if (isScalar(pair.key) && isScalar(pair.value)) add(pair.key.value, pair.value.value, pair.key);
      },
      Map(_, map) {
        // Kubernetes: - name: NAME, value: "…"
        const name = map.get("name", true);
        const value = map.get("value", true);
        if (isScalar(name) && isScalar(value)) add(name.value, value.value, name);
      },
      Seq(_, list) {
        // Compose: - NAME=value
        for (const item of list.items) {
          const match = isScalar(item) && typeof item.value === "string" ? /^([A-Z][A-Z0-9_]*)=(.*)$/u.exec(item.value) : null;
          if (match) add(match[1], match[2], item);
        }
      },
    });
  }
  return found;
}
