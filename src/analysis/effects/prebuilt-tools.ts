import { matchesModule, originOf } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import type { Node } from "../syntax/expression.js";

/** A tool that a package brings ready-made, by what it does in an agent's hands. */
export interface PrebuiltTool {
  readonly modules: readonly string[];
  /** The steps from the module that make it, joined by dots. */
  readonly path: RegExp;
  /** The name the model calls it by, where the package fixes it. */
  readonly name?: string;
  /** Whether it gives the model text that anybody may have written. */
  readonly reads?: true;
  /** What it does outside, to be read after "which". */
  readonly does?: string;
}

const COMMUNITY = (name: string): readonly string[] => [`@langchain/community/tools/${name}`, `langchain/tools/${name}`];

const prebuiltTools: readonly PrebuiltTool[] = [
  { modules: ["@langchain/tavily", "@langchain/exa", ...COMMUNITY("tavily_search")], path: /^\w+\.new$/u, reads: true },
  { modules: [...COMMUNITY("brave_search"), ...COMMUNITY("duckduckgo_search"), ...COMMUNITY("google_custom_search"), ...COMMUNITY("searchapi"), ...COMMUNITY("searxng_search"), ...COMMUNITY("serpapi"), ...COMMUNITY("serper"), ...COMMUNITY("stackexchange"), ...COMMUNITY("wikipedia_query_run"), ...COMMUNITY("webbrowser"), "@langchain/classic/tools/webbrowser"], path: /^\w+\.new$/u, reads: true },
  { modules: ["langchain/tools/retriever", "@langchain/classic/tools/retriever"], path: /^createRetrieverTool\.\(\)$/u, reads: true },
  { modules: COMMUNITY("gmail"), path: /^Gmail(?:Search|GetMessage|GetThread)\.new$/u, reads: true },
  { modules: COMMUNITY("gmail"), path: /^GmailSendMessage\.new$/u, name: "gmail_send_message", does: "sends mail" },
  { modules: COMMUNITY("google_calendar"), path: /^GoogleCalendarCreateTool\.new$/u, name: "google_calendar_create", does: "writes to a calendar" },
  { modules: COMMUNITY("discord"), path: /^DiscordSendMessagesTool\.new$/u, name: "discord-send-messages", does: "posts to Discord" },
  { modules: ["@openai/agents", "@openai/agents-openai"], path: /^(?:webSearchTool|fileSearchTool)\.\(\)$/u, reads: true },
  { modules: ["@ai-sdk/*"], path: /(?:^|\.)tools\.(?:webSearch|webFetch|googleSearch|urlContext|fileSearch|xSearch)\w*\.\(\)$/u, reads: true },
  { modules: ["@tavily/ai-sdk", "@exalabs/ai-sdk"], path: /^\w+\.\(\)$/u, reads: true },
];

/** The ready-made tool that an element of a tool list is. */
export function prebuiltToolOf(node: Node): PrebuiltTool | undefined {
  const origin = originOf(definitionOf(node));
  if (origin?.module === undefined) return undefined;
  const path = origin.path.filter((step) => step !== "default" && step !== "*").join(".");
  return prebuiltTools.find((tool) => matchesModule(origin.module ?? "", tool.modules) && tool.path.test(path));
}
