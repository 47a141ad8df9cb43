import { basename } from "node:path";
import { CONSOLE_METHODS, loggers } from "../frameworks/loggers.js";
import { callsWithin } from "../flow/gates.js";
import { conditionsOn } from "../flow/conditions.js";
import type { AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { matchesModule, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf, functionOf, propertyValue } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { argumentAt, memberName, staticString, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";

/** A call that writes into a log. */
export interface LogCall {
  readonly call: CallNode;
  /** Whether the logger itself takes out what stands under a key; `undefined` asks for an object that is logged whole. */
  readonly hides: (key: string | undefined) => boolean;
}

const HIDES_NOTHING = (): boolean => false;
const LEVELS = new Set(["info", "warn", "error", "log", "fatal"]);
const DEBUGGING = /debug|verbose|NODE_ENV|__DEV__|LOG_LEVEL/iu;

/** Every call of a file that writes into a log in production: not below the default level, and not behind a test for debugging. */
export function findLogCalls(model: AgentModel): readonly LogCall[] {
  // A module that is there for debugging says so in its name.
  if (/debug/iu.test(basename(model.file.path))) return [];
  return callsFrom(model.file, isLog, LEVELS).flatMap((call): LogCall[] => {
    const hides = call.type === "CallExpression" ? logOf(call) : undefined;
    return hides && !conditionsOn(call).some((test) => DEBUGGING.test(fileOf(test).text.slice(test.range[0], test.range[1]))) ? [{ call, hides }] : [];
  });
}

function logOf(call: CallNode): LogCall["hides"] | undefined {
  if (isForeignLog(call)) return hidingOf(call);
  const callee = unwrapAwaited(call.callee);
  return callee.type === "MemberExpression" && LEVELS.has(memberName(callee) ?? "") && isOwnLogger(callee) ? HIDES_NOTHING : undefined;
}

function isForeignLog(call: CallNode): boolean {
  const origin = originOf(call.callee);
  return origin !== undefined && isLog(origin);
}

const isLog = perOrigin(({ module, path }) => {
  const method = path.at(-1) ?? "";
  if (module === undefined || module === "console") return path.at(-2) === "console" && path.length === 2 && CONSOLE_METHODS.has(method);
  return path.length > 0 && loggers.some(({ modules, methods }) => methods.has(method) && matchesModule(module, modules));
});

/** `createLogger("chat").info(…)` of the project, where what it is made of writes into a log. */
function isOwnLogger(callee: Node): boolean {
  const method = functionOf(callee);
  if (method) return callsWithin(method).some(isForeignLog);
  const made = callee.type === "MemberExpression" ? definitionOf(callee.object) : undefined;
  const maker = made?.type === "CallExpression" ? functionOf(made.callee) : undefined;
  return maker !== undefined && callsWithin(maker).some(isForeignLog);
}

/** `redact` of pino, and a format of winston that is not its own. */
function hidingOf(call: CallNode): LogCall["hides"] {
  const maker = makerOf(call);
  const options = maker?.arguments.map((argument) => definitionOf(argument)).find((argument) => argument.type === "ObjectExpression");
  if (!options) return HIDES_NOTHING;
  const format = propertyValue(options, "format");
  if (format && hasOwnFormat(format, 0)) return () => true;
  const redact = propertyValue(options, "redact");
  if (!redact) return HIDES_NOTHING;
  const paths = pathsOf(redact);
  return (key) => paths === undefined || key === undefined || paths.some((path) => path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`) || path.startsWith("*"));
}

/** The call that made a logger: `pino({ … })` of `pino({ … }).child({ … })`. */
function makerOf(call: CallNode): CallNode | undefined {
  const callee = unwrapAwaited(call.callee);
  let holder = callee.type === "MemberExpression" ? definitionOf(callee.object) : undefined;
  while (holder?.type === "CallExpression") {
    const inner = unwrapAwaited(holder.callee);
    if (inner.type !== "MemberExpression" || memberName(inner) !== "child") return holder;
    holder = definitionOf(inner.object);
  }
  return undefined;
}

function pathsOf(redact: Node): readonly string[] | undefined {
  const value = definitionOf(redact);
  const list = value.type === "ObjectExpression" ? propertyValue(value, "paths") : value;
  const elements = list && definitionOf(list);
  if (elements?.type !== "ArrayExpression") return undefined;
  const paths = elements.elements.map((element) => (element && element.type !== "SpreadElement" ? staticString(definitionOf(element)) : undefined));
  return paths.every((path) => path !== undefined) ? paths : undefined;
}

function hasOwnFormat(format: Node, depth: number): boolean {
  const call = definitionOf(format);
  if (call.type !== "CallExpression" || depth > 3) return true;
  const module = originOf(call.callee)?.module;
  const first = argumentAt(call, 0);
  if (module !== "winston" && module !== "logform") return true;
  return first?.type === "CallExpression" && call.arguments.some((argument) => hasOwnFormat(argument, depth + 1));
}
