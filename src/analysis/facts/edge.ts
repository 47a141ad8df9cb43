import type { TSESTree } from "@typescript-eslint/utils";
import { callsFrom } from "../origin/calls.js";
import { isExport, originOf, perOrigin, type Origin } from "../origin/origin.js";
import { definitionOf, functionOf, propertyValue } from "../origin/value.js";
import { fileOf, type SourceFile } from "../project/source-file.js";
import { argumentAt, isFunction, keyName, memberName, parameterPattern, staticString, unwrap, type FunctionNode, type Node } from "../syntax/expression.js";
import { controllerMethod, entriesOf, entryPointOf, isSocketServer, isTypedHandler, messageHandlers } from "./entry-points.js";

/** A function that the outside world calls: a route, an action, a server entry, a controller that another file registers. */
export interface Handler {
  readonly fn: FunctionNode;
  readonly kind: "route" | "action" | "server" | "step" | "controller";
  /** Keys of the first argument under which the client's values stand, besides those of a request. */
  readonly clientKeys?: readonly string[] | undefined;
  /** Numbers of the parameters that the client fills whole. */
  readonly clientParameters?: readonly number[] | undefined;
}

const VERBS = new Set(["get", "post", "put", "patch", "delete", "all", "options", "head", "on", "route", "use"]);
const METHODS = new Set(["get", "post", "put", "patch", "delete", "all"]);
const ROUTE_EXPORTS = new Set(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "action", "loader", "handler"]);
/** Functions that take the request handler of a whole server. */
const SERVERS: readonly (readonly [module: string | undefined, path: string])[] = [
  ["http", "createServer"],
  ["https", "createServer"],
  [undefined, "Deno.serve"],
  [undefined, "Bun.serve"],
  [undefined, "addEventListener"],
];

const SERVER_NAMES = new Set(SERVERS.map(([, path]) => path.split(".").at(-1)));
const REGISTERING = new Set([...VERBS, "route", "openapi"]);
/** `app.openapi(createRoute({ … }), handler)`: a route of Hono that is described with it. */
const isDescribedRoute = perOrigin((origin) => isExport(origin, ["@hono/zod-openapi"], ["createRoute"]));
const isStepMaker = perOrigin((origin) => isExport(origin, ["@mastra/core/workflows", "@mastra/core"], ["createStep"]));
const isServerMaker = perOrigin(({ module, path }) => SERVER_NAMES.has(path.at(-1)) && SERVERS.some(([server, name]) => server === module && path.join(".").endsWith(name)));
/** Packages whose apps and routers register handlers, whatever the path is. */
const ROUTERS = ["express", "hono", "@hono/zod-openapi", "fastify", "polka", "restify", "@koa/router", "koa-router", "itty-router", "elysia"];
const isRouterMethod = perOrigin(({ module, path }) => module !== undefined && path.length > 1 && ROUTERS.includes(module));
const mayRegister = perOrigin((origin) => isStepMaker(origin) || isServerMaker(origin) || isSocketServer(origin) || entryPointOf(origin) !== undefined);

type Found = readonly [fn: Node | undefined, kind: Handler["kind"]];

/** Every handler of a file: registered on a router, or exported as a route, an action or a server entry. */
export function findHandlers(file: SourceFile): Handler[] {
  const handlers = new Map<FunctionNode, Handler>();
  const add = (node: Node | undefined, kind: Handler["kind"], client: Pick<Handler, "clientKeys" | "clientParameters"> = {}): void => {
    const fn = node && wrappedFunction(node);
    if (fn && !handlers.has(fn)) handlers.set(fn, { fn, kind, clientKeys: client.clientKeys, clientParameters: client.clientParameters });
  };
  const actions = file.ast.body.some(isServerDirective);
  for (const statement of file.ast.body) {
    if (statement.type === "ExportDefaultDeclaration") for (const [fn, kind] of defaultHandlers(statement, actions)) add(fn, kind);
    if (statement.type !== "ExportNamedDeclaration") continue;
    for (const [name, node] of exportedValues(statement)) {
      if (ROUTE_EXPORTS.has(name)) add(node, "route");
      else if (actions) add(node, "action");
    }
  }
  for (const call of callsFrom(file, mayRegister, REGISTERING)) {
    const origin = originOf(call.callee);
    const entry = origin && entryPointOf(origin);
    if (entry) for (const fn of entriesOf(call, entry)) add(fn, "route", entry);
    if (call.type !== "CallExpression") continue;
    for (const [fn, kind] of registeredHandlers(call)) add(fn, kind);
    for (const fn of messageHandlers(call)) add(fn, "server", { clientParameters: fn.params.map((_, index) => index) });
  }
  for (const body of file.index.bodies.keys()) {
    if (!isFunction(body)) continue;
    const method = controllerMethod(body);
    if (method) add(body, "route", method);
    // What stands before it where it is registered, another file says.
    else if (isTypedHandler(body) && !isCalledHere(body)) add(body, "controller");
    if (body.body.type === "BlockStatement" && body.body.body.some(isServerDirective)) add(body, "action");
  }
  return [...handlers.values()];
}

/** A function that its own file calls is a part of the handler there. */
function isCalledHere(fn: FunctionNode): boolean {
  const name = fn.type === "FunctionDeclaration" ? fn.id : fn.parent.type === "VariableDeclarator" && fn.parent.id.type === "Identifier" ? fn.parent.id : undefined;
  const references = name ? (fileOf(fn).variableOf(name.name, name)?.references ?? []) : [];
  return references.some(({ identifier }) => {
    const place = identifier as Node;
    return place.parent?.type === "CallExpression" && place.parent.callee === place;
  });
}

function isServerDirective(statement: Node): boolean {
  return statement.type === "ExpressionStatement" && statement.directive === "use server";
}

function defaultHandlers(statement: TSESTree.ExportDefaultDeclaration, actions: boolean): Found[] {
  const value = definitionOf(statement.declaration);
  const worker = propertyValue(value, "fetch");
  if (worker) return [[worker, "server"]];
  // Any module may export a function by default; what it is given tells a request handler.
  const fn = wrappedFunction(value);
  if (actions) return [[fn, "action"]];
  return fn && takesRequest(fn) ? [[fn, "route"]] : [];
}

/** The handlers that a call registers. */
function registeredHandlers(call: TSESTree.CallExpression): Found[] {
  const callee = unwrap(call.callee);
  const given = (): TSESTree.Expression[] => call.arguments.filter((argument) => argument.type !== "SpreadElement");
  const found: Found[] = [];
  if (callee.type === "MemberExpression" && VERBS.has(memberName(callee) ?? "") && (isRegistration(call) || isChainedToRoute(callee) || isRegistrationOf(originOf(callee), call))) {
    found.push(...given().filter(isFunctionLike).map((argument): Found => [argument, "route"]));
  }
  if (callee.type === "MemberExpression" && memberName(callee) === "openapi" && describesRoute(argumentAt(call, 0))) found.push([argumentAt(call, 1), "route"]);
  const origin = originOf(call.callee);
  const isRoute = callee.type === "MemberExpression" && memberName(callee) === "route";
  const isStep = origin !== undefined && isStepMaker(origin);
  const first = isRoute || isStep ? argumentAt(call, 0) : undefined;
  const options = first && definitionOf(first);
  // fastify.route({ method, url, handler })
  if (options && isRoute && (propertyValue(options, "url") ?? propertyValue(options, "path"))) found.push([propertyValue(options, "handler"), "route"]);
  if (options && isStep && !isLaterStep(call)) found.push([propertyValue(options, "execute"), "step"]);
  if (origin && isServerMaker(origin) && isOfServer(call, origin)) found.push(...given().flatMap(serverHandlers).map((handler): Found => [handler, "server"]));
  return found;
}

/** A worker hears requests as `fetch`; what else it and a page hear comes from the page itself. */
function isOfServer(call: TSESTree.CallExpression, { path }: Origin): boolean {
  const event = path.at(-1) === "addEventListener" ? argumentAt(call, 0) : undefined;
  return event === undefined || staticString(definitionOf(event)) === "fetch";
}

function describesRoute(node: Node | undefined): boolean {
  const made = node && definitionOf(node);
  const origin = made?.type === "CallExpression" ? originOf(made.callee) : undefined;
  return origin !== undefined && isDescribedRoute(origin);
}

/** Whether every workflow in sight has a step before this one, so that what it gets is what that has made. */
function isLaterStep(step: TSESTree.CallExpression): boolean {
  const { parent } = step;
  const name = parent.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id.name : undefined;
  const places: readonly Node[] = name === undefined ? [step] : (fileOf(step).variableOf(name, parent)?.references ?? []).map(({ identifier }) => identifier as Node);
  const before = places.flatMap((place) => {
    let at = place;
    // .parallel([review, publish]), .branch([[isLong, review], [isShort, publish]])
    while (at.parent?.type === "ArrayExpression") at = at.parent;
    const joining = at.parent?.type === "CallExpression" && at.parent.arguments[0] === at ? unwrap(at.parent.callee) : undefined;
    return joining?.type === "MemberExpression" && JOINING.has(memberName(joining) ?? "") ? [unwrap(joining.object)] : [];
  });
  return before.length > 0 && before.every((made) => made.type === "CallExpression" && unwrap(made.callee).type === "MemberExpression");
}

/** The methods of a workflow that take a step. */
const JOINING = new Set(["then", "parallel", "branch", "foreach", "dowhile", "dountil"]);

/** `app.post("/path", handler)`, `app.on("POST", "/path", handler)` and `app.get(["/", "/chat"], handler)`: the path is what tells a registration from any other method called `post`. */
function isRegistration(call: TSESTree.CallExpression): boolean {
  return call.arguments.slice(0, 2).some((argument, index) => isRoutePath(argument) && call.arguments.length > index + 1);
}

/** `app.post(config.path, handler)` on an app of Express, where the path cannot be seen. */
function isRegistrationOf(origin: Origin | undefined, call: TSESTree.CallExpression): boolean {
  return origin !== undefined && isRouterMethod(origin) && METHODS.has(origin.path.at(-1) ?? "") && call.arguments.length > 1;
}

function isRoutePath(node: Node): boolean {
  const path = definitionOf(node);
  if (path.type === "ArrayExpression") return path.elements.length > 0 && path.elements.every((each) => each !== null && each.type !== "SpreadElement" && isRoutePath(each));
  const text = beginningOf(path);
  return text === "*" || text?.startsWith("/") === true;
}

/** How a text begins: `/agents/` of `/agents/${version}/chat`, also behind a constant that it is made with. */
function beginningOf(node: Node, depth = 0): string | undefined {
  const value = definitionOf(node);
  if (value.type !== "TemplateLiteral" || depth > 3) return staticString(value);
  const [first] = value.expressions;
  const text = value.quasis[0]?.value.raw;
  return text === "" && first ? beginningOf(first, depth + 1) : text;
}

/** `router.route("/path").get(…).post(handler)`. */
function isChainedToRoute(callee: TSESTree.MemberExpression): boolean {
  const made = unwrap(callee.object);
  if (made.type !== "CallExpression") return false;
  const maker = unwrap(made.callee);
  if (maker.type !== "MemberExpression") return false;
  const first = made.arguments[0];
  return memberName(maker) === "route" ? first !== undefined && isRoutePath(first) : VERBS.has(memberName(maker) ?? "") && isChainedToRoute(maker);
}

/** The functions that a server is given: itself, `{ fetch }`, `{ handler }`, or `{ routes: { "/path": { POST } } }`. */
function serverHandlers(node: Node): Node[] {
  if (isFunctionLike(node)) return [node];
  const options = definitionOf(node);
  const own = ["fetch", "handler"].flatMap((key) => propertyValue(options, key) ?? []);
  const routes = propertyValue(options, "routes");
  return [...own, ...(routes ? valuesOf(routes).flatMap((route) => (isFunctionLike(route) ? [route] : valuesOf(route))) : [])];
}

function valuesOf(node: Node): Node[] {
  const object = definitionOf(node);
  return object.type === "ObjectExpression" ? object.properties.flatMap((property) => (property.type === "Property" ? [property.value] : [])) : [];
}

const REQUEST_NAMES = /^_?(?:req|request|event|evt)$/u;
const REQUEST_TYPES = /(?:Request|Event|RequestContext)$/u;
const REQUEST_KEYS = new Set(["req", "request", "params", "body", "query", "url", "headers", "cookies", "locals"]);

/** Whether a function's first parameter is a request, by its name, its annotation or the keys that it is taken apart by. */
function takesRequest(fn: FunctionNode): boolean {
  const pattern = fn.params[0] && parameterPattern(fn.params[0]);
  if (!pattern) return false;
  if (pattern.type === "ObjectPattern") return pattern.properties.some((property) => property.type === "Property" && REQUEST_KEYS.has(keyName(property) ?? ""));
  if (pattern.type !== "Identifier") return false;
  const type = pattern.typeAnnotation?.typeAnnotation;
  const name = type?.type === "TSTypeReference" ? (type.typeName.type === "TSQualifiedName" ? type.typeName.right : type.typeName) : undefined;
  return REQUEST_NAMES.test(pattern.name) || (name?.type === "Identifier" && REQUEST_TYPES.test(name.name));
}

function isFunctionLike(node: Node): boolean {
  const definition = definitionOf(node);
  return isFunction(definition) || definition.type === "CallExpression";
}

/** `POST = async (req) => …` and `POST = withAuth(async (req) => …)`. */
export function wrappedFunction(node: Node, depth = 0): FunctionNode | undefined {
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
