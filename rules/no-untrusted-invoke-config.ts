import { findSteeredRuns, type SteeredRun } from "../src/analysis/facts/resumed-runs.js";
import { createRule } from "../src/rule/create-rule.js";

/** What a command takes over, for the message. */
const TAKEN: Readonly<Record<Exclude<SteeredRun["what"], "state">, string>> = { command: "all that it says", goto: "the node that comes next", update: "its changes to the state" };

export default createRule({
  name: "no-untrusted-invoke-config",
  docs: {
    description: "Disallow run configs that the client wrote",
    preset: "recommended",
    checklist: ["auth", "approval"],
    silentIn: ["test", "client"],
    owasp: ["LLM06", "ASI03"],
    withoutSuggestion: "which keys a client may choose is the project's decision",
  },
  hasSuggestions: false,
  messages: {
    untrustedConfig: "{{what}} of this run is taken over from the client (`{{source}}`). Middleware reads it at run time, so a client can switch approvals and limits off and pose as another user. Pick the keys that a client may set, one by one.",
    untrustedState: "`{{call}}` goes on with a run that the client wrote down (`{{source}}`). What was approved and whose run it is stand in it, so a client can approve calls by itself and pose as another user. Keep the state on the server, and take its id from the client.",
    untrustedCommand: "`{{call}}` takes {{what}} from the client (`{{source}}`), which can lead the run past the node that asks. Let the client write no more than the answer, `resume`.",
  },
  check({ model, report }) {
    for (const part of model.wholeConfigParts) {
      const sent = part.values.find(({ node, frame }) => model.isSentByClient(node, frame) && model.isUnlimited(node));
      if (sent) report({ node: part.node, messageId: "untrustedConfig", data: { what: part.what.replace(/^the/u, "The"), source: model.textOf(sent.node) } });
    }
    for (const { call, node, what } of model.derive(findSteeredRuns)) {
      const data = { call: model.textOf(call.callee), source: model.textOf(node) };
      if (what === "state") report({ node, messageId: "untrustedState", data });
      else report({ node, messageId: "untrustedCommand", data: { ...data, what: TAKEN[what] } });
    }
  },
});
