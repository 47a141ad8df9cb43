import { READING_SEGMENTS } from "./sinks.js";

/** First words of a method's name that only asks: `places:searchText`, `directions/v2:computeRoutes`. */
const ASKING_VERBS = new Set(["search", "query", "find", "lookup", "list", "compute", "get", "count", "retrieve", "estimate", "calculate", "nearby", "autocomplete"]);
const CHANGING_WORDS = /^(?:create|update|upsert|insert|delete|remove|set|send|add|cancel|post)$/u;

/** The parts of an address behind its host, without what is asked. */
export function segmentsOf(url: string): readonly string[] {
  const path = url.replace(/^https?:\/\/[^/]*/iu, "").split(/[?#]/u)[0] ?? "";
  return path.split(/[/:]/u).filter((segment) => segment !== "");
}

/** Whether a word in an address says that a POST to it is a question, not a change. */
export function isReadingSegment(segment: string): boolean {
  if (READING_SEGMENTS.has(foldSegment(segment))) return true;
  const words = segment.split(/(?<=[a-z])(?=[A-Z])/u).map((word) => word.toLowerCase());
  return words.length > 1 && ASKING_VERBS.has(words[0] ?? "") && !words.some((word) => CHANGING_WORDS.test(word));
}

export function foldSegment(segment: string): string {
  return segment.toLowerCase().replace(/-/gu, "");
}

export function isReadingUrl(url: string): boolean {
  return segmentsOf(url).some(isReadingSegment);
}
