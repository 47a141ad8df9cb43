import type { TSESTree } from "@typescript-eslint/utils";
import { originOf } from "../origin/origin.js";
import { definitionOf, functionOf } from "../origin/value.js";
import type { SourceFile } from "../project/source-file.js";
import { isFunction, keyName, memberName, parameterPattern, staticString, unwrap, type FunctionNode, type Node } from "../syntax/expression.js";

/** A function that the outside world calls: a route, an action, a server entry. */
export interface Handler {
  readonly fn: FunctionNode;
  readonly kind: "route" | "action" | "server";
}

const VERBS = new Set(["get", "post", "put", "patch", "delete", "all", "options", "head", "on", "route"]);
const ROUTE_EXPORTS = new Set(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "action", "loader", "handler"]);
/** Functions that take the request handler of a whole server. */
const SERVERS: readonly (readonly [module: string | undefined, path: string])[] = [
  ["http", "createServer"],
  ["https", "createServer"],
  [undefined, "Deno.serve"],
  [undefined, "Bun.serve"],
  [undefined, "addEventListener"],
];

/** Every handler of a file: registered on a router, or exported as a route, an action or a server entry. */
export function findHandlers(file: SourceFile): Handler[] {
  const handlers = new Map<FunctionNode, Handler>();
  const add = (node: Node | undefined, kind: Handler["kind"]): void => {
    const fn = node && wrappedFunction(node);
    if (fn && !handlers.has(fn)) handlers.set(fn, { fn, kind });
  };
  const serverActions = file.ast.body.some((statement) => statement.type === "ExpressionStatement" && statement.directive === "use server");
  for (const statement of file.ast.body) {
    if (statement.type === "ExportDefaultDeclaration") {
      const value = definitionOf(statement.declaration);
      if (value.type === "ObjectExpression") for (const property of value.properties) if (property.type === "Property" && keyName(property) === "fetch") add(property.value, "server");
      if (isFunction(value) && value.params.length > 0) add(value, serverActions ? "action" : "route");
      if (value.type === "CallExpression") add(value, "route");
    }
    if (statement.type !== "ExportNamedDeclaration") continue;
    for (const [name, node] of exportedValues(statement)) {
      if (ROUTE_EXPORTS.has(name)) add(node, "route");
      else if (serverActions) add(node, "action");
    }
  }
  for (const call of file.index.calls) {
    if (call.type !== "CallExpression") continue;
    const callee = unwrap(call.callee);
    if (callee.type === "MemberExpression" && VERBS.has(memberName(callee) ?? "") && isRegistration(call)) {
      for (const argument of call.arguments) if (argument.type !== "SpreadElement") add(isFunctionLike(argument) ? argument : undefined, "route");
    }
    const origin = originOf(call.callee);
    if (origin && SERVERS.some(([module, path]) => module === origin.module && origin.path.join(".").endsWith(path))) {
      for (const argument of call.arguments) if (argument.type !== "SpreadElement" && isFunctionLike(argument)) add(argument, "server");
    }
  }
  for (const body of file.index.bodies.keys()) {
    if (isFunction(body) && body.body.type === "BlockStatement" && body.body.body.some((statement) => statement.type === "ExpressionStatement" && statement.directive === "use server")) add(body, "action");
  }
  return [...handlers.values()];
}

/** `app.post("/path", handler)`: the path is what tells a registration from any other method called `post`. */
function isRegistration(call: TSESTree.CallExpression): boolean {
  const first = call.arguments[0];
  const path = first && first.type !== "SpreadElement" ? staticString(first) : undefined;
  return path !== undefined && (path === "*" || path.startsWith("/")) && call.arguments.length > 1;
}

function isFunctionLike(node: Node): boolean {
  const definition = definitionOf(node);
  return isFunction(definition) || definition.type === "CallExpression";
}

/** `POST = async (req) => …` and `POST = withAuth(async (req) => …)`. */
function wrappedFunction(node: Node, depth = 0): FunctionNode | undefined {
  const direct = functionOf(node);
  if (direct) return direct;
  const definition = definitionOf(node);
  if (definition.type !== "CallExpression" || depth > 3) return undefined;
  for (const argument of definition.arguments) {
    if (argument.type === "SpreadElement") continue;
    const fn = wrappedFunction(argument, depth + 1);
    if (fn) return fn;
  }
  return undefined;
}

function* exportedValues(statement: TSESTree.ExportNamedDeclaration): Generator<[string, Node]> {
  const { declaration } = statement;
  if (declaration?.type === "FunctionDeclaration" && declaration.id) yield [declaration.id.name, declaration];
  if (declaration?.type === "VariableDeclaration") {
    for (const declarator of declaration.declarations) if (declarator.id.type === "Identifier" && declarator.init) yield [declarator.id.name, declarator.init];
  }
  if (!statement.source) {
    for (const specifier of statement.specifiers) {
      if (specifier.exported.type === "Identifier") yield [specifier.exported.name, specifier.local];
    }
  }
}

/** The name that a handler's nth parameter is bound to, or its pattern where it is taken apart. */
export function handlerParameter(handler: Handler, index: number): Node | undefined {
  const parameter = handler.fn.params[index];
  return parameter && parameterPattern(parameter);
}
