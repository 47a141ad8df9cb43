import type { TSESTree } from "@typescript-eslint/utils";
import { streamingRuns } from "../frameworks/streaming.js";
import type { AgentModel } from "../model.js";
import { isExport, isGlobal, originOf } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { fileOf, variableOf } from "../project/source-file.js";
import { argumentAt, enclosingFunction, findAncestor, isFunction, isUndefined, isWithin, memberName, parameterPattern, staticString, unwrapAwaited, wrapped, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { findHandlerRuns, type HandlerRun } from "./agent-runs.js";
import { lookUp } from "./options.js";
import type { Frame } from "./reach.js";

/** A run of an agent that a request handler waits for, only to send the last message. */
export interface WholeAnswer {
  readonly call: CallNode;
  /** What runs the same agent piece by piece, as code: `stream`. */
  readonly instead: string;
}

/** What runs an agent to its end, and what streams it. */
const INSTEAD: Readonly<Record<string, string>> = { invoke: "stream", generate: "stream", generateText: "streamText", run: "run(…, { stream: true })", wait: "runs.stream" };
const STREAMING = new Set<string>(streamingRuns.flatMap(({ kind, name }) => (kind === "option" ? [] : [name.split(".").at(-1) ?? name])));
const STREAM_OPTION = streamingRuns.find(({ kind }) => kind === "option")?.name ?? "";

/** Answers of which the user sees nothing before the last word. Certain only: what the answer is used for has to be in sight. */
export function findWholeAnswers(model: AgentModel): readonly WholeAnswer[] {
  const runs = model.derive(findHandlerRuns);
  const found = runs.flatMap((run): WholeAnswer[] => {
    const instead = INSTEAD[run.method];
    const { kind, fn } = run.handler;
    if (instead === undefined || kind === "action" || kind === "step" || isStreamed(run) || isStructured(run) || !isConversation(run)) return [];
    if (runs.some((other) => other.handler === run.handler && (STREAMING.has(other.method) || isStreamed(other))) || isElsewhere(run, model)) return [];
    return isOnlySent(run.call, run.frame, fn) ? [{ call: run.call, instead }] : [];
  });
  return [...new Map(found.map((answer) => [answer.call, answer])).values()];
}

/** `run(agent, input, { stream: true })`, or options that cannot be seen. */
function isStreamed({ call, method }: HandlerRun): boolean {
  if (method !== "run") return false;
  const options = argumentAt(call, 2);
  const found = options && lookUp(options, STREAM_OPTION, undefined);
  if (found === undefined) return false;
  return found === "unknown" || !isFalse(found.node);
}

function isFalse(node: Node): boolean {
  const value = definitionOf(node);
  return isUndefined(value) || (value.type === "Literal" && value.value === false);
}

/** Options by which an answer is data: it is checked as a whole before anybody sees it. */
const STRUCTURING = ["responseFormat", "output", "experimental_output", "outputType", "structuredOutput", "schema"];

function isStructured({ call, agent }: HandlerRun): boolean {
  const holders = [...call.arguments, ...(agent?.options ? [agent.options] : [])];
  return holders.some((holder) => holder.type !== "SpreadElement" && STRUCTURING.some((key) => holdsKey(holder, key)));
}

function holdsKey(holder: Node, key: string): boolean {
  const object = definitionOf(holder);
  return object.type === "ObjectExpression" && propertyValue(object, key) !== undefined;
}

/** One call of a model with a prompt makes a title or a label as often as an answer; a conversation or tools tell an answer. */
function isConversation({ call, method }: HandlerRun): boolean {
  if (method !== "generateText") return true;
  const options = argumentAt(call, 0);
  return options !== undefined && (holdsKey(options, "messages") || holdsKey(options, "tools"));
}

/** Who calls these reads no answer while it comes: a scheduler, a queue, another service's webhook, a chat platform. */
const MACHINES = /(?:^|[/_.-])(?:web-?hooks?|hooks?|cron|crons|jobs?|queues?|workers?|slack|discord|telegram|whatsapp|twilio|teams|sms|voice|alexa|inbound|mcp|a2a|callback)(?:$|[/_.-])/iu;

function isElsewhere({ handler }: HandlerRun, model: AgentModel): boolean {
  const registration = findAncestor(handler.fn, (node): node is TSESTree.CallExpression => node.type === "CallExpression");
  const paths = registration ? registration.arguments.flatMap((argument) => staticString(argument) ?? []) : [];
  return [model.pathInProject, ...paths].some((path) => MACHINES.test(path));
}

/** What is taken of a run's result to have its last message. */
const PICKS = new Set(["messages", "text", "content", "output", "finalOutput", "at", "length", "slice", "pop", "toString", "lc_kwargs", "kwargs"]);
/** Methods of a response object, or of a context, that send what they are given. */
const SENDING = new Set(["json", "send", "end", "text", "html", "jsonp"]);
const RESPONSES: readonly (readonly [modules: readonly string[], path: readonly string[]])[] = [
  [["next/server"], ["NextResponse", "json"]],
  [["next/server"], ["NextResponse"]],
  [["@remix-run/node", "@remix-run/server-runtime", "react-router", "@sveltejs/kit"], ["json"]],
];

/** Whether the value of an expression is sent, and nothing else is done with it or between. */
function isOnlySent(start: Node, frame: Frame | undefined, handler: FunctionNode, depth = 0): boolean {
  if (depth > 6) return false;
  let inner = wrapped(start);
  for (let at = inner.parent; at; inner = at, at = at.parent) {
    if (isReply(at, inner, handler)) return true;
    if (at.type === "VariableDeclarator" && at.init === inner) return isVariableOnlySent(at, frame, handler, depth);
    // The helper gives it back to its caller.
    if (at.type === "ReturnStatement" || (at.type === "ArrowFunctionExpression" && at.body === inner)) {
      const fn = enclosingFunction(inner);
      if (fn === handler) return isPlainReply(inner);
      return frame?.call !== undefined && frame.fn === fn && isOnlySent(frame.call, frame.caller, handler, depth + 1);
    }
    if (!carries(at, inner)) return false;
  }
  return false;
}

/** Expressions that only pick from a value, or wrap it. */
function carries(at: Node, inner: Node): boolean {
  switch (at.type) {
    case "MemberExpression": {
      if (at.object !== inner) return at.computed && at.property === inner;
      const name = memberName(at);
      return name === undefined || PICKS.has(name) || /^\d+$/u.test(name);
    }
    case "CallExpression":
      if (at.callee === inner) return inner.type === "MemberExpression";
      return isGlobal(originOf(at.callee), "String") || isGlobal(originOf(at.callee), "JSON", "stringify");
    case "Property":
      return at.value === inner;
    case "ConditionalExpression":
    case "LogicalExpression":
    case "ObjectExpression":
    case "BinaryExpression":
    case "UnaryExpression":
    case "TemplateLiteral":
    case "AwaitExpression":
    case "ChainExpression":
    case "TSAsExpression":
    case "TSNonNullExpression":
      return true;
    default:
      return false;
  }
}

/** Every use of the variable is a pick that ends in the reply; nothing is awaited between. */
function isVariableOnlySent(declarator: TSESTree.VariableDeclarator, frame: Frame | undefined, handler: FunctionNode, depth: number): boolean {
  const names = namesIn(declarator.id);
  if (names === undefined || names.length === 0 || waitsAfter(declarator)) return false;
  const uses = names.flatMap((name) => (variableOf(name)?.references ?? []).filter((reference) => reference.isRead()).map((reference) => reference.identifier as Node));
  return uses.length > 0 && uses.some((use) => !isLogged(use)) && uses.every((use) => isLogged(use) || isOnlySent(use, frame, handler, depth + 1));
}

/** The names of `result`, or of `{ messages }` and `{ text }`; `undefined` where something else is taken out. */
function namesIn(pattern: Node): TSESTree.Identifier[] | undefined {
  if (pattern.type === "Identifier") return [pattern];
  if (pattern.type !== "ObjectPattern") return undefined;
  const names = pattern.properties.map((property) => (property.type === "Property" && property.value.type === "Identifier" && property.key.type === "Identifier" && PICKS.has(property.key.name) ? property.value : undefined));
  return names.every((name) => name !== undefined) ? names : undefined;
}

/** Something that is awaited after the run, such as saving the answer: then the handler has a use for the whole. */
function waitsAfter(declarator: Node): boolean {
  const fn = enclosingFunction(declarator);
  const body = fn && fileOf(declarator).index.bodies.get(fn);
  return body?.awaits.some((wait) => wait.range[0] > declarator.range[1] && !isWithin(declarator, wait)) ?? false;
}

function isLogged(use: Node): boolean {
  const call = findAncestor(use, (node): node is TSESTree.CallExpression => node.type === "CallExpression" && originOf(node.callee)?.path[0] === "console", enclosingFunction(use));
  return call !== undefined && originOf(call.callee)?.module === undefined;
}

/** `Response.json(…)`, `new Response(…)`, `res.json(…)`, `c.json(…)`, with a status of success. */
function isReply(at: Node, inner: Node, handler: FunctionNode): boolean {
  if ((at.type !== "CallExpression" && at.type !== "NewExpression") || at.callee === inner || at.arguments[0] !== inner) return false;
  const origin = originOf(at.callee);
  const known = isGlobal(origin, "Response", "json") || isGlobal(origin, "Response") || RESPONSES.some(([modules, path]) => isExport(origin, modules, path));
  return (known || isSentBy(at, handler)) && hasSuccess(at);
}

function isSentBy(call: CallNode, handler: FunctionNode): boolean {
  const callee = unwrapAwaited(call.callee);
  if (callee.type !== "MemberExpression" || !SENDING.has(memberName(callee) ?? "")) return false;
  let root = unwrapAwaited(callee.object);
  // res.status(200).json(…), reply.code(200).send(…)
  while (root.type === "CallExpression" || root.type === "MemberExpression") {
    if (root.type === "CallExpression" && accepts(root.arguments[0])) return false;
    root = unwrapAwaited(root.type === "CallExpression" ? root.callee : root.object);
  }
  return root.type === "Identifier" && handler.params.some((parameter) => {
    const pattern = parameterPattern(parameter);
    return pattern.type === "Identifier" && pattern.name === root.name && variableOf(root)?.defs[0]?.type === "Parameter";
  });
}

/** 202 says that the answer comes later; another status than success is no answer. */
function accepts(status: Node | undefined): boolean {
  return status?.type === "Literal" && typeof status.value === "number" && (status.value === 202 || status.value >= 300);
}

function hasSuccess(reply: CallNode): boolean {
  const second = argumentAt(reply, 1);
  const status = second && (second.type === "Literal" ? second : propertyValue(definitionOf(second), "status"));
  return !accepts(status && definitionOf(status));
}

/** `return { answer }` of a handler whose framework sends what it returns. */
function isPlainReply(value: Node): boolean {
  const given = unwrapAwaited(value);
  return given.type === "ObjectExpression" && !isFunction(given);
}
