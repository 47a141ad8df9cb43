import type { TSESTree } from "@typescript-eslint/utils";
import { decides, mayPrecede } from "../flow/dominance.js";
import { fileOf } from "../project/source-file.js";
import { findProperty, type Node } from "../syntax/expression.js";
import { isApproving, type Agent } from "./agents.js";
import type { Interrupt } from "./interrupts.js";
import type { Tool } from "./tools.js";

/** The names by which an agent's tools are called; `undefined` where the list or a name cannot be seen. */
export function toolNames(agent: Agent): ReadonlySet<string> | undefined {
  if (!agent.toolsComplete || agent.tools.length === 0) return undefined;
  const names = new Set<string>();
  for (const held of agent.tools) {
    // A record names its tools by key.
    const name = held.key ?? held.tool?.name;
    if (name === undefined || !held.tool) return undefined;
    names.add(name);
    if (held.tool.name !== undefined) names.add(held.tool.name);
  }
  return names;
}

/** `needsApproval: false` and its like, in a tool's own options. */
export function findOwnInertApprovals(tools: readonly Tool[]): { property: TSESTree.Property; tool: Tool }[] {
  return tools.flatMap((tool) => {
    const { options } = tool;
    if (!options || !fileOf(options).linted) return [];
    return tool.framework.approval.toolKeys.flatMap((key) => {
      const property = findProperty(options, key);
      return property && !isApproving(property.value) ? [{ property, tool }] : [];
    });
  });
}

/** Whether an interrupt's answer has no say in an effect that follows it. */
export function ignoresAnswer(interrupt: Interrupt, place: Node): boolean {
  // The guard `approve()` throws on a refusal; its answer need not be looked at.
  if (!interrupt.direct || interrupt.refuses) return false;
  return mayPrecede(interrupt.call, place) && !decides(interrupt.call, place);
}
