import { findRebuiltClients, type RebuiltClient } from "../src/analysis/facts/clients.js";
import { createRule } from "../src/rule/create-rule.js";

const PLACES: Readonly<Record<RebuiltClient["where"], string>> = { tool: "every call of this tool", node: "every run of this node", handler: "every request", function: "every call of this function" };

export default createRule({
  name: "no-client-in-handler",
  docs: {
    description: "Disallow model clients that are built anew on every call",
    preset: "strict",
    checklist: ["latency"],
    silentIn: ["test", "script", "client"],
    withoutSuggestion: "where the one client lives, and when it is made, is a decision about the module",
  },
  hasSuggestions: false,
  messages: {
    rebuiltClient: "`{{name}}` is built on {{place}} with the same settings, so connections and caches are thrown away each time. Build it once, at the top of the module.",
  },
  check({ model, report }) {
    for (const { call, name, where } of model.derive(findRebuiltClients)) report({ node: call, messageId: "rebuiltClient", data: { name, place: PLACES[where] } });
  },
});
