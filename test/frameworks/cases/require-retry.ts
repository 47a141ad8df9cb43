import type { Dialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** Requests of a tool that are tried once. */
export function triedOnce(dialect: Dialect): Cases {
  const tool = (body: string, before = ""): string => `${dialect.head}${before}${dialect.tool("find_ticket", { body })}`;
  const once = (call: string) => ({ messageId: "noRetry", data: { call, owner: 'tool "find_ticket"' } });
  return {
    reported: [
      { name: "reports a request", code: tool('return (await ⟦fetch⟧("https://desk.example.com/" + query)).json();'), ...once("fetch") },
      { name: "reports a request with a deadline", code: tool('return (await ⟦fetch⟧("https://desk.example.com/" + query, { signal: AbortSignal.timeout(5_000) })).json();'), ...once("fetch") },
      { name: "reports axios", code: tool('return (await ⟦axios.get⟧("https://desk.example.com/" + query)).data;', 'import axios from "axios";\n'), ...once("axios.get") },
    ],
    silent: [
      { name: "is silent about a request that is retried", code: tool('return pRetry(async () => (await fetch("https://desk.example.com/" + query)).json());', 'import pRetry from "p-retry";\n') },
      { name: "is silent about a client that retries by itself", code: tool('return ky.get("https://desk.example.com/" + query).json();', 'import ky from "ky";\n') },
      { name: "is silent about a tool without a request", code: tool("return tickets.get(query);") },
    ],
  };
}
