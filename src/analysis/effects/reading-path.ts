import { READING_SEGMENTS } from "./sinks.js";

/** First words of a method's name that only asks: `places:searchText`, `directions/v2:computeRoutes`. */
const ASKING_VERBS = new Set(["search", "query", "find", "lookup", "list", "compute", "get", "count", "retrieve", "estimate", "calculate", "nearby", "autocomplete"]);
const CHANGING_WORDS = /^(?:create|update|upsert|insert|delete|remove|set|send|add|cancel|post|save|store|index|start|run)$/u;
/** Last words of a name that say what is asked: `advanced-search`. */
const QUESTIONS = new Set(["search", "query", "lookup"]);
/** Services that are only ever asked: models and search. */
const ASKING_HOSTS = /^https?:\/\/(?:[\w-]+\.)*(?:openai\.com|anthropic\.com|generativelanguage\.googleapis\.com|mistral\.ai|cohere\.(?:ai|com)|groq\.com|openrouter\.ai|deepseek\.com|perplexity\.ai|together\.(?:ai|xyz)|voyageai\.com|jina\.ai|tavily\.com|exa\.ai|firecrawl\.dev|serper\.dev|serpapi\.com)(?:[/:*]|$)/iu;

/** The parts of an address behind its host, without what is asked. */
export function segmentsOf(url: string): readonly string[] {
  const path = url.replace(/^https?:\/\/[^/]*/iu, "").split(/[?#]/u)[0] ?? "";
  return path.split(/[/:]/u).filter((segment) => segment !== "");
}

/** Whether a word in an address says that a POST to it is a question, not a change. */
export function isReadingSegment(segment: string): boolean {
  if (READING_SEGMENTS.has(foldSegment(segment))) return true;
  const words = segment.split(/(?<=[a-z])(?=[A-Z])|[-_]/u).map((word) => word.toLowerCase());
  if (words.length < 2 || words.some((word) => CHANGING_WORDS.test(word))) return false;
  return ASKING_VERBS.has(words[0] ?? "") || QUESTIONS.has(words.at(-1) ?? "");
}

export function foldSegment(segment: string): string {
  return segment.toLowerCase().replace(/-/gu, "");
}

export function isReadingUrl(url: string): boolean {
  return ASKING_HOSTS.test(url) || segmentsOf(url).some(isReadingSegment);
}
