import type { Dialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** Requests of a tool that no deadline ends, and the ways to give them one. */
export function deadlines(dialect: Dialect): Cases {
  const tool = (body: string, before = ""): string => `${dialect.head}${before}\n${dialect.tool("weather", { body })}`;
  const data = { call: "fetch", owner: 'tool "weather"' };
  return {
    reported: [
      { name: "reports a request without options", code: tool('return (await ⟦fetch("https://api.example.com/" + query)⟧).text();'), messageId: "noDeadline", data, suggestions: 1 },
      { name: "reports a request with other options", code: tool('return (await ⟦fetch("https://api.example.com", { method: "POST", body: query })⟧).text();'), messageId: "noDeadline", data, suggestions: 1 },
      { name: "reports options in a constant", code: tool('const init = { headers: { accept: "text/plain" } };\nreturn (await ⟦fetch("https://api.example.com/" + query, init)⟧).text();'), messageId: "noDeadline", data, suggestions: 1 },
      { name: "reports a request in a helper of the file", code: tool("return load(query);", 'async function load(city) { return (await ⟦fetch("https://api.example.com/" + city)⟧).text(); }\n'), messageId: "noDeadline", data, suggestions: 1 },
      { name: "reports a signal that nobody aborts", code: tool('const controller = new AbortController();\nreturn (await ⟦fetch("https://api.example.com/" + query, { signal: controller.signal })⟧).text();'), messageId: "noDeadline", data },
      { name: "reports axios without a timeout", code: tool('return (await ⟦axios.get("https://api.example.com/" + query)⟧).data;', 'import axios from "axios";\n'), messageId: "noDeadline", data: { call: "axios.get", owner: data.owner }, suggestions: 1 },
      { name: "reports a deadline that is switched off", code: tool('return (await ⟦axios.get("https://api.example.com/" + query, { timeout: 0 })⟧).data;', 'import axios from "axios";\n'), messageId: "switchedOff", data: { call: "axios.get", owner: data.owner } },
    ],
    silent: [
      { name: "is silent about a request that ends by itself", code: tool('return (await fetch("https://api.example.com", { signal: AbortSignal.timeout(5_000) })).text();') },
      { name: "is silent about a request that ends with the run", code: tool(`return (await fetch("https://api.example.com", { signal: ${dialect.signal} })).text();`) },
      { name: "is silent about a request that ends with the run or in time", code: tool(`return (await fetch("https://api.example.com", { signal: AbortSignal.any([AbortSignal.timeout(5_000), ${dialect.signal}]) })).text();`) },
      { name: "is silent about a helper that is given the run's signal", code: tool(`return load(query, ${dialect.signal});`, 'async function load(city, signal) { return (await fetch("https://api.example.com/" + city, { signal })).text(); }\n') },
      { name: "is silent about an instance with a timeout", code: tool('return (await api.get("/" + query)).data;', 'import axios from "axios";\nconst api = axios.create({ baseURL: "https://api.example.com", timeout: 5_000 });\n') },
      { name: "is silent about a request that is outrun by a timer", code: tool('return Promise.race([fetch("https://api.example.com"), new Promise((_, reject) => setTimeout(reject, 5_000))]);') },
      { name: "is silent about options that cannot be seen", code: tool('return (await fetch("https://api.example.com", { ...init })).text();', 'import { init } from "./http";\n') },
      { name: "is silent about a function of the project with that name", code: tool("return fetch(query);", 'import { fetch } from "./cache";\n') },
    ],
  };
}
