import { mkdirSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import * as typescriptParser from "@typescript-eslint/parser";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { moduleOrigin } from "../../src/analysis/origin/exports.js";
import { originOf } from "../../src/analysis/origin/origin.js";
import { definitionOf } from "../../src/analysis/origin/value.js";
import { Project, type FileParser } from "../../src/analysis/project/project.js";
import { marked, probe, project, write } from "../support/probe.js";

const parser = typescriptParser as unknown as FileParser;

/** The file that an import in `from` leads to, relative to the project. */
function lead(files: Record<string, string>, specifier: string, from = "src/agent.ts", prepare?: (folder: string) => void): string | undefined {
  const folder = project(files);
  prepare?.(folder);
  const path = new Project(parser).resolve(join(folder, from), specifier);
  return path === undefined ? undefined : relative(folder, path);
}

describe("an import of a file", () => {
  it.each([
    ["without extension", "./tools", { "src/tools.ts": "" }, "src/tools.ts"],
    ["with its extension", "./tools.ts", { "src/tools.ts": "" }, "src/tools.ts"],
    ["with the extension it will have", "./tools.js", { "src/tools.ts": "" }, "src/tools.ts"],
    ["with the extension it will have, as JSX", "./tools.js", { "src/tools.tsx": "" }, "src/tools.tsx"],
    ["with the extension it will have, as a module", "./tools.mjs", { "src/tools.mts": "" }, "src/tools.mts"],
    ["with the extension it will have, as CommonJS", "./tools.cjs", { "src/tools.cts": "" }, "src/tools.cts"],
    ["in JavaScript", "./tools", { "src/tools.js": "" }, "src/tools.js"],
    ["in JSX", "./tools", { "src/tools.jsx": "" }, "src/tools.jsx"],
    ["as TypeScript before JavaScript", "./tools", { "src/tools.js": "", "src/tools.ts": "" }, "src/tools.ts"],
    ["with a dot in its name", "./tools.mail", { "src/tools.mail.ts": "" }, "src/tools.mail.ts"],
    ["in a folder above", "../lib/tools", { "lib/tools.ts": "" }, "lib/tools.ts"],
    ["of a folder", "./tools", { "src/tools/index.ts": "" }, "src/tools/index.ts"],
    ["of a folder with a slash", "./tools/", { "src/tools/index.ts": "" }, "src/tools/index.ts"],
    ["of the folder itself", ".", { "src/index.ts": "" }, "src/index.ts"],
    ["of the folder above", "..", { "index.ts": "" }, "index.ts"],
    ["of a folder by its index", "./tools/index.js", { "src/tools/index.ts": "" }, "src/tools/index.ts"],
    ["of a file before a folder", "./tools", { "src/tools.ts": "", "src/tools/index.ts": "" }, "src/tools.ts"],
    ["with a query", "./tools?raw", { "src/tools.ts": "" }, undefined],
    ["that is missing", "./tools", {}, undefined],
    ["of a folder without an index", "./tools", { "src/tools/mail.ts": "" }, undefined],
    ["of declarations only", "./tools", { "src/tools.d.ts": "" }, undefined],
    ["of data", "./tools.json", { "src/tools.json": "{}" }, undefined],
    ["of a style sheet", "./tools.css", { "src/tools.css": "" }, undefined],
    ["of a component", "./Tools.vue", { "src/Tools.vue": "" }, undefined],
    ["of nothing", "", {}, undefined],
    ["with half a specifier", "./", { "src/tools.ts": "" }, undefined],
    ["with a NUL in it", "./a\0b", {}, undefined],
  ])("%s", (_title, specifier, files, path) => {
    expect(lead(files as Record<string, string>, specifier)).toBe(path);
  });
});

describe("an import by alias", () => {
  const paths = { "tsconfig.json": `{ /* with a comment */ "compilerOptions": { "paths": { "@/*": ["./src/*"], "tools": ["./src/tools.ts"] }, }, }`, "src/tools.ts": "", "src/lib/mail.ts": "" };
  it.each([
    ["of paths with a star", "@/lib/mail", paths, "src/lib/mail.ts"],
    ["of paths with a star and an extension", "@/lib/mail.js", paths, "src/lib/mail.ts"],
    ["of paths to one file", "tools", paths, "src/tools.ts"],
    ["of paths to a file that is missing", "@/lib/chat", paths, undefined],
    ["of paths below a baseUrl", "~/mail", { "tsconfig.json": `{ "compilerOptions": { "baseUrl": "./src", "paths": { "~/*": ["./lib/*"] } } }`, "src/lib/mail.ts": "" }, "src/lib/mail.ts"],
    ["of a baseUrl alone", "lib/mail", { "tsconfig.json": `{ "compilerOptions": { "baseUrl": "./src" } }`, "src/lib/mail.ts": "" }, "src/lib/mail.ts"],
    ["of an extended tsconfig", "@/lib/mail", { "tsconfig.json": `{ "extends": "./tsconfig.base.json" }`, "tsconfig.base.json": paths["tsconfig.json"], "src/lib/mail.ts": "" }, "src/lib/mail.ts"],
    ["of a tsconfig extended twice", "@/lib/mail", { "tsconfig.json": `{ "extends": "./a/tsconfig.json" }`, "a/tsconfig.json": `{ "extends": "../b.json" }`, "b.json": paths["tsconfig.json"], "src/lib/mail.ts": "" }, "src/lib/mail.ts"],
    ["of a jsconfig", "@/lib/mail", { "jsconfig.json": paths["tsconfig.json"], "src/lib/mail.ts": "" }, "src/lib/mail.ts"],
    ["of a nearer tsconfig", "@/mail", { "tsconfig.json": `{ "compilerOptions": { "paths": { "@/*": ["./wrong/*"] } } }`, "src/tsconfig.json": `{ "compilerOptions": { "paths": { "@/*": ["./lib/*"] } } }`, "src/lib/mail.ts": "", "wrong/mail.ts": "" }, "src/lib/mail.ts"],
    ["of a broken tsconfig", "./lib/mail", { "tsconfig.json": `{ "compilerOptions": { "paths": `, "src/lib/mail.ts": "" }, "src/lib/mail.ts"],
    ["of a tsconfig that extends a missing one", "./lib/mail", { "tsconfig.json": `{ "extends": "./gone.json" }`, "src/lib/mail.ts": "" }, "src/lib/mail.ts"],
    ["of a tsconfig that extends itself", "./lib/mail", { "tsconfig.json": `{ "extends": "./tsconfig.json" }`, "src/lib/mail.ts": "" }, "src/lib/mail.ts"],
    ["of package.json's imports", "#mail", { "package.json": `{ "imports": { "#mail": "./src/lib/mail.ts" } }`, "src/lib/mail.ts": "" }, "src/lib/mail.ts"],
    ["that nobody declares", "@/lib/mail", { "src/lib/mail.ts": "" }, undefined],
  ])("%s", (_title, specifier, files, path) => {
    expect(lead(files as unknown as Record<string, string>, specifier)).toBe(path);
  });
});

describe("an import of a package", () => {
  const dependency = `{ "name": "app", "dependencies": { "tools": "1.0.0" } }`;
  const manifest = `{ "name": "tools", "main": "./index.js" }`;

  it("is never read where it is installed", () => {
    expect(lead({ "package.json": dependency, "node_modules/tools/package.json": manifest, "node_modules/tools/index.js": "" }, "tools")).toBeUndefined();
  });

  it("is never read where it is installed and nobody lists it", () => {
    expect(lead({ "package.json": `{ "name": "app" }`, "node_modules/tools/package.json": manifest, "node_modules/tools/index.js": "" }, "tools")).toBeUndefined();
  });

  it("is never read where it is installed in a store of links", () => {
    const files = { "package.json": dependency, "node_modules/.pnpm/tools@1/node_modules/tools/package.json": manifest, "node_modules/.pnpm/tools@1/node_modules/tools/index.js": "" };
    expect(lead(files, "tools", "src/agent.ts", (folder) => { symlinkSync(join(folder, "node_modules/.pnpm/tools@1/node_modules/tools"), join(folder, "node_modules/tools")); })).toBeUndefined();
  });

  it("leads into a sibling of the workspace by its source", () => {
    const files = { "apps/web/package.json": dependency, "packages/tools/package.json": `{ "name": "tools", "exports": { ".": { "source": "./src/index.ts", "default": "./dist/index.js" } } }`, "packages/tools/src/index.ts": "" };
    const path = lead(files, "tools", "apps/web/src/agent.ts", (folder) => {
      mkdirSync(join(folder, "node_modules"));
      symlinkSync(join(folder, "packages/tools"), join(folder, "node_modules/tools"));
    });
    expect(path).toBe("packages/tools/src/index.ts");
  });

  it("leads into a subpath of a sibling", () => {
    const files = { "apps/web/package.json": dependency, "packages/tools/package.json": `{ "name": "tools", "exports": { "./*": "./src/*.ts" } }`, "packages/tools/src/mail.ts": "" };
    const path = lead(files, "tools/mail", "apps/web/src/agent.ts", (folder) => {
      mkdirSync(join(folder, "node_modules"));
      symlinkSync(join(folder, "packages/tools"), join(folder, "node_modules/tools"));
    });
    expect(path).toBe("packages/tools/src/mail.ts");
  });

  it.each(["fs", "node:fs", "fs/promises", "node:test"])("%s of Node is a name, whatever lies beside", (specifier) => {
    expect(lead({ "tsconfig.json": `{ "compilerOptions": { "baseUrl": "." } }`, "fs.ts": "", "fs/promises.ts": "" }, specifier)).toBeUndefined();
  });
});

describe("a project", () => {
  it("follows nothing with a parser that cannot show scopes", () => {
    const folder = project({ "src/tools.ts": "" });
    expect(new Project({}).resolve(join(folder, "src/agent.ts"), "./tools")).toBeUndefined();
    expect(new Project(undefined).resolve(join(folder, "src/agent.ts"), "./tools")).toBeUndefined();
  });

  it("is one for each parser", () => {
    expect(Project.of(parser)).toBe(Project.of(parser));
  });

  it.each(["<input>", "<text>", "", "C:\\work\\agent.ts", "agent.ts", "/nowhere/agent.ts/0_block.js"])("follows nothing from %j", (from) => {
    expect(new Project(parser).resolve(from, "./surely-not-here")).toBeUndefined();
  });

  it.each([
    ["with a syntax error", "export const = 1"],
    ["that is too large", `export const a = 1;\n${"// nothing\n".repeat(40_000)}`],
  ])("has no facts of a file %s", (_title, text) => {
    const folder = project({ "a.ts": text });
    expect(new Project(parser).load(join(folder, "a.ts"))).toBeUndefined();
  });

  it("has no facts of a missing file or of a folder", () => {
    const folder = project({ "a/b.ts": "" });
    expect(new Project(parser).load(join(folder, "gone.ts"))).toBeUndefined();
    expect(new Project(parser).load(join(folder, "a"))).toBeUndefined();
    expect(new Project(parser).text(join(folder, "a"))).toBeUndefined();
  });

  it("parses a file once", () => {
    const folder = project({ "a.ts": "export const a = 1" });
    const one = new Project(parser);
    expect(one.load(join(folder, "a.ts"))).toBe(one.load(join(folder, "a.ts")));
  });

  it.each<[string, FileParser]>([
    ["throws at other files than its own", { parseForESLint: () => { throw new Error("a configuration is missing"); } }],
    ["shows no scopes of other files", { parseForESLint: (text, options) => ({ ...typescriptParser.parseForESLint(text, options), scopeManager: null }) }],
  ])("reads a file by the installed parser where the linted file's own %s", (_title, own) => {
    const path = fileURLToPath(new URL("../../examples/jarvis/agents.ts", import.meta.url));
    expect(new Project(own).load(path)?.exportedNames).toEqual(new Project(parser).load(path)?.exportedNames);
    expect(new Project(own).load(path)?.exportedNames).toContain("jarvis");
  });

  it("reads JSX in .tsx and .js, and angle brackets in .ts", () => {
    const folder = project({ "a.tsx": "export const a = <div />", "b.js": "export const b = <div />", "c.ts": "export const c = <string>x" });
    const one = new Project(parser);
    for (const name of ["a.tsx", "b.js", "c.ts"]) expect(one.load(join(folder, name)), name).toBeDefined();
  });
});

/** The origin of `here(…)` in agent.ts of a project. */
function originIn(files: Record<string, string>, code: string): string {
  const folder = project(files);
  return probe(
    code,
    (model) => {
      const origin = originOf(marked(model));
      return origin ? `${origin.module ?? ""}:${origin.path.join(".")}` : "nothing";
    },
    { path: join(folder, "agent.ts") },
  );
}

describe("through a type of another file", () => {
  const use = `import type { Register } from "./types"; const register: Register = (server, context) => here(server.registerTool)`;
  it.each([
    ["a function's parameter", `import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js"; export type Register = (server: McpServer, context: Context) => void`, use, "@modelcontextprotocol/sdk/server/mcp:McpServer.new.registerTool"],
    ["a member of an interface", `import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js"; export interface Context { readonly server: McpServer }`, `import { type Context } from "./types"; export function register(context: Context) { here(context.server.registerTool) }`, "@modelcontextprotocol/sdk/server/mcp:McpServer.new.registerTool"],
    ["a class of the file's own", `import { z } from "ai"; class McpServer {} export type Register = (server: McpServer) => void`, use, "nothing"],
    ["a file that is about no framework", `import type { McpServer } from "@acme/server"; export type Register = (server: McpServer) => void`, use, "nothing"],
    ["a type that is not exported", `import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js"; type Register = (server: McpServer) => void`, use, "nothing"],
    ["a half-typed type", `import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js"; export type Register = (server: Mcp`, use, "nothing"],
  ])("%s", (_title, types, code, origin) => {
    expect(originIn({ "types.ts": types }, code)).toBe(origin);
  });
});

describe("through a re-export", () => {
  const use = `import { tool } from "./tools"; here(tool)`;
  it.each([
    ["by name", { "tools.ts": `export { tool } from "langchain"` }, use, "langchain:tool"],
    ["by another name", { "tools.ts": `export { tool as make } from "langchain"` }, `import { make } from "./tools"; here(make)`, "langchain:tool"],
    ["of the default as a name", { "tools.ts": `export { default as tool } from "m"` }, use, "m:default"],
    ["of a name as the default", { "tools.ts": `export { tool as default } from "langchain"` }, `import tool from "./tools"; here(tool)`, "langchain:tool"],
    ["of everything", { "tools.ts": `export * from "langchain"` }, use, "langchain:tool"],
    ["of everything under a name", { "tools.ts": `export * as lc from "langchain"` }, `import { lc } from "./tools"; here(lc.tool)`, "langchain:tool"],
    ["of what was imported", { "tools.ts": `import { tool } from "langchain"; export { tool }` }, use, "langchain:tool"],
    ["of a const", { "tools.ts": `import * as lc from "langchain"; export const tool = lc.tool` }, use, "langchain:tool"],
    ["of a const taken out", { "tools.ts": `import * as lc from "langchain"; export const { tool } = lc` }, use, "langchain:tool"],
    ["of a const declared before", { "tools.ts": `import * as lc from "langchain"; const make = lc.tool; export { make as tool }` }, use, "langchain:tool"],
    ["of a default", { "tools.ts": `import { tool } from "langchain"; export default tool` }, `import make from "./tools"; here(make)`, "langchain:tool"],
    ["in a chain", { "tools.ts": `export { make as tool } from "./a"`, "a.ts": `export * from "./b"`, "b.ts": `export { tool as make } from "langchain"` }, use, "langchain:tool"],
    ["in a chain of stars", { "tools.ts": `export * from "./a"`, "a.ts": `export * from "./b"; export * from "./c"`, "b.ts": "export const x = 1", "c.ts": `export * from "langchain"` }, use, "langchain:tool"],
    ["of a name before a star", { "tools.ts": `export * from "ai"; export { tool } from "langchain"` }, use, "langchain:tool"],
    ["of a client", { "tools.ts": `import Stripe from "stripe"; export const tool = new Stripe(key)` }, `import { tool } from "./tools"; here(tool.refunds.create)`, "stripe:default.new.refunds.create"],
    ["of a key of a literal", { "tools.ts": `import { tool } from "langchain"; export const kit = { tool }` }, `import { kit } from "./tools"; here(kit.tool)`, "langchain:tool"],
    ["by a namespace", { "tools.ts": `export { tool } from "langchain"` }, `import * as kit from "./tools"; here(kit.tool)`, "langchain:tool"],
    ["by a namespace of a chain", { "tools.ts": `export * from "./a"`, "a.ts": `export { tool } from "langchain"` }, `import * as kit from "./tools"; here(kit.tool)`, "langchain:tool"],
    ["by a namespace, taken out", { "tools.ts": `export { tool } from "langchain"` }, `import * as kit from "./tools"; const { tool } = kit; here(tool)`, "langchain:tool"],
    ["by require", { "tools.ts": `export { tool } from "langchain"` }, `const { tool } = require("./tools"); here(tool)`, "langchain:tool"],
    ["by dynamic import", { "tools.ts": `export { tool } from "langchain"` }, `const { tool } = await import("./tools"); here(tool)`, "langchain:tool"],
    ["of module.exports", { "tools.js": `const { tool } = require("langchain"); module.exports = { tool }` }, `const { tool } = require("./tools"); here(tool)`, "langchain:tool"],
    ["of exports", { "tools.js": `exports.tool = require("langchain").tool` }, `const { tool } = require("./tools"); here(tool)`, "langchain:tool"],
    ["of module.exports with a name", { "tools.js": `module.exports.tool = require("langchain").tool` }, `const { tool } = require("./tools"); here(tool)`, "langchain:tool"],
    ["of module.exports whole", { "tools.js": `module.exports = require("langchain")` }, `const { tool } = require("./tools"); here(tool)`, "langchain:tool"],
    ["by export equals", { "tools.ts": `import lc = require("langchain"); export = lc` }, `import kit = require("./tools"); here(kit.tool)`, "langchain:tool"],
    ["of a type", { "tools.ts": `export type { Client } from "client"` }, `import type { Client } from "./tools"; function f(c: Client) { here(c.send) }`, "client:Client.new.send"],
    ["of a function of the project", { "tools.ts": `export function tool() {}` }, use, "nothing"],
    ["of a name that the file does not export", { "tools.ts": `import { tool } from "langchain"` }, use, "nothing"],
    ["of a default that the file does not have", { "tools.ts": `export * from "langchain"` }, `import tool from "./tools"; here(tool)`, "nothing"],
    ["that a local one hides", { "tools.ts": `export { tool } from "langchain"` }, `import { tool } from "./tools"; function f(tool) { here(tool) }`, "nothing"],
    ["in a circle", { "tools.ts": `export { tool } from "./a"`, "a.ts": `export { tool } from "./tools"` }, use, "nothing"],
    ["in a circle of stars", { "tools.ts": `export * from "./a"`, "a.ts": `export * from "./tools"` }, use, "nothing"],
    ["in a circle of stars with a way out", { "tools.ts": `export * from "./a"`, "a.ts": `export * from "./tools"; export { tool } from "langchain"` }, use, "langchain:tool"],
    ["of itself", { "tools.ts": `export * from "./tools"` }, use, "nothing"],
    ["of consts in a circle", { "tools.ts": `import { b } from "./b"; export const tool = b`, "b.ts": `import { tool } from "./tools"; export const b = tool` }, use, "nothing"],
    ["of a file with a syntax error", { "tools.ts": `export { tool } from ` }, use, "nothing"],
  ])("%s", (_title, files, code, origin) => {
    expect(originIn(files as unknown as Record<string, string>, code)).toBe(origin);
  });

  it("ends after five files", () => {
    const chain = (length: number): Record<string, string> => Object.fromEntries([...Array.from({ length }, (_, index) => [`f${index}.ts`, `export { tool } from "./f${index + 1}"`] as const), [`f${length}.ts`, `export { tool } from "langchain"`]]);
    const code = `import { tool } from "./f0"; here(tool)`;
    expect(originIn(chain(4), code)).toBe("langchain:tool");
    expect(originIn(chain(5), code)).toBe("nothing");
  });

  it("visits each file of a wide circle of stars once", () => {
    const names = Array.from({ length: 12 }, (_, index) => `f${index}`);
    const files = Object.fromEntries(names.map((name) => [`${name}.ts`, names.map((other) => `export * from "./${other}"`).join(";")]));
    const started = performance.now();
    expect(originIn(files, `import { tool } from "./f0"; here(tool)`)).toBe("nothing");
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("a file that changes", () => {
  let clock = Date.now();
  beforeEach(() => {
    // What one test learnt at a time must lie in the past of the next.
    clock += 3_600_000;
    vi.useFakeTimers({ toFake: ["Date"], now: clock });
  });
  afterEach(() => { vi.useRealTimers(); });

  const pass = (seconds: number): void => { vi.setSystemTime(Date.now() + seconds * 1_000); };
  const change = (folder: string, name: string, text: string): void => {
    write(folder, name, text);
    const later = new Date(Date.now() + 60_000);
    utimesSync(join(folder, name), later, later);
    pass(2);
  };
  const ask = (folder: string): string => probe(`import { tool } from "./tools"; here(tool)`, (model) => {
    const node = marked(model);
    const origin = originOf(node);
    return origin ? `${origin.module ?? ""}:${origin.path.join(".")}` : definitionOf(node).type;
  }, { path: join(folder, "agent.ts") });

  it("is read again", () => {
    const folder = project({ "tools.ts": `export { tool } from "langchain"` });
    expect(ask(folder)).toBe("langchain:tool");
    change(folder, "tools.ts", `export { tool } from "ai"`);
    expect(ask(folder)).toBe("ai:tool");
  });

  it("is read again behind a file that stays as it was", () => {
    const folder = project({ "tools.ts": `import { make } from "./make"; export const tool = make`, "make.ts": `export { tool as make } from "langchain"` });
    expect(ask(folder)).toBe("langchain:tool");
    change(folder, "make.ts", `export { tool as make } from "ai"`);
    expect(ask(folder)).toBe("ai:tool");
  });

  it("is seen once it is there", () => {
    const folder = project({});
    expect(ask(folder)).toBe("Identifier");
    change(folder, "tools.ts", `export { tool } from "ai"`);
    pass(10);
    expect(ask(folder)).toBe("ai:tool");
  });

  it("is seen once it is there behind a file that stays as it was", () => {
    const folder = project({ "tools.ts": `import { make } from "./make"; export const tool = make` });
    expect(ask(folder)).toBe("Identifier");
    change(folder, "make.ts", `export { tool as make } from "ai"`);
    pass(10);
    expect(ask(folder)).toBe("ai:tool");
  });

  it("is forgotten once it is gone", () => {
    const folder = project({ "tools.ts": `export { tool } from "ai"` });
    expect(ask(folder)).toBe("ai:tool");
    rmSync(join(folder, "tools.ts"));
    pass(10);
    expect(ask(folder)).toBe("Identifier");
  });

  it("is found under its new extension", () => {
    const folder = project({ "tools.js": `export { tool } from "ai"` });
    expect(ask(folder)).toBe("ai:tool");
    rmSync(join(folder, "tools.js"));
    change(folder, "tools.ts", `export { tool } from "langchain"`);
    pass(10);
    expect(ask(folder)).toBe("langchain:tool");
  });

  it("is read again once its syntax error is gone", () => {
    const folder = project({ "tools.ts": `export { tool } from ` });
    expect(ask(folder)).toBe("Identifier");
    change(folder, "tools.ts", `export { tool } from "ai"`);
    expect(ask(folder)).toBe("ai:tool");
  });
});

describe("a module's export", () => {
  it("is known by name where the module is a package", () => {
    probe("", (model) => {
      expect(moduleOrigin(model.file, "npm:langchain@1", "tool")).toEqual({ module: "langchain", path: ["tool"] });
      expect(moduleOrigin(model.file, "langchain", "*")).toEqual({ module: "langchain", path: [] });
      expect(moduleOrigin(model.file, "./gone", "tool")).toBeUndefined();
    });
  });
});
