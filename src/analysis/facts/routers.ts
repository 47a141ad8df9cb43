import type { AgentModel } from "../model.js";
import { callsFrom, methodCalls } from "../origin/calls.js";
import { isExport, matchesModule, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { argumentAt, enclosingFunction, findProperty, isFunction, memberName, staticString, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { modelBehind, type ModelUse } from "./model-uses.js";
import { parseSchema, type SchemaField } from "./schemas.js";
import { toolOf } from "./tools.js";

/** A model that has nothing to do but to choose: a supervisor, a router, a classifier. */
export interface RouterUse {
  /** The model, as the router names it. */
  readonly place: Node;
  readonly use: ModelUse;
  /** What it does, to be read after "it". */
  readonly does: string;
}

const SUPERVISOR = ["@langchain/langgraph-supervisor"];
const GRAPH = ["@langchain/langgraph", "@langchain/langgraph/web"];
const RUNS = ["invoke", "stream", "batch"];
/** A classifier says what it chose, perhaps how sure it is, and why; not more. */
const MOST_FIELDS = 4;
/** What a field is called in which a model says why it chose, or how sure it is. */
const REASONS = new Set(["reason", "reasons", "reasoning", "rationale", "explanation", "justification", "thought", "thoughts", "why", "confidence", "certainty", "score"]);

/** The routers of a file, by what their models answer: never by what they are called. */
export function findRouters(model: AgentModel): readonly RouterUse[] {
  return [...supervisors(model), ...choosingCalls(model), ...choosingAgents(model)];
}

/** `createSupervisor({ llm, agents })`: its tools only hand over, unless it has others of its own. */
function supervisors(model: AgentModel): RouterUse[] {
  return callsFrom(model.file, isSupervisor).flatMap((call): RouterUse[] => {
    const first = argumentAt(call, 0);
    const options = first && definitionOf(first);
    const llm = options && propertyValue(options, "llm");
    const use = llm && modelBehind(llm, model);
    const tools = options && propertyValue(options, "tools");
    return use && (!tools || onlyHandsOver(tools)) ? [{ place: labelOf(llm), use, does: "only hands over to one of its agents" }] : [];
  });
}

const isSupervisor = perOrigin((origin) => isExport(origin, SUPERVISOR, ["createSupervisor"]));

function onlyHandsOver(tools: Node): boolean {
  const list = definitionOf(tools);
  return list.type === "ArrayExpression" && list.elements.every((element) => {
    const made = element && element.type !== "SpreadElement" ? definitionOf(element) : undefined;
    return made?.type === "CallExpression" && matchesModule(originOf(made.callee)?.module ?? "", SUPERVISOR);
  });
}

/** `model.withStructuredOutput(z.object({ route: z.enum([…]) }))`, and a tool with such a schema that the model has to call. */
function choosingCalls(model: AgentModel): RouterUse[] {
  return methodCalls(model.file, ["withStructuredOutput", "bindTools"]).flatMap((call): RouterUse[] => {
    const callee = unwrapAwaited(call.callee);
    const use = callee.type === "MemberExpression" ? modelBehind(callee.object, model) : undefined;
    const schema = use && (callee.type === "MemberExpression" && memberName(callee) === "bindTools" ? forcedSchema(call) : argumentAt(call, 0));
    if (!use || !schema || callee.type !== "MemberExpression") return [];
    const does = choiceIn(schema, () => decidesWay(call, model));
    return does === undefined ? [] : [{ place: labelOf(callee.object), use, does }];
  });
}

/** The schema of the one tool that the model is made to call. */
function forcedSchema(call: CallNode): Node | undefined {
  const list = argumentAt(call, 0);
  const tools = list && definitionOf(list);
  const settings = argumentAt(call, 1);
  const choice = settings && propertyValue(definitionOf(settings), "tool_choice");
  const forced = choice && staticString(definitionOf(choice));
  if (!choice || forced === "auto" || forced === "none" || tools?.type !== "ArrayExpression" || tools.elements.length !== 1) return undefined;
  const [element] = tools.elements;
  if (!element || element.type === "SpreadElement") return undefined;
  const tool = definitionOf(element);
  if (tool.type !== "ObjectExpression") return toolOf(element)?.schemaNode;
  const declared = propertyValue(tool, "function");
  return propertyValue(tool, "schema") ?? propertyValue(tool, "input_schema") ?? (declared && propertyValue(definitionOf(declared), "parameters"));
}

/** `createAgent({ model, tools: [], responseFormat: z.object({ route: z.enum([…]) }) })`. */
function choosingAgents(model: AgentModel): RouterUse[] {
  return model.agents.flatMap((agent): RouterUse[] => {
    const { options } = agent;
    if (agent.framework.id !== "langchain" || options?.type !== "ObjectExpression" || agent.tools.length > 0 || !agent.toolsComplete) return [];
    const llm = propertyValue(options, "model") ?? propertyValue(options, "llm");
    const schema = propertyValue(options, "responseFormat");
    const use = llm && schema && modelBehind(llm, model);
    const does = use && choiceIn(schema, () => false);
    return does === undefined || !use ? [] : [{ place: labelOf(llm), use, does }];
  });
}

/** What a schema leaves to the model, if it is no more than a choice; with more fields it is one where the choice decides the way. */
function choiceIn(schema: Node, decides: () => boolean): string | undefined {
  const { fields, complete } = parseSchema(schema);
  const top = fields.filter(({ path }) => path.length === 1);
  const chosen = top.find((field) => isChoice(field));
  if (!complete || !chosen || top.length !== fields.length || fields.length > MOST_FIELDS) return undefined;
  if (fields.every((field) => field.choice || (field.scalar !== undefined && REASONS.has(field.key.toLowerCase())))) return `only picks \`${chosen.key}\` from a list`;
  return fields.every(({ scalar, choice }) => choice || scalar !== undefined) && decides() ? `picks \`${chosen.key}\`, which decides where the run goes on` : undefined;
}

function isChoice({ choice, fixed, scalar }: SchemaField): boolean {
  return choice && !fixed && scalar !== "boolean";
}

/** Whether what a structured call answers decides which node comes next: its node has conditional edges, or says where to go. */
function decidesWay(structured: CallNode, model: AgentModel): boolean {
  const functions = methodCalls(model.file, RUNS).flatMap((run) => {
    const callee = unwrapAwaited(run.callee);
    const fn = enclosingFunction(run);
    return fn && callee.type === "MemberExpression" && modelBehind(callee.object, model)?.wrappers.some(({ call }) => call === structured) ? [fn] : [];
  });
  return functions.some((fn) => hasConditionalEdges(fn, model) || saysWhereToGo(fn));
}

function hasConditionalEdges(fn: FunctionNode, model: AgentModel): boolean {
  const names = model.graphNodes.flatMap((node) => (node.fn === fn && node.name !== undefined ? [node.name] : []));
  return methodCalls(model.file, ["addConditionalEdges"]).some((call) => {
    const from = argumentAt(call, 0);
    const way = argumentAt(call, 1);
    return names.includes((from && staticString(definitionOf(from))) ?? "") || (way !== undefined && isFunction(definitionOf(way)) && definitionOf(way) === fn);
  });
}

/** `new Command({ goto: answer.next })`. */
function saysWhereToGo(fn: FunctionNode): boolean {
  return (fileOf(fn).index.bodies.get(fn)?.calls ?? []).some((call) => {
    const first = argumentAt(call, 0);
    if (call.type !== "NewExpression" || !first || !isExport(originOf(call.callee), GRAPH, ["Command"])) return false;
    const options = definitionOf(first);
    const goto = options.type === "ObjectExpression" ? findProperty(options, "goto") : undefined;
    return goto !== undefined && staticString(definitionOf(goto.value)) === undefined;
  });
}

/** What to point at: `large`, or the class of a model that is made in place. */
function labelOf(node: Node): Node {
  let at = unwrapAwaited(node);
  while (at.type === "CallExpression" && at.callee.type === "MemberExpression") at = unwrapAwaited(at.callee.object);
  return at.type === "CallExpression" || at.type === "NewExpression" ? at.callee : at;
}
