import type { TSESTree } from "@typescript-eslint/utils";
import type { AgentModel } from "../model.js";
import { methodCalls } from "../origin/calls.js";
import { definitionOf } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { findProperty, memberName, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import type { StampedValue } from "./run-configs.js";

/** The runs of an agent of Mastra. */
const RUNS = new Set(["generate", "stream", "network", "generateLegacy", "streamLegacy", "generateVNext", "streamVNext"]);

/** Whose memory a run of Mastra reads and writes: `memory: { thread, resource }`, before that `{ threadId, resourceId }`. */
export function findMemoryOwners(model: AgentModel): readonly StampedValue[] {
  return methodCalls(model.file, RUNS).flatMap((call): StampedValue[] => {
    const callee = unwrapAwaited(call.callee);
    const method = callee.type === "MemberExpression" ? memberName(callee) : undefined;
    const owner = method && call.arguments.flatMap((argument) => ownerIn(argument, method, call) ?? [])[0];
    return owner && fileOf(owner.place) === model.file ? [owner] : [];
  });
}

function ownerIn(argument: Node, method: string, run: CallNode): StampedValue | undefined {
  const options = objectOf(argument);
  const memory = options && findProperty(options, "memory");
  const pair = memory && objectOf(memory.value);
  // Both keys together are Mastra's alone.
  if (pair) return findProperty(pair, "thread") && stampedAs("resource", "memory", pair, run);
  return options && findProperty(options, "threadId") && stampedAs("resourceId", method, options, run);
}

function stampedAs(key: string, holder: string, object: TSESTree.ObjectExpression, run: CallNode): StampedValue | undefined {
  const property = findProperty(object, key);
  return property && { holder, key, place: property, value: property.value, run, frame: undefined };
}

function objectOf(node: Node): TSESTree.ObjectExpression | undefined {
  const value = definitionOf(node);
  return value.type === "ObjectExpression" ? value : undefined;
}
