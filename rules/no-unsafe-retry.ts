import { findUnsafeRetries } from "../src/analysis/facts/retries.js";
import { keyPlaces } from "../src/analysis/frameworks/idempotency.js";
import { retryScopes } from "../src/analysis/frameworks/retries.js";
import { createRule } from "../src/rule/create-rule.js";
import { mentionCode } from "../src/rule/mention.js";

export default createRule({
  name: "no-unsafe-retry",
  docs: {
    description: "Disallow retries of calls that create, without an idempotency key",
    preset: "recommended",
    checklist: ["reliability"],
    silentIn: ["test"],
    owasp: ["ASI08"],
    satisfiedBy: [...retryScopes, ...keyPlaces],
    withoutSuggestion: "a random key would make every repetition a new one; a stable key is made from the run, the tool and its arguments",
  },
  hasSuggestions: false,
  messages: {
    unsafeRetry: "`{{wrapper}}` runs {{tool}} again after a failure, and `{{call}}` creates something each time: a time-out after success does it twice. Send an idempotency key that stays the same over retries, or leave this call out.",
  },
  check({ model, report }) {
    for (const { place, creation, wrapper } of model.derive(findUnsafeRetries)) {
      report({ loc: place, messageId: "unsafeRetry", data: { wrapper, tool: mentionCode(creation.code), call: creation.label } });
    }
  },
});
