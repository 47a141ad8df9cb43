import { flagReaders, killSwitches } from "../frameworks/switches.js";
import { isExport, isGlobal, matchesModule, originOf } from "../origin/origin.js";
import { definitionOf, functionOf } from "../origin/value.js";
import { returnedFrom, variableOf } from "../project/source-file.js";
import { memberName, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";

/** Says whether a test asks a flag: a service, the environment, a switch of the guards or of the policy. */
export type FlagTest = (test: Node) => boolean;

/** An environment variable that says where something is, or how to get in, is there for another reason than to be switched. */
const NO_SWITCH = /(?:KEY|TOKEN|SECRET|PASS|PASSWORD|URL|URI|HOST|PORT|DSN|ID|USER|BUCKET|REGION|NODE_ENV)$/u;
/** What a project calls its own flags. It only ever silences a report, and only for values of the project. */
const FLAG_NAME = /flag|feature|kill_?switch|toggle|enabled$|disabled$|paused|maintenance/iu;
const DEEPEST = 6;

export function flagTest(isNamed: (call: CallNode) => boolean): FlagTest {
  const reads = (node: Node, depth: number): boolean => {
    if (depth > DEEPEST) return false;
    const value = unwrapAwaited(node);
    switch (value.type) {
      case "UnaryExpression":
        return reads(value.argument, depth + 1);
      case "BinaryExpression":
      case "LogicalExpression":
        return reads(value.left, depth + 1) || reads(value.right, depth + 1);
      case "CallExpression":
        return readsByCall(value, depth);
      case "MemberExpression":
      case "Identifier":
        return readsByName(value, depth);
      default:
        return false;
    }
  };
  const readsByCall = (call: CallNode, depth: number): boolean => {
    if (isNamed(call) || isFlagCall(call)) return true;
    const helper = functionOf(call.callee);
    if (helper) return returnedFrom(helper).some((returned) => reads(returned, depth + 1));
    const callee = unwrapAwaited(call.callee);
    if (isOwnFlag(callee)) return true;
    return callee.type === "MemberExpression" && reads(callee.object, depth + 1);
  };
  const readsByName = (name: Node, depth: number): boolean => {
    const variable = environmentName(name);
    if (variable !== undefined) return !NO_SWITCH.test(variable);
    const definition = definitionOf(name);
    if (definition !== name && definition !== unwrapAwaited(name) && reads(definition, depth + 1)) return true;
    if (isOwnFlag(name)) return true;
    const holder = name.type === "MemberExpression" ? name.object : destructured(name);
    return holder !== undefined && reads(holder, depth + 1);
  };
  return (test) => reads(test, 0);
}

/** The value that a name was taken out of: `read()` in `const { off } = await read()`. */
function destructured(name: Node): Node | undefined {
  const declarator = name.type === "Identifier" ? (variableOf(name)?.defs[0]?.node as Node | undefined) : undefined;
  return declarator?.type === "VariableDeclarator" && declarator.id.type !== "Identifier" ? (declarator.init ?? undefined) : undefined;
}

/** `LIMITED` in `process.env.LIMITED`, `import.meta.env.LIMITED` and `Deno.env.get("LIMITED")`. */
function environmentName(node: Node): string | undefined {
  if (node.type !== "MemberExpression") return undefined;
  const origin = originOf(node);
  if (origin && (origin.module === undefined || origin.module === "process") && origin.path.at(-2) === "env" && ["process", "Bun", "env"].includes(origin.path[0] ?? "")) return origin.path.at(-1);
  const holder = unwrapAwaited(node.object);
  return holder.type === "MemberExpression" && memberName(holder) === "env" && unwrapAwaited(holder.object).type === "MetaProperty" ? memberName(node) : undefined;
}

const [SWITCH] = killSwitches;

function isFlagCall(call: CallNode): boolean {
  const origin = originOf(call.callee);
  if (isGlobal(origin, "Deno", "env", "get")) {
    const [name] = call.arguments;
    return name?.type === "Literal" && typeof name.value === "string" && !NO_SWITCH.test(name.value);
  }
  if (origin?.module === undefined) return false;
  const { module, path } = origin;
  return isExport(origin, SWITCH.modules, [SWITCH.name, "()", "reason"]) || flagReaders.some(({ modules, names }) => matchesModule(module, modules) && names.has(path.at(-1) ?? ""));
}

/** `flags.tools`, `settings.toolsEnabled`: a value of the project that speaks of flags. */
function isOwnFlag(node: Node): boolean {
  const module = originOf(node)?.module;
  if (module !== undefined && !/^(?:@|~|#|\$\w*|src)\//u.test(module)) return false;
  let at = node;
  while (at.type === "MemberExpression") {
    if (FLAG_NAME.test(memberName(at) ?? "")) return true;
    at = unwrapAwaited(at.object);
  }
  return at.type === "Identifier" && FLAG_NAME.test(at.name);
}
