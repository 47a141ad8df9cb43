import { findOpenTraces } from "../src/analysis/facts/trace-redaction.js";
import { traceRedactors } from "../src/analysis/frameworks/tracing.js";
import { createRule } from "../src/rule/create-rule.js";
import { OUTSIDE_APPLICATIONS } from "../src/rule/rule-docs.js";

export default createRule({
  name: "require-trace-redaction",
  docs: {
    description: "Require traces of sensitive assistants to hide what was said",
    preset: "strict",
    checklist: ["privacy", "observability"],
    silentIn: OUTSIDE_APPLICATIONS,
    owasp: ["LLM02"],
    satisfiedBy: traceRedactors,
    answeredElsewhere: true,
    withoutSuggestion: "what a trace may still show is the team's decision",
  },
  hasSuggestions: false,
  messages: {
    open: '`{{tracer}}` sends all that is said to the assistant "{{assistant}}" as it is, and the policy calls that assistant sensitive. Give its client `hideInputs` and `hideOutputs`, or an `anonymizer`.',
    untold: 'The policy calls the assistant "{{assistant}}" sensitive, and nothing here keeps what is said to it out of its traces: with tracing switched on in the environment, every word is sent. Trace it with a client that has `hideInputs` and `hideOutputs`, or an `anonymizer`.',
  },
  check({ model, report }) {
    for (const { node, assistant, tracer } of model.derive(findOpenTraces)) {
      if (tracer) report({ node, messageId: "open", data: { tracer: model.textOf(tracer.callee), assistant } });
      else report({ node, messageId: "untold", data: { assistant } });
    }
  },
});
