import { findLiveModels } from "../src/analysis/facts/live-models.js";
import { fakeModels, testDoubles } from "../src/analysis/frameworks/test-doubles.js";
import { createRule } from "../src/rule/create-rule.js";

const [fake] = fakeModels;

export default createRule({
  name: "no-live-model-in-tests",
  docs: {
    description: "Disallow a provider's real chat model in tests",
    preset: "recommended",
    checklist: ["testing"],
    silentIn: ["application", "client", "script", "example"],
    satisfiedBy: testDoubles,
    withoutSuggestion: "a fake model needs the answers that the test expects",
  },
  hasSuggestions: false,
  messages: {
    liveModel: `This test talks to {{name}}: it costs money, fails without a network, and answers differently each time. Use the fake model (\`${fake.name}()\` of \`${fake.modules[0]}\`), or move it to the evals.`,
  },
  check({ model, report }) {
    for (const chat of model.derive(findLiveModels)) {
      report({ node: chat.call, messageId: "liveModel", data: { name: chat.name === undefined ? `a live model of ${chat.provider}` : `the live model ${chat.name}` } });
    }
  },
});
