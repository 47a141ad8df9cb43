import type { TSESTree } from "@typescript-eslint/utils";
import { definitionOf } from "../origin/value.js";
import type { SourceFile } from "../project/source-file.js";
import { argumentAt, keyName, memberName, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";

/** The config that a run of an agent or a graph is started with. */
export interface RunConfig {
  /** The run: `agent.invoke(input, config)`. */
  readonly run: CallNode;
  /** The config as it is written at the call. */
  readonly config: Node;
  /** Whether the code shows that it is an agent's run: the config has keys that only runs have. */
  readonly evident: boolean;
}

/** A value that is stamped on a run under a key: `configurable: { user_id: … }`. */
export interface StampedValue {
  readonly holder: "configurable" | "context";
  readonly key: string;
  readonly property: TSESTree.Property;
  readonly value: Node;
}

const RUNS = new Set(["invoke", "stream", "streamEvents", "batch", "streamLog"]);
const RUN_KEYS = new Set(["configurable", "streamMode", "context", "recursionLimit", "callbacks", "version", "runName", "interruptBefore", "durability"]);

export function findRunConfigs(file: SourceFile): RunConfig[] {
  const found: RunConfig[] = [];
  for (const call of file.index.calls) {
    const callee = unwrapAwaited(call.callee);
    if (callee.type !== "MemberExpression" || !RUNS.has(memberName(callee) ?? "")) continue;
    const config = argumentAt(call, 1);
    if (!config) continue;
    const literal = definitionOf(config);
    const evident = literal.type === "ObjectExpression" && literal.properties.some((property) => property.type === "Property" && RUN_KEYS.has(keyName(property) ?? ""));
    found.push({ run: call, config, evident });
  }
  return found;
}

/** Every value that the file stamps on a run's `configurable` or `context`. */
export function findStampedValues(file: SourceFile, runs: readonly RunConfig[]): StampedValue[] {
  const found: StampedValue[] = [];
  const add = (holder: StampedValue["holder"], node: Node): void => {
    const object = definitionOf(node);
    if (object.type !== "ObjectExpression") return;
    for (const property of object.properties) {
      const key = property.type === "Property" ? keyName(property) : undefined;
      if (property.type === "Property" && key !== undefined) found.push({ holder, key, property, value: property.value });
    }
  };
  for (const property of file.index.properties.get("configurable") ?? []) if (property.parent.type === "ObjectExpression") add("configurable", property.value);
  for (const property of file.index.properties.get("context") ?? []) {
    // `context` is a word of many libraries: it counts in the config of a run.
    if (runs.some((run) => run.config === property.parent || definitionOf(run.config) === property.parent)) add("context", property.value);
  }
  return found.filter((each, index) => found.findIndex((other) => other.property === each.property) === index);
}

/** The parts of a config that are taken over whole: the config itself, its `configurable`, its `context`, and what is spread into these. */
export function wholeParts(config: Node): { node: Node; what: string }[] {
  const object = definitionOf(config);
  if (object.type !== "ObjectExpression") return [{ node: config, what: "the config" }];
  const parts: { node: Node; what: string }[] = [];
  const take = (literal: TSESTree.ObjectExpression, what: string): void => {
    for (const property of literal.properties) if (property.type === "SpreadElement") parts.push({ node: property.argument, what });
  };
  take(object, "the config");
  for (const property of object.properties) {
    if (property.type !== "Property") continue;
    const key = keyName(property);
    if (key !== "configurable" && key !== "context") continue;
    const inner = definitionOf(property.value);
    if (inner.type === "ObjectExpression") take(inner, `\`${key}\``);
    else parts.push({ node: property.value, what: `\`${key}\`` });
  }
  return parts;
}

