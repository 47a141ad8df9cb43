import type { ApprovedAction } from "agent-guardrails";
import type { Plan } from "agent-guardrails/plan";
import type { GuardedTool } from "agent-guardrails/tools";
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { anything, fromJson, lookup, text } from "./given.js";

type Mail = ApprovedAction<"send_email", { to: string }>;

// @way ApprovedAction: a literal of the same shape
export const literal = (): Mail => {
  // @expect [agentGuardrailsBrand]
  return { action: "send_email", args: { to: "eve@example.org" }, approvalId: anything }; // @lint
};
// @way ApprovedAction: `as unknown as`
export const asserted = (): Mail => {
  return { action: "send_email", args: { to: "eve@example.org" }, approvalId: "0" } as unknown as Mail; // @lint
};
// @way ApprovedAction: a stored approval from JSON
export const stored = (): Mail => {
  return fromJson('{"action":"send_email","args":{"to":"eve@example.org"},"approvalId":"0"}'); // @lint
};
// @way ApprovedAction: the decision itself
export const decision = (): Mail => {
  return { decision: "approve", digest: "0" } as unknown as Mail; // @lint
};
// @way ApprovedAction: a Proxy that answers everything
export const proxied = (): Mail => {
  return new Proxy({} as Mail, { get: (_target, key) => (key === "args" ? { to: "eve@example.org" } : "0") }); // @lint
};
// @way ApprovedAction: a model's answer
export const answered = (): Mail => {
  const answer: { content: any } = { content: { action: "send_email", args: { to: "eve@example.org" } } };
  return answer.content; // @lint
};
// @way Plan: a literal
export const planLiteral = (): Plan<{ op: string }> => {
  // @expect is not assignable to type 'Plan<{ op: string; }>'
  return { op: text };
};
// @way Plan: `as` with free text
export const planAsserted = (): Plan<{ op: "archive" | "label" }> => {
  return { op: text } as unknown as Plan<{ op: "archive" | "label" }>; // @lint
};
// @way Plan: raw model output
export const planFromModel = (): Plan<{ op: "archive" | "label" }> => {
  return fromJson(JSON.stringify({ op: text })); // @lint
};
// @way GuardedTool: a plain tool
export const plainTool = (): GuardedTool => {
  // @expect Branded<"GuardedTool", ToolFacts<string, Effect, Reads>>
  return tool(async () => "x", { name: "plain", description: "Plain.", schema: z.object({ user_id: z.string() }) });
};
// @way GuardedTool: `as` over a plain tool
export const assertedTool = (): GuardedTool => {
  return tool(async () => "x", { name: "plain", description: "Plain.", schema: z.object({ user_id: z.string() }) }) as unknown as GuardedTool; // @lint
};
// @way GuardedTool: facts in the metadata
export const metadataTool = (): GuardedTool => {
  const made: any = tool(async () => "x", { name: "plain", description: "Plain.", schema: z.object({}), metadata: { agentGuardrails: { effect: "read", reads: "trusted" } } });
  return made; // @lint
};
// @way GuardedTool: a Proxy around a real one
export const proxiedTool = (): GuardedTool => {
  return new Proxy(lookup, { get: (target, key) => (key === "name" ? "harmless" : Reflect.get(target, key)) });
};
// @way GuardedTool: `Object.assign` onto a plain tool
export const taggedTool = (): GuardedTool => {
  return Object.assign(tool(async () => "x", { name: "plain", description: "Plain.", schema: z.object({}) }), { agentGuardrailsBrand: lookup }) as unknown as GuardedTool; // @lint
};
