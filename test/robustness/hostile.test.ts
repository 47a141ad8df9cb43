import * as typescriptParser from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { project } from "../support/probe.js";
import { lint, reporting, type LintOptions } from "./lint.js";
import { seeds } from "./seeds.js";

const imports = `import { tool, createAgent } from "langchain"; import { z } from "zod";`;
const bad = `${imports} export const a = tool(async ({ userId }) => { await fetch("https://x.example"); return "ok"; }, { name: "a", schema: z.object({ userId: z.string() }) });`;
const REPORTED = ["no-llm-identity-args", "require-fetch-timeout"];

describe.each(["recommended", "strict"] as const)("%s", (preset) => {
  it.each([
    ["in 10,000 lines", `${bad}\n${Array.from({ length: 10_000 }, (_, index) => `export const f${index} = async (x: string) => { const y = await helper${index % 7}(x); return y.a.b("${index}"); };`).join("\n")}`],
    ["among 500 tools", `${imports}\n${Array.from({ length: 500 }, (_, index) => `export const t${index} = tool(async ({ userId }) => { await fetch("https://x.example/" + userId); return f(t${(index + 1) % 500}); }, { name: "t${index}", schema: z.object({ userId: z.string() }) });`).join("\n")}`],
    ["in deep nesting of calls", `${bad} const deep = ${"f(".repeat(200)}1${")".repeat(200)};`],
    ["in deep nesting of blocks", `${bad} ${"if (x) { ".repeat(150)}${"}".repeat(150)}`],
    ["in deep nesting of functions", `${bad} const deep = ${"() => ".repeat(200)}1;`],
    ["in deep nesting of literals", `${bad} const deep = ${"{ a: [".repeat(100)}1${"] }".repeat(100)};`],
    ["in a long chain of methods", `${bad} const chain = z${".string()".repeat(300)};`],
    ["in a long chain of members", `${bad} a${".b".repeat(300)}();`],
    ["in a long sum", `${bad} const sum = ${"a + ".repeat(300)}1;`],
    ["in a long chain of constants", `${bad} const c0 = fetch; ${Array.from({ length: 1_000 }, (_, index) => `const c${index + 1} = c${index};`).join(" ")} c1000("https://x.example");`],
    ["beside consts in a circle", `${bad} const x = y; const y = { ...x, z: y.z }; const { q = y } = x; tool(x, y); createAgent({ tools: [x, ...y], ...x }); fetch(x.a, y.b);`],
    ["beside spreads that multiply", `${bad} const s0 = { a: 1 }; ${Array.from({ length: 14 }, (_, index) => `const s${index + 1} = { ...s${index}, ...s${index}, ...s${index} };`).join(" ")} fetch("https://x.example", s14); tool(() => s14.zzz, s14);`],
    ["beside a schema that is recursive", `${bad} const Node = z.object({ a: z.lazy(() => Node), b: z.array(Node), tenantId: z.string() }); const B = B.extend({ a: B }); tool(() => "", { name: "b", schema: Node }); tool(() => "", { name: "c", schema: B });`],
    ["beside schemas that share", `${bad} const S0 = z.object({ a: z.string() }); ${Array.from({ length: 10 }, (_, index) => `const S${index + 1} = z.object({ a: S${index}, b: S${index} });`).join(" ")} tool(() => "", { name: "b", schema: S10 });`],
    ["beside functions that call each other", `${bad} ${Array.from({ length: 30 }, (_, index) => `function g${index}() { g${(index + 1) % 30}(); g${(index + 7) % 30}(); fetch("https://x.example"); }`).join(" ")} tool(() => g0(), { name: "b" });`],
    ["beside classes that extend each other", `${bad} class A extends B { _call() { super._call(); } } class B extends C {} class C extends A {} createAgent({ tools: [new A(), new B()] });`],
    ["beside names of the prototype", `${bad} const o = { __proto__: null, constructor: 1, toString: 2, hasOwnProperty: 3 }; o.constructor(); o.__proto__.fetch(); tool(o.toString, { name: "constructor", schema: z.object({ constructor: z.string(), __proto__: z.string(), toString: z.string() }) }); createAgent({ tools: o, middleware: [constructor] });`],
    ["beside strange keys", `${bad} const o = { 1: a, "": a, [\`x\`]: a, [Symbol.iterator]: a, async *gen() {}, get g() { return 1; }, set g(v) {}, 1n: 2 }; tool(() => "", { name: "", schema: z.object(o) }); o[1](); o[""]();`],
    ["beside holes and spreads", `${bad} createAgent({ tools: [, a, , ...[, a]] }); const [, x, ...[y]] = [, 1]; tool(...[], ...args); new (class {})(); tool(); fetch(); fetch(...x); new tool; import.meta.url; new.target;`],
    ["beside every kind of loop and jump", `${bad} async function f() { for await (const x of y) { label: while (1) { do { continue label; } while (0); } } for (const k in o) break; switch (1) { default: case 2: } with_: { break with_; } }`],
  ])("reports %s", { timeout: 120_000 }, (_title, code) => {
    expect(reporting(code, { preset })).toEqual(expect.arrayContaining(REPORTED));
  });

  it.each([
    ["decorators", `${bad} @Injectable({ deps: [tool] }) class A { @Input() x = 1; @Output({ a: () => fetch("/x") }) y; constructor(@Inject(tool) private t) {} @Get("/x") m(@Body() body: unknown) {} }`],
    ["enums and namespaces", `${bad} enum E { A = 1, B = A << 1, C = "x".length } const enum F { X } declare enum G { Y } namespace N.M { export const t = tool(() => "", { name: "n" }); } declare global { interface Window { x: 1 } } module "x" {}`],
    ["types of every kind", `${bad} type A<T> = T extends infer U extends string ? { readonly [K in keyof U as \`x\${K & string}\`]?: U[K] } : never; type B = typeof import("langchain"); let x: unique symbol; function f(this: Window, x?: asserts): asserts x is string {} abstract class C<in out T> implements D { declare x: 1; abstract y(): void; private accessor z = 1; override m?(): void; [k: string]: any }`],
    ["overloads and declarations", `${bad} function f(a: 1): void; function f(a: 2): void; function f(a: any) {} declare function g(): void; declare const h: typeof tool; declare class I { m(): void } export declare namespace J {} export as namespace K; import L = J.M; export = L;`],
    ["using", `${bad} { using x = tool(() => "", {}); await using y = fetch("/x"); }`],
    ["satisfies and friends", `${bad} const x = <any>(tool satisfies any as unknown)!; x!?.[0]!(); (x as any)\`a\`; tool<string>(() => "", {} as const);`],
    ["JSX", `${bad} const X = () => <A.B {...p} c="d" e={<></>}>{/* c */}{...x}<a:b />{a}</A.B>; export default <X />;`],
  ])("reads %s", (_title, code) => {
    const jsx = code.includes("/>");
    const options: LintOptions = { preset, filename: jsx ? "/nowhere/a.tsx" : "/nowhere/a.ts" };
    const messages = lint(code, options);
    expect(messages === "fatal" || reporting(code, options).includes("no-llm-identity-args")).toBe(true);
  });
});

describe("a file by the name of", () => {
  it.each(["<input>.ts", "<text>.js", "/nowhere/a.ts", "a.ts", "./a.ts", "C:\\work\\src\\agent.ts", "\\\\server\\share\\agent.ts", "/with space/ä/🤖.ts", "/nowhere/readme.md/0_agent.ts", "/nowhere/.hidden", "/nowhere/x.vue", "/nowhere/a\nb.ts", `/${"long/".repeat(300)}a.ts`])("%j is linted", (filename) => {
    expect(reporting(`${bad} import { x } from "./x"; import { y } from ".."; x(); y();`, { filename })).toEqual(expect.arrayContaining(REPORTED));
  });
});

describe("a parser", () => {
  it.each<[string, LintOptions]>([
    ["of ESLint itself", { parser: "espree", filename: "/nowhere/agent.js" }],
    ["of ESLint itself, for scripts", { parser: "espree", filename: "/nowhere/agent.cjs", sourceType: "commonjs" }],
    ["without parseForESLint", { parser: { parse: typescriptParser.parse } }],
    ["without services", { parser: { parseForESLint: (code: string, options: object) => ({ ...typescriptParser.parseForESLint(code, options as never), services: undefined }) } }],
    ["without a scope manager", { parser: { parseForESLint: (code: string, options: object) => ({ ast: typescriptParser.parseForESLint(code, options as never).ast }) } }],
    ["without visitor keys", { parser: { parseForESLint: (code: string, options: object) => ({ ...typescriptParser.parseForESLint(code, options as never), visitorKeys: undefined }) } }],
    ["with a project that does not exist", { parserOptions: { project: false } }],
    ["that is called for other files and throws", { parser: { parseForESLint: (code: string, options: { filePath?: string }) => { if (options.filePath?.endsWith("other.ts")) throw new Error("no"); return typescriptParser.parseForESLint(code, options); } } }],
  ])("%s is enough", (_title, options) => {
    const code = options.sourceType === "commonjs" ? (seeds["plain.jsx"] ?? "") : bad;
    expect(reporting(code, options)).toEqual(expect.arrayContaining(REPORTED));
  });

  it("of ESLint itself reads JSX and CommonJS, and reports there", () => {
    expect(reporting(seeds["plain.jsx"] ?? "", { parser: "espree", filename: "/nowhere/plain.jsx", sourceType: "commonjs" })).toEqual(expect.arrayContaining(REPORTED));
  });

  it("of ESLint itself follows no import: what stands in another file is unknown, and silent under certain", () => {
    const folder = project({ "schema.js": `import { z } from "zod"; export const S = z.object({ userId: z.string() });` });
    const code = `import { tool } from "langchain"; import { S } from "./schema.js"; export const a = tool(() => "", { name: "a", schema: S });`;
    expect(reporting(code, { parser: "espree", filename: `${folder}/agent.js`, preset: "recommended" })).not.toContain("no-llm-identity-args");
    expect(reporting(code, { filename: `${folder}/agent.js`, preset: "recommended" })).toContain("no-llm-identity-args");
  });
});

describe("a project", () => {
  it("may be in a circle, broken and incomplete", () => {
    const folder = project({
      "a.ts": `import { b } from "./b"; import { S } from "./broken"; import { gone } from "./gone"; export * from "./agent"; export const a = () => b(S, gone); export default a;`,
      "b.ts": `import a from "./a"; import { t } from "./agent"; export class B extends a.B {} export const b = (x) => { fetch("https://x.example"); return a(t, x); };`,
      "broken.ts": `export const S = z.object({ userId: `,
      "tsconfig.json": `{ "extends": "./tsconfig.json", "compilerOptions": { "paths": { "@/*": [7, "./*"], "x": "y" } } }`,
      "package.json": `{ "dependencies": "none" `,
    });
    const code = `${bad} import { a as helper, B } from "./a"; import { b } from "@/b"; import { S } from "./broken"; export const t = tool(async () => helper(b()), { name: "t", schema: S }); class X extends B {}`;
    expect(reporting(code, { filename: `${folder}/agent.ts` })).toEqual(expect.arrayContaining(REPORTED));
  });
});

describe("another language of ESLint", () => {
  // ESLint 10 refuses rules for other languages by itself; ESLint 9 shows them whatever tree there is.
  it.each(Object.entries(plugin.rules ?? {}))("has nothing for %s to listen to", (_name, rule) => {
    const context = { sourceCode: { ast: { type: "Document", children: [] }, text: bad }, settings: {}, options: [], physicalFilename: "/nowhere/readme.md" };
    expect(rule.create(context as never)).toEqual({});
  });
});

describe("settings", () => {
  it.each([
    [{}],
    [{ "agent-guardrails": {} }],
    [{ "agent-guardrails": undefined }],
    [{ "agent-guardrails": { externalCalls: ["#", "a#", "#b", ".", "..", "./#x", "a.b.c.d", "__proto__", "constructor", "*", "(", "\\"] } }],
    [{ "agent-guardrails": { identityKeys: ["", " "].filter(Boolean), notIdentityKeys: ["(", "-"], readCalls: ["fetch"], deadlineClients: ["./x#y"] } }],
    [{ "agent-guardrails": { sensitiveAssistants: ["**", "[", "{a,", "!x"], residency: "(" } }],
  ])("%j crash nothing", (settings) => {
    expect(() => lint(bad, { settings })).not.toThrow();
  });
});

describe("a processor", () => {
  it("may cut a file into blocks", () => {
    const processor = {
      meta: { name: "blocks", version: "1" },
      preprocess: (text: string) => text.split("---").map((block, index) => ({ text: block, filename: `${index}.js` })),
      postprocess: (messages: unknown[][]) => messages.flat(),
    };
    expect(reporting(`const a = 1;---${bad}---const b = 2;`, { processor, filename: "/nowhere/readme.md" })).toEqual(expect.arrayContaining(REPORTED));
  });
});
