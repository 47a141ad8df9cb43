import { findUncachedPrompts } from "../src/analysis/facts/uncached-prompts.js";
import { promptCaching } from "../src/analysis/frameworks/prompt-caching.js";
import { addMiddleware } from "../src/fix/add-middleware.js";
import { createRule } from "../src/rule/create-rule.js";
import { OUTSIDE_APPLICATIONS } from "../src/rule/rule-docs.js";

export default createRule({
  name: "require-prompt-caching",
  docs: {
    description: "Require caching of long prompts at providers that need opting in",
    preset: "strict",
    checklist: ["cost", "latency"],
    silentIn: OUTSIDE_APPLICATIONS,
    satisfiedBy: promptCaching,
  },
  hasSuggestions: true,
  messages: {
    uncachedPrompt: "About {{tokens}} tokens of this system prompt are the same on every call, and {{model}} reads them anew each time: its provider keeps only what is marked. Use {{remedy}}.",
    addMiddleware: "Add `{{middleware}}()` to the agent.",
  },
  check({ model, report }) {
    for (const { place, tokens, model: name, remedy, agent } of model.derive(findUncachedPrompts)) {
      const fix = agent && addMiddleware(agent.options, agent.middleware);
      report({
        node: place,
        messageId: "uncachedPrompt",
        data: { tokens: String(tokens), model: name, remedy },
        suggest: fix ? [{ messageId: "addMiddleware", data: { middleware: agent.middleware }, fix }] : [],
      });
    }
  },
});
