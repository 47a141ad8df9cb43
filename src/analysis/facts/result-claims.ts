import type { TSESTree } from "@typescript-eslint/utils";
import { errorMarks } from "../frameworks/tool-errors.js";
import { isGlobal, originOf } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { fileOf, variableOf } from "../project/source-file.js";
import { argumentAt, keyName, memberChain, staticString, type Node } from "../syntax/expression.js";
import { foldKey } from "./identity.js";

/** What a result lets the model believe: that the work was done, or that there was nothing to find. */
export type Claim = "empty" | "success";

/** Words by which a result says that something went wrong, or was not done. */
const FAILURE_WORDS = /\b(?:not|no|nothing|never|none|neither)\b|n't\b|error|fail|could ?n[o']t|can ?not|can't|unable|not found|sorry|denied|invalid|problem|wrong|unavailable|timed? ?out|try again|missing|refused|exception/iu;
const [MCP_MARK, MESSAGE_MARK] = errorMarks;
const FAILURE_KEYS = new Set([MCP_MARK.name.toLowerCase(), "error", "errors", "errormessage", "failed", "failure", "reason", "message"]);
const SUCCESS_WORDS = /\b(?:ok(?:ay)?|done|success\w*|sent|saved|created|updated|deleted|completed?|booked|scheduled)\b/iu;
/** What else can be done for somebody. In the middle of a sentence such a word may describe something: "a registered address". */
const DEED = "(?:add|approv|archiv|assign|charg|confirm|deliver|dispatch|order|post|process|publish|record|refund|register|remov|renew|reserv|ship|stor|submit|subscrib|transferr|upload)ed|cancell?ed|paid|placed";
const DEEDS = new RegExp(`^(?:all |successfully )?(?:${DEED})\\b|\\b(?:${DEED})(?: successfully)?[.!]*$`, "iu");
/** What may still come, and what somebody else is to do. */
const HEDGES = /\b(?:can|could|should|must|may|might|will|would|please|if|when|until|once|only|unless|later|pending|queued|to be|to get)\b/iu;

/** How far a value is looked into. */
const DEEPEST = 6;

/** Texts without anything in them, JSON included. */
const NOTHING = new Set(["", "[]", "{}", "null"]);

/** What a value that a tool answers claims; `undefined` where it claims nothing, or cannot be seen. */
export function claimOf(node: Node, depth = 0): Claim | undefined {
  if (depth > DEEPEST) return undefined;
  const value = definitionOf(node);
  const text = staticString(value) ?? textAround(value);
  if (text !== undefined) return NOTHING.has(text.trim()) ? "empty" : claimsSuccess(text) ? "success" : undefined;
  switch (value.type) {
    case "Literal":
      return value.value === null ? "empty" : value.value === true ? "success" : undefined;
    case "Identifier":
      return value.name === "undefined" ? "empty" : undefined;
    case "ArrayExpression":
      return value.elements.length === 0 ? "empty" : undefined;
    case "ObjectExpression":
      return claimOfObject(value, depth + 1);
    case "CallExpression": {
      const written = isGlobal(originOf(value.callee), "JSON", "stringify") ? argumentAt(value, 0) : undefined;
      return written && claimOf(written, depth + 1);
    }
    default:
      return undefined;
  }
}

function claimsSuccess(text: string): boolean {
  if (FAILURE_WORDS.test(text)) return false;
  return SUCCESS_WORDS.test(text) || text.split(/(?<=[.!?])\s+/u).some((sentence) => DEEDS.test(sentence.trim()) && !HEDGES.test(sentence));
}

/** `Sent to ${to}.`: a text around what the function was given. Any other hole may say what went wrong. */
function textAround(value: Node): string | undefined {
  if (value.type !== "TemplateLiteral" || !value.expressions.every((hole) => isGiven(hole))) return undefined;
  return value.quasis.map(({ value: { cooked } }) => cooked).join("*");
}

function isGiven(hole: Node): boolean {
  const { root } = memberChain(hole);
  return root.type === "Identifier" && variableOf(root)?.defs[0]?.type === "Parameter";
}

function claimOfObject(object: TSESTree.ObjectExpression, depth: number): Claim | undefined {
  let success = false;
  let empty = object.properties.length === 0;
  let full = false;
  for (const property of object.properties) {
    if (property.type !== "Property") return undefined;
    const key = foldKey(keyName(property) ?? "");
    if (FAILURE_KEYS.has(key)) return undefined;
    const value = definitionOf(property.value);
    if ((key === "success" || key === "ok") && value.type === "Literal") {
      if (value.value !== true) return undefined;
      success = true;
    }
    const text = staticString(value);
    if (text !== undefined && FAILURE_WORDS.test(text)) return undefined;
    if (key === MESSAGE_MARK.name && text !== undefined && claimsSuccess(text)) success = true;
    const part = key === "content" ? claimOfContent(value, depth) : undefined;
    if (part === "told") return undefined;
    if (part === "success") success = true;
    if (part === "empty" || claimOf(value, depth) === "empty") empty = true;
    // `{ results: [], total: 0 }`
    else if (!(value.type === "Literal" && value.value === 0)) full = true;
  }
  return success ? "success" : empty && !full ? "empty" : undefined;
}

/**
 * Whether an object is what a function answers where nothing was found: it has the keys of one of its other answers, and says the same
 * or nothing under each. `{ events: [], count: 0, platform }` beside `{ events, count: events.length, platform }`.
 */
export function isEmptyTwin(value: Node, answers: readonly Node[]): boolean {
  const own = entriesOf(value);
  if (!own || own.size === 0 || [...own].some(([key, said]) => FAILURE_KEYS.has(foldKey(key)) || FAILURE_WORDS.test(staticString(said) ?? ""))) return false;
  return answers.some((answer) => {
    const other = entriesOf(answer);
    if (other?.size !== own.size) return false;
    const differing = [...own].filter(([key, said]) => textOf(said) !== textOf(other.get(key)));
    return differing.every(([key, said]) => other.has(key) && isNone(said)) && differing.some(([key, said]) => claimOf(said) === "empty" && holdsSomething(other.get(key)));
  });
}

/** A list in a variable begins empty and is filled. */
function holdsSomething(node: Node | undefined): boolean {
  return node !== undefined && (node.type === "Identifier" || !isNone(node));
}

function isNone(node: Node | undefined): boolean {
  const value = node && definitionOf(node);
  return value !== undefined && (claimOf(value) === "empty" || (value.type === "Literal" && value.value === 0));
}

function textOf(node: Node | undefined): string | undefined {
  return node && fileOf(node).text.slice(...node.range);
}

/** What an object says under its keys, also written as JSON; `undefined` where not all of it is in sight. */
function entriesOf(node: Node): ReadonlyMap<string, Node> | undefined {
  const value = definitionOf(node);
  const written = value.type === "CallExpression" && isGlobal(originOf(value.callee), "JSON", "stringify") ? argumentAt(value, 0) : value;
  const object = written && definitionOf(written);
  if (object?.type !== "ObjectExpression") return undefined;
  const entries = object.properties.flatMap((property): [string, Node][] => {
    const key = property.type === "Property" ? keyName(property) : undefined;
    return key === undefined || property.type !== "Property" ? [] : [[key, property.value]];
  });
  return entries.length === object.properties.length ? new Map(entries) : undefined;
}

/** The parts of an MCP result: `[{ type: "text", text: "Done" }]`. */
function claimOfContent(content: Node, depth: number): Claim | "told" | undefined {
  if (content.type !== "ArrayExpression") return undefined;
  const said = content.elements.map((element) => {
    const part = element && definitionOf(element);
    const text = part?.type === "ObjectExpression" ? propertyValue(part, "text") : undefined;
    return text ? (claimOf(text, depth) ?? "told") : "told";
  });
  return said.includes("told") ? "told" : said.includes("success") ? "success" : "empty";
}
