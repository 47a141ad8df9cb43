import { furtherLimiters, rateLimiters, REFUSING_METHODS } from "../frameworks/limiters.js";
import { gatesIn, type GateReader } from "../flow/gates.js";
import { matchesModule, originOf, type Origin } from "../origin/origin.js";
import { namedCalls } from "../origin/named-call.js";
import { definitionOf, functionOf, isWholeLiteral, propertyValue } from "../origin/value.js";
import { returnedFrom } from "../project/source-file.js";
import { argumentAt, isFunction, memberName, staticString, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";

/** How many functions that return a middleware are followed. */
const DEEPEST = 5;

/** A limiter, and whether it counts each caller apart. */
export interface Limiter {
  readonly node: Node;
  /** True where it certainly counts all callers together: its key is a constant, or it has none. */
  readonly shared: boolean;
}

/** What a project calls its own limiters. It only ever silences a report, and only for functions of the project. */
const LIMITER_NAME = /rate_?-?limit|throttl/iu;
const known = [...rateLimiters, ...furtherLimiters];

/** Answers for the limiters of packages, of the policy, and of the project itself. */
export interface LimiterReader {
  /** A call that counts, and refuses when nothing is left. */
  readonly gate: GateReader;
  /** Whether such a call counts all callers together. */
  isShared(call: CallNode): boolean;
  /** The limiter that a middleware is. */
  middleware(node: Node): Limiter | undefined;
}

export function limiterReader(names: readonly string[]): LimiterReader {
  const isNamed = namedCalls(names);
  const gate: GateReader = (call) => {
    if (isNamed(call)) return { refuses: true };
    const origin = originOf(call.callee);
    const method = methodOf(origin);
    if (method !== undefined) return { refuses: REFUSING_METHODS.has(method) };
    if (isBinding(call)) return { refuses: false };
    return isOwnLimiter(call, origin) ? { refuses: !isFunction(definitionOf(call.callee)) } : undefined;
  };
  const find = (node: Node, depth: number): Limiter | undefined => {
    if (depth > DEEPEST) return undefined;
    const value = definitionOf(node);
    if (value.type === "CallExpression") {
      const isFactory = isFactoryOf(originOf(value.callee));
      if (isFactory || isNamed(value)) return { node, shared: isFactory && hasSharedKey(value) };
      const maker = functionOf(value.callee);
      const returned = returnedFrom(maker);
      for (const inner of returned) {
        const found = find(inner, depth + 1);
        if (found) return found;
      }
    }
    const origin = originOf(node);
    if (origin?.path.at(-1) === "()" && isFactoryOf({ module: origin.module, path: origin.path.slice(0, -1) })) return { node, shared: false };
    if (isFunction(value)) {
      const [first] = gatesIn(value, gate);
      return first && { node, shared: isSharedCall(first.through) };
    }
    const written = nameOf(value.type === "CallExpression" ? value.callee : value);
    return written !== undefined && (LIMITER_NAME.test(written) || names.includes(written)) && !isPackage(originOf(value)) ? { node, shared: false } : undefined;
  };
  return { gate, isShared: isSharedCall, middleware: (node) => find(node, 0) };
}

/** The plugin of a package that is a limiter for all routes: `app.register(fastifyRateLimit)`. */
export function isLimiterPlugin(node: Node): boolean {
  const value = unwrapAwaited(node);
  const origin = originOf(value);
  return origin !== undefined && (isFactoryOf(origin) || (origin.path.length === 0 && origin.module === "@fastify/rate-limit"));
}

function methodOf(origin: Origin | undefined): string | undefined {
  if (origin?.module === undefined) return undefined;
  const { module, path } = origin;
  const last = path.at(-1);
  return known.find(({ kind, name, modules }) => kind === "method" && name === last && matchesModule(module, modules))?.name;
}

function isFactoryOf(origin: Origin | undefined): boolean {
  if (origin?.module === undefined || origin.path.length !== 1) return false;
  const { module } = origin;
  const [name] = origin.path;
  return known.some((each) => each.kind === "function" && (each.name === name || name === "default") && matchesModule(module, each.modules));
}

/** The binding of a Cloudflare worker: `env.LIMITER.limit({ key })`. */
function isBinding(call: CallNode): boolean {
  const callee = unwrapAwaited(call.callee);
  const options = argumentAt(call, 0);
  return callee.type === "MemberExpression" && memberName(callee) === "limit" && options?.type === "ObjectExpression" && propertyValue(options, "key") !== undefined;
}

function isOwnLimiter(call: CallNode, origin: Origin | undefined): boolean {
  const written = nameOf(call.callee);
  return written !== undefined && LIMITER_NAME.test(written) && !isPackage(origin);
}

/** The export of a package; a path alias of the project, `@/lib/limit`, is none. */
function isPackage(origin: Origin | undefined): boolean {
  return origin?.module !== undefined && !/^(?:@|~|#|\$\w*|src)\//u.test(origin.module);
}

/** `checkRateLimit`, and `limiter.check` by its holder. */
function nameOf(node: Node): string | undefined {
  const value = unwrapAwaited(node);
  if (value.type === "Identifier") return value.name;
  if (value.type === "CallExpression") return nameOf(value.callee);
  if (value.type !== "MemberExpression") return undefined;
  return [nameOf(value.object), memberName(value)].filter((part) => part !== undefined).join(".");
}

/** A limiter that is asked with a constant, or with nothing, counts everybody together. */
function isSharedCall(call: CallNode): boolean {
  const method = methodOf(originOf(call.callee));
  if (method !== "limit" && method !== "consume") return isBinding(call) && isConstantKey(argumentAt(call, 0));
  return call.arguments.length === 0 || isConstant(argumentAt(call, 0));
}

function isConstantKey(options: Node | undefined): boolean {
  const key = options && propertyValue(options, "key");
  return key !== undefined && isConstant(key);
}

function isConstant(node: Node | undefined): boolean {
  return node !== undefined && staticString(definitionOf(node)) !== undefined;
}

/** `keyGenerator: () => "all"`. Without one a limiter of a server counts addresses. */
function hasSharedKey(call: CallNode): boolean {
  const argument = argumentAt(call, 0);
  const options = argument && definitionOf(argument);
  const generator = options && isWholeLiteral(options) ? propertyValue(options, "keyGenerator") : undefined;
  const fn = generator && functionOf(generator);
  const returned = returnedFrom(fn);
  return returned.length > 0 && returned.every(isConstant);
}
