import * as typescriptParser from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import { outlineOf } from "../../src/analysis/project/outline.js";
import { Project, type FileParser } from "../../src/analysis/project/project.js";
import { project } from "../support/probe.js";

const parser = typescriptParser as unknown as FileParser;

describe("an outline takes for a file's own", () => {
  it.each([
    ["a function", `export function x() {}`],
    ["an async function", `export async function x() {}`],
    ["a generator", `export function* x() {}`],
    ["an overloaded function", `export function x(a: string): void;\nexport function x(a: number): void;\nexport function x(a: any) {}`],
    ["a declared function", `export declare function x(): void;`],
    ["a class", `export class x extends Base {}`],
    ["an abstract class", `export abstract class x {}`],
    ["an interface", `export interface x {}`],
    ["a type", `export type x = string;`],
    ["an enum", `export enum x { A }`],
    ["a const enum", `export const enum x { A }`],
    ["an arrow function", `export const x = (a, b) => a`],
    ["an async arrow function", `export const x = async (a) => a`],
    ["an arrow function with one name", `export const x = a => a`],
    ["an arrow function with a type of its own", `export const x = <T>(a: T): T => a`],
    ["an arrow function over lines", `export const x = async (\n  a: string,\n  b = f(1),\n): Promise<string> => a`],
    ["a function expression", `export const x = async function () {}`],
    ["a function in a list", `function x() {}\nexport { x };`],
    ["a function in a list under another name", `function y() {}\nexport { y as x };`],
    ["a class in a list over lines, with comments", `class x {}\nexport {\n  // the class\n  x, /* and */\n};`],
    ["a type in a list", `interface x {}\nexport type { x };`],
  ])("%s", (_title, text) => {
    expect(outlineOf(text).isOwn("x")).toBe(true);
  });

  it.each([
    ["a default function", `export default function () {}`],
    ["a default function with a name", `export default async function main() {}`],
    ["a default class", `export default class Main {}`],
    ["a function in a list", `function main() {}\nexport { main as default };`],
  ])("%s, by default", (_title, text) => {
    expect(outlineOf(text).isOwn("default")).toBe(true);
    expect(outlineOf(text).isOwn("main")).toBe(false);
  });

  it.each([
    ["a function that is not exported", `function x() {}`],
    ["a call", `export const x = make()`],
    ["an instance", `export const x = new Client()`],
    ["an import", `import { x } from "m";\nexport { x };`],
    ["an import beside a nested function of that name", `import { x } from "m";\nexport { x };\nfunction f() {\n  function x() {}\n}`],
    ["a constant beside a function of that name at the left margin", `export const x = make();\n{\nfunction x() {}\n}`],
    ["an annotated constant", `export const x: Client = (a) => a`],
    ["a value in brackets", `export const x = (make())`],
    ["a choice", `export const x = (a) ? b : c`],
    ["a variable", `export let x = () => {}`],
    ["an object", `export const x = { run() {} }`],
    ["a destructured name", `export const { x } = make()`],
    ["a name that is handed on", `export { x } from "m"`],
    ["a function in a comment", `/*\n * export function x() {}\n */`],
    ["a namespace", `export namespace x {}`],
    ["everything", `export * from "m"`],
    ["CommonJS", `exports.x = function () {}`],
    ["half a statement", `export function`],
    ["nothing", ``],
  ])("neither %s", (_title, text) => {
    expect(outlineOf(text).isOwn("x")).toBe(false);
  });
});

describe("an outline follows", () => {
  it.each([
    ["a name", `export { x } from "./m"`, { source: "./m", name: "x" }],
    ["a name in single quotes", `export { x } from './m'`, { source: "./m", name: "x" }],
    ["another name", `export { a, y as x } from "./m";`, { source: "./m", name: "y" }],
    ["the default", `export { default as x } from "./m";`, { source: "./m", name: "default" }],
    ["a list over lines", `export {\n  a,\n  x,\n} from "./m";`, { source: "./m", name: "x" }],
    ["a list with comments", `export {\n  a, // the first\n  /* the second */ x,\n} from "./m";`, { source: "./m", name: "x" }],
    ["a type", `export type { x } from "./m";`, { source: "./m", name: "x" }],
    ["a type among names", `export { a, type x } from "./m";`, { source: "./m", name: "x" }],
    ["a name beside a list of its own", `export { a };\nexport { x } from "./m";`, { source: "./m", name: "x" }],
  ])("%s that is handed on", (_title, text, expected) => {
    expect(outlineOf(text).handedOn("x")).toEqual(expected);
  });

  it.each([
    ["a name that is exported twice", `export { x } from "./m";\nexport function x() {}`],
    ["a name without a source", `export { x }`],
    ["half a source", `export { x } from `],
    ["a namespace under a name", `export * as x from "./m"`],
    ["a comment", `// export { x } from "./m"`],
  ])("not %s", (_title, text) => {
    expect(outlineOf(text).handedOn("x")).toBeUndefined();
  });
});

describe("an outline knows that only what is passed on whole may hold a name", () => {
  it.each([
    ["in a barrel", `export * from "./a";\nexport * from './b';`, ["./a", "./b"]],
    ["in a barrel of types", `export type * from "./a";`, ["./a"]],
    ["in a file that uses the name", `import { x } from "./x";\nexport * from "./a";\nexport const y = () => x();`, ["./a"]],
    ["in a file that exports others", `export const y = 1;\nexport { z } from "./z";\nexport * from "./a";`, ["./a"]],
    ["in a file that speaks of an export", `/**\n * export const x = 1\n */\n// export const x = 2\nexport * from "./a";`, ["./a"]],
    ["in a file without exports", `x();`, []],
  ])("%s", (_title, text, stars) => {
    expect(outlineOf(text).onlyStarsFor("x")).toEqual(stars);
  });

  it.each([
    ["with an export of that name", `export const x = 1;\nexport * from "./a";`],
    ["with a pattern", `export const { x } = make();\nexport * from "./a";`],
    ["with a namespace of that name", `export * as x from "./x";\nexport * from "./a";`],
    ["with CommonJS", `module.exports = { y };`],
    ["with CommonJS by name", `exports.x = 1;`],
    ["with a default, when asked for it", `export default 1;`],
    ["with an export behind something else on its line", `import y from "y"; export const x = y;`],
    ["with an export behind a comment", `/* the first */ export const x = y;`],
    ["with an indented export", `  export const x = 1;`],
    ["with a string for a name", `export { y as "x" };`],
    ["with a star that it cannot read", `export * from\n  "./a";`],
    ["with an export over lines", `export\n  const x = 1;`],
  ])("but not in a file %s", (title, text) => {
    expect(outlineOf(text).onlyStarsFor(title.includes("default") ? "default" : "x")).toBeUndefined();
  });
});

describe("an outline knows a class that extends nothing", () => {
  it.each([
    ["by its head", `export class x {}`, true],
    ["by a head over lines", `export class x\n  implements Y\n{}`, true],
    ["not with a base", `export class x extends Y {}`, false],
    ["not with a base on the next line", `export class x\n  extends Y {}`, false],
    ["not behind type parameters", `export class x<T = {}> extends Y {}`, false],
    ["not where it is a function", `export function x() {}`, false],
    ["not where it is not exported", `class x {}`, false],
  ])("%s", (_title, text, expected) => {
    expect(outlineOf(text).isBaseClass("x")).toBe(expected);
  });
});

describe("what an outline says", () => {
  const files = {
    "functions.ts": `export function a() {}\nexport const b = () => 1;\nexport const c = make();\nfunction d() {}\nexport { d, d as e };\nexport default class {}`,
    "barrel.ts": `export { a, b as z } from "./functions.js";\nexport * from "./more.js";\nexport type { T } from "./types.js";`,
    "common.js": `exports.a = 1;\nmodule.exports.b = function () {};`,
    "mixed.ts": `import x from "m";\nexport { x };\nexport const { y } = x;\nexport namespace N {}\nexport enum E { A }\nexport = x;`,
  };

  it.each(Object.keys(files))("of %s holds for what the parser sees", (name) => {
    const one = new Project(parser);
    const path = `${project(files)}/${name}`;
    const file = one.load(path);
    const outline = one.outline(path);
    if (!file) throw new Error(`${name} has not been parsed`);
    for (const exported of [...file.exportedNames, "gone", "default"]) {
      const seen = file.exported(exported);
      if (outline.isOwn(exported)) expect(seen?.kind, exported).toBe("node");
      if (outline.handedOn(exported)) expect(seen, exported).toEqual({ kind: "reexport", ...outline.handedOn(exported) });
      if (outline.onlyStarsFor(exported)) expect([seen, file.stars], exported).toEqual([undefined, outline.onlyStarsFor(exported)]);
    }
    expect(file.whole === undefined || outline.mayBeWhole()).toBe(true);
  });
});
