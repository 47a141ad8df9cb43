import type { TSESTree } from "@typescript-eslint/utils";
import type { AgentModel } from "../model.js";
import { mastraRoutes } from "../frameworks/mastra-routes.js";
import { callsFrom } from "../origin/calls.js";
import { isExport, perOrigin } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { findProperty, memberName, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import type { StampedValue } from "./run-configs.js";

/** The runs of an agent of Mastra. */
const RUNS = new Set(["generate", "stream", "network", "generateLegacy", "streamLegacy", "generateVNext", "streamVNext"]);

/** Whose memory a run of Mastra reads and writes: `memory: { thread, resource }`, before that `{ threadId, resourceId }`. */
export function findMemoryOwners(model: AgentModel): readonly StampedValue[] {
  return callsFrom(model.file, isRoute, RUNS).flatMap((call): StampedValue[] => {
    const callee = unwrapAwaited(call.callee);
    const method = callee.type === "MemberExpression" ? memberName(callee) : undefined;
    const options = call.arguments.flatMap((argument) => objectOf(argument) ?? []);
    // handleChatStream({ mastra, agentId, params: { messages, memory } })
    const params = method === undefined ? options.flatMap((each) => objectOf(propertyValue(each, mastraRoutes.config)) ?? []) : [];
    const owner = [...options, ...params].flatMap((each) => ownerIn(each, method, call) ?? [])[0];
    return owner && fileOf(owner.place) === model.file ? [owner] : [];
  });
}

const isRoute = perOrigin((origin) => mastraRoutes.functions.some((name) => isExport(origin, mastraRoutes.modules, [name])));

function ownerIn(options: TSESTree.ObjectExpression, method: string | undefined, run: CallNode): StampedValue | undefined {
  const memory = objectOf(propertyValue(options, "memory"));
  // Both keys together are Mastra's alone.
  if (memory) return findProperty(memory, "thread") && stampedAs("resource", "memory", memory, run);
  return method !== undefined && findProperty(options, "threadId") ? stampedAs("resourceId", method, options, run) : undefined;
}

function stampedAs(key: string, holder: string, object: TSESTree.ObjectExpression, run: CallNode): StampedValue | undefined {
  const property = findProperty(object, key);
  return property && { holder, key, place: property, value: property.value, run, frame: undefined };
}

/** The object that a value is, if it is anything: `threadId ? { thread: threadId, resource } : undefined`. */
function objectOf(node: Node | undefined, depth = 0): TSESTree.ObjectExpression | undefined {
  const value = node && definitionOf(node);
  if (!value || depth > MOST_CHOICES) return undefined;
  if (value.type === "ConditionalExpression") return objectOf(value.consequent, depth + 1) ?? objectOf(value.alternate, depth + 1);
  if (value.type === "LogicalExpression" && value.operator === "&&") return objectOf(value.right, depth + 1);
  return value.type === "ObjectExpression" ? value : undefined;
}

const MOST_CHOICES = 3;
