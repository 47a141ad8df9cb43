import type { TSESTree } from "@typescript-eslint/utils";
import type { AgentCode, AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { isExport, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf, functionOf, propertyValue } from "../origin/value.js";
import { argumentAt, bindingOf, staticString, type CallNode, type Node } from "../syntax/expression.js";
import { parseHttpCall, type HttpCall } from "./http.js";

/** A tool that the guards make. It is held at run time to what it says of itself, so the rules leave it alone. */
export interface AuthedTool {
  readonly node: CallNode;
  readonly name: string | undefined;
  readonly effect: "read" | "write" | "external" | "destructive" | undefined;
  readonly readsUntrusted: boolean;
  readonly hasQuota: boolean;
  readonly hasDeadline: boolean;
  readonly hasKillSwitch: boolean;
  /** Whether its handler asks a person on the way to what it does. */
  readonly asks: boolean;
  /** The HTTP calls that its handler reaches. */
  readonly requests: readonly HttpCall[];
}

const EFFECTS = ["read", "write", "external", "destructive"] as const;
const TOOLS = ["agent-guardrails/tools"];

/** The guards' tools that a file makes. */
export function findAuthedTools(model: AgentModel): readonly AuthedTool[] {
  return callsFrom(model.file, isToolMaker).flatMap((call) => (isAuthedTool(call) ? [parseAuthedTool(call, model)] : []));
}

/** The call that makes the guards' tool which an element of a tool list is, in whatever file. */
export function authedToolAt(node: Node): CallNode | undefined {
  const call = definitionOf(node);
  return call.type === "CallExpression" && isAuthedTool(call) ? call : undefined;
}

function isAuthedTool(call: CallNode): call is TSESTree.CallExpression {
  const origin = call.type === "CallExpression" ? originOf(call.callee) : undefined;
  return origin !== undefined && isToolMaker(origin);
}

const isToolMaker = perOrigin((origin) => isExport(origin, TOOLS, ["authedTool"]));

function parseAuthedTool(call: CallNode, model: AgentModel): AuthedTool {
  const given = argumentAt(call, 1);
  const options = given && definitionOf(given);
  const value = (key: string): Node | undefined => options && propertyValue(options, key);
  const text = (key: string): string | undefined => {
    const written = value(key);
    return written && staticString(definitionOf(written));
  };
  const handler = argumentAt(call, 0);
  const fn = handler && functionOf(handler);
  const code: AgentCode | undefined = fn && { kind: "tool", fn, self: undefined, tool: undefined, name: text("name") };
  return {
    node: call,
    name: text("name") ?? bindingOf(call),
    effect: EFFECTS.find((effect) => effect === text("effect")),
    readsUntrusted: text("reads") === "untrusted",
    hasQuota: value("quota") !== undefined,
    hasDeadline: value("timeoutMs") !== undefined,
    hasKillSwitch: value("killSwitch") !== undefined,
    asks: code !== undefined && model.asks(code),
    requests: code ? model.reachedFrom(code).flatMap((reached) => parseHttpCall(reached.call, reached.frame) ?? []) : [],
  };
}
