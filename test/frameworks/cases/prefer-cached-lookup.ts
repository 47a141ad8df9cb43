import type { Dialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** What a tool looks up anew on every call. */
export function lookups(dialect: Dialect): Cases {
  const tool = (body: string, before = ""): string => `${dialect.head}${before}${dialect.tool("countries", { body })}`;
  const uncached = (url: string) => ({ messageId: "uncached", data: { call: "fetch", url, tool: 'tool "countries"' } });
  return {
    reported: [
      { name: "reports a list at a fixed address", code: tool('return (await ⟦fetch⟧("https://data.example.com/countries.json")).json();'), ...uncached("https://data.example.com/countries.json") },
      { name: "reports it with a deadline", code: tool('return (await ⟦fetch⟧("https://data.example.com/countries.json", { signal: AbortSignal.timeout(5_000) })).json();'), ...uncached("https://data.example.com/countries.json") },
      { name: "reports an address in a constant", code: tool("return (await ⟦fetch⟧(LIST)).json();", 'const LIST = "https://data.example.com/countries.csv";\n'), ...uncached("https://data.example.com/countries.csv") },
    ],
    silent: [
      { name: "is silent about an address that changes", code: tool("return (await fetch(`https://data.example.com/${query}`)).json();") },
      { name: "is silent about a creation", code: tool('return (await fetch("https://data.example.com/countries.json", { method: "POST", body: query })).json();') },
      { name: "is silent about a map beside the tool", code: tool('const known = answers.get("countries");\nif (known) return known;\nconst found = await (await fetch("https://data.example.com/countries.json")).json();\nanswers.set("countries", found);\nreturn found;', "const answers = new Map();\n") },
    ],
  };
}
