import type { Dialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** Retries around what a tool creates. */
export function retries(dialect: Dialect): Cases {
  const tool = (body: string, imports = 'import pRetry from "p-retry";\n'): string => `${dialect.head}${imports}${dialect.tool("create_ticket", { body })}`;
  const again = (wrapper: string, call = "fetch") => ({ messageId: "unsafeRetry", data: { wrapper, tool: 'tool "create_ticket"', call } });
  const post = (headers = ""): string => `fetch("https://desk.example.com/tickets", { method: "POST",${headers} body: JSON.stringify({ subject: query }), signal: AbortSignal.timeout(5_000) })`;
  return {
    reported: [
      { name: "reports a retried creation", code: tool(`return ⟦pRetry⟧(() => ${post()});`), ...again("pRetry") },
      { name: "reports a retried creation with options", code: tool(`return ⟦pRetry⟧(() => ${post()}, { retries: 3 });`), ...again("pRetry") },
      { name: "reports a creation in a function that is retried", code: tool(`const create = async () => ${post()};\nreturn ⟦pRetry⟧(create);`), ...again("pRetry") },
      { name: "reports a creation that is awaited inside", code: tool(`return ⟦pRetry⟧(async () => {\nconst response = await ${post()};\nreturn response.json();\n});`), ...again("pRetry") },
      { name: "reports a creation by axios", code: tool('return ⟦pRetry⟧(() => axios.post("https://desk.example.com/tickets", { subject: query }, { timeout: 5_000 }));', 'import axios from "axios";\nimport pRetry from "p-retry";\n'), ...again("pRetry", "axios.post") },
      { name: "reports a retry under another name", code: tool(`return ⟦again⟧(() => ${post()});`, 'import again from "p-retry";\n'), ...again("again") },
    ],
    silent: [
      { name: "is silent about a creation with a key", code: tool(`return pRetry(() => ${post(' headers: { "Idempotency-Key": key },')});`) },
      { name: "is silent about a creation that is not retried", code: tool(`return ${post()};`) },
      { name: "is silent about a retried read", code: tool('return pRetry(() => fetch("https://desk.example.com/tickets", { signal: AbortSignal.timeout(5_000) }));') },
      { name: "is silent about a retried search", code: tool('return pRetry(() => fetch("https://desk.example.com/tickets/search", { method: "POST", body: JSON.stringify({ query }) }));') },
      { name: "is silent about headers that cannot be seen", code: tool('return pRetry(() => fetch("https://desk.example.com/tickets", { method: "POST", headers, body: JSON.stringify({ subject: query }) }));', 'import pRetry from "p-retry";\nimport { headers } from "./http";\n') },
      { name: "is silent about a function of the project with that name", code: tool(`return pRetry(() => ${post()});`, 'import pRetry from "./once";\n') },
    ],
  };
}
