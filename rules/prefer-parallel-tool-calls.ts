import { findForbiddenParallelCalls } from "../src/analysis/facts/parallel-calls.js";
import { findSerialLookups } from "../src/analysis/facts/serial-lookups.js";
import { parallelOptions } from "../src/analysis/frameworks/parallel-calls.js";
import { callTogether } from "../src/fix/call-together.js";
import { removeOption } from "../src/fix/object-literal.js";
import { createRule } from "../src/rule/create-rule.js";
import { mentionTool } from "../src/rule/mention.js";

export default createRule({
  name: "prefer-parallel-tool-calls",
  docs: {
    description: "Prefer running independent tool calls and lookups together",
    preset: "strict",
    checklist: ["latency"],
    silentIn: ["test", "script"],
    satisfiedBy: parallelOptions,
  },
  hasSuggestions: true,
  messages: {
    oneByOne: "`{{option}}: false` makes the model call one tool and wait for it before it may call the next, also where they have nothing to do with each other. Leave the option out, or say why the order matters.",
    inARow: "`{{second}}` waits for `{{first}}` and needs nothing of it, so {{tool}} takes as long as both together. Start them at once, with `Promise.all`.",
    removeOption: "Remove the option.",
    startTogether: "Start them together with `Promise.all`.",
  },
  check({ model, report }) {
    for (const { property } of model.derive(findForbiddenParallelCalls)) {
      report({ node: property, messageId: "oneByOne", data: { option: model.textOf(property.key) }, suggest: [{ messageId: "removeOption", fix: removeOption(property) }] });
    }
    for (const serial of model.derive(findSerialLookups)) {
      const [first, second] = serial.lookups;
      const fix = callTogether(serial);
      report({
        node: second.place.callee,
        messageId: "inARow",
        data: { first: model.textOf(first.place), second: model.textOf(second.place), tool: mentionTool(serial.code.name).replace(/^T/u, "t") },
        suggest: fix ? [{ messageId: "startTogether", fix }] : [],
      });
    }
  },
});
