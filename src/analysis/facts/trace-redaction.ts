import { traceRedactors, TRACE_VARIABLES, tracers } from "../frameworks/tracing.js";
import type { AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { isExport, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf, isWholeLiteral, propertyValue } from "../origin/value.js";
import { argumentAt, memberName, staticString, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import { findAssistants, isNamedBy } from "./assistant-names.js";

/** A sensitive assistant whose traces show what was said. */
export interface OpenTrace {
  readonly node: Node;
  /** What the policy knows the assistant by. */
  readonly assistant: string;
  /** The tracer that is set up without hiding anything, where there is one. */
  readonly tracer: CallNode | undefined;
}

export function findOpenTraces(model: AgentModel): readonly OpenTrace[] {
  const globs = model.policy.sensitiveAssistants;
  if (globs.length === 0) return [];
  const sensitive = model.derive(findAssistants).flatMap((assistant) => {
    const name = isNamedBy(globs, assistant, model.file.path);
    return name === undefined ? [] : [{ assistant, name }];
  });
  const [first] = sensitive;
  if (!first || isHiddenByEnvironment(model)) return [];
  const set = tracersOf(model);
  const open = set.filter(({ hidden }) => hidden === "no");
  if (open.length > 0) return open.map(({ call }) => ({ node: call.callee, assistant: first.name, tracer: call }));
  if (set.length > 0 || hasUnseenCallbacks(model) || callsFrom(model.file, isClientMaker).some((call) => hides(call) !== "no")) return [];
  return sensitive.map(({ assistant, name }) => ({ node: assistant.call.callee, assistant: name, tracer: undefined }));
}

const tracerOf = perOrigin((origin) => tracers.find(({ modules, path }) => isExport(origin, modules, path)));
const isClientMaker = perOrigin((origin) => isExport(origin, ANONYMIZER.modules, [ANONYMIZER.of]));

type Answer = "yes" | "no" | "unknown";

/** The tracers of a file, and whether they hide both sides of a run. */
function tracersOf(model: AgentModel): readonly { readonly call: CallNode; readonly hidden: Answer }[] {
  return callsFrom(model.file, (origin) => tracerOf(origin) !== undefined).flatMap((call) => {
    const origin = originOf(call.callee);
    const known = origin && tracerOf(origin);
    return known ? [{ call, hidden: hiddenBy(argumentAt(call, known.options)) }] : [];
  });
}

const BOTH = [["hideInputs", "hideOutputs"], ["processInputs", "processOutputs"]] as const;
const [ANONYMIZER] = traceRedactors;

function hiddenBy(node: Node | undefined): Answer {
  if (!node) return "no";
  const options = definitionOf(node);
  if (options.type !== "ObjectExpression") return "unknown";
  if (isOn(propertyValue(options, ANONYMIZER.name)) || BOTH.some((pair) => pair.every((key) => isOn(propertyValue(options, key))))) return "yes";
  const given = propertyValue(options, "client");
  const client = given && definitionOf(given);
  if (client?.type === "NewExpression" && isClient(client)) return hides(client);
  return client || !isWholeLiteral(options) ? "unknown" : "no";
}

function isClient(call: CallNode): boolean {
  const origin = originOf(call.callee);
  return origin !== undefined && isClientMaker(origin);
}

function hides(client: CallNode): Answer {
  return hiddenBy(argumentAt(client, 0));
}

function isOn(value: Node | undefined): boolean {
  const answer = value && definitionOf(value);
  return answer !== undefined && !(answer.type === "Literal" && (answer.value === false || answer.value === null));
}

/** `process.env.LANGSMITH_HIDE_INPUTS = "true"` and its like for outputs, or tracing that is switched off. */
function isHiddenByEnvironment(model: AgentModel): boolean {
  const isSet = (names: readonly string[], value: string): boolean => names.some((name) => (model.file.index.memberWrites.get(name) ?? []).some((write) => staticString(write.right) === value && isEnvironment(write.left)));
  return isSet(TRACE_VARIABLES.tracing, "false") || (isSet(TRACE_VARIABLES.hideInputs, "true") && isSet(TRACE_VARIABLES.hideOutputs, "true"));
}

function isEnvironment(target: Node): boolean {
  const holder = target.type === "MemberExpression" ? unwrapAwaited(target.object) : undefined;
  return holder?.type === "MemberExpression" && memberName(holder) === "env" && originOf(holder)?.module === undefined;
}

/** Callbacks of a run that come from elsewhere: one of them may be the tracer. */
function hasUnseenCallbacks(model: AgentModel): boolean {
  return model.runConfigs.some(({ config }) => {
    const callbacks = propertyValue(definitionOf(config), "callbacks");
    const list = callbacks && definitionOf(callbacks);
    return list !== undefined && (list.type !== "ArrayExpression" || list.elements.some((element) => element?.type === "SpreadElement" || (element && definitionOf(element).type !== "NewExpression")));
  });
}
