import { isSecret } from "../flow/entitled-callers.js";
import { langgraphServer } from "../frameworks/langgraph-server.js";
import { frameworks } from "../frameworks/registry.js";
import type { AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { isExport, originOf, perOrigin } from "../origin/origin.js";
import { creationOf, definitionOf, isWholeLiteral, propertyValue } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { argumentAt, enclosingFunction, memberChain, staticString, type CallNode, type Node } from "../syntax/expression.js";
import type { Frame } from "./reach.js";

/** A call that works on a thread of a LangGraph server, or a conversation that a provider keeps, with the rights of the application, which may touch everybody's. */
export interface ServerThread {
  readonly call: CallNode;
  /** The id of the thread or the conversation. */
  readonly value: Node;
  /** The way by which a handler reaches the call in a helper. */
  readonly frame: Frame | undefined;
}

const { modules, client, onThread, ofCaller, key } = langgraphServer;
const isOnThread = perOrigin((origin) => Object.entries(onThread).some(([part, methods]) => methods.some((method) => isExport(origin, modules, [client, "new", part, method]))));

/** What takes the id of a conversation, with the number of its options and the keys of the id. */
const TAKING = frameworks.flatMap(({ conversations, runs }) =>
  conversations ? [...runs.map(({ modules: from, path, config }) => ({ modules: from, path, options: config, keys: conversations.runKeys })), ...conversations.sessions.map(({ modules: from, path, options, key: own }) => ({ modules: from, path, options, keys: [own] }))] : [],
);
const takingOf = perOrigin((origin) => TAKING.find((each) => isExport(origin, each.modules, each.path)));

export function findServerThreads(model: AgentModel): readonly ServerThread[] {
  return callsFrom(model.file, (origin) => isOnThread(origin) || takingOf(origin) !== undefined).flatMap((call): ServerThread[] => {
    const values = idsGiven(call).filter((value) => fileOf(value) === model.file);
    const ways = values.length > 0 ? model.framesOf(call) : [];
    const frames: readonly (Frame | undefined)[] = ways.length > 0 ? ways : [undefined];
    return values.flatMap((value) => frames.map((frame) => ({ call, value, frame })));
  });
}

function idsGiven(call: CallNode): readonly Node[] {
  const origin = originOf(call.callee);
  const taking = origin && takingOf(origin);
  const given = argumentAt(call, taking ? taking.options : 0);
  if (!given) return [];
  if (!taking) return actsForAll(creationOf(memberChain(call.callee).root)) ? [given] : [];
  return taking.keys.flatMap((each) => propertyValue(definitionOf(given), each) ?? []);
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
