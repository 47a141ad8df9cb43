import { findUnretriedRequests } from "../src/analysis/facts/unretried.js";
import { retries } from "../src/analysis/frameworks/retries.js";
import { createRule } from "../src/rule/create-rule.js";
import { OUTSIDE_APPLICATIONS } from "../src/rule/rule-docs.js";

export default createRule({
  name: "require-retry",
  docs: {
    description: "Require retries with backoff for what tools read from other servers",
    preset: "strict",
    checklist: ["reliability"],
    silentIn: OUTSIDE_APPLICATIONS,
    owasp: ["ASI08"],
    satisfiedBy: retries,
    withoutSuggestion: "which answers are worth another attempt is known to the author: `fetch` resolves on a 503, so a wrapper alone would retry nothing",
  },
  hasSuggestions: false,
  messages: {
    noRetry: "`{{call}}` is tried once, so {{owner}} fails whenever the server is busy for a second. Retry time-outs and 5xx answers with backoff, for example with `pRetry` or `toolRetryMiddleware`.",
    noRetryBehind: "`{{call}}` leads to a request that is tried once (`{{client}}` in {{file}}), so {{owner}} fails whenever the server is busy for a second. Retry time-outs and 5xx answers with backoff, for example with `pRetry` or `toolRetryMiddleware`.",
  },
  check({ model, report }) {
    for (const { code, http, reached } of model.derive(findUnretriedRequests)) {
      const owner = code.name === undefined ? `the ${code.kind}` : `${code.kind} "${code.name}"`;
      if (reached.place === http.call) report({ node: http.call.callee, messageId: "noRetry", data: { call: http.label, owner } });
      else report({ node: model.calleeOf(reached.place), messageId: "noRetryBehind", data: { call: model.textOf(model.calleeOf(reached.place)), client: http.label, file: model.fileNameOf(http.call), owner } });
    }
  },
});
