import type { Dialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** What tools create without a key. */
export function creations(dialect: Dialect): Cases {
  const tool = (body: string, imports = ""): string => `${dialect.head}${imports}${dialect.tool("create_ticket", { body })}`;
  const noKey = (call: string) => ({ messageId: "noKey", data: { tool: 'Tool "create_ticket"', call } });
  return {
    reported: [
      { name: "reports a creation", code: tool('return ⟦fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ subject: query }) })⟧;'), ...noKey("fetch") },
      { name: "reports a creation with other headers", code: tool('return ⟦fetch("https://desk.example.com/tickets", { method: "POST", headers: { accept: "text/plain" }, body: JSON.stringify({ subject: query }) })⟧;'), ...noKey("fetch") },
      { name: "reports a creation by axios", code: tool('return ⟦axios.post("https://desk.example.com/tickets", { subject: query })⟧;', 'import axios from "axios";\n'), ...noKey("axios.post") },
    ],
    silent: [
      { name: "is silent about a creation with a key", code: tool('return fetch("https://desk.example.com/tickets", { method: "POST", headers: { "Idempotency-Key": key }, body: JSON.stringify({ query }) });') },
      { name: "is silent about a read", code: tool('return fetch("https://desk.example.com/tickets");') },
      { name: "is silent about a search", code: tool('return fetch("https://desk.example.com/search", { method: "POST", body: JSON.stringify({ query }) });') },
    ],
  };
}
