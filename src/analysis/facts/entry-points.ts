import type { TSESTree } from "@typescript-eslint/utils";
import { matchesModule, originOf, perOrigin, type Origin } from "../origin/origin.js";
import { definitionOf, functionOf, propertyValue } from "../origin/value.js";
import { fileOf, variableOf } from "../project/source-file.js";
import { isClass, isFunction, memberName, parameterPattern, staticString, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";

/** How a framework registers a handler by a function of its own, and where that finds what the client sent. */
export interface EntryPoint {
  readonly modules: readonly string[];
  /** The steps from the module to the function, joined by dots. */
  readonly path: RegExp;
  /** Keys of the handler's first argument under which the client's values stand, where they are not those of a request. */
  readonly clientKeys?: readonly string[];
  /** The keys of the options that lead to the handler, or to a list of them; `handler` where nothing is said. */
  readonly at?: readonly string[];
}

const entryPoints: readonly EntryPoint[] = [
  { modules: ["@azure/functions"], path: /^app\.(?:http|get|post|put|patch|deleteRequest)$/u },
  { modules: ["@google-cloud/functions-framework"], path: /^http$/u },
  { modules: ["firebase-functions", "firebase-functions/*"], path: /^(?:https\.)?onRequest$/u },
  { modules: ["firebase-functions/https", "firebase-functions/v2", "firebase-functions/v2/https"], path: /^(?:https\.)?onCall$/u, clientKeys: ["data"] },
  { modules: ["@hono/zod-openapi"], path: /^OpenAPIHono\.new\.(?:.*\.)?openapi$/u },
  { modules: ["@mastra/core/server"], path: /^registerApiRoute$/u },
  { modules: ["@mastra/core", "@mastra/core/mastra"], path: /^Mastra$/u, at: ["server", "middleware"] },
  { modules: ["@ag-ui/mastra", "@ag-ui/mastra/*", "@mastra/agui"], path: /^registerCopilotKit$/u, at: ["setContext"] },
  { modules: ["@trpc/server"], path: /^initTRPC\..*\.(?:query|mutation|subscription)$/u, clientKeys: ["input"] },
];

/** The entry point that a function with that origin registers handlers for. */
export const entryPointOf = perOrigin(({ module, path }: Origin): EntryPoint | undefined => {
  if (module === undefined) return undefined;
  const steps = path.filter((step) => step !== "default").join(".");
  return entryPoints.find((entry) => matchesModule(module, entry.modules) && entry.path.test(steps));
});

/** What a call of it is given: functions, or options with some. */
export function entriesOf(call: { readonly arguments: readonly Node[] }, { at = [HANDLER] }: EntryPoint): readonly Node[] {
  return call.arguments.flatMap((argument) => {
    const given = definitionOf(argument);
    return given.type === "ObjectExpression" ? handlersAt(given, at) : isFunction(given) || given.type === "CallExpression" ? argument : [];
  });
}

const HANDLER = "handler";

/** `{ server: { middleware: [check, { path: "/api/*", handler: log }] } }`. */
function handlersAt(options: Node, [key, ...further]: readonly string[]): readonly Node[] {
  const value = key === undefined ? undefined : propertyValue(options, key);
  if (!value) return [];
  const held = definitionOf(value);
  if (further.length > 0) return handlersAt(held, further);
  if (held.type !== "ArrayExpression") return [propertyValue(held, HANDLER) ?? value];
  return held.elements.flatMap((element) => (element && element.type !== "SpreadElement" ? (propertyValue(definitionOf(element), HANDLER) ?? element) : []));
}

/** What registers an answer to those who connect, and stay connected. */
export const isSocketServer = perOrigin(({ module, path }: Origin): boolean => {
  if (module !== "ws" && module !== "socket.io") return false;
  const steps = path.filter((step) => step !== "default").join(".");
  return (module === "ws" ? /^(?:WebSocketServer|Server|WebSocket\.Server)\.new\.on$/u : /^Server\.new\.(?:of\.\(\)\.)?on$/u).test(steps);
});

/** What answers each message of those who connect: `(data) => …` in `wss.on("connection", (socket) => socket.on("message", (data) => …))`. */
export function messageHandlers(call: CallNode): readonly FunctionNode[] {
  const origin = originOf(call.callee);
  const [event, answer] = call.arguments;
  if (!origin || !isSocketServer(origin) || !event || !answer || !CONNECTIONS.has(staticString(event) ?? "")) return [];
  const connected = functionOf(answer);
  const socket = connected?.params[0];
  if (!connected || socket?.type !== "Identifier") return [];
  return (fileOf(connected).index.bodies.get(connected)?.calls ?? []).flatMap(({ callee, arguments: given }) => {
    if (callee.type !== "MemberExpression" || !["on", "addEventListener"].includes(memberName(callee) ?? "") || !isNamed(callee.object, socket)) return [];
    const [heard, handler] = given;
    return heard && handler && !SILENT.has(staticString(heard) ?? "close") ? (functionOf(handler) ?? []) : [];
  });
}

const CONNECTIONS = new Set(["connection", "connect"]);
/** What a socket tells of itself, with nothing that its other end has written. */
const SILENT = new Set(["close", "open", "error", "disconnect", "disconnecting", "ping", "pong"]);

function isNamed(node: Node, parameter: TSESTree.Identifier): boolean {
  return node.type === "Identifier" && node.name === parameter.name && variableOf(node)?.identifiers[0] === parameter;
}

const NEST = ["@nestjs/common"];
const NEST_ROUTES = new Set(["Get", "Post", "Put", "Patch", "Delete", "All", "Head", "Options", "Sse"]);
const NEST_PARTS = new Set(["Body", "Query", "Param", "Headers", "UploadedFile", "UploadedFiles"]);

/** A method of a NestJS controller that answers requests, and the numbers of its parameters that the client fills. */
export function controllerMethod(fn: FunctionNode): { readonly clientParameters: readonly number[] } | undefined {
  const method = fn.parent;
  if (method.type !== "MethodDefinition" || !isClass(method.parent.parent) || !isDecorated(method, NEST_ROUTES)) return undefined;
  return { clientParameters: fn.params.flatMap((parameter, index) => (isDecorated(parameter, NEST_PARTS) ? [index] : [])) };
}

/** Types of what a request is answered by, with the package that declares them: only a request handler is given one beside the request. */
const REPLIES: readonly (readonly [modules: readonly string[], name: string])[] = [
  [["express", "express-serve-static-core", "firebase-functions", "@google-cloud/functions-framework", "@types/express"], "Response"],
  [["next"], "NextApiResponse"],
  [["fastify"], "FastifyReply"],
  [["@vercel/node"], "VercelResponse"],
  [["http"], "ServerResponse"],
];

/** Whether a function is a request handler by its types, wherever it is registered: `(req: Request, res: Response) => …` with the types of Express. */
export function isTypedHandler({ params }: FunctionNode): boolean {
  if (params.length < 2 || params.length > 3) return false;
  const reply = params[1] && parameterPattern(params[1]);
  const type = reply?.type === "Identifier" ? reply.typeAnnotation?.typeAnnotation : undefined;
  const origin = type?.type === "TSTypeReference" ? originOf(type) : undefined;
  const { module, path = [] } = origin ?? {};
  return module !== undefined && REPLIES.some(([modules, name]) => modules.includes(module) && path.at(-1) === name);
}

function isDecorated(node: Node, names: ReadonlySet<string>): boolean {
  const decorators = "decorators" in node ? node.decorators : [];
  return decorators.some(({ expression }) => {
    const origin = expression.type === "CallExpression" ? originOf(expression.callee) : undefined;
    return origin?.module !== undefined && matchesModule(origin.module, NEST) && names.has(origin.path.at(-1) ?? "");
  });
}
