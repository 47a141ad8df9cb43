import { describe, expect, it } from "vitest";
import { canonicalModule, isExport, isGlobal, matchesModule, originOf, type Origin } from "../../src/analysis/origin/origin.js";
import { marked, probe, type ProbeOptions } from "../support/probe.js";

/** `module:step.step` of what stands in `here(…)`; a global has no module, and "nothing" is what the analysis cannot or need not know. */
function originIn(code: string, options?: ProbeOptions): string {
  return probe(code, (model) => show(originOf(marked(model))), options);
}

function show(origin: Origin | undefined): string {
  return origin ? `${origin.module ?? ""}:${origin.path.join(".")}` : "nothing";
}

type Row = readonly [title: string, code: string, origin: string];

describe("an import", () => {
  it.each<Row>([
    ["by name", `import { tool } from "langchain"; here(tool)`, "langchain:tool"],
    ["by an alias", `import { tool as make } from "langchain"; here(make)`, "langchain:tool"],
    ["by a name in quotes", `import { "tool" as make } from "langchain"; here(make)`, "langchain:tool"],
    ["of the default", `import Stripe from "stripe"; here(Stripe)`, "stripe:default"],
    ["of the default by name", `import { default as Stripe } from "stripe"; here(Stripe)`, "stripe:default"],
    ["of a namespace", `import * as lc from "langchain"; here(lc)`, "langchain:"],
    ["of a namespace's member", `import * as lc from "langchain"; here(lc.tool)`, "langchain:tool"],
    ["of a namespace's member in brackets", `import * as lc from "langchain"; here(lc["tool"])`, "langchain:tool"],
    ["of a namespace's computed member", `import * as lc from "langchain"; here(lc[name])`, "nothing"],
    ["of a type", `import type { Tool } from "langchain"; here(Tool)`, "langchain:Tool"],
    ["by import equals", `import lc = require("langchain"); here(lc.tool)`, "langchain:tool"],
    ["by import equals of a member", `import * as lc from "langchain"; import tools = lc.tools; here(tools.tool)`, "langchain:tools.tool"],
    ["by require", `const lc = require("langchain"); here(lc.tool)`, "langchain:tool"],
    ["by require, taken apart", `const { tool } = require("langchain"); here(tool)`, "langchain:tool"],
    ["by require, taken apart with a rename", `const { tool: make } = require("langchain"); here(make)`, "langchain:tool"],
    ["by require, taken apart twice", `const { tools: { tool } } = require("langchain"); here(tool)`, "langchain:tools.tool"],
    ["by require, at the place of use", `here(require("langchain").tool)`, "langchain:tool"],
    ["by a template in require", "here(require(`langchain`).tool)", "langchain:tool"],
    ["by require of the default", `const Stripe = require("stripe").default; here(Stripe)`, "stripe:default"],
    ["by a computed require", `here(require(name).tool)`, ":require.().tool"],
    ["by a require of somebody else", `function load(require) { here(require("langchain").tool) }`, "nothing"],
    ["by dynamic import", `const lc = await import("langchain"); here(lc.tool)`, "langchain:tool"],
    ["by dynamic import, taken apart", `const { tool } = await import("langchain"); here(tool)`, "langchain:tool"],
    ["by dynamic import, at the place of use", `here((await import("langchain")).tool)`, "langchain:tool"],
    ["by a computed dynamic import", `const { tool } = await import(name); here(tool)`, "nothing"],
    ["of a file that is not there", `import { tool } from "./tools"; here(tool)`, "nothing"],
    ["of an alias of package.json", `import { tool } from "#tools"; here(tool)`, "nothing"],
  ])("%s", (_title, code, origin) => {
    expect(originIn(code)).toBe(origin);
  });
});

describe("a specifier", () => {
  it.each([
    ["langchain", "langchain"],
    ["@langchain/core/tools", "@langchain/core/tools"],
    ["@langchain/core/tools.js", "@langchain/core/tools"],
    ["@modelcontextprotocol/sdk/server/mcp.js", "@modelcontextprotocol/sdk/server/mcp"],
    ["node:fs/promises", "fs/promises"],
    ["npm:langchain", "langchain"],
    ["npm:langchain@1.2.3", "langchain"],
    ["npm:langchain@^1/tools", "langchain/tools"],
    ["npm:@langchain/core@0.3/tools", "@langchain/core/tools"],
    ["npm:/@langchain/core@0.3/tools", "@langchain/core/tools"],
    ["jsr:@langchain/core@1", "@langchain/core"],
    ["https://esm.sh/langchain", "langchain"],
    ["https://esm.sh/langchain@1.2.3", "langchain"],
    ["https://esm.sh/@langchain/core@1.2.3/tools", "@langchain/core/tools"],
    ["https://esm.sh/langchain@1.2.3?target=deno", "langchain"],
    ["https://esm.sh/@langchain/core/tools?dev", "@langchain/core/tools"],
    ["https://esm.sh/v135/langchain@1", "langchain"],
    ["https://esm.sh/*langchain@1", "langchain"],
    ["https://cdn.skypack.dev/stripe@8", "stripe"],
    ["https://cdn.jsdelivr.net/npm/stripe@8/+esm", "stripe"],
    ["https://unpkg.com/stripe@8", "stripe"],
    ["socket.io-client", "socket.io-client"],
    ["chart.js", "chart.js"],
    ["decimal.js", "decimal.js"],
    ["bignumber.js/bignumber.js", "bignumber.js/bignumber"],
  ])("%s leads to %s", (specifier, module) => {
    expect(canonicalModule(specifier)).toBe(module);
  });
});

describe("a value", () => {
  it.each<Row>([
    ["made with new", `import Stripe from "stripe"; const stripe = new Stripe(key); here(stripe.refunds.create)`, "stripe:default.new.refunds.create"],
    ["made by a call", `import axios from "axios"; const http = axios.create(); here(http.get)`, "axios:default.create.().get"],
    ["awaited", `import { connect } from "mcp"; const client = await connect(); here(client.tools)`, "mcp:connect.().tools"],
    ["in as", `import { tool } from "langchain"; here((tool as any))`, "langchain:tool"],
    ["in a double as", `import { tool } from "langchain"; here(tool as unknown as string)`, "langchain:tool"],
    ["in satisfies", `import { tool } from "langchain"; here(tool satisfies unknown)`, "langchain:tool"],
    ["with an exclamation mark", `import { tool } from "langchain"; here(tool!)`, "langchain:tool"],
    ["in angle brackets", `import { tool } from "langchain"; here(<any>tool)`, "langchain:tool"],
    ["with type arguments", `import { tool } from "langchain"; here(tool<string>)`, "langchain:tool"],
    ["in parentheses", `import { tool } from "langchain"; here(((tool)))`, "langchain:tool"],
    ["behind a question mark", `import * as lc from "langchain"; here(lc?.tool)`, "langchain:tool"],
    ["behind a comma", `import * as lc from "langchain"; here((0, lc.tool))`, "langchain:tool"],
    ["by a const", `import { tool } from "langchain"; const make = tool; here(make)`, "langchain:tool"],
    ["by a const of a const", `import { tool } from "langchain"; const a = tool; const b = a; const c = b; here(c)`, "langchain:tool"],
    ["taken out of a namespace", `import * as lc from "langchain"; const { tool } = lc; here(tool)`, "langchain:tool"],
    ["taken out with a default", `import * as lc from "langchain"; const { tool = other } = lc; here(tool)`, "langchain:tool"],
    ["taken out by a rest", `import * as lc from "langchain"; const { a, ...rest } = lc; here(rest.tool)`, "langchain:tool"],
    ["taken out of a list", `import { pair } from "m"; const [first, second] = pair(); here(second)`, "m:pair.().1"],
    ["under a key of a literal", `import { tool } from "langchain"; const kit = { make: tool }; here(kit.make)`, "langchain:tool"],
    ["under a key of a literal, overwritten by a spread", `import { tool } from "langchain"; const kit = { make: tool, ...other }; here(kit.make)`, "nothing"],
    ["under a key of a literal in a literal", `import { tool } from "langchain"; const kit = { a: { make: tool } }; here(kit.a.make)`, "langchain:tool"],
    ["taken out of a literal", `import { tool } from "langchain"; const { make } = { make: tool }; here(make)`, "langchain:tool"],
    ["or its fallback", `import Stripe from "stripe"; const client = cached ?? new Stripe(key); here(client)`, "stripe:default.new"],
    ["or a fallback that nobody knows", `import Stripe from "stripe"; const client = new Stripe(key) || other(); here(client)`, "stripe:default.new"],
    ["one of two of a kind", `import Stripe from "stripe"; const client = test ? new Stripe(a) : new Stripe(b); here(client)`, "stripe:default.new"],
    ["one of two kinds", `import Stripe from "stripe"; import Other from "other"; const client = test ? new Stripe(a) : new Other(b); here(client)`, "nothing"],
    ["bound", `import { tool } from "langchain"; here(tool.bind(null))`, "langchain:tool.bind.()"],
  ])("%s", (_title, code, origin) => {
    expect(originIn(code)).toBe(origin);
  });
});

describe("a variable that is written", () => {
  it.each<Row>([
    ["once, later", `import Stripe from "stripe"; let client; function init() { client = new Stripe(key); } here(client)`, "stripe:default.new"],
    ["once, by a lazy singleton", `import Stripe from "stripe"; let client; function get() { client ??= new Stripe(key); here(client.refunds) }`, "stripe:default.new.refunds"],
    ["once more after its initializer", `import { tool } from "langchain"; let make = tool; make = other; here(make)`, "nothing"],
    ["twice", `import { tool } from "langchain"; let make; make = tool; make = other; here(make)`, "nothing"],
    ["with null at first, as a lazy singleton is", `import Stripe from "stripe"; let client: Stripe | null = null; function get() { client ??= new Stripe(key); here(client.refunds) }`, "stripe:default.new.refunds"],
    ["with undefined at first", `import Stripe from "stripe"; let client = undefined; function get() { if (!client) client = new Stripe(key); here(client) }`, "stripe:default.new"],
    ["by adding to it", `let text; text += here(text)`, "nothing"],
    ["by itself", `const a = a; here(a)`, "nothing"],
    ["in a circle", `const a = b; const b = a; here(b)`, "nothing"],
    ["in a circle of members", `const a = { x: b.x }; const b = { x: a.x }; here(a.x)`, "nothing"],
    ["by a loop", `import { tools } from "m"; for (const tool of tools) here(tool)`, "nothing"],
    ["twice declared", `import { tool } from "langchain"; var make = tool; var make = other; here(make)`, "nothing"],
  ])("%s", (_title, code, origin) => {
    expect(originIn(code)).toBe(origin);
  });
});

describe("a name that shadows the import", () => {
  it.each([
    ["parameter", `function f(tool) { here(tool) }`],
    ["parameter of an arrow", `const f = (tool) => here(tool)`],
    ["parameter taken apart", `const f = ({ tool }) => here(tool)`],
    ["parameter taken apart with a rename", `const f = ({ make: tool }) => here(tool)`],
    ["rest parameter", `function f(...tool) { here(tool) }`],
    ["parameter with a default", `function f(tool = 1) { here(tool) }`],
    ["function", `{ function tool() {} here(tool) }`],
    ["function's own name", `(function tool() { here(tool) })`],
    ["class", `{ class tool {} here(tool) }`],
    ["class's own name", `(class tool { m() { here(tool) } })`],
    ["let in a block", `{ let tool = 1; here(tool) }`],
    ["const in a function", `function f() { const tool = 1; here(tool) }`],
    ["var hoisted out of a block", `function f() { if (x) { var tool = 1; } here(tool) }`],
    ["let used before its line", `{ here(tool); let tool = 1; }`],
    ["loop variable", `for (const tool of []) here(tool)`],
    ["loop counter", `for (let tool = 0; ; ) here(tool)`],
    ["caught error", `try {} catch (tool) { here(tool) }`],
    ["caught error taken apart", `try {} catch ({ tool }) { here(tool) }`],
    ["switch case", `switch (x) { case 1: let tool; here(tool) }`],
    ["static block", `class C { static { const tool = 1; here(tool) } }`],
    ["enum", `{ enum tool { A } here(tool) }`],
    ["namespace", `function f() { here(tool); } namespace n { namespace tool { export const a = 1 } f(tool); }`.replace("here(tool); }", "}").replace("f(tool)", "here(tool)")],
    ["parameter of a method", `class C { m(tool) { here(tool) } }`],
    ["parameter of a constructor", `class C { constructor(private tool) { here(tool) } }`],
  ])("as a %s", (_title, code) => {
    expect(originIn(`import { tool } from "langchain"; ${code}`)).toBe("nothing");
  });
});

describe("a global", () => {
  it.each<Row>([
    ["by name", `here(fetch)`, ":fetch"],
    ["of globalThis", `here(globalThis.fetch)`, ":fetch"],
    ["of window", `here(window.fetch)`, ":fetch"],
    ["of self", `here(self.fetch)`, ":fetch"],
    ["of global", `here(global.fetch)`, ":fetch"],
    ["of globalThis in brackets", `here(globalThis["fetch"])`, ":fetch"],
    ["by an alias", `const get = globalThis.fetch; here(get)`, ":fetch"],
    ["taken out of globalThis", `const { fetch: get } = globalThis; here(get)`, ":fetch"],
    ["bound to globalThis", `here(fetch.bind(globalThis))`, ":fetch.bind.()"],
    ["shadowed", `function f(fetch) { here(fetch) }`, "nothing"],
    ["shadowed by an import", `import fetch from "node-fetch"; here(fetch)`, "node-fetch:default"],
    ["of a shadowed globalThis", `function f(globalThis) { here(globalThis.fetch) }`, "nothing"],
    ["AbortSignal.timeout", `here(AbortSignal.timeout)`, ":AbortSignal.timeout"],
    ["declared as ambient", `declare const fetch: any; here(fetch)`, "nothing"],
  ])("%s", (_title, code, origin) => {
    expect(originIn(code)).toBe(origin);
  });
});

describe("a field of a class", () => {
  const imports = `import Stripe from "stripe";`;
  it.each<Row>([
    ["with an initializer", `class S { client = new Stripe(key); m() { here(this.client) } }`, "stripe:default.new"],
    ["private, with an initializer", `class S { #client = new Stripe(key); m() { here(this.#client.refunds) } }`, "stripe:default.new.refunds"],
    ["static, with an initializer", `class S { static client = new Stripe(key); static m() { here(this.client) } }`, "stripe:default.new"],
    ["assigned in the constructor", `class S { client; constructor() { this.client = new Stripe(key); } m() { here(this.client) } }`, "stripe:default.new"],
    ["private, assigned in the constructor", `class S { #client; constructor() { this.#client = new Stripe(key); } m() { here(this.#client) } }`, "stripe:default.new"],
    ["assigned twice", `class S { constructor() { this.client = new Stripe(key); } reset() { this.client = other; } m() { here(this.client) } }`, "nothing"],
    ["annotated", `class S { client: Stripe; m() { here(this.client) } }`, "stripe:default.new"],
    ["annotated as one that may be missing", `class S { client?: Stripe | undefined; m() { here(this.client!.refunds) } }`, "stripe:default.new.refunds"],
    ["a parameter property", `class S { constructor(private readonly client: Stripe) {} m() { here(this.client.refunds) } }`, "stripe:default.new.refunds"],
    ["assigned from a parameter", `class S { client; constructor(client: Stripe) { this.client = client; } m() { here(this.client) } }`, "stripe:default.new"],
    ["set lazily", `class S { client?: Stripe; m() { this.client ??= new Stripe(key); here(this.client) } }`, "stripe:default.new"],
    ["in an arrow in a method", `class S { client = new Stripe(key); m() { return () => here(this.client) } }`, "stripe:default.new"],
    ["of another class around", `class Outer { client = new Stripe(key); m() { class Inner { n() { here(this.client) } } } }`, "nothing"],
    ["of another object around", `class S { client = new Stripe(key); m() { return { n() { here(this.client) } } } }`, "nothing"],
    ["a method that a package's class has", `import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js"; class S extends McpServer { constructor() { super(); here(this.registerTool()) } }`, "@modelcontextprotocol/sdk/server/mcp:McpServer.new.registerTool.()"],
    ["a method that a class has itself", `class S extends Stripe { charge() {} m() { here(this.charge()) } }`, "nothing"],
    ["inherited", `class Base { client = new Stripe(key); } class S extends Base { m() { here(this.client) } }`, "stripe:default.new"],
    ["that is not there", `class S { m() { here(this.client) } }`, "nothing"],
    ["outside of any class", `here(this.client)`, "nothing"],
  ])("%s", (_title, code, origin) => {
    expect(originIn(`${imports} ${code}`)).toBe(origin);
  });
});

describe("what a function of the file returns", () => {
  const imports = `import Stripe from "stripe"; import axios from "axios"; import Other from "other";`;
  it.each<Row>([
    ["at the end of a block", `function client() { const key = read(); return new Stripe(key); } here(client().refunds)`, "stripe:default.new.refunds"],
    ["by a name", `function client() { return new Stripe(key); } const stripe = client(); here(stripe.refunds.create)`, "stripe:default.new.refunds.create"],
    ["as an arrow", `const client = () => new Stripe(key); here(client().refunds)`, "stripe:default.new.refunds"],
    ["as a promise", `async function client() { return new Stripe(await read()); } const stripe = await client(); here(stripe.refunds)`, "stripe:default.new.refunds"],
    ["through a constant of its own", `function client() { const http = axios.create(); http.defaults.timeout = 5; return http; } here(client().get)`, "axios:default.create.().get"],
    ["through another function", `function make() { return new Stripe(key); } function client() { return make(); } here(client())`, "stripe:default.new"],
    ["once made and kept", `let stripe: Stripe | null = null; function client() { if (!stripe) stripe = new Stripe(key); return stripe; } here(client().refunds)`, "stripe:default.new.refunds"],
    ["or nothing", `function client() { if (!key) return null; return new Stripe(key); } here(client()?.refunds)`, "stripe:default.new.refunds"],
    ["in two ways of a kind", `function client() { if (test) return new Stripe(a); return new Stripe(b); } here(client())`, "stripe:default.new"],
    ["in two kinds", `function client() { if (test) return new Other(a); return new Stripe(b); } here(client())`, "nothing"],
    ["or something that nobody knows", `function client() { if (test) return fake(); return new Stripe(b); } here(client())`, "nothing"],
    ["under a key", `function clients() { return { stripe: new Stripe(key) }; } here(clients().stripe.refunds)`, "nothing"],
    ["by its annotation alone", `function client(): Stripe { return pool.get(key); } here(client().refunds)`, "stripe:default.new.refunds"],
    ["by its annotation as a promise of one thing or none", `async function client(): Promise<Stripe | undefined> { return pool.get(key); } here((await client()).refunds)`, ":pool.get.().refunds"],
    ["by its annotation as a promise of one thing", `async function client(): Promise<Stripe> { return pool.get(key); } here((await client()).refunds)`, "stripe:default.new.refunds"],
    ["step by step", `function* client() { return new Stripe(key); } here(client().refunds)`, "nothing"],
    ["by calling itself", `function client() { return client(); } here(client().refunds)`, "nothing"],
    ["by calling one that calls it", `function one() { return other(); } function other() { return one(); } here(one().refunds)`, "nothing"],
    ["declared twice", `function client() { return new Stripe(a); } function client() { return new Other(b); } here(client())`, "nothing"],
    ["where the name is shadowed", `function client() { return new Stripe(key); } function f(client) { here(client().refunds) }`, "nothing"],
    ["of a method", `class S { client() { return new Stripe(key); } m() { here(this.client().refunds) } }`, "stripe:default.new.refunds"],
    ["of a getter", `class S { get client() { return new Stripe(key); } m() { here(this.client.refunds) } }`, "stripe:default.new.refunds"],
    ["of a getter that is called", `class S { get client() { return new Stripe(key); } m() { here(this.client().refunds) } }`, "stripe:default.new.().refunds"],
    ["of a method that is not called", `class S { client() { return new Stripe(key); } m() { here(this.client.refunds) } }`, "nothing"],
    ["of an inherited method", `class Base { client() { return new Stripe(key); } } class S extends Base { m() { here(this.client()) } }`, "stripe:default.new"],
  ])("%s", (_title, code, origin) => {
    expect(originIn(`${imports} ${code}`)).toBe(origin);
  });
});

describe("an annotation", () => {
  const imports = `import Stripe from "stripe"; import * as s from "stripe"; import type { Client } from "client";`;
  it.each<Row>([
    ["of a parameter", `function f(client: Client) { here(client.send) }`, "client:Client.new.send"],
    ["of a parameter with a default", `function f(client: Client = fallback) { here(client.send) }`, "client:Client.new.send"],
    ["of a parameter that may be missing", `function f(client?: Client) { here(client?.send) }`, "client:Client.new.send"],
    ["of an arrow's parameter", `const f = (client: Client) => here(client)`, "client:Client.new"],
    ["with a namespace", `function f(client: s.Stripe) { here(client) }`, "stripe:Stripe.new"],
    ["with null", `function f(client: Client | null) { here(client!.send) }`, "client:Client.new.send"],
    ["of one of two kinds", `function f(client: Client | Stripe) { here(client) }`, "nothing"],
    ["of a variable without a value", `declare const client: Client; here(client.send)`, "client:Client.new.send"],
    ["of a variable whose value nobody knows", `import { make } from "./make"; const client: Client = make(); here(client.send)`, "client:Client.new.send"],
    ["of a global kind", `function f(signal: AbortSignal) { here(signal) }`, ":AbortSignal.new"],
    ["of a local kind", `interface Client2 {} function f(client: Client2) { here(client) }`, "nothing"],
    ["of a kind of the language", `function f(client: string) { here(client) }`, "nothing"],
    ["of a parameter taken apart", `function f({ client }: { client: Client }) { here(client.send) }`, "client:Client.new.send"],
    ["of a parameter by the type of its function", `type Send = (client: Client, text: string) => void; const send: Send = (client, text) => here(client.send)`, "client:Client.new.send"],
    ["of a parameter by a function type in place", `const send: (client: Client) => void = function (client) { here(client) }`, "client:Client.new"],
    ["of a parameter taken apart by the type of its function", `type Send = (parts: { client: Client }) => void; const send: Send = ({ client }) => here(client)`, "client:Client.new"],
    ["of another parameter by the type of its function", `type Send = (client: Client, text: string) => void; const send: Send = (client, text) => here(text)`, "nothing"],
    ["of a parameter of a function inside of a typed one", `type Send = (client: Client) => void; const send: Send = () => { list.forEach((client) => here(client)) }`, "nothing"],
    ["of a parameter by a type that calls itself", `type Send = Send; const send: Send = (client) => here(client)`, "nothing"],
  ])("%s", (_title, code, origin) => {
    expect(originIn(`${imports} ${code}`)).toBe(origin);
  });
});

describe("comparing", () => {
  const origin = (module: string | undefined, ...path: string[]): Origin => ({ module, path });
  it("takes the default export of a CommonJS module for the module", () => {
    expect(isExport(origin("langchain", "tool"), ["langchain"], ["tool"])).toBe(true);
    expect(isExport(origin("langchain", "default", "tool"), ["langchain"], ["tool"])).toBe(true);
    expect(isExport(origin("langchain", "default", "x", "tool"), ["langchain"], ["tool"])).toBe(false);
    expect(isExport(origin("langchain", "tool", "()"), ["langchain"], ["tool"])).toBe(false);
    expect(isExport(origin(undefined, "tool"), ["langchain"], ["tool"])).toBe(false);
    expect(isExport(undefined, ["langchain"], ["tool"])).toBe(false);
  });

  it("tells a global from an export of the same name", () => {
    expect(isGlobal(origin(undefined, "fetch"), "fetch")).toBe(true);
    expect(isGlobal(origin("undici", "fetch"), "fetch")).toBe(false);
    expect(isGlobal(undefined, "fetch")).toBe(false);
  });

  it.each([
    ["ai", "ai", true],
    ["ai", "ai/rsc", false],
    ["ai/*", "ai", true],
    ["ai/*", "ai/rsc", true],
    ["ai/*", "aisle", false],
    ["@langchain/*", "@langchain/core", true],
    ["@langchain/*", "@langchainx/core", false],
    ["@openai/agents-*", "@openai/agents-core", true],
    ["@openai/agents-*", "@openai/agents", false],
  ])("the pattern %s against %s", (pattern, module, match) => {
    expect(matchesModule(module, [pattern])).toBe(match);
  });
});
