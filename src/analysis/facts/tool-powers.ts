import { prebuiltToolOf } from "../effects/prebuilt-tools.js";
import type { AgentModel } from "../model.js";
import type { Agent, HeldTool } from "./agents.js";

/** What a tool can do in the hands of an agent. */
export interface ToolPower {
  /** What the agent calls it by, for messages. */
  readonly name: string;
  /** Whether it brings in text that anybody may have written. */
  readonly reads: boolean;
  /** What it does outside, to be read after "which", whatever guards it. */
  readonly acts: string | undefined;
  /** The same where nothing asks before. */
  readonly actsUnasked: string | undefined;
}

/** The powers of every tool that an agent holds and that can be seen. */
export function powersOf(agent: Agent, model: AgentModel): ToolPower[] {
  return agent.tools.flatMap((held) => powerOf(held, agent, model) ?? []);
}

function powerOf(held: HeldTool, agent: Agent, model: AgentModel): ToolPower | undefined {
  const { tool } = held;
  if (!tool) {
    const prebuilt = prebuiltToolOf(held.node);
    if (!prebuilt) return undefined;
    const name = held.key ?? prebuilt.name ?? model.textOf(held.node);
    const asked = agent.approvals === "unknown" || agent.approvals.has(name);
    return { name, reads: prebuilt.reads === true, acts: prebuilt.does, actsUnasked: asked ? undefined : prebuilt.does };
  }
  const effects = model.effectsInHandsOf(agent, tool).filter(({ effect }) => effect.certainty === "certain" && effect.kind !== "write");
  return {
    name: held.key ?? tool.name ?? "a tool",
    reads: model.readsForeignText(tool),
    acts: effects[0]?.effect.does,
    actsUnasked: effects.find(({ approval }) => approval === "unguarded")?.effect.does,
  };
}
