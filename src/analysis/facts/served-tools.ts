import { editionWith } from "../frameworks/editions.js";
import type { Framework, ToolRequests } from "../frameworks/framework.js";
import { frameworks } from "../frameworks/registry.js";
import { methodCalls } from "../origin/calls.js";
import { isExport, originOf } from "../origin/origin.js";
import { definitionOf, functionOf } from "../origin/value.js";
import { fileOf, variableOf, type SourceFile } from "../project/source-file.js";
import { argumentAt, isWithin, staticString, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { handsInputOn, schemaThatChecks } from "./handed-input.js";
import type { HandlerPart } from "./handler-parts.js";
import { listedBy } from "./listed-tools.js";
import type { Frame } from "./reach.js";
import { parseSchema } from "./schemas.js";
import { ARGUMENTS, isPartOfWay, stationsOf } from "./tool-arms.js";
import { findTableEntries, type TableEntry } from "./tool-tables.js";
import { declaredToolOf, type Tool } from "./tools.js";
import { findTypedTools } from "./typed-tools.js";
import { handlerFunction } from "./wrapped-handlers.js";

/** The tools of servers that answer the requests for them by functions of their own. */
export interface ServedTools {
  readonly tools: readonly Tool[];
  /** What else their handlers run: for a tool in a second place, or, without a name, whatever the tool is. */
  readonly others: readonly Tool[];
}

const NONE: ServedTools = { tools: [], others: [] };

/** `server.setRequestHandler(ListToolsRequestSchema, …)` and `server.setRequestHandler(CallToolRequestSchema, …)`. */
export function findServedTools(file: SourceFile): ServedTools {
  const answers = frameworks.flatMap((framework) => (framework.toolRequests ?? []).flatMap((requests) => answersIn(file, framework, requests)));
  if (answers.length === 0) return NONE;
  const listed = answers.flatMap(({ kind, fn, framework }) => (kind === "list" && fn ? listedBy(fn).flatMap(({ node, key }) => declaredToolOf(node, framework, key) ?? []) : []));
  const typed = findTypedTools(file).filter((tool) => answers.some(({ framework }) => framework.id === tool.framework.id) && !listed.some(({ node }) => node === tool.node));
  const declared = [...listed, ...typed];
  const calls = answers.filter(({ kind }) => kind === "call");
  const handled = calls.map((answer) => toolsOfHandler(answer, declared, calls.length === 1, file));
  const tools = new Map<Node, Tool>();
  const others: Tool[] = [];
  for (const tool of handled.flatMap((each) => each.tools)) {
    if (tools.has(tool.node)) others.push(tool);
    else tools.set(tool.node, tool);
  }
  for (const tool of declared) if (fileOf(tool.node) === file && !tools.has(tool.node)) tools.set(tool.node, tool);
  return { tools: [...tools.values()], others: [...others, ...handled.flatMap((each) => each.others)] };
}

/** A function that answers requests of one kind. */
interface Answer {
  readonly kind: "list" | "call";
  readonly call: CallNode;
  readonly fn: FunctionNode | undefined;
  readonly framework: Framework;
}

function answersIn(file: SourceFile, framework: Framework, requests: ToolRequests): Answer[] {
  return methodCalls(file, [requests.method]).flatMap((call): Answer[] => {
    const callee = unwrapAwaited(call.callee);
    const request = argumentAt(call, 0);
    const answer = argumentAt(call, 1);
    if (callee.type !== "MemberExpression" || !request || !answer) return [];
    const kind = (["list", "call"] as const).find((each) => isRequest(request, requests[each], requests, callee.object));
    const fn = kind === "list" ? functionOf(answer) : handlerFunction(answer);
    return kind ? [{ kind, call, fn, framework: editionWith(requests, framework, file.path) }] : [];
  });
}

function isRequest(request: Node, name: string, { modules, servers }: ToolRequests, server: Node): boolean {
  if (!servers) return isExport(originOf(request), modules, [name]);
  return staticString(definitionOf(request)) === name && servers.some((each) => isExport(originOf(server), each.modules, each.path));
}

function toolsOfHandler({ call, fn, framework }: Answer, declared: readonly Tool[], isOnly: boolean, file: SourceFile): ServedTools {
  if (!fn) return NONE;
  const common = { framework, handler: fn, contextParameter: framework.context.parameter };
  const whole: HandlerPart = { frame: { fn, call: undefined, caller: undefined, self: undefined }, node: fn, without: [] };
  const stations = stationsOf(fn);
  const arms = stations.flatMap((station) => station.arms);
  const entries = stations.flatMap((station) => findTableEntries(station));
  const [only, ...more] = declared;
  // A server with one tool need not ask which is meant.
  if (arms.length === 0 && entries.length === 0 && isOnly && only && more.length === 0 && fileOf(only.node) === file) return { tools: [{ ...only, ...common, ...schemaIn(whole, only), part: whole }], others: [] };
  const looked = entries.flatMap((entry) => toolOfEntry(entry, declared, framework, file) ?? []);
  const tools = arms.flatMap((arm): Tool[] => {
    const part = { frame: arm.frame, node: arm.part, without: arms.flatMap((other) => (other.part !== arm.part && isWithin(other.part, arm.part) ? [other.part] : [])) };
    const own = declared.find(({ name }) => name === arm.name);
    const isHere = own !== undefined && fileOf(own.node) === file;
    if (!isHere && fileOf(arm.nameNode) !== file) return [];
    const bare = { form: "declaration", node: arm.nameNode, name: arm.name, nameNode: arm.nameNode, options: undefined, binding: undefined } as const;
    return [{ ...bare, ...(isHere ? own : {}), ...common, ...schemaIn(part, own), part }];
  });
  const parts = tools.flatMap(({ part }) => (part ? [part] : []));
  const nameless: Omit<Tool, "part"> = { ...common, form: "declaration", node: call, name: undefined, nameNode: argumentAt(call, 0) ?? call.callee, schema: undefined, schemaNode: undefined, options: undefined, binding: undefined };
  return { tools: [...tools, ...looked], others: [whole.frame, ...framesOf(parts)].map((frame) => ({ ...nameless, part: { frame, node: frame.fn, without: outside(frame, parts) } })) };
}

/** What a tool takes: what the server lists for it, as far as the handler lets it through. Nothing but the handler holds a client to that. */
function schemaIn(part: HandlerPart, listed: Tool | undefined): Pick<Tool, "schema" | "schemaNode"> {
  const checking = schemaThatChecks(part);
  const checked = checking && parseSchema(checking);
  if (!listed?.schema) return { schema: checked, schemaNode: checking };
  const openings = checked ? checked.openings : handsInputOn(part) ? listed.schema.openings : [];
  return { schema: { ...listed.schema, openings }, schemaNode: listed.schemaNode };
}

/** A tool whose function the handler looks up, and gives the tool's input or the whole request. */
function toolOfEntry({ name, node, fn, given }: TableEntry, declared: readonly Tool[], framework: Framework, file: SourceFile): Tool | undefined {
  const own = declared.find((each) => each.name === name);
  const place = own && fileOf(own.node) === file ? own.node : node;
  if (fileOf(place) !== file || !isPartOfWay(given, ARGUMENTS)) return undefined;
  const isInput = given.length === ARGUMENTS.length;
  const bare = { form: "declaration", name, nameNode: place, schema: undefined, schemaNode: undefined, options: undefined, binding: undefined } as const;
  const tool: Tool = { ...bare, ...own, framework, node: place, nameNode: place === own?.node ? own.nameNode : place, handler: fn, contextParameter: NO_PARAMETER };
  return isInput ? tool : { ...tool, part: { frame: { fn, call: undefined, caller: undefined, self: undefined }, node: fn, without: [] } };
}

/** What else such a function is given is the project's own. */
const NO_PARAMETER = 99;

/** The functions that a handler hands the request on to, once each. */
function framesOf(parts: readonly HandlerPart[]): readonly Frame[] {
  const frames = new Map<Node, Frame>();
  for (const { frame } of parts) for (let at = frame; at.caller; at = at.caller) frames.set(at.fn, at);
  return [...frames.values()];
}

/** What in a function runs for one tool: the parts in it with the functions in it that they call, and the calls that lead to others. */
function outside({ fn }: Frame, parts: readonly HandlerPart[]): readonly Node[] {
  const called = fileOf(fn).index.calls.filter((call) => parts.some(({ node }) => isWithin(call, node))).flatMap(({ callee }) => (callee.type === "Identifier" && variableOf(callee)?.defs[0]?.type !== "ImportBinding" ? (functionOf(callee) ?? []) : []));
  return [...called.filter((each) => each !== fn && isWithin(each, fn)), ...partsIn(fn, parts)];
}

function partsIn(fn: FunctionNode, parts: readonly HandlerPart[]): readonly Node[] {
  return parts.flatMap(({ frame, node }) => {
    if (frame.fn === fn) return [node];
    const leading: Node[] = [];
    for (let at = frame; at.caller; at = at.caller) if (at.call && at.caller.fn === fn) leading.push(at.call);
    return leading;
  });
}
