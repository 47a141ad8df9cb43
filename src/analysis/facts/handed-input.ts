import type { TSESTree } from "@typescript-eslint/utils";
import { PARSING_METHODS } from "../frameworks/schema-libraries.js";
import { isLog } from "../flow/ownership.js";
import { fileOf, variableOf } from "../project/source-file.js";
import { argumentAt, isWithin, memberName, parameterPattern, unwrap, unwrapAwaited, wrapped, type CallNode, type Node } from "../syntax/expression.js";
import { holds, type HandlerPart } from "./handler-parts.js";
import { functionCalledBy } from "./reach.js";
import { ARGUMENTS, isPartOfWay, requestPathOf } from "./tool-arms.js";


/** The schema in `Schema.parse(request.params.arguments)`. */
export function schemaThatChecks({ node, frame }: Pick<HandlerPart, "node" | "frame">): Node | undefined {
  for (const call of fileOf(node).index.calls) {
    const callee = unwrapAwaited(call.callee);
    const given = argumentAt(call, 0);
    if (!given || callee.type !== "MemberExpression" || !PARSING_METHODS.has(memberName(callee) ?? "") || !isWithin(call, node)) continue;
    if (requestPathOf(given, frame)?.join() === ARGUMENTS.join()) return callee.object;
  }
  return undefined;
}

/** Whether what the model wrote leaves a part of a handler whole, with keys that nobody asked for. */
export function handsInputOn(part: HandlerPart): boolean {
  return fileOf(part.node).index.calls.some((call) => holds(part, call) && !isLog(call) && call.arguments.some((argument, index) => {
    const given = partsOf(argument).map((node) => requestPathOf(node, part.frame)).find((path) => isPartOfWay(path, ARGUMENTS));
    return given !== undefined && !takesApart(call, index, ARGUMENTS.length - given.length);
  }));
}

/** An argument, or what is spread or put into it. */
function partsOf(argument: Node): readonly Node[] {
  const value = unwrap(argument.type === "SpreadElement" ? argument.argument : argument);
  return value.type === "ObjectExpression" ? value.properties.map((property) => (property.type === "SpreadElement" ? property.argument : property.value)) : [value];
}

/** Whether the function that a call enters sees only keys that it names, which lie some steps below what it is given. */
function takesApart(call: CallNode, index: number, steps: number): boolean {
  const fn = functionCalledBy(call)?.fn;
  const parameter = fn?.params[index];
  const pattern = parameter && parameterPattern(parameter);
  if (!fn || !pattern) return false;
  return pattern.type === "Identifier" ? readsByName(pattern, steps) : steps === 0 && namesKeys(pattern);
}

/** `{ query, limit }` */
function namesKeys(pattern: Node): boolean {
  return pattern.type === "ObjectPattern" && pattern.properties.every(({ type }) => type === "Property");
}

/** Whether a parameter is only asked for keys, taken apart, or given to a schema: `request.params.arguments?.query`, `const { query } = args`, `Query.parse(args)`. */
function readsByName(name: TSESTree.Identifier, steps: number): boolean {
  const references = variableOf(name)?.references.filter((reference) => reference.isRead()) ?? [];
  return references.length > 0 && references.every((reference) => {
    let place = wrapped(reference.identifier);
    let keys = 0;
    while (place.parent?.type === "MemberExpression" && place.parent.object === place) {
      if (memberName(place.parent) === undefined) return false;
      place = wrapped(place.parent);
      keys += 1;
    }
    const user = place.parent;
    if (keys > steps) return true;
    if (keys < steps) return false;
    return (user?.type === "VariableDeclarator" && namesKeys(user.id)) || (user?.type === "CallExpression" && user.callee.type === "MemberExpression" && PARSING_METHODS.has(memberName(user.callee) ?? ""));
  });
}
