import { originOf } from "../origin/origin.js";
import type { AgentCode, AgentModel } from "../model.js";
import { argumentAt, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import { creationsOf, findCreations, isOfModel, keyIn, type Creation } from "./creations.js";
import { parseHttpCall } from "./http.js";
import { definitionIn, type Frame, type ReachedCall } from "./reach.js";

/** The last step to an export that has its effect once more when it is called once more: what updates or deletes has it already. */
const AGAIN = /^(?:create\w*|add\w*|append|insert|quickAdd|post\w*|send\w*|publish\w*|tweet\w*|reply|capture\w*|authorize\w*|sale|refund\w*|transfer)$/u;

/** How far objects inside of objects are looked through for a key. */
const DEEPEST = 8;

/** The calls of tools that are done twice when they are run twice: what they create, and what they send through a package. */
export function findRepeatedEffects(model: AgentModel): readonly Creation[] {
  return repeated("tool", model.derive(findCreations), model);
}

/** The same for the nodes of graphs. */
export function findRepeatedNodeEffects(model: AgentModel): readonly Creation[] {
  return repeated("node", creationsOf("node", model), model);
}

function repeated(kind: AgentCode["kind"], creations: readonly Creation[], model: AgentModel): readonly Creation[] {
  const known = new Set<Node>(creations.map(({ reached }) => reached.call));
  return [...creations.filter(({ certainty }) => certainty === "certain"), ...model.agentCode.flatMap((code) => (code.kind === kind ? sentBy(code, model, known) : []))];
}

function sentBy(code: AgentCode, model: AgentModel, known: ReadonlySet<Node>): Creation[] {
  return model.effectsOf(code).flatMap(({ effect: { kind, certainty, label, reached } }): Creation[] => {
    if (kind !== "external" || certainty !== "certain" || !isCall(reached) || known.has(reached.call)) return [];
    const origin = originOf(reached.call.callee);
    if (origin?.module === undefined || !AGAIN.test(origin.path.at(-1) ?? "") || parseHttpCall(reached.call, reached.frame)) return [];
    return [{ code, reached, certainty, place: reached.place, label, ...keyAmong(reached.call, reached.frame, model) }];
  });
}

function isCall(reached: { readonly call: Node }): reached is ReachedCall {
  return reached.call.type === "CallExpression" || reached.call.type === "NewExpression";
}

/** A key in one of the objects that a call is given, or in an object inside of it. */
function keyAmong(call: CallNode, frame: Frame, model: AgentModel): Pick<Creation, "keyed" | "key"> {
  let keyed: "no" | "unknown" = "no";
  for (const argument of call.arguments) {
    const found = argument.type === "SpreadElement" ? undefined : keyBelow(argument, frame, model, 0);
    if (found === undefined) keyed = "unknown";
    else if (found !== "none") return { keyed: "yes", key: found };
  }
  return { keyed, key: undefined };
}

function keyBelow(node: Node, frame: Frame, model: AgentModel, depth: number): Node | "none" | undefined {
  const value = definitionIn(node, frame);
  // new SendEmailCommand({ … })
  const made = value.node.type === "NewExpression" && value.node.arguments.length === 1 ? argumentAt(value.node, 0) : undefined;
  if (made) return keyBelow(made, value.frame ?? frame, model, depth + 1);
  if (value.node.type !== "ObjectExpression") return isPlain(value.node) || isOfModel(node, frame, model) ? "none" : undefined;
  const own = keyIn(value.node);
  if (own !== "none" && own !== undefined) return own;
  let whole = true;
  for (const property of value.node.properties) {
    const inner = property.type === "SpreadElement" ? property.argument : property.value;
    // What stands under a name that is no key's is looked into where it is an object.
    if (property.type !== "SpreadElement" && unwrapAwaited(inner).type !== "ObjectExpression") continue;
    const found = depth < DEEPEST ? keyBelow(inner, value.frame ?? frame, model, depth + 1) : undefined;
    if (found !== undefined && found !== "none") return found;
    if (found === undefined) whole = false;
  }
  return whole ? "none" : undefined;
}

function isPlain(node: Node): boolean {
  return node.type === "Literal" || node.type === "TemplateLiteral" || node.type === "ArrayExpression" || node.type === "BinaryExpression";
}
