import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "no-unverified-identity",
  docs: {
    description: "Disallow an identity on a run that the client wrote",
    preset: "recommended",
    checklist: ["auth"],
    withoutSuggestion: "which session or token proves the caller is known to the project alone",
  },
  hasSuggestions: false,
  messages: {
    unverifiedIdentity: "`{{key}}` in `{{holder}}` is what the client sent ({{source}}), so anybody can be anybody. Take it from the verified session or token.",
  },
  check({ model, report }) {
    if (model.setting === "test" || model.setting === "client") return;
    for (const stamped of model.stampedValues) {
      const kind = model.vocabulary.classify(stamped.key, "certain");
      // A credential that is passed on is verified where it is used.
      if (kind === undefined || kind === "credential") continue;
      const sources = model.sourcesOf(stamped.value);
      const client = sources.find((source) => source.kind === "client");
      if (!client || sources.some((source) => source.kind === "user" || source.kind === "tenant" || source.kind === "guard")) continue;
      report({ node: stamped.property, messageId: "unverifiedIdentity", data: { key: stamped.key, holder: stamped.holder, source: model.textOf(client.node) } });
    }
  },
});
