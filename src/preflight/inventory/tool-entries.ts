import { findAuthedTools, type AuthedTool } from "../../analysis/facts/authed-tools.js";
import { findCreations } from "../../analysis/facts/creations.js";
import type { HttpCall } from "../../analysis/facts/http.js";
import { findUnboundedTools } from "../../analysis/facts/tool-quotas.js";
import type { Tool } from "../../analysis/facts/tools.js";
import type { AgentModel, GuardedEffect } from "../../analysis/model.js";
import type { Guarding, ToolEffect, ToolEntry } from "../report.js";
import { placeOf } from "./places.js";

/** The tools that a file defines. */
export function toolEntries(model: AgentModel, root: string): readonly ToolEntry[] {
  const own = model.tools.filter((tool) => model.isHere(tool.node)).map((tool) => toolEntry(tool, model, root));
  return [...own, ...model.derive(findAuthedTools).map((tool) => authedEntry(tool, root))];
}

function toolEntry(tool: Tool, model: AgentModel, root: string): ToolEntry {
  const code = model.codeOf(tool);
  const guarded = code ? model.effectsOf(code) : [];
  const acting = guarded.filter(({ effect }) => effect.kind !== "write");
  const hidden: Guarding = code ? "none-needed" : "unknown";
  return {
    ...placeOf(tool.node, root),
    name: tool.name ?? null,
    framework: tool.framework.id,
    effects: effectsOf(guarded),
    readsUntrusted: model.readsForeignText(tool),
    approval: code ? worst(acting.map(({ approval }) => approval)) : hidden,
    deadline: code ? worst(model.agentHttpCalls.filter((each) => each.code.tool === tool).map(({ http }) => deadlineOf(http))) : hidden,
    quota: acting.length > 0 ? (model.derive(findUnboundedTools).some((each) => each.tool === tool) ? "unguarded" : "guarded") : hidden,
    idempotency: code ? worst(model.derive(findCreations).filter((each) => each.code.tool === tool).map(({ keyed }) => (keyed === "yes" ? "guarded" : keyed === "no" ? "unguarded" : "unknown"))) : hidden,
  };
}

const DECLARED = { write: "writes", external: "acts outside", destructive: "destroys something" } as const;

/** A tool of the guards is what it says it is, because it is held to that when it runs. */
function authedEntry(tool: AuthedTool, root: string): ToolEntry {
  const { effect = "destructive" } = tool;
  const acting = effect === "external" || effect === "destructive";
  const approval: Guarding = acting ? (tool.asks ? "guarded" : "unknown") : "none-needed";
  return {
    ...placeOf(tool.node, root),
    name: tool.name ?? null,
    framework: "agent-guardrails",
    effects: effect === "read" ? [] : [{ kind: effect, label: DECLARED[effect], approval: effect === "write" ? "none-needed" : approval }],
    readsUntrusted: tool.readsUntrusted,
    approval,
    deadline: tool.hasDeadline ? "guarded" : worst(tool.requests.map(deadlineOf)),
    quota: acting ? (tool.hasQuota ? "guarded" : "unguarded") : "none-needed",
    idempotency: acting && tool.asks ? "guarded" : "none-needed",
  };
}

/** One entry for each thing that a tool does, however many calls do it; the least guarded of them counts. */
function effectsOf(guarded: readonly GuardedEffect[]): readonly ToolEffect[] {
  const effects = new Map<string, ToolEffect>();
  for (const { effect, approval } of guarded) {
    const key = `${effect.kind} ${effect.does}`;
    const known = effects.get(key);
    effects.set(key, { kind: effect.kind, label: effect.does, approval: worst(known ? [known.approval, approval] : [approval]) });
  }
  return [...effects.values()];
}

export function deadlineOf(http: HttpCall): Guarding {
  return http.isLocal || http.deadline === "set" ? "guarded" : http.deadline === "none" ? "unguarded" : "unknown";
}

const ORDER: readonly Guarding[] = ["unguarded", "unknown", "guarded"];

/** What holds of several things together: as little as of the least guarded one. */
export function worst(each: readonly Guarding[]): Guarding {
  return ORDER.find((guarding) => each.includes(guarding)) ?? "none-needed";
}
