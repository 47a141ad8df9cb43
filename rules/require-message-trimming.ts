import { findGrowingThreads, type GrowingThread } from "../src/analysis/facts/growing-threads.js";
import { trimming } from "../src/analysis/frameworks/trimming.js";
import { createRule } from "../src/rule/create-rule.js";
import { OUTSIDE_APPLICATIONS } from "../src/rule/rule-docs.js";

const REMEDIES: Readonly<Record<GrowingThread["keeper"], string>> = {
  agent: "Add `summarizationMiddleware` with a `trigger`, or `contextEditingMiddleware`",
  "prebuilt agent": "Shorten them in `preModelHook`",
  graph: "Shorten them with `trimMessages` before the call, or remove the old ones",
};

export default createRule({
  name: "require-message-trimming",
  docs: {
    description: "Require that the messages of a kept thread are trimmed or summarised",
    preset: "strict",
    checklist: ["cost", "reliability"],
    silentIn: OUTSIDE_APPLICATIONS,
    satisfiedBy: trimming,
    withoutSuggestion: "what may be forgotten, and when, depends on what the agent is for",
  },
  hasSuggestions: false,
  messages: {
    growingThread: "The checkpointer keeps every message of this {{keeper}}'s threads, and each call sends all of them: a long conversation costs more with every turn until it no longer fits. {{remedy}}.",
  },
  check({ model, report }) {
    for (const { place, keeper } of model.derive(findGrowingThreads)) report({ node: place, messageId: "growingThread", data: { keeper, remedy: REMEDIES[keeper] } });
  },
});
