import { isSecret } from "../flow/entitled-callers.js";
import { langgraphServer } from "../frameworks/langgraph-server.js";
import type { AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { isExport, perOrigin } from "../origin/origin.js";
import { creationOf, definitionOf, isWholeLiteral, propertyValue } from "../origin/value.js";
import { argumentAt, enclosingFunction, memberChain, staticString, type CallNode, type Node } from "../syntax/expression.js";
import type { Frame } from "./reach.js";

/** A call that works on a thread of a LangGraph server with the rights of the application, which may touch everybody's. */
export interface ServerThread {
  readonly call: CallNode;
  /** The id of the thread. */
  readonly value: Node;
  /** The way by which a handler reaches the call in a helper. */
  readonly frame: Frame | undefined;
}

const { modules, client, onThread, ofCaller, key } = langgraphServer;
const isOnThread = perOrigin((origin) => Object.entries(onThread).some(([part, methods]) => methods.some((method) => isExport(origin, modules, [client, "new", part, method]))));

export function findServerThreads(model: AgentModel): readonly ServerThread[] {
  return callsFrom(model.file, isOnThread).flatMap((call): ServerThread[] => {
    const value = argumentAt(call, 0);
    if (!value || !actsForAll(creationOf(memberChain(call.callee).root))) return [];
    const frames = model.framesOf(call);
    return frames.length > 0 ? frames.map((frame) => ({ call, value, frame })) : [{ call, value, frame: undefined }];
  });
}

/** Whether a client has one key for all callers: made once for the module, or with the key of the environment and nothing else that could be a caller's. */
function actsForAll(made: Node): boolean {
  if (made.type !== "NewExpression") return false;
  if (enclosingFunction(made) === undefined) return true;
  const given = argumentAt(made, 0);
  const options = given && definitionOf(given);
  if (!options) return made.arguments.length === 0;
  if (!isWholeLiteral(options) || ofCaller.some((name) => propertyValue(options, name))) return false;
  const own = propertyValue(options, key);
  return own === undefined || isSecret(own) || staticString(definitionOf(own)) !== undefined;
}
