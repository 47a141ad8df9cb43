import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { definitionIn } from "../../src/analysis/facts/reach.js";
import type { AgentModel } from "../../src/analysis/model.js";
import { staticString } from "../../src/analysis/syntax/expression.js";
import { probe, project } from "../support/probe.js";

const imports = `import { tool, StructuredTool } from "@langchain/core/tools"; import { z } from "zod";`;
const schema = `{ name: "t", schema: z.object({ x: z.string() }) }`;

/** The sinks `hit("…")` that the first tool reaches, by their literal, with `@file` where they stand elsewhere. */
function reached(code: string, path?: string): string[] {
  return probe(`${imports} ${code}`, hits, { settings: { "agent-guardrails": { externalCalls: ["hit"] } }, ...(path === undefined ? {} : { path }) });
}

function hits(model: AgentModel): string[] {
  const [code] = model.agentCode;
  if (!code) throw new Error("the snippet has no tool");
  return model.reachedFrom(code).flatMap(({ call, frame, hops, place }) => {
    if (call.callee.type !== "Identifier" || call.callee.name !== "hit") return [];
    const [argument] = call.arguments;
    const value = argument && staticString(definitionIn(argument, frame).node);
    const where = model.fileNameOf(place) === "agent.ts" ? "" : " outside";
    return [`${value ?? "?"}${hops > 0 ? `@${model.fileNameOf(call)}` : ""}${where}`];
  });
}

type Row = readonly [title: string, code: string, ...hits: string[]];

describe("a tool reaches", () => {
  it.each<Row>([
    ["what it calls", `tool(() => hit("a"), ${schema});`, "a"],
    ["what it calls in a block", `tool(() => { if (x) { for (;;) { try { hit("a"); } finally { hit("b"); } } } }, ${schema});`, "a", "b"],
    ["what a callback calls", `tool(async () => { await Promise.all(list.map((each) => hit("a"))); }, ${schema});`, "a"],
    ["what a nested function calls, as written and as called", `tool(() => { function inner(x = "b") { hit(x); } inner("a"); }, ${schema});`, "?", "a"],
    ["what a function called at once calls", `tool(() => { (async () => hit("a"))(); }, ${schema});`, "a", "a"],
    ["what a helper calls", `function help() { hit("a"); } tool(() => help(), ${schema});`, "a"],
    ["what a const helper calls", `const help = async () => { await hit("a"); }; tool(() => help(), ${schema});`, "a"],
    ["what a helper of a helper calls", `const one = () => hit("a"); const two = () => one(); const three = () => two(); tool(() => three(), ${schema});`, "a"],
    ["what a helper under a key calls", `const kit = { help: () => hit("a"), async send() { hit("b"); } }; tool(() => { kit.help(); kit.send(); }, ${schema});`, "a", "b"],
    ["what a helper by another name calls", `const help = () => hit("a"); const other = help; tool(() => other(), ${schema});`, "a"],
    ["what a helper taken out calls", `const kit = { help: () => hit("a") }; const { help: go } = kit; tool(() => go(), ${schema});`, "a"],
    ["what a bound helper calls", `function help() { hit("a"); } const bound = help.bind(null); tool(() => bound(), ${schema});`, "a"],
    ["what a helper calls that LangSmith traces", `import { traceable } from "langsmith/traceable"; async function help() { hit("a"); } const traced = traceable(help, { name: "help" }); tool(() => traced(), ${schema});`, "a"],
    ["what a helper calls that is traced in place", `import { traceable as trace } from "langsmith/traceable"; const traced = trace(async (x) => { hit(x); }, { name: "help" }); tool(() => traced("a"), ${schema});`, "a"],
    ["what a helper calls that Langfuse observes", `import { observe } from "@langfuse/tracing"; const seen = observe(async () => hit("a")); tool(() => seen(), ${schema});`, "a"],
    ["nothing of a helper in a wrapper of somebody else", `import { traceable } from "@acme/jobs"; const later = traceable(async () => hit("a")); tool(() => later(), ${schema});`],
    ["what each of the helpers calls that a name may hold", `let help; if (process.env.KEY) { help = async () => hit("a"); } else { help = () => hit("b"); } tool(() => help(), ${schema});`, "a", "b"],
    ["what each of two helpers calls", `const one = () => hit("a"); const help = process.env.KEY ? one : () => hit("b"); tool(() => help(), ${schema});`, "a", "b"],
    ["nothing of a name that may hold what nobody sees", `let help = () => hit("a"); help = load(); tool(() => help(), ${schema});`],
    ["nothing of a name that is also written by taking apart", `let help = () => hit("a"); ({ help } = kit); tool(() => help(), ${schema});`],
    ["what the member of a context calls, by its type", `class Desk { send() { hit("a"); } } interface Context { desk: Desk | null } export const tools = (context: Context) => tool(() => context.desk.send(), ${schema});`, "a"],
    ["what a context gives when it is asked, by its type", `class Desk { send() { hit("a"); } } interface Context { desk: () => Desk; open(): Promise<Desk>; other(): Desk } export const tools = (context: Context) => tool(() => { const desk = context.desk(); desk.send(); }, ${schema});`, "a"],
    ["what a method of a context gives, by its type", `class Desk { send() { hit("a"); } } type Context = { desk(): Desk }; export const tools = ({ context }: { context: Context }) => tool(() => { const desk = context.desk(); desk.send(); }, ${schema});`, "a"],
    ["what a function gives that is a parameter, by its type", `class Desk { send() { hit("a"); } } export const tools = (deskOf: (id: string) => Desk) => tool(() => deskOf("1").send(), ${schema});`, "a"],
    ["nothing of a context whose type says nothing of it", `class Desk { send() { hit("a"); } } interface Context { desk: unknown; open(): Other } export const tools = (context: Context) => tool(() => { context.desk.send(); context.open().send(); context.other().send(); }, ${schema});`],
    ["nothing of what stands beside it", `function help() { hit("a"); } tool(() => "ok", ${schema});`],
    ["nothing of a shadowed helper", `function help() { hit("a"); } tool(() => { const help = () => 1; help(); }, ${schema});`],
    ["the function that it was given", `const run = (job) => job(); const job = () => hit("a"); tool(() => run(job), ${schema});`, "a"],
    ["the function that it was given in place", `const run = (job) => job(); tool(() => run(() => hit("a")), ${schema});`, "a", "a"],
    ["the function that it was given by a key", `const run = ({ job }) => job(); const job = () => hit("a"); tool(() => run({ job }), ${schema});`, "a"],
    ["a parameter with what it was given", `const help = (x) => hit(x); tool(() => help("a"), ${schema});`, "a"],
    ["a parameter with its default", `const help = (x = "d") => hit(x); tool(() => help(), ${schema});`, "d"],
    ["a parameter taken apart", `const help = ({ x, y = "d" }) => { hit(x); hit(y); }; tool(() => help({ x: "a" }), ${schema});`, "a", "d"],
    ["a parameter of a helper of a helper", `const one = (x) => hit(x); const two = (y) => one(y); tool(() => two("a"), ${schema});`, "a"],
    ["a parameter behind a spread", `const help = (x) => hit(x); tool(() => help(...list), ${schema});`, "?"],
    ["what the model wrote", `tool(({ x }) => hit(x), ${schema});`, "?"],
    ["a method of its class", `class T extends StructuredTool { name = "t"; async _call() { return this.run(); } async run() { hit("a"); } }`, "a"],
    ["a private method of its class", `class T extends StructuredTool { name = "t"; async _call() { return this.#run(); } #run() { hit("a"); } }`, "a"],
    ["an arrow field of its class", `class T extends StructuredTool { name = "t"; async _call() { return this.run(); } run = () => hit("a"); }`, "a"],
    ["a method of its base class", `class Base extends StructuredTool { name = "b"; run() { hit("a"); } } class T extends Base { async _call() { this.run(); } }`.replace("class Base extends", "abstract class Base extends").replace(`name = "b"; `, ""), "a"],
    ["a method called by super", `class Base { run() { hit("a"); } } class S extends Base { run() { super.run(); } } const s = new S(); tool(() => s.run(), ${schema});`, "a"],
    ["a constructor called by super", `class Base { constructor() { hit("a"); } } class S extends Base { constructor() { super(); } } tool(() => new S(), ${schema});`, "a"],
    ["a constructor that is inherited", `class Base { constructor() { hit("a"); } } class S extends Base {} tool(() => new S(), ${schema});`, "a"],
    ["the method that a subclass overrides", `class Base { run() { this.step(); } step() { hit("base"); } } class S extends Base { step() { hit("sub"); } } const s = new S(); tool(() => s.run(), ${schema});`, "sub"],
    ["a method of an instance", `class S { send() { hit("a"); } } const s = new S(); tool(() => s.send(), ${schema});`, "a"],
    ["a method of an instance made in place", `class S { send() { hit("a"); } } tool(() => new S().send(), ${schema});`, "a"],
    ["a static method", `class S { static send() { hit("a"); } } tool(() => S.send(), ${schema});`, "a"],
    ["a constructor", `class S { constructor() { hit("a"); } } tool(() => new S(), ${schema});`, "a"],
    ["a method of an annotated parameter", `class S { send() { hit("a"); } } const make = (s: S) => tool(() => s.send(), ${schema});`, "a"],
    ["a method of an annotated field", `class S { send() { hit("a"); } } class T extends StructuredTool { name = "t"; constructor(private s: S) { super(); } async _call() { this.s.send(); } }`, "a"],
    ["a method of a field", `class S { send() { hit("a"); } } class T extends StructuredTool { name = "t"; s = new S(); async _call() { this.s.send(); } }`, "a"],
    ["a method of a given instance", `class S { send() { hit("a"); } } const help = (s) => s.send(); tool(() => help(new S()), ${schema});`, "a"],
    ["a helper that calls itself, once", `const help = (n) => { hit("a"); help(n - 1); }; tool(() => help(3), ${schema});`, "a"],
    ["helpers that call each other, once", `const one = () => { hit("a"); two(); }; const two = () => { hit("b"); one(); }; tool(() => one(), ${schema});`, "a", "b"],
    ["a class whose methods call each other", `class S { a() { this.b(); hit("a"); } b() { this.a(); } } const s = new S(); tool(() => s.a(), ${schema});`, "a"],
    ["six helpers deep", `${deep(6)} tool(() => f0(), ${schema});`, "end"],
    ["no seventh", `${deep(7)} tool(() => f0(), ${schema});`],
    ["nothing without end", `const a = a; tool(() => a(), ${schema});`],
    ["nothing of a computed call", `const kit = { help: () => hit("a") }; tool(() => kit[name](), ${schema});`],
  ])("%s", (_title, code, ...expected) => {
    expect(reached(code).sort()).toEqual(expected.sort());
  });

  it("each of many helpers without taking long", () => {
    // Two calls in each of twelve helpers are 4,096 ways; each call is followed once.
    const wide = Array.from({ length: 12 }, (_, index) => `const f${index} = () => { f${index + 1}(); f${index + 1}(); };`).join(" ");
    const started = performance.now();
    expect(reached(`${wide} const f12 = () => hit("end"); tool(() => f0(), ${schema});`)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

function deep(depth: number): string {
  return `${Array.from({ length: depth - 1 }, (_, index) => `const f${index} = () => f${index + 1}();`).join(" ")} const f${depth - 1} = () => hit("end");`;
}

describe("into another file a tool reaches", () => {
  const files = {
    "mail.ts": `import { deliver } from "./deliver"; export async function send(x) { hit(x); deliver(); } export const later = () => hit("later"); export default class Mail { send() { hit("method"); } static now() { hit("static"); } }`,
    "deliver.ts": `export const deliver = () => hit("deliver");`,
    "index.ts": `export * from "./mail"; export { default as Mail } from "./mail";`,
    "quiet.ts": `export const quiet = () => console.log("nothing");`,
    "base.ts": `import { StructuredTool } from "@langchain/core/tools"; export abstract class Base extends StructuredTool { run(x) { hit(x); } }`,
    "instance.ts": `import Mail from "./mail"; export const mail = new Mail();`,
    "circle-a.ts": `import { b } from "./circle-b"; export const a = () => { hit("a"); b(); };`,
    "circle-b.ts": `import { a } from "./circle-a"; export const b = () => { hit("b"); a(); };`,
  };
  it.each<Row>([
    ["a helper", `import { send } from "./mail"; tool(() => send("a"), ${schema});`, "a@mail.ts"],
    ["a const helper", `import { later } from "./mail"; tool(() => later(), ${schema});`, "later@mail.ts"],
    ["a helper by an alias", `import { send as go } from "./mail"; tool(() => go("a"), ${schema});`, "a@mail.ts"],
    ["a helper behind a barrel", `import { later } from "."; tool(() => later(), ${schema});`, "later@mail.ts"],
    ["a helper of a namespace", `import * as mail from "./mail"; tool(() => mail.later(), ${schema});`, "later@mail.ts"],
    ["a method of an instance made here", `import Mail from "./mail"; const mail = new Mail(); tool(() => mail.send(), ${schema});`, "method@mail.ts"],
    ["a method of an instance made there", `import { mail } from "./instance"; tool(() => mail.send(), ${schema});`, "method@mail.ts"],
    ["a static method", `import Mail from "./mail"; tool(() => Mail.now(), ${schema});`, "static@mail.ts"],
    ["a method of a base class", `import { Base } from "./base"; class T extends Base { name = "t"; async _call() { this.run("a"); } }`, "a@base.ts"],
    ["one hop only, in a circle", `import { a } from "./circle-a"; tool(() => a(), ${schema});`, "a@circle-a.ts"],
    ["nothing in a file that holds no sink", `import { quiet } from "./quiet"; tool(() => quiet(), ${schema});`],
    ["nothing in a file that is missing", `import { gone } from "./gone"; tool(() => gone(), ${schema});`],
  ])("%s", (_title, code, ...expected) => {
    const folder = project(files);
    expect(reached(code, join(folder, "agent.ts")).sort()).toEqual(expected.sort());
  });

  it("a handler that stands there itself, and what that one imports", () => {
    const folder = project(files);
    expect(reached(`import { send } from "./mail"; tool(send, ${schema});`, join(folder, "agent.ts"))).toEqual(["?@mail.ts outside", "deliver@deliver.ts outside"]);
  });
});
