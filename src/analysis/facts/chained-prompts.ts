import { readsMarkup } from "../flow/markup-readers.js";
import { callsFrom, methodCalls } from "../origin/calls.js";
import { isExport, matchesModule, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf, functionOf, propertyValue } from "../origin/value.js";
import { fileOf, returnedFrom, type SourceFile } from "../project/source-file.js";
import { argumentAt, keyName, memberName, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { holesOf, type PromptHole, type Surroundings } from "./prompt-text.js";
import { promptOf, splitAt, templateOf, type Prompt, type TemplatePart } from "./prompts.js";
import { isDelimited } from "./text-marks.js";

/** The templates of chains, with what the step before puts into their variables: `RunnableSequence.from([{ context: retriever }, prompt, model])`. */
export function findChainedPrompts(file: SourceFile, surroundings: Surroundings): readonly Prompt[] {
  const filled = [...callsFrom(file, isSequence).flatMap(filledInSequence), ...methodCalls(file, ["pipe"]).flatMap(filledByPipe), ...callsFrom(file, isRetrievalChain).flatMap(filledByRetrieval)];
  return filled.flatMap(({ template, variables }) => template.flatMap((part) => variables.flatMap((variable) => promptsOfVariable(part, variable, file, surroundings)))).filter(({ holes }) => holes.length > 0);
}

/** A template, and what each of its variables is filled with. */
interface Filled {
  readonly template: readonly TemplatePart[];
  readonly variables: readonly Variable[];
}

interface Variable {
  readonly name: string;
  /** A function or another step that gives the value. */
  readonly step: Node;
}

export const RUNNABLES = ["@langchain/core/runnables", "langchain/schema/runnable"];
export const isSequence = perOrigin((origin) => isExport(origin, RUNNABLES, ["RunnableSequence", "from"]));
const isRetrievalChain = perOrigin((origin) => isExport(origin, ["langchain/chains/retrieval", "@langchain/classic/chains/retrieval"], ["createRetrievalChain"]));

function filledInSequence(call: CallNode): Filled[] {
  const steps = stepsOf(call);
  return steps.flatMap((step, index): Filled[] => {
    const template = index > 0 ? templateAt(step) : undefined;
    const variables = template && variablesBefore(steps.slice(0, index));
    return template && variables && variables.length > 0 ? [{ template, variables }] : [];
  });
}

/** The template that a step begins with: a sequence that fills its variables itself is asked by itself. */
function templateAt(step: Node): readonly TemplatePart[] | undefined {
  const made = definitionOf(step);
  const origin = made.type === "CallExpression" ? originOf(made.callee) : undefined;
  const [first] = made.type === "CallExpression" && origin && isSequence(origin) ? stepsOf(made) : [step];
  return first && templateOf(first);
}

export function stepsOf(call: CallNode): readonly Node[] {
  const list = argumentAt(call, 0);
  const steps = list && definitionOf(list);
  return steps?.type === "ArrayExpression" ? steps.elements.filter((step) => step !== null && step.type !== "SpreadElement") : [];
}

/** What the last step gives, and what those before it have added where it only adds to them. */
export function variablesBefore(steps: readonly Node[]): readonly Variable[] {
  const found: Variable[] = [];
  for (const step of steps.toReversed()) {
    const map = mapOf(step);
    if (!map) break;
    found.push(...map.variables.filter(({ name }) => found.every((other) => other.name !== name)));
    if (!map.adds) break;
  }
  return found;
}

/** `RunnablePassthrough.assign({ context }).pipe(prompt)`. */
function filledByPipe(call: CallNode): Filled[] {
  const callee = unwrapAwaited(call.callee);
  const next = argumentAt(call, 0);
  const map = callee.type === "MemberExpression" && callee.object.type !== "Super" ? mapOf(callee.object) : undefined;
  const template = map && next && templateAt(next);
  return template ? [{ template, variables: map.variables }] : [];
}

export const MAPS = [["RunnableMap", "from"], ["RunnableParallel", "from"], ["RunnablePassthrough", "assign"]];

function mapOf(node: Node): { readonly variables: readonly Variable[]; readonly adds: boolean } | undefined {
  const value = definitionOf(node);
  const origin = value.type === "CallExpression" ? originOf(value.callee) : undefined;
  const maker = origin && MAPS.find((path) => isExport(origin, RUNNABLES, path));
  const given = maker && value.type === "CallExpression" ? argumentAt(value, 0) : value;
  const map = given && definitionOf(given);
  if (map?.type !== "ObjectExpression") return undefined;
  const variables = map.properties.flatMap((property): Variable[] => {
    const name = property.type === "Property" ? keyName(property) : undefined;
    return property.type === "Property" && name !== undefined ? [{ name, step: property.value }] : [];
  });
  return { variables, adds: maker?.[1] === "assign" };
}

/** `createRetrievalChain({ retriever, combineDocsChain })`: what is found stands for `context`. */
function filledByRetrieval(call: CallNode): Filled[] {
  const options = argumentAt(call, 0);
  const given = options && definitionOf(options);
  const retriever = given && propertyValue(given, "retriever");
  const chain = given && propertyValue(given, "combineDocsChain");
  const template = chain && templateAt(chain);
  return template && retriever ? [{ template, variables: [{ name: "context", step: retriever }] }] : [];
}

const LABEL = "the prompt template";

function promptsOfVariable(part: TemplatePart, { name, step }: Variable, file: SourceFile, surroundings: Surroundings): readonly Prompt[] {
  const around = splitAt(part.text, name);
  if (!around) return [];
  const { before, after } = around;
  const fn = functionIn(step);
  if (fn) return returnedFrom(fn).map((value) => promptOf(part.role, value, LABEL, file, surroundings, before, after));
  const retrieval = fileOf(step) === file ? retrievalIn(step, surroundings, 0) : undefined;
  if (!retrieval) return [];
  const hole: PromptHole = { node: step, value: retrieval.retriever, frame: undefined, delimited: retrieval.marked || isDelimited(before, after), whole: before.trim() === "" && after.trim() === "" };
  return [{ role: part.role, label: LABEL, text: step, holes: [hole], holesOn: () => [hole] }];
}

/** `(input) => …`, `RunnableLambda.from((input) => …)`. */
export function functionIn(step: Node): FunctionNode | undefined {
  const direct = functionOf(step);
  if (direct) return direct;
  const made = definitionOf(step);
  const first = made.type === "CallExpression" && isExport(originOf(made.callee), RUNNABLES, ["RunnableLambda", "from"]) ? argumentAt(made, 0) : undefined;
  return first && functionOf(first);
}

interface Retrieval {
  /** The call that makes the retriever. */
  readonly retriever: Node;
  /** Whether what it finds is wrapped one by one. */
  readonly marked: boolean;
}

const RETRIEVER_KEYS = ["retriever", "baseRetriever"];
/** What asks another retriever: `createHistoryAwareRetriever({ llm, retriever, rephrasePrompt })`, `MultiQueryRetriever.fromLLM({ llm, retriever })`. */
const isAround = perOrigin(
  (origin) => isExport(origin, ["langchain/chains/history_aware_retriever", "@langchain/classic/chains/history_aware_retriever"], ["createHistoryAwareRetriever"]) || matchesModule(origin.module ?? "", ["langchain/retrievers/*", "@langchain/classic/retrievers/*"]),
);

/** `retriever`, `retriever.pipe(format)`, `RunnableSequence.from([(input) => input.question, retriever, format])`. */
function retrievalIn(step: Node, surroundings: Surroundings, depth: number): Retrieval | undefined {
  const value = definitionOf(step);
  if ((value.type !== "CallExpression" && value.type !== "NewExpression") || depth > 6) return undefined;
  const callee = unwrapAwaited(value.callee);
  const method = callee.type === "MemberExpression" ? memberName(callee) : undefined;
  if (method === "asRetriever") return { retriever: value, marked: false };
  const next = (inner: Node): Retrieval | undefined => retrievalIn(inner, surroundings, depth + 1);
  if (method === "pipe" && callee.type === "MemberExpression") return formatted(next(callee.object), value.arguments.slice(0, 1), surroundings);
  const origin = originOf(value.callee);
  if (!origin) return undefined;
  if (isAround(origin)) {
    const options = argumentAt(value, 0);
    const inner = options && RETRIEVER_KEYS.map((key) => propertyValue(definitionOf(options), key)).find((each) => each !== undefined);
    return inner && next(inner);
  }
  if (!isSequence(origin)) return undefined;
  const steps = stepsOf(value);
  const at = steps.findIndex((each) => next(each) !== undefined);
  return at < 0 ? undefined : formatted(next(steps[at] ?? value), steps.slice(at + 1), surroundings);
}

/** What a retriever has found, after the functions that make a text of it; `undefined` where one of them is out of sight. */
function formatted(retrieval: Retrieval | undefined, formats: readonly Node[], surroundings: Surroundings): Retrieval | undefined {
  let found = retrieval;
  for (const format of formats) {
    const marks = marksOf(format, surroundings);
    found = found && marks !== "unknown" ? { ...found, marked: found.marked || marks === "all" } : undefined;
  }
  return found;
}

function marksOf(format: Node, surroundings: Surroundings): "all" | "none" | "unknown" {
  const origin = originOf(format);
  if (origin && readsMarkup(origin)) return "none";
  const fn = functionIn(format);
  if (!fn || fileOf(fn) !== fileOf(format)) return "unknown";
  const holes = returnedFrom(fn).flatMap((value) => holesOf(value, surroundings));
  if (holes.length === 0) return "unknown";
  return holes.every(({ delimited }) => delimited) ? "all" : holes.some(({ delimited }) => delimited) ? "unknown" : "none";
}
