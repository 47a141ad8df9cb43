import { findMemoryOwners } from "../src/analysis/facts/memory-owners.js";
import type { StampedValue } from "../src/analysis/facts/run-configs.js";
import type { Source } from "../src/analysis/flow/sources.js";
import type { AgentModel } from "../src/analysis/model.js";
import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "no-unverified-identity",
  docs: {
    description: "Disallow an identity on a run that the client wrote",
    preset: "recommended",
    checklist: ["auth"],
    silentIn: ["test", "client"],
    owasp: ["ASI03"],
    withoutSuggestion: "which session or token proves the caller is known to the project alone",
  },
  hasSuggestions: false,
  messages: {
    unverifiedIdentity: "`{{key}}` in `{{holder}}` is what the client sent (`{{source}}`), so anybody can be anybody. Take it from the verified session or token.",
  },
  check({ model, report }) {
    const reported = new Set<unknown>();
    // A credential that is passed on is verified where it is used.
    const identities = model.stampedValues.filter(({ key }) => ["user", "tenant"].includes(model.vocabulary.classify(key, "certain") ?? ""));
    for (const stamped of [...identities, ...model.derive(findMemoryOwners)]) {
      if (reported.has(stamped.place)) continue;
      const client = sentAlone(model, stamped);
      if (!client) continue;
      reported.add(stamped.place);
      report({ node: stamped.place, messageId: "unverifiedIdentity", data: { key: stamped.key, holder: stamped.holder, source: model.textOf(client.node) } });
    }
  },
});

/** What the client sent, where a value can come to that alone and nothing vouches for it. */
function sentAlone(model: AgentModel, stamped: StampedValue): Source | undefined {
  for (const frame of model.framesOfStamp(stamped)) {
    for (const sources of model.alternativesOf(stamped.value, frame)) {
      const client = sources.find(({ kind }) => kind === "client");
      const isAlone = sources.every(({ kind }) => kind === "client" || kind === "literal" || kind === "fresh");
      if (client && isAlone && !model.isVouchedFor(client.node, stamped.place, stamped.run ? [stamped.run] : [], frame)) return client;
    }
  }
  return undefined;
}
