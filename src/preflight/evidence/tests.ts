import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isTestPath } from "../../analysis/facts/setting.js";
import { linesOf } from "./assignments.js";
import type { Shown } from "./shown.js";
import { nameIn } from "../source-files.js";

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)["']([^"'\n]+)["']/gu;
const FAKE_MODEL = /\bfrom\s*["'](?:@langchain\/core\/(?:utils\/)?testing|langchain|ai\/test)["']/u;
const FAKE_NAME = /\b(?:fakeModel|FakeListChatModel|FakeStreamingChatModel|FakeChatModel|FakeToolCallingModel|FakeStreamingLLM|FakeListLLM|MockLanguageModelV\d)\b/u;
const EXTENSIONS: readonly (readonly [written: RegExp, meant: readonly string[]])[] = [
  [/\.js$/u, [".ts", ".tsx", ".js"]],
  [/\.mjs$/u, [".mts", ".mjs"]],
  [/\.cjs$/u, [".cts", ".cjs"]],
];
const ENDINGS = ["", ".ts", ".tsx", ".mts", ".js", ".mjs", "/index.ts", "/index.js"];

/** Which source files tests import, and which tests put a fake model into an agent. */
export function testEvidence(root: string, sources: readonly string[]): Shown {
  const shown: Shown = { evidence: [], findings: [] };
  const known = new Set(sources);
  for (const path of sources) {
    const file = nameIn(root, path);
    if (!isTestPath(`/${file}`)) continue;
    const text = read(path);
    const imported = importsOf(path, text, known).flatMap(({ line, target }) => [target, ...reExportedBy(target, known)].map((of) => ({ line, of })));
    for (const { line, of } of imported) shown.evidence.push({ kind: "tool-test", file, line, column: 1, says: `imports ${nameIn(root, of)}`, holds: true, of: nameIn(root, of) });
    const fake = imported.length > 0 && FAKE_MODEL.test(text) ? linesOf(text).find((each) => FAKE_NAME.test(each.text)) : undefined;
    if (fake) shown.evidence.push({ kind: "fake-model", file, line: fake.line, column: 1, says: `uses ${FAKE_NAME.exec(fake.text)?.[0] ?? "a fake model"}`, holds: true, of: null });
  }
  return shown;
}

function importsOf(path: string, text: string, known: ReadonlySet<string>): readonly { readonly line: number; readonly target: string }[] {
  return linesOf(text).flatMap(({ text: line, line: number }) =>
    [...line.matchAll(IMPORT)].flatMap((match) => {
      const target = resolved(path, match[1] ?? "", known);
      return target === undefined ? [] : [{ line: number, target }];
    }),
  );
}

/** A list of exports stands for what it passes on. */
function reExportedBy(path: string, known: ReadonlySet<string>): readonly string[] {
  const text = read(path);
  if (!/\bexport\s+(?:\*|\{)[^;]*\bfrom\b/u.test(text)) return [];
  return [...text.matchAll(/\bexport\s+(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s*from\s*["']([^"'\n]+)["']/gu)].flatMap((match) => resolved(path, match[1] ?? "", known) ?? []);
}

function resolved(from: string, specifier: string, known: ReadonlySet<string>): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const written = resolve(dirname(from), specifier);
  const meant = EXTENSIONS.flatMap(([pattern, endings]) => (pattern.test(written) ? endings.map((ending) => written.replace(pattern, ending)) : []));
  return [...meant, ...ENDINGS.map((ending) => (ending.startsWith("/") ? join(written, ending.slice(1)) : `${written}${ending}`))].find((path) => known.has(path));
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
