import rule from "../../rules/no-brand-assertion.js";
import { ruleTester } from "../support/rule-tester.js";

ruleTester.run("no-brand-assertion", rule, {
  valid: [
    {
      name: "is silent about a guard type in an annotation",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export function pay(cfg: AuthedConfig, id: VerifiedIdentity) {
          return [cfg, id];
        }
      `,
    },
    {
      name: "is silent about a type of the same name from elsewhere",
      code: `
        import type { AuthedConfig } from "./types";
        import { untrusted } from "agent-guardrails";
        export const cfg = {} as AuthedConfig;
        export const text = untrusted("x", "web");
      `,
    },
    {
      name: "is silent about a type of the same name of another package",
      code: `
        import type { ApprovedAction } from "@acme/approvals";
        import { delimit } from "agent-guardrails";
        export const action = {} as ApprovedAction;
        export { delimit };
      `,
    },
    {
      name: "is silent about a local type of the same name",
      code: `
        import { delimit } from "agent-guardrails";
        type ThreadId = string;
        export const id = "t" as ThreadId;
        export { delimit };
      `,
    },
    {
      name: "is silent about an assertion to something else",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const x = JSON.parse("{}") as { a: number };
        export type Used = AuthedConfig | UntrustedText;
      `,
    },
    {
      name: "is silent about as const",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const modes = ["a", "b"] as const;
        export type Used = AuthedConfig;
      `,
    },
    {
      name: "is silent about satisfies, which asserts nothing",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const make = (cfg: AuthedConfig) => cfg satisfies AuthedConfig;
      `,
    },
    {
      name: "is silent about the guard's own function",
      code: `
        import { threadId, type ThreadId } from "agent-guardrails";
        export const id = (identity): ThreadId => threadId(identity, "s1");
      `,
    },
    {
      name: "is silent about a type that only names a brand in a function type",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const handler = ((cfg: AuthedConfig) => cfg) as (cfg: AuthedConfig) => unknown;
      `,
    },
    {
      name: "is silent about a schema of another type",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        import { z } from "zod";
        export const name = z.custom<string>();
        export type Used = ThreadId;
      `,
    },
    {
      name: "is silent about custom of another library",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        import { z } from "@acme/z";
        export const id = z.custom<ThreadId>();
      `,
    },
    {
      name: "is silent about a predicate for another type",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export function isText(x: unknown): x is string {
          return typeof x === "string";
        }
        export type Used = UntrustedText;
      `,
    },
    {
      name: "is silent about an escape with a reason",
      code: `
        import { reviewedPrompt } from "agent-guardrails/reviewed";
        export const prompt = (text: string) => reviewedPrompt(text, "copied from the signed policy document");
      `,
    },
    {
      name: "is silent about an escape whose reason is a template without holes",
      code: `
        import { reviewedPrompt } from "agent-guardrails/reviewed";
        export const prompt = (text: string) => reviewedPrompt(text, \`copied from the signed policy document\`);
      `,
    },
    {
      name: "is silent about a function of the same name from elsewhere",
      code: `
        import { reviewedPrompt } from "./reviewed";
        import { delimit } from "agent-guardrails";
        export const prompt = (text) => reviewedPrompt(text);
        export { delimit };
      `,
    },
    {
      name: "is silent about an assertion away from a brand",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const plain = (cfg: AuthedConfig) => cfg as unknown;
      `,
    },
    {
      name: "is silent about a shadowed type parameter",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export function wrap<AuthedConfig>(x: unknown) {
          return x as AuthedConfig;
        }
      `,
    },
    {
      name: "is silent about a field that a method sets",
      code: `
        import type { AuthedConfig } from "agent-guardrails";
        export class Session {
          cfg!: AuthedConfig;
          begin(cfg: AuthedConfig) {
            this.cfg = cfg;
          }
        }
      `,
    },
    {
      name: "is silent about a variable that is set below",
      code: `
        import { auth } from "./auth.js";
        import type { AuthedConfig } from "agent-guardrails";
        let cfg!: AuthedConfig;
        export const start = (run) => { cfg = auth.require(run); };
        export const get = () => cfg;
      `,
    },
    {
      name: "is silent about a field of another type that nothing sets",
      code: `
        import { delimit } from "agent-guardrails";
        export class Session {
          name!: string;
          made = delimit;
        }
        declare const version: string;
      `,
    },
    {
      name: "is silent about the tags where they are tags",
      code: `
        import { systemPrompt } from "agent-guardrails";
        import { redactor } from "agent-guardrails/operations";
        const { line } = redactor();
        export const prompt = systemPrompt\`Help.\`;
        export const said = line\`done\`;
      `,
    },
    {
      name: "is silent about a call of a function of the same name",
      code: `
        import { systemPrompt } from "./prompts.js";
        import { redactor } from "agent-guardrails/operations";
        export const prompt = systemPrompt("Help.");
        export const said = redactor().redact("x");
        export const drawn = canvas.line("x");
      `,
    },
    {
      name: "is silent about a list of guarded values that is only read under a wider type",
      code: `
        import type { SystemPromptText } from "agent-guardrails";
        export function join(prompts: SystemPromptText[]) {
          const lines: string[] = prompts;
          return lines.map((line) => line.trim()).concat(lines.slice(1)).join("");
        }
      `,
    },
    {
      name: "is silent about what a guard made that is put into such a list",
      code: `
        import { systemPrompt, type SystemPromptText } from "agent-guardrails";
        export function add(prompts: SystemPromptText[], own: SystemPromptText) {
          const lines: string[] = prompts;
          lines.push(systemPrompt\`You help.\`, own);
        }
      `,
    },
    {
      name: "is silent about a list that may hold plain text by its type",
      code: `
        import type { SystemPromptText } from "agent-guardrails";
        export function add(prompts: (SystemPromptText | string)[], text: string) {
          const lines: string[] = prompts;
          lines.push(text);
        }
      `,
    },
    {
      name: "is silent about a copy of a list",
      code: `
        import type { SystemPromptText } from "agent-guardrails";
        export function add(prompts: SystemPromptText[], text: string) {
          const lines: string[] = [...prompts];
          lines.push(text);
        }
      `,
    },
    {
      name: "is silent about a list of a type of the same name",
      code: `
        import { delimit } from "agent-guardrails";
        type SystemPromptText = string;
        export function add(prompts: SystemPromptText[], text: string) {
          const lines: string[] = prompts;
          lines.push(text);
        }
        export { delimit };
      `,
    },
  ],
  invalid: [
    {
      name: "reports text that is pushed into a list of guarded text under a wider type",
      code: `
        import type { SystemPromptText } from "agent-guardrails";
        export function add(prompts: SystemPromptText[], text: string) {
          const wide: string[] = prompts;
          wide.push(text);
        }
      `,
      errors: [{ messageId: "widened", data: { brand: "SystemPromptText" }, line: 5, column: 11, endLine: 5, endColumn: 26 }],
    },
    {
      name: "reports text that is written to a place of such a list",
      code: `
        import type { LogSafe } from "agent-guardrails/operations";
        export function add(text: string) {
          const lines: Array<LogSafe> = [];
          const wide: unknown[] = lines;
          wide[0] = text;
          return lines;
        }
      `,
      errors: [{ messageId: "widened", data: { brand: "LogSafe" }, line: 6, column: 11, endLine: 6, endColumn: 25 }],
    },
    {
      name: "reports text that is spliced in beside what a guard made",
      code: `
        import { systemPrompt, type SystemPromptText } from "agent-guardrails";
        export function add(prompts: SystemPromptText[], text: string) {
          const wide: string[] = prompts;
          wide.splice(0, 1, systemPrompt\`You help.\`, text);
        }
      `,
      errors: [{ messageId: "widened", data: { brand: "SystemPromptText" }, line: 5, column: 11, endLine: 5, endColumn: 59 }],
    },
    {
      name: "reports an object asserted to be a config",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const cfg = {} as AuthedConfig;
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "AuthedConfig" },
          line: 3,
          column: 28,
          endLine: 3,
          endColumn: 46,
        },
      ],
    },
    {
      name: "reports an assertion by way of unknown",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const action = ({ to: "x" } as unknown as ApprovedAction);
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "ApprovedAction" },
          line: 3,
          column: 32,
          endLine: 3,
          endColumn: 72,
        },
      ],
    },
    {
      name: "reports an assertion by way of any",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const action = JSON.parse(body) as any as ApprovedAction;
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "ApprovedAction" },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 72,
        },
      ],
    },
    {
      name: "reports the older form of an assertion",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const text = <UntrustedText>JSON.parse(body);
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "UntrustedText" },
          line: 3,
          column: 29,
          endLine: 3,
          endColumn: 60,
        },
      ],
    },
    {
      name: "reports an assertion on what JSON gives",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const id = JSON.parse(body) as VerifiedIdentity;
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "VerifiedIdentity" },
          line: 3,
          column: 27,
          endLine: 3,
          endColumn: 63,
        },
      ],
    },
    {
      name: "reports a string asserted to be a thread id",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const id = (raw: string) => raw as ThreadId;
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "ThreadId" },
          line: 3,
          column: 44,
          endLine: 3,
          endColumn: 59,
        },
      ],
    },
    {
      name: "reports an aliased type",
      code: `
        import type { ThreadId as Thread } from "agent-guardrails";
        export const id = (raw: string) => raw as Thread;
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "ThreadId" },
          line: 3,
          column: 44,
          endLine: 3,
          endColumn: 57,
        },
      ],
    },
    {
      name: "reports a type of a namespace",
      code: `
        import type * as guards from "agent-guardrails";
        export const id = (raw: string) => raw as guards.ThreadId;
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "ThreadId" },
          line: 3,
          column: 44,
          endLine: 3,
          endColumn: 66,
        },
      ],
    },
    {
      name: "reports a type argument",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const action = {} as ApprovedAction<"send", { to: string }>;
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "ApprovedAction" },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 75,
        },
      ],
    },
    {
      name: "reports an array of guarded values",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const texts = rows as UntrustedText[];
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "UntrustedText" },
          line: 3,
          column: 30,
          endLine: 3,
          endColumn: 53,
        },
      ],
    },
    {
      name: "reports a union with a guarded type",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const text = row as UntrustedText | undefined;
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "UntrustedText" },
          line: 3,
          column: 29,
          endLine: 3,
          endColumn: 61,
        },
      ],
    },
    {
      name: "reports an intersection with a guarded type",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const cfg = raw as object & AuthedConfig;
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "AuthedConfig" },
          line: 3,
          column: 28,
          endLine: 3,
          endColumn: 56,
        },
      ],
    },
    {
      name: "reports a guarded type inside Readonly",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const cfg = raw as Readonly<AuthedConfig>;
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "AuthedConfig" },
          line: 3,
          column: 28,
          endLine: 3,
          endColumn: 57,
        },
      ],
    },
    {
      name: "reports a guarded type inside a promise",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const cfg = load() as Promise<AuthedConfig>;
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "AuthedConfig" },
          line: 3,
          column: 28,
          endLine: 3,
          endColumn: 59,
        },
      ],
    },
    {
      name: "reports an assertion on an argument",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const run = (raw) => pay(raw as AuthedConfig);
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "AuthedConfig" },
          line: 3,
          column: 41,
          endLine: 3,
          endColumn: 60,
        },
      ],
    },
    {
      name: "reports an assertion inside a non-null assertion",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const run = (raw) => (raw as AuthedConfig)!;
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "AuthedConfig" },
          line: 3,
          column: 38,
          endLine: 3,
          endColumn: 57,
        },
      ],
    },
    {
      name: "reports a type of the approval door",
      code: `
        import type { ApprovedAction } from "agent-guardrails/approval";
        export const action = {} as ApprovedAction;
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "ApprovedAction" },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 51,
        },
      ],
    },
    {
      name: "reports a type imported in place",
      code: `
        export const action = {} as import("agent-guardrails").ApprovedAction;
        import { delimit } from "agent-guardrails";
        export { delimit };
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "ApprovedAction" },
          line: 2,
          column: 31,
          endLine: 2,
          endColumn: 78,
        },
      ],
    },
    {
      name: "reports a spread that keeps the type by assertion",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const run = (cfg: AuthedConfig) => ({ ...cfg, tags: ["x"] } as AuthedConfig);
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "AuthedConfig" },
          line: 3,
          column: 52,
          endLine: 3,
          endColumn: 91,
        },
      ],
    },
    {
      name: "reports custom, which takes anything",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        import { z } from "zod";
        export const schema = z.object({ id: z.custom<ThreadId>() });
      `,
      errors: [
        {
          messageId: "custom",
          data: { brand: "ThreadId" },
          line: 4,
          column: 46,
          endLine: 4,
          endColumn: 66,
        },
      ],
    },
    {
      name: "reports custom of a namespace",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        import * as zod from "zod";
        export const schema = zod.object({ id: zod.custom<ThreadId>() });
      `,
      errors: [
        {
          messageId: "custom",
          data: { brand: "ThreadId" },
          line: 4,
          column: 48,
          endLine: 4,
          endColumn: 70,
        },
      ],
    },
    {
      name: "reports a predicate of a function",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export function isAuthed(x: unknown): x is AuthedConfig {
          return typeof x === "object";
        }
      `,
      errors: [
        {
          messageId: "predicate",
          data: { brand: "AuthedConfig" },
          line: 3,
          column: 47,
          endLine: 3,
          endColumn: 64,
        },
      ],
    },
    {
      name: "reports a predicate of an arrow function",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export const isApproved = (x: unknown): x is ApprovedAction => Boolean(x);
      `,
      errors: [
        {
          messageId: "predicate",
          data: { brand: "ApprovedAction" },
          line: 3,
          column: 49,
          endLine: 3,
          endColumn: 68,
        },
      ],
    },
    {
      name: "reports an assertion function",
      code: `
        import type { AuthedConfig, UntrustedText, ApprovedAction, ThreadId, VerifiedIdentity } from "agent-guardrails";
        export function assertAuthed(x: unknown): asserts x is AuthedConfig {}
      `,
      errors: [
        {
          messageId: "predicate",
          data: { brand: "AuthedConfig" },
          line: 3,
          column: 51,
          endLine: 3,
          endColumn: 76,
        },
      ],
    },
    {
      name: "reports an escape without a reason",
      code: `
        import { reviewedPrompt } from "agent-guardrails/reviewed";
        export const prompt = (text: string) => reviewedPrompt(text);
      `,
      errors: [
        {
          messageId: "unreasonedEscape",
          data: { name: "reviewedPrompt" },
          line: 3,
          column: 49,
          endLine: 3,
          endColumn: 69,
        },
      ],
    },
    {
      name: "reports an escape with an empty reason",
      code: `
        import { reviewedPrompt } from "agent-guardrails/reviewed";
        export const prompt = (text: string) => reviewedPrompt(text, "");
      `,
      errors: [
        {
          messageId: "unreasonedEscape",
          data: { name: "reviewedPrompt" },
          line: 3,
          column: 49,
          endLine: 3,
          endColumn: 73,
        },
      ],
    },
    {
      name: "reports an escape whose reason is not written down",
      code: `
        import { dangerouslyReadUntrusted } from "agent-guardrails/reviewed";
        export const read = (text, why: string) => dangerouslyReadUntrusted(text, why);
      `,
      errors: [
        {
          messageId: "unreasonedEscape",
          data: { name: "dangerouslyReadUntrusted" },
          line: 3,
          column: 52,
          endLine: 3,
          endColumn: 87,
        },
      ],
    },
    {
      name: "reports an escape whose reason says nothing",
      code: `
        import { dangerouslyReadUntrusted as read } from "agent-guardrails/reviewed";
        export const open = (text) => read(text, "ok");
      `,
      errors: [
        {
          messageId: "unreasonedEscape",
          data: { name: "dangerouslyReadUntrusted" },
          line: 3,
          column: 39,
          endLine: 3,
          endColumn: 55,
        },
      ],
    },
    {
      name: "reports a variable that is said to be set",
      code: `
        import type { VerifiedIdentity } from "agent-guardrails";
        let caller!: VerifiedIdentity;
        export const get = () => caller;
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "VerifiedIdentity" },
          line: 3,
          column: 13,
          endLine: 3,
          endColumn: 38,
        },
      ],
    },
    {
      name: "reports a field that is filled from data",
      code: `
        import type { VerifiedIdentity } from "agent-guardrails";
        export class Session {
          caller!: VerifiedIdentity;
          constructor(data: object) { Object.assign(this, data); }
        }
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "VerifiedIdentity" },
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 37,
        },
      ],
    },
    {
      name: "reports a value that is only declared",
      code: `
        import type { AuthedConfig } from "agent-guardrails";
        declare const cfg: AuthedConfig;
        export const get = () => cfg;
      `,
      errors: [
        {
          messageId: "assertion",
          data: { brand: "AuthedConfig" },
          line: 3,
          column: 23,
          endLine: 3,
          endColumn: 40,
        },
      ],
    },
    {
      name: "reports a prompt's tag that is called",
      code: `
        import { systemPrompt } from "agent-guardrails";
        export const prompt = (text: string) => systemPrompt(Object.freeze([text]) as never);
      `,
      errors: [
        {
          messageId: "calledTag",
          data: { name: "systemPrompt" },
          line: 3,
          column: 49,
          endLine: 3,
          endColumn: 93,
        },
      ],
    },
    {
      name: "reports a tag that is called under another name",
      code: `
        import * as guards from "agent-guardrails";
        export const prompt = (strings) => guards.systemPrompt(strings);
      `,
      errors: [
        {
          messageId: "calledTag",
          data: { name: "systemPrompt" },
          line: 3,
          column: 44,
          endLine: 3,
          endColumn: 72,
        },
      ],
    },
    {
      name: "reports a redactor's tag that is called",
      code: `
        import { redactor } from "agent-guardrails/operations";
        const { line } = redactor();
        export const said = (strings) => line(strings);
      `,
      errors: [
        {
          messageId: "calledTag",
          data: { name: "line" },
          line: 4,
          column: 42,
          endLine: 4,
          endColumn: 55,
        },
      ],
    },
    {
      name: "reports the tag of a redactor that has a name",
      code: `
        import { redactor } from "agent-guardrails/operations";
        const logs = redactor({ maxChars: 80 });
        export const said = (strings) => logs.line(strings);
      `,
      errors: [
        {
          messageId: "calledTag",
          data: { name: "line" },
          line: 4,
          column: 42,
          endLine: 4,
          endColumn: 60,
        },
      ],
    },
  ],
});

ruleTester.run("no-brand-assertion: types of the file", rule, {
  valid: [
    {
      name: "is silent about a type of the file whose argument only its functions give",
      code: `
        import type { ApprovedAction, UntrustedText } from "agent-guardrails";
        interface Envelope<T> { readonly raw: string; open(): T; each: (item: T) => void }
        export const envelope = (raw: string) => ({ raw, open: () => untrusted(raw), each: log }) as Envelope<UntrustedText>;
      `,
    },
    {
      name: "is silent about a type of the file that leaves its argument out",
      code: `
        import type { ApprovedAction, UntrustedText } from "agent-guardrails";
        type Named<T> = { readonly name: string };
        export const named = { name: "mail" } as Named<ApprovedAction>;
      `,
    },
    {
      name: "is silent about an object of our own that is said to have a guarded field",
      code: `
        import type { ApprovedAction, UntrustedText } from "agent-guardrails";
        interface Row { readonly action: ApprovedAction; readonly at: Date }
        export const row = (action: ApprovedAction) => ({ action, at: new Date() }) as Row;
      `,
    },
    {
      name: "is silent about one of several types that have a guarded field, of a value with a type",
      code: `
        import type { ApprovedAction, UntrustedText } from "agent-guardrails";
        interface Approved { readonly kind: "approved"; readonly action: ApprovedAction }
        export const approved = (event: { kind: string }) => (event as Approved).kind;
      `,
    },
    {
      name: "is silent about what was parsed into a type without a guarded field",
      code: `
        import type { ApprovedAction, UntrustedText } from "agent-guardrails";
        interface Row { readonly text: string; send(action: ApprovedAction): void }
        export const row = (text: string) => JSON.parse(text) as Row;
      `,
    },
    {
      name: "is silent about a part of a guarded type in what was parsed",
      code: `
        import type { ApprovedAction, UntrustedText } from "agent-guardrails";
        export const kindOf = (text: string) => JSON.parse(text) as { kind: ApprovedAction["kind"] };
      `,
    },
    {
      name: "is silent about what another parser gives, which says its type itself",
      code: `
        import type { ApprovedAction, UntrustedText } from "agent-guardrails";
        import { JSON } from "./typed-json";
        interface Row { readonly action: ApprovedAction }
        export const row = (text: string) => JSON.parse(text) as Row;
      `,
    },
  ],
  invalid: [
    {
      name: "reports an alias of the file",
      code: `
        import type { ApprovedAction, UntrustedText } from "agent-guardrails";
        type Mail = ApprovedAction<"mail">;
        export const mail = (message: unknown) => message as Mail;
      `,
      errors: [{ messageId: "assertion", data: { brand: "ApprovedAction" }, line: 4, column: 51, endLine: 4, endColumn: 66 }],
    },
    {
      name: "reports a field of what was parsed",
      code: `
        import type { ApprovedAction, UntrustedText } from "agent-guardrails";
        export const job = (message: string) => JSON.parse(message) as { id: string; action: ApprovedAction };
      `,
      errors: [{ messageId: "assertion", data: { brand: "ApprovedAction" }, line: 3, column: 49, endLine: 3, endColumn: 110 }],
    },
    {
      name: "reports an interface of the file with such a field, of the body of a request",
      code: `
        import type { ApprovedAction, UntrustedText } from "agent-guardrails";
        interface Job { readonly id: string; readonly actions: readonly { readonly approved?: Readonly<ApprovedAction> }[] | ApprovedAction[] }
        export async function POST(request: Request) {
          const { actions } = (await request.json()) as Job;
          return run(actions);
        }
      `,
      errors: [{ messageId: "assertion", data: { brand: "ApprovedAction" }, line: 5, column: 31, endLine: 5, endColumn: 60 }],
    },
    {
      name: "reports a field of what a person answered",
      code: `
        import type { ApprovedAction, UntrustedText } from "agent-guardrails";
        import { interrupt } from "@langchain/langgraph";
        export const ask = (draft: string) => interrupt({ draft }) as { ok: boolean; action: ApprovedAction<"mail"> };
      `,
      errors: [{ messageId: "assertion", data: { brand: "ApprovedAction" }, line: 4, column: 47, endLine: 4, endColumn: 118 }],
    },
    {
      name: "reports a type of the file that holds its argument",
      code: `
        import type { ApprovedAction, UntrustedText } from "agent-guardrails";
        type Result<T> = { readonly value: T } | { readonly error: string };
        export const result = (value: string) => ({ value }) as Result<UntrustedText>;
      `,
      errors: [{ messageId: "assertion", data: { brand: "UntrustedText" }, line: 4, column: 50, endLine: 4, endColumn: 86 }],
    },
    {
      name: "reports a type of the file that hands its argument on to another that holds it",
      code: `
        import type { ApprovedAction, UntrustedText } from "agent-guardrails";
        interface Page<T> { readonly items: T[] }
        type Answer<T> = Page<T>;
        export const answer = (items: any) => ({ items }) as Answer<ApprovedAction>;
      `,
      errors: [{ messageId: "assertion", data: { brand: "ApprovedAction" }, line: 5, column: 47, endLine: 5, endColumn: 84 }],
    },
  ],
});
