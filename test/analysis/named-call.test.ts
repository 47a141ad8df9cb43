import { describe, expect, it } from "vitest";
import { namedCalls } from "../../src/analysis/origin/named-call.js";
import { probe } from "../support/probe.js";

type Row = readonly [title: string, name: string, code: string, named: boolean];

describe("a function that a policy names", () => {
  it.each<Row>([
    ["plainly", "send", `import { send } from "./mail"; send()`, true],
    ["plainly, declared in the file", "send", `function send() {} send()`, true],
    ["plainly, as a method", "send", `mail.send()`, true],
    ["plainly, behind this", "send", `class C { m() { this.send() } }`, true],
    ["plainly, by another name", "send", `import { deliver } from "./mail"; deliver()`, false],
    ["plainly, by an alias of the import", "send", `import { send as go } from "./mail"; go()`, true],
    ["plainly, where an alias only sounds like it", "send", `import { other as send } from "./mail"; send()`, false],
    ["plainly, as a part of a longer name", "send", `sendLater()`, false],
    ["with a dot", "mail.send", `mail.send()`, true],
    ["with a dot, deeper", "mail.send", `app.mail.send()`, true],
    ["with a dot, of another holder", "mail.send", `chat.send()`, false],
    ["with a dot, in brackets", "mail.send", `mail["send"]()`, true],
    ["with a dot, behind a question mark", "mail.send", `mail?.send()`, true],
    ["with a dot, by an alias of the holder", "mail.send", `import { mail as m } from "./m"; m.send()`, true],
    ["with a dot, in as", "mail.send", `(mail as any).send()`, true],
    ["by package", "@acme/mail#send", `import { send } from "@acme/mail"; send()`, true],
    ["by package, by an alias", "@acme/mail#send", `import { send as go } from "@acme/mail"; go()`, true],
    ["by package, by a namespace", "@acme/mail#send", `import * as mail from "@acme/mail"; mail.send()`, true],
    ["by package, by the default", "@acme/mail#send", `import mail from "@acme/mail"; mail.send()`, true],
    ["by package, by require", "@acme/mail#send", `const { send } = require("@acme/mail"); send()`, true],
    ["by package, on an instance", "@acme/mail#Client.send", `import { Client } from "@acme/mail"; new Client().send()`, true],
    ["by package, of another package", "@acme/mail#send", `import { send } from "@acme/chat"; send()`, false],
    ["by package, of the file itself", "@acme/mail#send", `function send() {} send()`, false],
    ["by package, shadowed", "@acme/mail#send", `import { send } from "@acme/mail"; function f(send) { send() }`, false],
    ["by a local module", "./mail#send", `import { send } from "./mail"; send()`, true],
    ["by a local module with an extension", "./mail.ts#send", `import { send } from "./mail.js"; send()`, true],
    ["by a local module from further away", "./lib/mail#send", `import { send } from "../../lib/mail"; send()`, true],
    ["by a local module behind an alias", "./lib/mail#send", `import { send } from "@/lib/mail"; send()`, true],
    ["by a local module, by an alias", "./mail#send", `import { send as go } from "./mail"; go()`, true],
    ["by a local module, by a namespace", "./mail#send", `import * as mail from "./mail"; mail.send()`, true],
    ["by a local module, by require", "./mail#send", `const { send } = require("./mail"); send()`, true],
    ["by a local module, of another one", "./mail#send", `import { send } from "./email"; send()`, false],
    ["by a local module, another function", "./mail#send", `import { read } from "./mail"; read()`, false],
    ["by a local module, shadowed", "./mail#send", `import { send } from "./mail"; function f(send) { send() }`, false],
    ["by a method of this class's own", "send", `super_.send()`, true],
  ])("%s", (_title, name, code, named) => {
    const matches = namedCalls([name]);
    expect(probe(code, (model) => model.file.index.calls.some((call) => matches(call)))).toBe(named);
  });

  it("is none where the policy names none", () => {
    expect(probe(`send()`, (model) => model.file.index.calls.some(namedCalls([])))).toBe(false);
  });

  it("is one of many", () => {
    const matches = namedCalls(["mail.send", "@acme/chat#post", "remove"]);
    const code = `import { post } from "@acme/chat"; mail.send(); post(); remove(); keep();`;
    expect(probe(code, (model) => model.file.index.calls.map((call) => matches(call)))).toEqual([true, true, true, false]);
  });
});
