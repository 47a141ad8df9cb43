import * as typescriptParser from "@typescript-eslint/parser";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Project, type FileParser } from "../../src/analysis/project/project.js";
import { isWorthReading } from "../../src/analysis/project/worth-reading.js";
import { project } from "../support/probe.js";

const parser = typescriptParser as unknown as FileParser;

/** Whether the import of `name` from `./lib` in `agent.ts` leads to a text with the word "stripe". */
function leads(name: string | undefined, files: Readonly<Record<string, string>>): boolean {
  const folder = project({ "agent.ts": `import {} from "./lib";`, ...files });
  const from = new Project(parser).load(join(folder, "agent.ts"));
  if (!from) throw new Error("agent.ts is not parsed");
  return isWorthReading(from, "./lib", name, (text) => text.includes("stripe"), (text) => text.includes("googleapis"));
}

const pay = `import Stripe from "stripe"; export function pay() {} export class Payer {} export default class {}`;
const mail = `import { google } from "googleapis"; export function mailClient() { return google.gmail("v1"); } export type MailClient = unknown;`;
const plain = `export function pay() {} export class Payer {}`;

describe("a file is worth reading", () => {
  it.each<[string, string | undefined, Record<string, string>]>([
    ["for its own text", "pay", { "lib.ts": pay }],
    ["as a namespace, for its own text", undefined, { "lib.ts": pay }],
    ["for what it hands on", "pay", { "lib.ts": `export { pay } from "./pay";`, "pay.ts": pay }],
    ["for what it hands on under another name", "charge", { "lib.ts": `export { pay as charge } from "./pay";`, "pay.ts": pay }],
    ["for what it hands on with everything else", "pay", { "lib.ts": `export * from "./other";\nexport * from "./pay";`, "other.ts": `export const a = 1;`, "pay.ts": pay }],
    ["over two files that hand on", "pay", { "lib/index.ts": `export * from "./money";`, "lib/money/index.ts": `export { pay } from "./pay";`, "lib/money/pay.ts": pay }],
    ["for the class of an instance", "payer", { "lib.ts": `import { Payer } from "./pay";\nexport const payer = new Payer();`, "pay.ts": pay }],
    ["for the class of an instance behind an interface", "payer", { "lib.ts": `import type { Payee } from "./payee";\nimport { Payer as Way } from "./pay";\n\nexport const payer: Payee = new Way({ key: 1 });`, "pay.ts": pay }],
    ["for the client that another file lends it", "send", { "lib.ts": `import { mailClient } from "./mail";\nexport async function send() { await mailClient().users.messages.send(); }`, "mail.ts": mail }],
    ["as a namespace, for the client that another file lends it", undefined, { "lib.ts": `import { log } from "./log";\nimport { mailClient as client } from "./mail";\nexport async function send() { await client().users.messages.send(); }`, "log.ts": plain, "mail.ts": mail }],
    ["for the default class of a default instance", "default", { "lib.ts": `import Payer from "./pay";\nexport default new Payer();`, "pay.ts": pay }],
  ])("%s", (_title, name, files) => {
    expect(leads(name, files)).toBe(true);
  });
});

describe("a file is not worth reading", () => {
  it.each<[string, string | undefined, Record<string, string>]>([
    ["where nothing of it matters", "pay", { "lib.ts": plain }],
    ["for another name that it hands on", "name", { "lib.ts": `export { pay } from "./pay";\nexport const name = "x";`, "pay.ts": pay }],
    ["as a namespace of names handed on", undefined, { "lib.ts": `export { pay } from "./pay";`, "pay.ts": pay }],
    ["for a class that an instance is not of", "payer", { "lib.ts": `import { Payer } from "./plain";\nimport { pay } from "./pay";\nexport const payer = new Payer();`, "pay.ts": pay, "plain.ts": plain }],
    ["for the class of an instance that it does not export", "other", { "lib.ts": `import { Payer } from "./pay";\nconst payer = new Payer();\nexport const other = 1;`, "pay.ts": pay }],
    ["for a lender that it never asks", "send", { "lib.ts": `import { mailClient } from "./mail";\nexport const send = { mailClient };`, "mail.ts": mail }],
    ["for a type beside a client", "send", { "lib.ts": `import type { MailClient } from "./mail";\nexport async function send(client: MailClient) { MailClient(client); }`, "mail.ts": mail }],
    ["for a client two files away", "send", { "lib.ts": `import { helper } from "./helper";\nexport async function send() { await helper(); }`, "helper.ts": `import { mailClient } from "./mail";\nexport async function helper() { mailClient(); }`, "mail.ts": mail }],
    ["where it is not there", "pay", {}],
    ["where what it hands on is not there", "pay", { "lib.ts": `export { pay } from "./gone";` }],
    ["where files hand on in a circle", "pay", { "lib.ts": `export * from "./two";`, "two.ts": `export * from "./lib";` }],
  ])("%s", (_title, name, files) => {
    expect(leads(name, files)).toBe(false);
  });
});
