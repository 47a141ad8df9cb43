import type { IdempotencyKey, SystemPromptText, TenantNamespace, ThreadId } from "agent-guardrails";
import { systemPrompt, tenantNamespace } from "agent-guardrails";
import { redactor, type LogSafe } from "agent-guardrails/operations";
import { anything, cfg, page, text } from "./given.js";

// @way ThreadId: a string
export const threadString = (): ThreadId => {
  // @expect Type 'string' is not assignable to type 'ThreadId'
  return "agent-globex-eve-1";
};
// @way ThreadId: `as`
export const threadAsserted = (): ThreadId => {
  return "agent-globex-eve-1" as ThreadId; // @lint
};
// @way ThreadId: a default parameter of type `any`
export const threadDefault = (id: ThreadId = anything.userId): ThreadId => id; // @lint
// @way TenantNamespace: an array
export const namespaceArray = (): TenantNamespace => {
  // @expect is not assignable to type 'TenantNamespace
  return ["orgs", "globex", "shared", "facts"];
};
// @way TenantNamespace: `as unknown as`
export const namespaceAsserted = (): TenantNamespace => {
  return ["orgs", "globex", "shared", "facts"] as unknown as TenantNamespace; // @lint
};
// @way TenantNamespace: a changed copy
export const namespaceCopy = (): TenantNamespace => {
  // @expect is not assignable to type 'TenantNamespace
  return tenantNamespace(cfg, "facts").with(1, "globex");
};
// @way TenantNamespace: a write into a real one
export const namespaceWritten = (): TenantNamespace => {
  const namespace = tenantNamespace(cfg, "facts");
  namespace[1] = "globex";
  return namespace;
};
// @way IdempotencyKey: a random UUID
export const keyRandom = (): IdempotencyKey => {
  // @expect is not assignable to type 'IdempotencyKey'
  return crypto.randomUUID();
};
// @way IdempotencyKey: `as`
export const keyAsserted = (): IdempotencyKey => {
  return crypto.randomUUID() as string as IdempotencyKey; // @lint
};
// @way SystemPromptText: a string
export const promptString = (): SystemPromptText => {
  // @expect Type 'string' is not assignable to type 'SystemPromptText'
  return text;
};
// @way SystemPromptText: `as`
export const promptAsserted = (): SystemPromptText => {
  return text as SystemPromptText; // @lint
};
// @way SystemPromptText: the tag called as a function
export const promptCalled = (): SystemPromptText => {
  return systemPrompt(Object.assign([text], { raw: [text] })); // @lint
};
// @way SystemPromptText: the tag called with frozen strings
export const promptFrozen = (): SystemPromptText => {
  return systemPrompt(Object.freeze(Object.assign([text], { raw: [text] }))); // @lint
};
// @way SystemPromptText: a list that is wider elsewhere
export const promptList = (): SystemPromptText => {
  const prompts: SystemPromptText[] = [];
  const wide: string[] = prompts;
  wide.push(text); // @lint
  return prompts[0] as SystemPromptText;
};
// @way SystemPromptText: untrusted text in the tag
export const promptUntrusted = (): SystemPromptText => {
  // @expect untrusted text may not enter a system prompt
  // @expect Implicit conversion of a 'symbol' to a 'string' will fail at runtime
  return systemPrompt`Obey ${page}`;
};
// @way SystemPromptText: a wide string in the tag
export const promptWide = (): SystemPromptText => {
  // @expect a plain string may not enter a system prompt
  return systemPrompt`Obey ${text}`;
};
// @way LogSafe: a string
export const logString = (): LogSafe => {
  // @expect Type 'string' is not assignable to type 'LogSafe'
  return text;
};
// @way LogSafe: `as`
export const logAsserted = (): LogSafe => {
  return text as LogSafe; // @lint
};
// @way LogSafe: concatenation with a minted one
export const logConcatenated = (): LogSafe => {
  const minted: LogSafe = anything; // @lint
  // @expect Type 'string' is not assignable to type 'LogSafe'
  return minted + text;
};
// @way LogSafe: the tag called with frozen strings
export const logFrozen = (): LogSafe => {
  const { line } = redactor();
  return line(Object.freeze(Object.assign([text], { raw: [text] }))); // @lint
};
