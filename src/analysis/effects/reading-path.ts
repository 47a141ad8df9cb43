import { READING_SEGMENTS } from "./sinks.js";

/** First words of a method's name that only asks: `places:searchText`, `directions/v2:computeRoutes`. */
const ASKING_VERBS = new Set(["search", "query", "find", "lookup", "list", "compute", "get", "count", "retrieve", "estimate", "calculate", "nearby", "autocomplete"]);
const CHANGING_WORDS = /^(?:create|update|upsert|insert|delete|remove|set|send|add|cancel|post|save|store|index|start|run)$/u;
/** First words of a name for what happens to something that is there, and has happened if it is told once more: `messages/7/archive`, `values:batchClear`. */
const CHANGES = new Set(["trash", "untrash", "modify", "update", "patch", "upsert", "clear", "delete", "remove", "archive", "unarchive", "restore", "move", "rename", "cancel", "close", "reopen", "lock", "unlock", "enable", "disable", "activate", "deactivate", "set", "unset", "mark", "reset", "transition", "transitions"]);
/** Last words of a name that say what is asked: `advanced-search`. */
const QUESTIONS = new Set(["search", "query", "lookup"]);
/** Services that are only ever asked: models and search. */
const ASKING_HOSTS = /^https?:\/\/(?:[\w-]+\.)*(?:openai\.com|anthropic\.com|generativelanguage\.googleapis\.com|mistral\.ai|cohere\.(?:ai|com)|groq\.com|openrouter\.ai|deepseek\.com|perplexity\.ai|together\.(?:ai|xyz)|voyageai\.com|api\.x\.ai|cerebras\.ai|fireworks\.ai|replicate\.com|fal\.(?:ai|run)|stability\.ai|deepgram\.com|assemblyai\.com|jina\.ai|tavily\.com|exa\.ai|parallel\.ai|linkup\.so|firecrawl\.dev|serper\.dev|serpapi\.com)(?:[/:*]|$)/iu;

/** The parts of an address behind its host, without what is asked. */
export function segmentsOf(url: string): readonly string[] {
  const path = url.replace(/^https?:\/\/[^/]*/iu, "").split(/[?#]/u)[0] ?? "";
  return path.split(/[/:]/u).filter((segment) => segment !== "");
}

/** Whether a word in an address says that a POST to it is a question, not a change. */
export function isReadingSegment(segment: string): boolean {
  if (READING_SEGMENTS.has(foldSegment(segment))) return true;
  const words = wordsOf(segment);
  if (words.length < 2 || words.some((word) => CHANGING_WORDS.test(word))) return false;
  return ASKING_VERBS.has(words[0] ?? "") || QUESTIONS.has(words.at(-1) ?? "");
}

/** Whether an address ends in a word for a change of something that is there, so that a POST to it creates nothing. */
export function isChangingUrl(url: string): boolean {
  const words = wordsOf(segmentsOf(url).at(-1) ?? "").filter((word) => !/^(?:batch|bulk|soft)$/u.test(word));
  return CHANGES.has(words[0] ?? "");
}

function wordsOf(segment: string): readonly string[] {
  return segment.split(/(?<=[a-z])(?=[A-Z])|[-_]/u).map((word) => word.toLowerCase());
}

export function foldSegment(segment: string): string {
  return segment.toLowerCase().replace(/-/gu, "");
}

export function isReadingUrl(url: string): boolean {
  return ASKING_HOSTS.test(url) || segmentsOf(url).some(isReadingSegment);
}
