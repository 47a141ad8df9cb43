import type { Satisfier } from "./satisfier.js";

/** What keeps the answer of a node. */
export const cachedNodes = [
  { kind: "option", name: "cachePolicy", of: "StateGraph.addNode", modules: ["@langchain/langgraph"], versions: ">=0.4", when: "is given to the node that holds the tool" },
  { kind: "option", name: "cachePolicy", of: "StateGraph.setNodeDefaults", modules: ["@langchain/langgraph"], versions: ">=1.4", when: "the graph holds the tool" },
] as const satisfies readonly Satisfier[];

/** Options of a request by which its client, or the framework around it, keeps the answer. */
export const cacheOptions = [
  { kind: "option", name: "cache", of: "fetch", modules: ["node"], versions: ">=20", when: "is given, whatever it says: then somebody has thought about it" },
  { kind: "option", name: "cache", of: "got", modules: ["got"], versions: ">=11", when: "is given to the call or the instance" },
] as const satisfies readonly Satisfier[];

/** Options of the same kind that no installed declarations vouch for: Next.js, Cloudflare. */
export const furtherCacheOptions: readonly string[] = ["next", "cf", "dispatcher", "agent"];

export const caches: readonly Satisfier[] = [...cachedNodes, ...cacheOptions];
