import type { StructuredToolInterface } from "@langchain/core/tools";
import { boundTool } from "./bound-tool.js";
import type { Branded, Problem } from "./brand.js";
import { factsOf, type GuardedTool, type ToolFacts } from "./guarded-tool.js";
import type { KillSwitch } from "./kill-switch.js";
import type { SystemPromptText } from "./system-prompt.js";

/** Nothing is known of an `any`, so it may do everything. */
type FactsOf<Tool> = 0 extends 1 & Tool ? ToolFacts : Tool extends Branded<"GuardedTool", infer Facts> ? Facts : never;
/** Names of the tools that may read untrusted text. A widened fact counts as "may". */
type Readers<Tools extends readonly unknown[]> = {
  [Index in keyof Tools]: FactsOf<Tools[Index]> extends infer Facts extends ToolFacts
    ? "untrusted" extends Facts["reads"] ? Facts["name"] : never
    : never;
}[number];
/** Names of the tools that may act outside. */
type Actors<Tools extends readonly unknown[]> = {
  [Index in keyof Tools]: FactsOf<Tools[Index]> extends infer Facts extends ToolFacts
    ? "external" extends Facts["effect"] ? Facts["name"] : never
    : never;
}[number];

/** `unknown` for a set that one agent may hold, else the problem. */
export type Separated<Tools extends readonly unknown[]> =
  [Readers<Tools>] extends [never] ? unknown
  : [Actors<Tools>] extends [never] ? unknown
  : Problem<`one agent may not hold both '${Readers<Tools>}' (reads untrusted text) and '${Actors<Tools>}' (acts outside): split planner and executor`>;

/** A plain mutable tuple, as LangChain wants it. Not branded: a branded tuple costs `createAgent` a second of checking per 100 tools. */
export type ToolSet<Tools extends readonly GuardedTool[] = readonly GuardedTool[]> = { -readonly [Index in keyof Tools]: Tools[Index] };

/** What holds for a whole set. */
export interface ToolSetOptions {
  /** Turns off every tool of this set at once, so that the agent can only answer. */
  killSwitch?: KillSwitch;
}

/**
 * The tools of one agent, for `ToolNode` and `bindTools`.
 *
 * @throws {TypeError} for an unclassified tool, two tools of one name, or a set that both reads untrusted text and acts outside.
 */
export function toolSet<const Tools extends readonly GuardedTool[]>(
  tools: Tools & Separated<NoInfer<Tools>>, options: ToolSetOptions = {},
): ToolSet<Tools> {
  const facts = tools.map(factsOf);
  const names = facts.map(({ name }) => name);
  if (new Set(names).size < names.length) throw new TypeError(`two tools have one name: ${names.join(", ")}`);
  const readers = facts.filter(({ reads }) => reads === "untrusted").map(({ name }) => name);
  const actors = facts.filter(({ effect }) => effect === "external").map(({ name }) => name);
  if (readers.length > 0 && actors.length > 0) {
    throw new TypeError(`one agent may not hold both ${readers.join(", ")} (reads untrusted text) and ${actors.join(", ")} (acts outside)`);
  }
  const { killSwitch } = options;
  const held = killSwitch
    ? tools.map((tool, index) => boundTool(tool as unknown as StructuredToolInterface, facts[index] ?? factsOf(tool), { killSwitch, guarded: true }))
    : [...tools];
  return held as unknown as ToolSet<Tools>;
}

/** The options of an agent that `guard` checks. */
export interface GuardedAgent<Tools extends readonly GuardedTool[]> extends ToolSetOptions {
  systemPrompt: SystemPromptText;
  tools: Tools & Separated<NoInfer<Tools>>;
}

/**
 * The two options of an agent that matter most, checked. Spread it, which keeps LangChain's own inference:
 * `createAgent({ model, ...guard({ systemPrompt, tools }) })`.
 *
 * @throws {TypeError} for an unclassified tool, two tools of one name, or a set that both reads untrusted text and acts outside.
 */
export function guard<const Tools extends readonly GuardedTool[]>(
  agent: GuardedAgent<Tools>,
): { systemPrompt: SystemPromptText; tools: ToolSet<Tools> } {
  return { systemPrompt: agent.systemPrompt, tools: toolSet<Tools>(agent.tools, agent.killSwitch ? { killSwitch: agent.killSwitch } : {}) };
}
