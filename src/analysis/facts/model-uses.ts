import type { AgentModel } from "../model.js";
import { definitionOf, functionOf } from "../origin/value.js";
import { returnedFrom } from "../project/source-file.js";
import { memberName, staticString, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import { namedModel, parseChatModel, type ModelSettings } from "./chat-models.js";

/** A chat model where it is used, with what is wrapped around it. */
export interface ModelUse extends ModelSettings {
  /** The call that makes it, in whichever file; absent where a string names it. */
  readonly call: CallNode | undefined;
  /** `withFallbacks`, `bindTools`, `withStructuredOutput`, …: the calls that wrap it, outermost first. */
  readonly wrappers: readonly { readonly name: string; readonly call: CallNode }[];
}

/** Methods of a chat model that give back something that runs the same model. */
const WRAPPERS = new Set(["bindTools", "bind", "withConfig", "withRetry", "withFallbacks", "withStructuredOutput", "withListeners", "withThinkingConfig"]);
const DEEPEST = 8;

/**
 * The chat model behind an expression: through constants, files, wrappers, and functions that only make it.
 * `undefined` where it cannot be told.
 */
export function modelBehind(node: Node, model: AgentModel): ModelUse | undefined {
  const wrappers: { name: string; call: CallNode }[] = [];
  let at = definitionOf(node);
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const name = staticString(at);
    if (name !== undefined) return { ...namedModel(name, undefined, model), call: undefined, wrappers };
    if (at.type !== "CallExpression" && at.type !== "NewExpression") return undefined;
    const chat = parseChatModel(at, model);
    if (chat) return { ...chat, wrappers };
    const callee = unwrapAwaited(at.callee);
    const method = callee.type === "MemberExpression" ? memberName(callee) : undefined;
    if (callee.type === "MemberExpression" && method !== undefined && WRAPPERS.has(method)) {
      wrappers.push({ name: method, call: at });
      at = definitionOf(callee.object);
      continue;
    }
    const made = returnedBy(at);
    if (!made) return undefined;
    at = definitionOf(made);
  }
  return undefined;
}

/** What a function of the project makes, where it makes one thing only. */
function returnedBy(call: CallNode): Node | undefined {
  const fn = call.type === "CallExpression" ? functionOf(call.callee) : undefined;
  const returned = returnedFrom(fn);
  return returned.length === 1 ? returned[0] : undefined;
}

/** How a message names a model: `claude-opus-4-1`. */
export function modelLabel({ name, provider }: Pick<ModelSettings, "name" | "provider">): string {
  return name ?? `a model of ${provider}`;
}
