import { dirname } from "node:path";
import type { GivenServer, HostClass } from "../frameworks/framework.js";
import { frameworks } from "../frameworks/registry.js";
import { isExport, originOf, type Origin } from "../origin/origin.js";
import { installedMajor } from "../project/installed.js";
import { fileOf, variableOf } from "../project/source-file.js";
import { enclosingClass, isFunction, memberName, parameterPattern, unwrapAwaited, type Node } from "../syntax/expression.js";

const given = frameworks.flatMap(({ givenServers }) => givenServers ?? []);

/** Methods by which tools are added to a server that a function is given. */
export const methodsOfGiven: ReadonlySet<string> = new Set(frameworks.flatMap(({ givenServers, toolFactories }) => (givenServers ? toolFactories.flatMap(({ path }) => path.at(-1) ?? []) : [])));

/**
 * `createMcpHandler((server) => { server.registerTool(…); })`: what a method may lead to of a server that a package gives to
 * a function; where no version can be seen, in each of them, the newest first.
 */
export function originsOfGiven(callee: Node): readonly Origin[] {
  const method = unwrapAwaited(callee);
  if (method.type !== "MemberExpression" || method.object.type !== "Identifier") return [];
  const name = memberName(method);
  return name === undefined ? [] : serversOf(method.object).map(({ module, path }) => ({ module, path: [...path, name] }));
}

function serversOf(name: Node): GivenServer["servers"] {
  const definition = name.type === "Identifier" ? variableOf(name)?.defs[0] : undefined;
  const owner = definition?.node as Node | undefined;
  if (definition?.type !== "Parameter" || !isFunction(owner) || owner.parent.type !== "CallExpression") return [];
  const call = owner.parent;
  const pattern = owner.params[0] && parameterPattern(owner.params[0]);
  if (pattern !== definition.name) return [];
  const origin = originOf(call.callee);
  const giver = given.find(({ modules, path, argument }) => call.arguments[argument] === owner && isExport(origin, modules, path));
  if (!giver) return [];
  const major = installedMajor(dirname(fileOf(call).path), giver.modules[0] ?? "");
  const own = giver.servers.filter(({ below = Number.POSITIVE_INFINITY }) => major === undefined || major < below);
  return major === undefined ? own.toReversed() : own.slice(0, 1);
}

const hosts = frameworks.flatMap(({ hostClasses }) => hostClasses ?? []);

/** The class of a package around a place that knows who is calling: `this.props` of an `McpAgent`. */
export function hostOf(node: Node): HostClass | undefined {
  const base = hosts.length === 0 ? undefined : enclosingClass(node)?.superClass;
  const origin = base ? originOf(base) : undefined;
  return origin && hosts.find(({ modules, path }) => isExport(origin, modules, path));
}
