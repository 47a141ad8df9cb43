import { findLiveModels } from "../src/analysis/facts/live-models.js";
import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "no-live-model-in-tests",
  docs: {
    description: "Disallow a provider's real chat model in tests",
    preset: "recommended",
    checklist: ["testing"],
    withoutSuggestion: "a fake model needs the answers that the test expects",
  },
  hasSuggestions: false,
  messages: {
    liveModel: "This test talks to {{name}}: it costs money, fails without a network, and answers differently each time. Use the fake model (`fakeModel()` of `@langchain/core/testing`), or move it to the evals.",
  },
  check({ model, report }) {
    if (model.setting !== "test") return;
    for (const chat of model.derive(findLiveModels)) {
      report({ node: chat.call, messageId: "liveModel", data: { name: chat.name === undefined ? `a live model of ${chat.provider}` : `the live model ${chat.name}` } });
    }
  },
});
