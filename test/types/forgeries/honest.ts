/** What looks like a forgery and is none: the compiler takes it, and lint is silent. */
import { EventEmitter } from "node:events";
import { createAgent, FakeToolCallingModel } from "langchain";
import { delimit, systemPrompt, tenantStore, threadId, untrusted, withConfig, type AuthedConfig, type ThreadId, type UntrustedText, type VerifiedIdentity } from "agent-guardrails";
import { redactor } from "agent-guardrails/operations";
import { guard } from "agent-guardrails/tools";
import { ada, anything, auth, cfg, fromJson, lookup } from "./given.js";

const { redact, line, redactRecord } = redactor();
const byName = new Map<string, VerifiedIdentity>([["ada", ada]]);
export const found: VerifiedIdentity | undefined = byName.get("ada");
export const all: readonly VerifiedIdentity[] = [...byName.values()].filter(({ role }) => role !== "");
export const box: { id: VerifiedIdentity; raw: unknown; note?: string } = { id: ada, raw: anything, note: anything };
// Where a plain text is as welcome, nothing is claimed of an `any`.
export const lines = [redact(anything), redact(fromJson("\"x\"")), line`${anything} ${ada.userId}`, redactRecord(anything)];
export const store = tenantStore(anything);
export const text: string | UntrustedText = anything;
export const taken = [untrusted(anything, "web"), delimit(untrusted("x", anything))];
export const verified = auth.authenticate(anything).then((identity: VerifiedIdentity) => identity.userId);
export const required = [anything].map((config) => auth.require(config));
export const threads = all.map((identity: VerifiedIdentity): ThreadId => threadId(identity, anything));
export const logins = new EventEmitter<{ login: [VerifiedIdentity] }>();
logins.on("login", (identity: VerifiedIdentity) => identity.userId);
logins.on("login", (identity) => identity.userId);
export class Session {
  identity!: VerifiedIdentity;
  readonly others: VerifiedIdentity[] = [];
  async begin(credential: string): Promise<void> {
    this.identity = await auth.authenticate(credential);
    this.others.push(this.identity);
  }
}
export function callerOf(config: AuthedConfig): VerifiedIdentity;
export function callerOf(config: AuthedConfig | undefined): VerifiedIdentity | undefined;
export function callerOf(config?: AuthedConfig): VerifiedIdentity | undefined {
  return config?.identity;
}
export const quiet = withConfig(cfg, { tags: anything, metadata: fromJson("{}") });
export const merged = Object.assign({}, { limit: 1 }, anything);
export const cloned = structuredClone({ userId: ada.userId });
const tone = "kind" as "kind" | "brief";
export const agent = createAgent({ model: new FakeToolCallingModel(anything), ...guard({ systemPrompt: systemPrompt`Be ${tone}.`, tools: [lookup] }) });
export const answer = agent.invoke(anything, auth.stamp(ada, { threadId: threadId(ada, "s") }));
