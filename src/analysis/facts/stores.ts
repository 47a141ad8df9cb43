import type { TSESTree } from "@typescript-eslint/utils";
import { langgraphServer } from "../frameworks/langgraph-server.js";
import { methodCalls } from "../origin/calls.js";
import { matchesModule, originOf } from "../origin/origin.js";
import { definitionOf, functionOf, isWholeLiteral, propertyValue } from "../origin/value.js";
import { returnedFrom, type SourceFile, variableOf } from "../project/source-file.js";
import { argumentAt, isFunction, memberName, parameterPattern, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { isRunConfigType } from "./config-types.js";

export type StoreOperation = "get" | "put" | "delete" | "search" | "listNamespaces";

/** A call of a LangGraph store: long-term memory, shared by all threads. */
export interface StoreCall {
  readonly call: CallNode;
  readonly operation: StoreOperation;
  /** The namespace, or its beginning where a search is given that; `undefined` where none can be seen. */
  readonly namespace: Node | undefined;
  readonly key: Node | undefined;
  /** True where the namespace can be anything: no prefix, or an empty one. */
  readonly unbounded: boolean;
}

const STORE_MODULES = ["@langchain/langgraph", "@langchain/langgraph/*", "@langchain/langgraph-checkpoint", "@langchain/langgraph-checkpoint-*"];
const STORE_CLASSES = new Set(["InMemoryStore", "BaseStore", "AsyncBatchedStore", "PostgresStore", "MongoDBStore", "RedisStore"]);
const OPERATIONS: Readonly<Record<string, StoreOperation>> = { get: "get", put: "put", delete: "delete", search: "search", listNamespaces: "listNamespaces" };
/** The same operations as the client of a LangGraph server spells them. */
const CLIENT_OPERATIONS: Readonly<Record<string, StoreOperation>> = { getItem: "get", putItem: "put", deleteItem: "delete", searchItems: "search", listNamespaces: "listNamespaces" };

const METHODS = new Set([...Object.keys(OPERATIONS), ...Object.keys(CLIENT_OPERATIONS), "batch"]);

/** Which functions of the file get the run's config, and as which parameter. */
export type ConfigParameters = (fn: FunctionNode) => number | undefined;

/** Every call of a LangGraph store in a file; a `Map`, a cache or a session store is none. */
export function findStoreCalls(file: SourceFile, configParameter: ConfigParameters): StoreCall[] {
  const found: StoreCall[] = [];
  for (const call of methodCalls(file, METHODS)) {
    const callee = unwrapAwaited(call.callee);
    if (callee.type !== "MemberExpression") continue;
    const method = memberName(callee) ?? "";
    const operation = OPERATIONS[method];
    if (operation && isStore(callee.object, configParameter, 0)) found.push(read(call, operation));
    else if (CLIENT_OPERATIONS[method] && isClientStore(callee.object)) found.push(read(call, CLIENT_OPERATIONS[method]));
    else if (method === "batch" && isStore(callee.object, configParameter, 0)) found.push(...readBatch(call));
  }
  return found;
}

function read(call: CallNode, operation: StoreOperation): StoreCall {
  const first = argumentAt(call, 0);
  if (operation === "listNamespaces") return { ...readFilter(call, first), call, operation, key: undefined };
  return {
    call,
    operation,
    namespace: first,
    key: operation === "search" ? undefined : argumentAt(call, 1),
    unbounded: operation === "search" && first !== undefined && isEmptyList(first),
  };
}

/** `listNamespaces({ prefix })`: what narrows the list down, where the options can be seen whole. */
function readFilter(call: CallNode, options: Node | undefined): Pick<StoreCall, "namespace" | "unbounded"> {
  if (!options) return { namespace: undefined, unbounded: call.arguments.length === 0 };
  const literal = definitionOf(options);
  const namespace = propertyValue(literal, "prefix") ?? propertyValue(literal, "suffix");
  return { namespace, unbounded: namespace ? isEmptyList(namespace) : isWholeLiteral(literal) };
}

/** `store.batch([{ namespace, key }, { namespace, key, value }, { namespacePrefix }])`: one call for each operation that is written down. */
function readBatch(call: CallNode): StoreCall[] {
  const given = argumentAt(call, 0);
  const list = given && definitionOf(given);
  if (list?.type !== "ArrayExpression") return [];
  return list.elements.flatMap((element): StoreCall[] => {
    const operation = element && definitionOf(element);
    if (operation?.type !== "ObjectExpression") return [];
    const prefix = propertyValue(operation, "namespacePrefix");
    if (prefix) return [{ call, operation: "search", namespace: prefix, key: undefined, unbounded: isEmptyList(prefix) }];
    const namespace = propertyValue(operation, "namespace");
    const kind = propertyValue(operation, "value") ? "put" : "get";
    return namespace ? [{ call, operation: kind, namespace, key: propertyValue(operation, "key"), unbounded: false }] : [];
  });
}

function isEmptyList(node: Node): boolean {
  const list = definitionOf(node);
  return list.type === "ArrayExpression" && list.elements.every((element) => element?.type === "SpreadElement" && isEmptyList(element.argument));
}

function isClientStore(node: Node): boolean {
  const origin = originOf(node);
  return origin !== undefined && matchesModule(origin.module ?? "", langgraphServer.modules) && origin.path.at(-1) === langgraphServer.store;
}

/** Whether a value is a LangGraph store: made here, handed over by the run, or annotated as one. */
function isStore(node: Node, configParameter: ConfigParameters, depth: number): boolean {
  if (depth > 6) return false;
  const origin = originOf(node);
  if (origin?.module !== undefined && matchesModule(origin.module, STORE_MODULES)) {
    const path = origin.path.filter((step) => step !== "default" && step !== "()" && step !== "new" && step !== "fromConnString");
    if (path.length === 1 && (STORE_CLASSES.has(path[0] ?? "") || path[0] === "getStore")) return true;
    if (path.at(-1) === "store" && path.includes("getConfig")) return true;
  }
  // `store` of a value that is annotated as a run's config.
  if (origin?.path.at(-1) === "store" && isRunConfigType({ ...origin, path: origin.path.slice(0, -1) })) return true;
  const value = definitionOf(node);
  if (value.type === "LogicalExpression") return isStore(value.left, configParameter, depth + 1) || isStore(value.right, configParameter, depth + 1);
  if (value.type === "ConditionalExpression") return isStore(value.consequent, configParameter, depth + 1);
  if (value.type === "MemberExpression") return memberName(value) === "store" && isRunConfig(value.object, configParameter);
  if (value.type === "Identifier") return isDestructuredStore(value, configParameter);
  // A helper of the project that hands the run's store on.
  if (value.type === "CallExpression") {
    const helper = functionOf(value.callee);
    const returned = returnedFrom(helper);
    return returned.length > 0 && returned.every((each) => isStore(each, configParameter, depth + 1));
  }
  return false;
}

function isRunConfig(node: Node, configParameter: ConfigParameters): boolean {
  const name = unwrapAwaited(node);
  if (isRunConfigType(originOf(name))) return true;
  if (name.type !== "Identifier") return false;
  const definition = variableOf(name)?.defs[0];
  const fn = definition?.node as Node | undefined;
  if (definition?.type !== "Parameter" || !isFunction(fn)) return false;
  const index = configParameter(fn);
  const parameter = index === undefined ? undefined : fn.params[index];
  return parameter !== undefined && parameterPattern(parameter) === (definition.name as Node);
}

/** `async (input, { store }) => …` and `const { store } = config`. */
function isDestructuredStore(name: TSESTree.Identifier, configParameter: ConfigParameters): boolean {
  const definition = variableOf(name)?.defs[0];
  const node = definition?.node as Node | undefined;
  const binding = definition?.name as Node | undefined;
  if (!node || binding?.parent?.type !== "Property" || binding.parent.key.type !== "Identifier" || binding.parent.key.name !== "store") return false;
  if (node.type === "VariableDeclarator") return node.init !== null && isRunConfig(node.init, configParameter);
  if (!isFunction(node)) return false;
  const index = configParameter(node);
  const parameter = index === undefined ? undefined : node.params[index];
  const pattern = parameter && parameterPattern(parameter);
  return pattern !== undefined && binding.parent.parent === pattern;
}
