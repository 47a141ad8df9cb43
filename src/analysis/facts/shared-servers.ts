import { handlerAround } from "../flow/trace.js";
import type { ClientServers, ExportPlace } from "../frameworks/framework.js";
import { frameworks } from "../frameworks/registry.js";
import type { AgentModel } from "../model.js";
import { methodCalls } from "../origin/calls.js";
import { isExport, originOf } from "../origin/origin.js";
import { definitionOf, functionOf, isWholeLiteral, propertyValue } from "../origin/value.js";
import { fileOf, variableOf } from "../project/source-file.js";
import { argumentAt, enclosingFunction, isUndefined, isWithin, memberName, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";

/** A server or a transport for one client that a request handler gives to every client. */
export interface SharedServer {
  readonly call: CallNode;
  /** The object that is shared, as the code names it. */
  readonly object: Node;
  readonly what: "server" | "transport";
}

export function findSharedServers(model: AgentModel): readonly SharedServer[] {
  return frameworks.flatMap(({ clientServers }) => (clientServers ? sharedServers(model, clientServers) : []));
}

function sharedServers(model: AgentModel, table: ClientServers): SharedServer[] {
  return methodCalls(model.file, [table.connect, table.handle]).flatMap((call): SharedServer[] => {
    const callee = unwrapAwaited(call.callee);
    if (callee.type !== "MemberExpression" || !isAnswering(call, model)) return [];
    const { object } = callee;
    if (memberName(callee) === table.connect) {
      const transport = argumentAt(call, 0);
      if (transport && isMadeBy(transport, table.alone)) return [];
      return isShared(object, (node) => isMadeBy(node, table.servers), 0) ? [{ call, object, what: "server" }] : [];
    }
    return isShared(object, (node) => isWithoutSessions(node, table), 0) ? [{ call, object, what: "transport" }] : [];
  });
}

/** Whether a call runs for a request: in a handler, or in a helper that one calls. */
function isAnswering(call: CallNode, model: AgentModel): boolean {
  return handlerAround(call, model.handlers) !== undefined || model.framesOf(call).some((frame) => model.handlers.some(({ fn }) => fn === outermost(frame)));
}

function outermost(frame: ReturnType<AgentModel["framesOf"]>[number]): FunctionNode {
  let at = frame;
  while (at.caller) at = at.caller;
  return at.fn;
}

/** Whether an expression in a handler stands for something that was made before the request: at the top of a module, or around the handler. */
function isShared(node: Node, isKind: (made: Node) => boolean, depth: number): boolean {
  const value = unwrapAwaited(node);
  if (depth > 4) return false;
  if (value.type === "CallExpression") {
    // getServer(), which makes it once and keeps it
    const maker = functionOf(value.callee);
    const returned = maker ? (fileOf(maker).index.bodies.get(maker)?.returned ?? []) : [];
    return returned.length > 0 && returned.every((each) => unwrapAwaited(each).type === "Identifier" && isShared(each, isKind, depth + 1));
  }
  if (value.type === "MemberExpression") {
    const made = definitionOf(value);
    return made !== value && enclosingFunction(made) === undefined && isKind(made);
  }
  if (value.type !== "Identifier") return false;
  const variable = variableOf(value);
  const definition = variable?.defs[0];
  if (!variable || !definition) return false;
  if (definition.type === "ImportBinding") {
    const made = definitionOf(value);
    return made !== value && enclosingFunction(made) === undefined && isKind(made);
  }
  const declarator = definition.node as Node;
  if (declarator.type !== "VariableDeclarator" || declarator.id.type !== "Identifier") return false;
  const owner = enclosingFunction(declarator);
  if (owner && (owner === enclosingFunction(value) || !isAround(owner, value))) return false;
  const values = [declarator.init, ...variable.references.flatMap((reference) => (reference.isWrite() && !reference.init && reference.writeExpr ? [reference.writeExpr] : []))];
  return values.some((each) => each && isKind(each));
}

/** Whether a function makes the handler that a place stands in: what it makes beside the handler, all requests see. */
function isAround(owner: FunctionNode, place: Node): boolean {
  const inner = enclosingFunction(place);
  return inner !== undefined && inner !== owner && isWithin(inner, owner);
}

function isMadeBy(node: Node, exports: readonly ExportPlace[]): boolean {
  return madeOf(node, exports, 0) !== undefined;
}

/** The `new` at the end of a value: written there, behind constants, or in a function that returns it. */
function madeOf(node: Node, exports: readonly ExportPlace[], depth: number): CallNode | undefined {
  const made = definitionOf(node);
  if (made.type === "NewExpression") {
    const origin = originOf(made.callee);
    return exports.some(({ modules, path }) => isExport(origin, modules, path)) ? made : undefined;
  }
  const maker = made.type === "CallExpression" && depth < 3 ? functionOf(made.callee) : undefined;
  for (const returned of maker ? (fileOf(maker).index.bodies.get(maker)?.returned ?? []) : []) {
    const inner = madeOf(returned, exports, depth + 1);
    if (inner) return inner;
  }
  return undefined;
}

/** Whether a transport tells its clients apart by nothing; for certain only, so an option that cannot be seen is one. */
function isWithoutSessions(node: Node, { transports, sessionKey }: ClientServers): boolean {
  const made = madeOf(node, transports, 0);
  if (!made) return false;
  const argument = argumentAt(made, 0);
  const options = argument && definitionOf(argument);
  if (!options) return made.arguments.length === 0;
  if (options.type !== "ObjectExpression" || !isWholeLiteral(options)) return false;
  const session = propertyValue(options, sessionKey);
  return session === undefined || isUndefined(definitionOf(session));
}
