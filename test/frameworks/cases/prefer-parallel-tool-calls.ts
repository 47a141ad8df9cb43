import type { Dialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** Lookups of a tool that wait for each other for nothing. */
export function serialLookups(dialect: Dialect): Cases {
  const tool = (body: string): string => `${dialect.head}${dialect.tool("brief", { body })}`;
  const inARow = (first: string, second: string) => ({ messageId: "inARow", data: { first, second, tool: 'tool "brief"' }, suggestions: 1 });
  const weather = "fetch(`https://weather.example.com/${query}`)";
  const news = "fetch(`https://news.example.com/${query}`)";
  return {
    reported: [
      { name: "reports two requests in a row", code: tool("const weather = await fetch(`https://weather.example.com/${query}`);\nconst news = await ⟦fetch⟧(`https://news.example.com/${query}`);\nreturn JSON.stringify([weather, news]);"), ...inARow(weather, news) },
      { name: "reports them with a deadline", code: tool('const weather = await fetch("https://weather.example.com", { signal });\nconst news = await ⟦fetch⟧("https://news.example.com", { signal });\nreturn JSON.stringify([weather, news]);'), ...inARow('fetch("https://weather.example.com", { signal })', 'fetch("https://news.example.com", { signal })') },
      { name: "reports them before what needs both", code: tool("const weather = await fetch(`https://weather.example.com/${query}`);\nconst news = await ⟦fetch⟧(`https://news.example.com/${query}`);\nconst both = await combine(weather, news);\nreturn both;"), ...inARow(weather, news) },
    ],
    silent: [
      { name: "is silent where the second needs the first", code: tool("const found = await (await fetch(`https://search.example.com/${query}`)).json();\nconst page = await fetch(`https://pages.example.com/${found.id}`);\nreturn page.text();") },
      { name: "is silent about requests that start together", code: tool("const [weather, news] = await Promise.all([fetch(`https://weather.example.com/${query}`), fetch(`https://news.example.com/${query}`)]);\nreturn JSON.stringify([weather, news]);") },
      { name: "is silent about one request", code: tool("const weather = await fetch(`https://weather.example.com/${query}`);\nreturn weather.text();") },
    ],
  };
}
