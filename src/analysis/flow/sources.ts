import type { TSESTree } from "@typescript-eslint/utils";
import type { Handler } from "../facts/edge.js";
import { foldKey, type IdentityVocabulary } from "../facts/identity.js";
import { isGlobal, originOf, patternPath } from "../origin/origin.js";
import { variableOf } from "../project/source-file.js";
import { isFunction, memberName, parameterPattern, staticString, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { isVerifiedSource } from "./verified-source.js";

/** What a part of a value is made from. */
export type SourceKind =
  /** The client wrote it: body, query, path, headers, form, cookies. */
  | "client"
  /** A literal of the program. */
  | "literal"
  /** A verified identity of the caller: the tenant or the user. */
  | "tenant"
  | "user"
  /** Somebody else wrote it: a page, a search result, a retrieved document, a file, a tool's answer. */
  | "untrusted"
  /** Made by a guard or a function that the policy names. */
  | "guard"
  /** Random or time, made here. */
  | "fresh"
  /** The model wrote it: an argument of a tool, or its answer. */
  | "model"
  /** The run's own config. */
  | "config"
  /** Anything that cannot be seen or says nothing: parameters, database rows, environment. */
  | "unknown";

export interface Source {
  readonly kind: SourceKind;
  /** The expression that is the source. */
  readonly node: Node;
}

/** What the trace needs to know of the surroundings. */
export interface TraceContext {
  readonly handlers: readonly Handler[];
  readonly vocabulary: IdentityVocabulary;
  /** Whether a call is one that the policy names as a verified source of identity. */
  isVerifiedCall(call: CallNode): boolean;
  /** What kind of foreign text a call brings in, by the tables of sources and the policy. */
  foreignText(call: CallNode): string | undefined;
  /** Whether a call gives what a model wrote: a run of a model or an agent. */
  isModelOutput(call: CallNode): boolean;
  /** Whether a call makes a text harmless: a delimiter function of the policy or a guard. */
  isDelimiter(call: CallNode): boolean;
  /** Whether a value can hold no text of somebody's own: a number, one of a list of constants. Asked only where text is what matters. */
  isClosed?(node: Node): boolean;
  /** What the nodes of a graph put into its state under a key, for a function that is one of them. Asked only where text is what matters. */
  stateWrites?(fn: FunctionNode, key: string): readonly Node[];
  /** The functions whose first argument the model writes. */
  readonly isToolHandler: (fn: FunctionNode) => boolean;
  /** Number of the parameter that carries the run's config, for handlers of tools and functions of nodes. */
  configParameter(fn: FunctionNode): number | undefined;
  /** Key under which older versions of a framework give a tool the run's values in its first parameter. */
  formerKey?(fn: FunctionNode): string | undefined;
}

/** Whether one author wrote all of a value; a literal that stands in for what is missing changes nothing: `header ?? ""`. */
export function isAllFrom(sources: readonly Source[], kind: SourceKind): boolean {
  return sources.some((source) => source.kind === kind) && sources.every((source) => source.kind === kind || source.kind === "literal");
}

/** What a call gives whatever it is given. */
export function sourceOfCall(call: CallNode, context: TraceContext): Source | undefined {
  const origin = originOf(call.callee);
  if (/^agent-guardrails(?:\/|$)/u.test(origin?.module ?? "") || context.isDelimiter(call)) return { kind: "guard", node: call };
  if (isVerifiedSource(call, context)) return identitySource(["user"], call, context);
  if (context.isModelOutput(call)) return { kind: "model", node: call };
  if (context.foreignText(call) !== undefined) return { kind: "untrusted", node: call };
  if (isFresh(call)) return { kind: "fresh", node: call };
  if (origin?.module === "next/headers") return { kind: "client", node: call };
  const variable = contextVariable(call, context);
  return variable === undefined ? undefined : identitySource([variable], call, context);
}

/** The parts of a request that the client writes, and those that an auth layer writes. */
const CLIENT_PARTS = new Set(["body", "payload", "query", "params", "headers", "cookies", "rawBody", "files", "url", "originalUrl", "nextUrl", "searchParams", "pathParameters", "queryStringParameters", "file"]);
const VERIFIED_PARTS = new Set(["user", "auth", "session", "locals", "identity", "principal", "claims", "authInfo", "jwtPayload"]);

/** What a parameter, and what lies under keys of it, is by the function that it belongs to. */
export function sourceOfParameter(name: TSESTree.Identifier, owner: Node, path: readonly string[], context: TraceContext, at: Node = name): Source {
  if (!isFunction(owner)) return { kind: "unknown", node: at };
  const position = parameterPosition(owner, name.name);
  if (!position) return { kind: "unknown", node: at };
  const keys = [...position.path, ...path];
  const handler = context.handlers.find((candidate) => candidate.fn === owner);
  if (handler) {
    if (handler.kind === "action") return { kind: "client", node: at };
    // A workflow's step gets what the workflow was started with.
    if (handler.kind === "step") return { kind: keys[0] === "inputData" ? "client" : "unknown", node: at };
    if (handler.clientParameters?.includes(position.index) === true || (position.index === 0 && handler.clientKeys?.includes(keys[0] ?? "") === true)) return { kind: "client", node: at };
    // req, then what a framework passes beside it: `{ params }` of a route, `res`, `next`.
    const verified = keys.findIndex((key) => VERIFIED_PARTS.has(key));
    const client = keys.findIndex((key) => CLIENT_PARTS.has(key));
    if (verified >= 0 && (client < 0 || verified < client)) return identitySource(keys.slice(verified + 1), at, context);
    if (client >= 0 && position.index <= 1) return { kind: "client", node: at };
    return { kind: "unknown", node: at };
  }
  // Only a run's config has the key `configurable`, wherever it comes from.
  if (keys[0] === "configurable" || isOfRun(owner, position.index, keys[0], context)) return runSource(keys, at, context);
  if (context.isToolHandler(owner) && position.index === 0) return { kind: "model", node: at };
  return { kind: "unknown", node: at };
}

function isOfRun(fn: FunctionNode, index: number, key: string | undefined, context: TraceContext): boolean {
  return context.configParameter(fn) === index || (index === 0 && key !== undefined && key === context.formerKey?.(fn));
}

/** Which parameter a name comes from, and the keys by which it was taken out. */
export function parameterPosition(fn: FunctionNode, name: string): { index: number; path: readonly string[] } | undefined {
  for (const [index, parameter] of fn.params.entries()) {
    const path = patternPath(parameterPattern(parameter), name);
    if (path) return { index, path };
  }
  return undefined;
}

/** A part of what only a check of the caller has written. */
export function identitySource(path: readonly string[], at: Node, context: TraceContext): Source {
  // `session.user.id`, `auth.userId`, `claims.sub`, `user.orgId`: the last key tells the tenant from the user.
  const keys = path.filter((key) => key !== "*").map(foldKey);
  const last = keys.at(-1) ?? "user";
  if (context.vocabulary.isTenantKey(last) || (last === "id" && context.vocabulary.isTenantKey(`${keys.at(-2) ?? ""}id`))) return { kind: "tenant", node: at };
  return { kind: "user", node: at };
}

const AUTHENTICATED = "langgraph_auth_user";

/** A part of the run's config: an identity that the edge stamped on it, or anything else of the run. */
export function runSource(keys: readonly string[], at: Node, context: TraceContext): Source {
  const { vocabulary } = context;
  const last = keys.at(-1) ?? "";
  const holder = keys.at(-2) ?? "";
  if (vocabulary.isTenantKey(last) || (last === "id" && vocabulary.isTenantKey(holder))) return { kind: "tenant", node: at };
  // What the authentication of a LangGraph server found out: `langgraph_auth_user.identity`.
  const isUser = vocabulary.isUserKey(last) || (last === "id" && vocabulary.isUserKey(holder)) || (last === "identity" && holder === AUTHENTICATED) || last === `${AUTHENTICATED}_id`;
  return { kind: isUser ? "user" : "config", node: at };
}

/** `c.get("user")`: what an earlier middleware has put on the context of a Hono handler. */
export function contextVariable(call: CallNode, context: TraceContext): string | undefined {
  const callee = unwrapAwaited(call.callee);
  if (callee.type !== "MemberExpression" || memberName(callee) !== "get" || callee.object.type !== "Identifier" || !isRequest(callee.object, context)) return undefined;
  const key = staticString(call.arguments[0]);
  return key !== undefined && (VERIFIED_PARTS.has(key) || context.vocabulary.classify(key, "certain") !== undefined) ? key : undefined;
}

/** Whether an expression is the request of a handler: its first parameter, or `c.req`. */
function isRequest(node: Node, context: TraceContext): boolean {
  const value = unwrapAwaited(node);
  if (value.type === "MemberExpression" && ["req", "request"].includes(memberName(value) ?? "")) return isRequest(value.object, context);
  if (value.type !== "Identifier") return false;
  const definition = variableOf(value)?.defs[0];
  if (definition?.type !== "Parameter") return false;
  const owner = definition.node as Node;
  const handler = context.handlers.find((candidate) => candidate.fn === owner);
  return handler !== undefined && handler.kind !== "action" && handler.kind !== "step" && isFunction(owner) && (parameterPosition(owner, value.name)?.index ?? 9) === 0;
}

/** Methods of a request that give what the client sent. */
const CLIENT_READERS = new Set(["json", "text", "formData", "query", "queries", "param", "header", "parseBody", "valid"]);

/** `await req.json()`, `c.req.query("q")`. */
export function readsRequest(call: CallNode, context: TraceContext): boolean {
  const callee = unwrapAwaited(call.callee);
  return callee.type === "MemberExpression" && CLIENT_READERS.has(memberName(callee) ?? "") && isRequest(callee.object, context);
}

const FRESH_MODULES = /^(?:uuid|nanoid|crypto|ulid|cuid|@paralleldrive\/cuid2|short-uuid|uuidv7)(?:\/|$)/u;

function isFresh(call: CallNode): boolean {
  const origin = originOf(call.callee);
  if (!origin) return false;
  if (origin.module !== undefined) return FRESH_MODULES.test(origin.module);
  return isGlobal(origin, "crypto", "randomUUID") || isGlobal(origin, "Date", "now") || isGlobal(origin, "Date", "new") || isGlobal(origin, "Date") || isGlobal(origin, "Math", "random") || isGlobal(origin, "performance", "now");
}
