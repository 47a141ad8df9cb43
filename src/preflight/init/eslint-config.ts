import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";
import type { Project } from "./project.js";
import type { Plan } from "./planned-file.js";

const NAMES = ["js", "mjs", "cjs", "ts", "mts", "cts"].map((ending) => `eslint.config.${ending}`);
const PACKAGE = "eslint-plugin-agent-guardrails";
const IMPORT = `import guardrails from "${PACKAGE}";\n`;

/** The flat config: written where there is none, extended where there is one, and left alone where it speaks of us. */
export function planEslintConfig(project: Project): Plan {
  const name = NAMES.find((each) => existsSync(join(project.folder, each)));
  if (name === undefined) return { file: { name: project.isModule ? "eslint.config.js" : "eslint.config.mjs", before: undefined, after: freshConfig(project) } };
  const before = readFileSync(join(project.folder, name), "utf8");
  if (before.includes(PACKAGE)) return undefined;
  const after = extended(before, name);
  if (after === undefined) return { advice: { name, text: `Add \`guardrails.configs.recommended\` of ${PACKAGE} to what ${name} exports.` } };
  return { file: { name, before, after } };
}

function freshConfig({ typescriptParser }: Project): string {
  const files = typescriptParser === undefined ? "**/*.{js,mjs,cjs,jsx}" : "**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}";
  const parser = typescriptParser === "typescript-eslint" ? `import tseslint from "typescript-eslint";\n` : typescriptParser === undefined ? "" : `import * as parser from "${typescriptParser}";\n`;
  const language = typescriptParser === "typescript-eslint" ? "\n    languageOptions: { parser: tseslint.parser }," : typescriptParser === undefined ? "" : "\n    languageOptions: { parser },";
  return `${IMPORT}import { defineConfig } from "eslint/config";\n${parser}\nexport default defineConfig([\n  {\n    ...guardrails.configs.recommended,\n    files: ["${files}"],${language}\n  },\n]);\n`;
}

interface Expression {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly elements?: readonly (Expression | null)[];
  readonly arguments?: readonly Expression[];
}

interface Statement {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly declaration?: Expression | null;
}

/** Our preset as one more element of the exported list, or one more argument of `defineConfig(…)`. `undefined` where it exports something else. */
function extended(text: string, name: string): string | undefined {
  const { program, errors } = parseSync(name, text, { astType: "ts", preserveParens: false });
  if (errors.length > 0) return undefined;
  const body = program.body as unknown as readonly Statement[];
  const exported = body.find(({ type }) => type === "ExportDefaultDeclaration")?.declaration;
  if (!exported) return undefined;
  const list = exported.type === "CallExpression" && exported.arguments?.length === 1 && exported.arguments[0]?.type === "ArrayExpression" ? exported.arguments[0] : exported;
  const items = list.type === "ArrayExpression" ? list.elements : list.type === "CallExpression" ? list.arguments : undefined;
  if (!items) return undefined;
  const inserted = insertLast(text, list, items.flatMap((item) => item ?? []));
  const lastImport = body.filter(({ type }) => type === "ImportDeclaration").at(-1);
  const at = lastImport ? lineAfter(inserted, lastImport.end) : 0;
  return inserted.slice(0, at) + IMPORT + inserted.slice(at);
}

/** Behind the last element, as the elements before it are set: on lines of their own or on one. */
function insertLast(text: string, list: Expression, items: readonly Expression[]): string {
  const entry = "guardrails.configs.recommended";
  const last = items.at(-1);
  if (!last) return `${text.slice(0, list.end - 1)}${entry}${text.slice(list.end - 1)}`;
  const lineStart = text.lastIndexOf("\n", items[0]?.start ?? 0) + 1;
  const indent = text.slice(lineStart, items[0]?.start);
  const apart = indent.trim() === "" && lineStart > list.start;
  return `${text.slice(0, last.end)},${apart ? `\n${indent}` : " "}${entry}${text.slice(last.end)}`;
}

function lineAfter(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}
