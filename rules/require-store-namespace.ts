import type { StoreCall } from "../src/analysis/facts/stores.js";
import type { Source } from "../src/analysis/flow/sources.js";
import type { AgentModel } from "../src/analysis/model.js";
import { createRule } from "../src/rule/create-rule.js";
import type { Reading } from "../src/rule/rule-docs.js";

/** Parts that say nothing of whose data it is. */
const UNSCOPED = new Set(["literal", "model", "client", "fresh"]);

export default createRule({
  name: "require-store-namespace",
  docs: {
    description: "Require store namespaces that start with the tenant",
    preset: "recommended",
    checklist: ["store"],
    silentIn: ["client", "test"],
    owasp: ["LLM02", "LLM08", "ASI06"],
    withoutSuggestion: "which part names the tenant, and in which order, is the layout of the team's stored data: a changed namespace loses what is there",
  },
  readings: true,
  hasSuggestions: false,
  messages: {
    unbounded: "`{{operation}}` {{given}}, so it returns the records of all tenants. Start the namespace with the tenant and the user from the run's config.",
    chosen: "`{{operation}}` finds its record by `{{source}}`, which {{who}} wrote, and nothing in the namespace names the caller: it reaches anybody's record. Put the tenant and the user from the run's config into the namespace.",
    shared: "`{{operation}}` uses one record for everybody, while this file knows who is calling. Put the tenant and the user from the run's config into the namespace.",
    unscoped: "The namespace of `{{operation}}` does not name {{missing}} from trusted config. Build it from the verified tenant and user.",
  },
  check({ model, reading, report }) {
    for (const store of model.storeCalls) {
      const verdict = judge(model, store, reading);
      if (verdict) report({ node: store.namespace ?? store.call, messageId: verdict.messageId, data: { operation: store.operation, ...verdict.data } });
    }
  },
});

interface Verdict {
  readonly messageId: "unbounded" | "chosen" | "shared" | "unscoped";
  readonly data: Record<string, string>;
}

function judge(model: AgentModel, store: StoreCall, reading: Reading): Verdict | undefined {
  const frames = model.framesOf(store.call);
  const serving = model.isServing(store.call) || frames.length > 0;
  if (store.unbounded && serving) return { messageId: "unbounded", data: { given: store.namespace ? "has an empty namespace" : "has no prefix" } };
  for (const frame of frames.length > 0 ? frames : [undefined]) {
    const parts = store.namespace ? model.sourcesOf(store.namespace, frame) : [];
    const keys = store.key ? model.sourcesOf(store.key, frame) : [];
    const isVouchedFor = (value: Source): boolean => model.isVouchedFor(value.node, store.namespace ?? store.call, model.storeCalls.map(({ call }) => call), frame);
    const verdict = judgeParts(model, parts, keys, serving, isVouchedFor) ?? (reading === "literal" ? missingParts(store, parts, keys) : undefined);
    if (verdict) return verdict;
  }
  return undefined;
}

function judgeParts(model: AgentModel, parts: readonly Source[], keys: readonly Source[], serving: boolean, isVouchedFor: (value: Source) => boolean): Verdict | undefined {
  const all = [...parts, ...keys];
  if (parts.length === 0 || !all.every((source) => UNSCOPED.has(source.kind))) return undefined;
  const written = all.filter(({ kind, node }) => kind === "client" || (kind === "model" && !model.isChoiceOfModel(node)));
  const [chosen] = written;
  if (chosen && written.some(isVouchedFor)) return undefined;
  if (chosen) return { messageId: "chosen", data: { source: model.textOf(chosen.node), who: chosen.kind === "model" ? "the model" : "the client" } };
  const constant = keys.length > 0 && all.every(({ kind }) => kind === "literal" || kind === "model");
  return constant && serving && model.identityReads.length > 0 ? { messageId: "shared", data: {} } : undefined;
}

/** Taken literally, the namespace holds both; a key from trusted identity stands in for the user where one record is meant. */
function missingParts(store: StoreCall, parts: readonly Source[], keys: readonly Source[]): Verdict | undefined {
  const named = store.operation === "search" || store.operation === "listNamespaces" ? parts : [...parts, ...keys];
  const has = (kind: Source["kind"]): boolean => named.some((source) => source.kind === kind);
  if (has("guard") || (has("tenant") && has("user"))) return undefined;
  return { messageId: "unscoped", data: { missing: has("tenant") ? "the user" : has("user") ? "the tenant" : "the tenant and the user" } };
}
