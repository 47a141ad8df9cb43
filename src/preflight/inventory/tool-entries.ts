import { findCreations } from "../../analysis/facts/creations.js";
import type { Tool } from "../../analysis/facts/tools.js";
import type { AgentModel, GuardedEffect } from "../../analysis/model.js";
import type { Guarding, ToolEffect, ToolEntry } from "../report.js";
import { placeOf } from "./places.js";

/** The tools that a file defines. */
export function toolEntries(model: AgentModel, root: string): readonly ToolEntry[] {
  return model.tools.filter((tool) => model.isHere(tool.node)).map((tool) => toolEntry(tool, model, root));
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
    deadline: code ? worst(model.agentHttpCalls.filter((each) => each.code.tool === tool).map(({ http }) => (http.isLocal || http.deadline === "set" ? "guarded" : http.deadline === "none" ? "unguarded" : "unknown"))) : hidden,
    quota: acting.length > 0 ? "unknown" : hidden,
    idempotency: code ? worst(model.derive(findCreations).filter((each) => each.code.tool === tool).map(({ keyed }) => (keyed === "yes" ? "guarded" : keyed === "no" ? "unguarded" : "unknown"))) : hidden,
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

const ORDER: readonly Guarding[] = ["unguarded", "unknown", "guarded"];

/** What holds of several things together: as little as of the least guarded one. */
export function worst(each: readonly Guarding[]): Guarding {
  return ORDER.find((guarding) => each.includes(guarding)) ?? "none-needed";
}
