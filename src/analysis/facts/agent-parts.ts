import type { AgentModel } from "../model.js";
import { matchesModule, originOf } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import { bindingOf, staticString, type Node } from "../syntax/expression.js";
import type { Agent } from "./agents.js";
import { parseChatModel } from "./chat-models.js";
import { checkpointerOf } from "./graphs.js";
import { agentOption } from "./guarded-options.js";

/** What an agent is made of, besides its tools. */
export interface AgentParts {
  /** The name it is given, or the variable that holds it. */
  readonly name: string | undefined;
  /** The model's name, or how the code writes it. */
  readonly model: string | undefined;
  /** Whether it has learned its answers by heart: no provider is behind it. */
  readonly modelIsFake: boolean;
  /** The exports that make its middleware: `summarizationMiddleware`. */
  readonly middleware: readonly string[];
  readonly checkpointer: "given" | "missing" | "unknown";
}

const MODEL_KEYS = ["model", "llm"];

export function agentPartsOf(agent: Agent, model: AgentModel): AgentParts {
  const named = agentOption(agent.options, "name");
  return {
    name: (named && staticString(definitionOf(named))) ?? bindingOf(agent.call),
    model: modelOf(agent, model),
    modelIsFake: isFake(agent),
    middleware: middlewareNames(agentOption(agent.options, "middleware"), model, 0),
    checkpointer: checkpointerOf(agent.options),
  };
}

function modelOf(agent: Agent, model: AgentModel): string | undefined {
  const given = givenModel(agent);
  if (!given) return undefined;
  const value = definitionOf(given);
  const written = staticString(value);
  if (written !== undefined) return written;
  const chat = value.type === "CallExpression" || value.type === "NewExpression" ? parseChatModel(value, model) : undefined;
  return chat?.name ?? model.textOf(given);
}

const FAKES = ["@langchain/core/testing", "@langchain/core/utils/testing", "ai/test"];

function isFake(agent: Agent): boolean {
  const given = givenModel(agent);
  return given !== undefined && matchesModule(originOf(given)?.module ?? "", FAKES);
}

function givenModel(agent: Agent): Node | undefined {
  return MODEL_KEYS.map((key) => agentOption(agent.options, key)).find((value) => value !== undefined);
}

function middlewareNames(node: Node | undefined, model: AgentModel, depth: number): string[] {
  const list = node && definitionOf(node);
  if (list?.type !== "ArrayExpression" || depth > 3) return [];
  return list.elements.flatMap((element) => {
    if (!element) return [];
    if (element.type === "SpreadElement") return middlewareNames(element.argument, model, depth + 1);
    const call = definitionOf(element);
    const maker = call.type === "CallExpression" ? originOf(call.callee)?.path.at(-1) : undefined;
    return [maker ?? model.textOf(element)];
  });
}
