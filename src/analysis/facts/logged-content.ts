import type { TSESTree } from "@typescript-eslint/utils";
import { callbackContent, redactors } from "../frameworks/loggers.js";
import type { AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { namedCalls } from "../origin/named-call.js";
import { isExport, isGlobal, matchesModule, originOf, patternPath, perOrigin, valueOfVariable } from "../origin/origin.js";
import { definitionOf, functionOf, propertyValue } from "../origin/value.js";
import { returnedFrom, variableOf } from "../project/source-file.js";
import { enclosingFunction, isClass, isFunction, keyName, memberName, parameterPattern, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { findHandlerRuns } from "./agent-runs.js";
import { isRunOf } from "./agents.js";
import { findLogCalls } from "./log-calls.js";
import { isModelOutput } from "./models.js";
import { writtenValues } from "./reach.js";
import { isHandedOn } from "./served-agents.js";

/** Content that people wrote, or that a model wrote about them, on its way into a log. */
export interface LoggedContent {
  readonly call: CallNode;
  readonly node: Node;
  /** To be read after "writes": `the whole state`. */
  readonly what: string;
}

/** What a value is a part of. */
type Kind = "state" | "config" | "arguments" | "request" | "result" | "answer" | "callback";

interface Origin {
  readonly kind: Kind;
  readonly keys: readonly string[];
}

const WHOLE: Readonly<Record<Kind, string>> = {
  state: "the whole state",
  config: "the whole config of the run",
  arguments: "everything that the model passed",
  request: "everything that the client sent",
  result: "all that the run answered",
  answer: "a whole message of the model",
  callback: "everything that the callback was given",
};

/** Keys under which a conversation, or what somebody said in it, is kept. */
const CONVERSATION = new Set(["messages", "chat_history", "chatHistory", "history", "conversation", "transcript"]);
const TEXT = new Set(["content", "text", "message", "prompt", "question", "userInput", "body"]);
/** What the last word of such a key is: `userMessage`, `message_text`. A status and an error say nothing that a person wrote. */
const TEXT_WORD = /^(?!(?:error|status|success|system|log|is|has)[A-Z_])[a-z]\w*(?:_(?:content|text|message|prompt|question)|(?:Content|Text|Message|Prompt|Question))$/u;
/** The keys of a run's last answer. */
const ANSWER = new Set(["finalOutput", "final_output", "outputText", "output_text"]);
/** Parts of a config that hold values of the run. */
const CONFIG_PARTS = new Set(["configurable", "context", "state", "metadata"]);
/** Methods that give a part of a list or a text, or the same in another form. */
const PARTS = new Set(["slice", "filter", "at", "concat", "reverse", "toReversed", "flat", "substring", "substr", "trim", "join", "pop", "find", "findLast", "toString", "toJSON", "replace", "replaceAll"]);
/** Methods that read a request whole. */
const READERS = new Set(["json", "text", "formData", "parseBody", "valid", "parse", "parseAsync"]);
/** Arguments of tools that name a thing, a place or a time. They only ever silence a report. */
const NAMING = /(?:ids?|ur[li]|path|file|filename|date|time|day|month|year|code|currency|country|language|locale|symbol|slug|hash|key|type|status|timezone|city|location|ticker|number|version|sort|order)$/iu;
const DEEPEST = 8;

/** The first content of each log call in a tool, a node, a handler or a callback. */
export function findLoggedContent(model: AgentModel): readonly LoggedContent[] {
  const parameters = contentParameters(model);
  const reader = contentReader(model, parameters);
  return model.derive(findLogCalls).flatMap(({ call, hides }): LoggedContent[] => {
    if (!model.isServing(call) && !isWithinOneOf(call, parameters) && !isOfService(call, model)) return [];
    for (const argument of call.arguments) {
      const found = reader.held(argument, false, 0);
      if (found && !hides(keyOf(found.node, argument))) return [{ call, ...found }];
    }
    return [];
  });
}

/** Whether a logger writes where other files have their work done: a class or a function that they get. What goes to the console there may be what a person in front of it reads. */
function isOfService(call: CallNode, model: AgentModel): boolean {
  const module = originOf(call.callee)?.module;
  return module !== undefined && module !== "console" && isHandedOn(call, model);
}

/** Whether a place is in a hook of a middleware or a callback. */
function isWithinOneOf(place: Node, fns: ReadonlyMap<FunctionNode, unknown>): boolean {
  for (let fn = enclosingFunction(place); fn; fn = enclosingFunction(fn)) if (fns.has(fn)) return true;
  return false;
}

/** The key of a logged object that a value stands under. */
function keyOf(node: Node, argument: Node): string | undefined {
  for (let at: Node | undefined = node; at && at !== argument; at = at.parent) if (at.type === "Property" && at.parent === argument) return keyName(at);
  return undefined;
}

interface Held {
  readonly node: Node;
  readonly what: string;
}

interface ContentReader {
  /** The content in an expression; as a part of a text an object prints nothing of itself. */
  held(node: Node, inText: boolean, depth: number): Held | undefined;
}

function contentReader(model: AgentModel, parameters: ReadonlyMap<FunctionNode, ReadonlyMap<number, Kind>>): ContentReader {
  const isRedactor = namedCalls(model.policy.redactorCalls);
  const runs = new Set<CallNode>([...model.runConfigs.filter((run) => run.evident).map(({ run }) => run), ...model.derive(findHandlerRuns).map(({ call }) => call)]);
  const isRun = (call: CallNode): boolean => runs.has(call) || model.agents.some((agent) => agent.call !== call && isRunOf(call, agent));

  const first = (nodes: readonly (Node | null)[], inText: boolean, depth: number): Held | undefined => {
    for (const node of nodes) {
      const found = node ? held(node, inText, depth) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  const held = (node: Node, inText: boolean, depth: number): Held | undefined => {
    const value = unwrapAwaited(node);
    if (depth > DEEPEST) return undefined;
    switch (value.type) {
      case "TemplateLiteral":
        return first(value.expressions, true, depth + 1);
      case "BinaryExpression":
        return value.operator === "+" ? first([value.left, value.right], true, depth + 1) : undefined;
      case "LogicalExpression":
        return first(value.operator === "&&" ? [value.right] : [value.left, value.right], inText, depth + 1);
      case "ConditionalExpression":
        return first([value.consequent, value.alternate], inText, depth + 1);
      case "SpreadElement":
        return held(value.argument, false, depth + 1);
      case "ArrayExpression":
        return inText ? undefined : first(value.elements, false, depth + 1);
      case "ObjectExpression":
        return inText ? undefined : first(value.properties.map((property) => (property.type === "SpreadElement" ? property.argument : property.value)), false, depth + 1);
      case "CallExpression": {
        const printed = printedBy(value);
        if (printed) return held(printed.node, printed.inText, depth + 1);
        if (isRedactor(value) || isGuard(value)) return undefined;
        return contents(value) ?? read(value, inText, depth);
      }
      case "Identifier":
      case "MemberExpression":
        return read(value, inText, depth);
      default:
        return undefined;
    }
  };
  /** `messages.map((message) => message.content)`. */
  const contents = (call: CallNode): Held | undefined => {
    const callee = unwrapAwaited(call.callee);
    const [callback] = call.arguments;
    if (callee.type !== "MemberExpression" || memberName(callee) !== "map" || !callback || !isFunction(callback)) return undefined;
    const returned = returnedFrom(callback);
    return returned.some((each) => held(each, false, DEEPEST - 2)) ? { node: call, what: "what messages say" } : undefined;
  };
  const read = (value: Node, inText: boolean, depth: number): Held | undefined => {
    const origin = originOfContent(value, [], 0);
    const what = origin && describe(origin, inText);
    if (what !== undefined) return { node: value, what };
    const definition = value.type === "Identifier" ? definitionOf(value) : value;
    if (definition === value || origin || (definition.type !== "ObjectExpression" && definition.type !== "TemplateLiteral" && definition.type !== "ConditionalExpression" && !(definition.type === "CallExpression" && printedBy(definition)))) return undefined;
    const inner = held(definition, inText, depth + 1);
    return inner && { node: value, what: inner.what };
  };
  const originOfContent = (node: Node, keys: readonly string[], depth: number): Origin | undefined => {
    const value = unwrapAwaited(node);
    if (depth > DEEPEST) return undefined;
    if (value.type === "MemberExpression") {
      const name = memberName(value);
      return originOfContent(value.object, name === undefined ? ["?", ...keys] : /^\d+$/u.test(name) ? keys : [name, ...keys], depth + 1);
    }
    if (value.type === "CallExpression") {
      if (isModelOutput(value) && !isRun(value)) return { kind: "answer", keys };
      if (isRun(value)) return { kind: "result", keys };
      const callee = unwrapAwaited(value.callee);
      const method = callee.type === "MemberExpression" ? memberName(callee) : undefined;
      if (READERS.has(method ?? "") && model.isSentByClient(value)) return { kind: "request", keys };
      return callee.type === "MemberExpression" && PARTS.has(method ?? "") ? originOfContent(callee.object, keys, depth + 1) : undefined;
    }
    if (value.type === "LogicalExpression" || value.type === "ConditionalExpression") {
      const choices = value.type === "ConditionalExpression" ? [value.consequent, value.alternate] : value.operator === "&&" ? [value.right] : [value.left, value.right];
      return choices.map((choice) => originOfContent(choice, keys, depth + 1)).find((origin) => origin && describe(origin, false) !== undefined);
    }
    return value.type === "Identifier" ? originOfName(value, keys, depth) : undefined;
  };
  const originOfName = (value: TSESTree.Identifier, keys: readonly string[], depth: number): Origin | undefined => {
    const variable = variableOf(value);
    const definition = variable?.defs[0];
    if (!variable || !definition) return undefined;
    const at = definition.node as Node;
    if (definition.type === "Parameter") return isFunction(at) ? originOfParameter(value, at, keys, depth) : undefined;
    if (at.type !== "VariableDeclarator") return undefined;
    const loop = at.parent.parent;
    if (loop.type === "ForOfStatement" && loop.left === at.parent) {
      const path = patternPath(at.id, value.name);
      return path && originOfContent(loop.right, [...path, ...keys], depth + 1);
    }
    const known = valueOfVariable(variable);
    if (known) return originOfContent(known.node, [...known.path, ...keys], depth + 1);
    // let response = await model.invoke(…); while (…) response = await model.invoke(…)
    const [first, ...others] = (writtenValues(variable) ?? []).map((each) => originOfContent(each, keys, depth + 1));
    return first && others.every((other) => other?.kind === first.kind) ? first : undefined;
  };
  const originOfParameter = (name: TSESTree.Identifier, owner: FunctionNode, keys: readonly string[], depth: number): Origin | undefined => {
    for (const [index, parameter] of owner.params.entries()) {
      const path = patternPath(parameterPattern(parameter), name.name);
      if (!path) continue;
      const kind = parameters.get(owner)?.get(index);
      if (kind) return { kind, keys: [...path, ...keys] };
      const call = owner.parent;
      const callee = call.type === "CallExpression" && call.arguments[0] === owner ? unwrapAwaited(call.callee) : undefined;
      if (callee?.type === "MemberExpression" && index === 0 && ["map", "forEach", "flatMap"].includes(memberName(callee) ?? "")) return originOfContent(callee.object, [...path, ...keys], depth + 1);
      return sentByClient(name, owner, [...path, ...keys]);
    }
    return undefined;
  };
  /** `req.body`, and an argument of a server action under its name. */
  const sentByClient = (name: TSESTree.Identifier, owner: FunctionNode, keys: readonly string[]): Origin | undefined => {
    const handler = model.handlers.find(({ fn }) => fn === owner);
    if (handler?.kind === "action") return { kind: "request", keys: keys.length > 0 ? keys : [name.name] };
    return handler && handler.kind !== "step" && keys[0] === "body" ? { kind: "request", keys: keys.slice(1) } : undefined;
  };
  return { held };
}

/** What a value with these keys is called, where it is content. */
function describe({ kind, keys }: Origin, inText: boolean): string | undefined {
  if (keys.length === 0) return inText && kind !== "callback" ? undefined : WHOLE[kind];
  const whole = wholeUnder(kind, keys);
  if (whole !== undefined) return inText ? undefined : whole;
  if (keys.length > 3 || kind === "config") return undefined;
  const last = keys.at(-1) ?? "";
  const isAnswer = kind === "answer" || kind === "result";
  if (!TEXT.has(last) && !TEXT_WORD.test(last) && !(isAnswer && ANSWER.has(last))) return undefined;
  return isAnswer ? "what the model wrote" : "what somebody wrote";
}

/** Content that is more than one text; in a text, all of it is "[object Object]". */
function wholeUnder(kind: Kind, keys: readonly string[]): string | undefined {
  const last = keys.at(-1) ?? "";
  if (kind === "config" && keys.length === 1 && CONFIG_PARTS.has(last)) return `the whole ${last} of the run`;
  if (CONVERSATION.has(last)) return "whole messages";
  // messages[messages.length - 1]
  if (last === "?" && CONVERSATION.has(keys.at(-2) ?? "")) return "a whole message";
  return last === "args" && keys.includes("tool_calls") ? "all that the model passed to a tool" : undefined;
}

/** `redact`, `line` and `redactRecord` of the guards. */
function isGuard(call: CallNode): boolean {
  const origin = originOf(call.callee);
  return redactors.some(({ modules, name }) => origin?.module !== undefined && matchesModule(origin.module, modules) && origin.path[0] === name);
}

/** What a call prints of its argument. */
function printedBy(call: CallNode): { readonly node: Node; readonly inText: boolean } | undefined {
  const origin = originOf(call.callee);
  const [first] = call.arguments;
  if (!first || !origin) return undefined;
  if (isGlobal(origin, "JSON", "stringify") || isGlobal(origin, "structuredClone") || isExport(origin, ["util"], ["inspect"])) return { node: first, inText: false };
  return isGlobal(origin, "String") ? { node: first, inText: true } : undefined;
}

/** The parameters that carry content, by function and position. */
function contentParameters(model: AgentModel): ReadonlyMap<FunctionNode, ReadonlyMap<number, Kind>> {
  const found = new Map<FunctionNode, Map<number, Kind>>();
  const add = (fn: FunctionNode | undefined, index: number, kind: Kind): void => {
    if (!fn) return;
    const table = found.get(fn) ?? new Map<number, Kind>();
    found.set(fn, table.set(index, kind));
  };
  for (const { kind, fn, tool } of model.agentCode) {
    const config = model.configParameter(fn);
    if (kind === "node") add(fn, 0, "state");
    else if (tool?.schema?.fields.some((field) => field.scalar === "string" && !field.choice && !field.fixed && !NAMING.test(field.key))) add(fn, 0, "arguments");
    if (config !== undefined && config !== 0) add(fn, config, "config");
  }
  for (const call of callsFrom(model.file, isMiddlewareMaker)) {
    const options = call.arguments[0] && definitionOf(call.arguments[0]);
    for (const hook of ["beforeAgent", "beforeModel", "afterModel", "afterAgent", "wrapModelCall", "wrapToolCall"]) {
      const given = options && propertyValue(options, hook);
      add(given && functionOf(given), 0, hook.startsWith("wrap") ? "callback" : "state");
    }
  }
  for (const fn of model.file.index.bodies.keys()) {
    if (!isFunction(fn)) continue;
    const index = callbackIndex(fn);
    if (index !== undefined) add(fn, index, "callback");
  }
  return found;
}

const isMiddlewareMaker = perOrigin((origin) => isExport(origin, ["langchain", "langchain/middleware"], ["createMiddleware"]));

/** The parameter of a callback handler's method that carries content. */
function callbackIndex(fn: FunctionNode): number | undefined {
  const { parent } = fn;
  if (parent.type !== "MethodDefinition" && parent.type !== "Property" && parent.type !== "PropertyDefinition") return undefined;
  const index = callbackContent.get(keyName(parent) ?? "");
  if (index === undefined) return undefined;
  const holder = parent.type === "Property" ? parent.parent : parent.parent.parent;
  if (isClass(holder)) return holder.superClass && matchesModule(originOf(holder.superClass)?.module ?? "", ["@langchain/core/*", "langchain/*"]) ? index : undefined;
  const around = holder.parent;
  const isListed = around.type === "ArrayExpression" && around.parent.type === "Property" && keyName(around.parent) === "callbacks";
  return isListed || (around.type === "CallExpression" && originOf(around.callee)?.path.includes("fromMethods") === true) ? index : undefined;
}
