import { findSharedServers } from "../src/analysis/facts/shared-servers.js";
import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "no-shared-mcp-server",
  docs: {
    description: "Disallow one MCP server object for all clients",
    preset: "recommended",
    checklist: ["auth"],
    silentIn: ["test"],
    owasp: ["ASI03", "ASI07"],
    withoutSuggestion: "the tools have to be registered where the server is made, which is more than one edit",
  },
  hasSuggestions: false,
  messages: {
    sharedServer: "`{{object}}` was made before this request and talks to one client: with a second one, answers go to the wrong client, or the connection is refused. Make a server in the handler and connect that.",
    returnedServer: "`{{call}}` asks for a server at each request and gets `{{object}}`, which was made before: while it answers one client, every other request fails. Make the server in the function.",
    sharedTransport: "`{{object}}` has no sessions and was made before this request: the answers of all clients go through it, and a second request gets another's answer, or is refused. Make a server and a transport in the handler.",
  },
  check({ model, report }) {
    for (const { place, object, what, call } of model.derive(findSharedServers)) {
      const messageId = ({ connected: "sharedServer", returned: "returnedServer", transport: "sharedTransport" } as const)[what];
      report({ node: place, messageId, data: { object: model.textOf(object), call: model.textOf(call.callee) } });
    }
  },
});
