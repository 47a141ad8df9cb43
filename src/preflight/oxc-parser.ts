import { analyze } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/utils";
import type { Linter } from "eslint";
import { parseSync, visitorKeys } from "oxc-parser";

interface Parsed {
  readonly program: object;
  readonly comments: readonly { readonly type: string; readonly value: string; readonly start: number; readonly end: number }[];
  readonly errors: readonly { readonly message: string; readonly labels: readonly { readonly start: number }[] }[];
}

interface MutableNode {
  type: string;
  range: [number, number];
  loc?: TSESTree.SourceLocation;
}

const NO_MODULE = /\.c?jsx?$/u;

/**
 * A parser of TypeScript without TypeScript, for projects that have no parser of their own: oxc gives the same tree as
 * typescript-eslint, but for the lines and columns, the tokens and the scopes. No rule of ours asks for tokens.
 */
export const parser: Linter.Parser = {
  meta: { name: "agent-guardrails/oxc", version: "1" },
  parseForESLint(text: string, options?: { readonly filePath?: string }) {
    const path = options?.filePath ?? "file.ts";
    let parsed = read(path, text, "module");
    let sourceType: "module" | "script" = "module";
    if (parsed.errors.length > 0 && NO_MODULE.test(path)) {
      const again = read(path, text, "commonjs");
      if (again.errors.length === 0) [parsed, sourceType] = [again, "script"];
    }
    const places = placesIn(text);
    const [error] = parsed.errors;
    if (error) {
      const { line, column } = places(error.labels[0]?.start ?? 0);
      throw Object.assign(new SyntaxError(error.message), { lineNumber: line, column: column + 1 });
    }
    const locate = (node: MutableNode): void => {
      node.loc = { start: places(node.range[0]), end: places(node.range[1]) };
      for (const key of visitorKeys[node.type] ?? []) for (const child of nodesIn((node as unknown as Record<string, unknown>)[key])) locate(child);
    };
    const ast = parsed.program as unknown as MutableNode;
    locate(ast);
    const comments = parsed.comments.map(({ type, value, start, end }) => ({ type, value, range: [start, end], loc: { start: places(start), end: places(end) } }));
    Object.assign(ast, { comments, tokens: [], sourceType });
    const scopeManager = analyze(ast as unknown as TSESTree.Program, { sourceType, globalReturn: sourceType === "script" });
    return { ast, scopeManager, visitorKeys, services: {} };
  },
};

/** Plain JavaScript is read with JSX as well, as bundlers do. */
function read(path: string, text: string, sourceType: "module" | "commonjs"): Parsed {
  const lang = /\.[cm]?ts$/u.test(path) ? "ts" : /\.[cm]?js$/u.test(path) ? "jsx" : "tsx";
  return parseSync(path, text, { astType: "ts", lang, preserveParens: false, range: true, sourceType });
}

function* nodesIn(value: unknown): Generator<MutableNode> {
  if (Array.isArray(value)) for (const element of value) yield* nodesIn(element);
  else if (typeof value === "object" && value !== null && "type" in value && "range" in value) yield value as MutableNode;
}

/** Lines count from 1, columns from 0. */
function placesIn(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|[\n\r\u2028\u2029]/gu), (end) => end.index + end[0].length)];
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) };
  };
}
