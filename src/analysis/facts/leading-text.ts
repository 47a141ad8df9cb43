import { matchesModule, originOf } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { argumentAt, memberName, staticString, type Node } from "../syntax/expression.js";

/** The text with which a prompt begins, up to the first part that differs from call to call. */
export interface LeadingText {
  readonly text: string;
  /** True where there is nothing else. */
  readonly whole: boolean;
}

const NOTHING: LeadingText = { text: "", whole: false };
const DEEPEST = 6;
const MESSAGES = ["@langchain/core/messages", "langchain", "langchain/schema"];
/** Methods of a string that keep it, more or less. */
const KEEPING = new Set(["trim", "trimStart", "trimEnd", "toString", "normalize"]);

/** Through constants, templates, `+`, `join`, messages and blocks of content. */
export function leadingText(node: Node, depth = 0): LeadingText {
  const value = definitionOf(node);
  if (depth > DEEPEST) return NOTHING;
  const written = staticString(value);
  if (written !== undefined) return { text: written, whole: true };
  switch (value.type) {
    case "TemplateLiteral":
      return inOrder(value.quasis.flatMap((quasi, index) => [quasi.value.cooked ?? undefined, ...value.expressions.slice(index, index + 1)]), depth);
    case "TaggedTemplateExpression":
      return leadingText(value.quasi, depth + 1);
    case "BinaryExpression":
      return value.operator === "+" ? inOrder([value.left, value.right], depth) : NOTHING;
    case "ArrayExpression":
      // Blocks of content; what is no text ends what is known.
      return inOrder(value.elements.map((element) => (element && element.type !== "SpreadElement" ? element : undefined)), depth);
    case "ObjectExpression": {
      const text = propertyValue(value, "text") ?? propertyValue(value, "content");
      return text ? leadingText(text, depth + 1) : NOTHING;
    }
    case "CallExpression": {
      if (value.callee.type !== "MemberExpression") return NOTHING;
      const method = memberName(value.callee) ?? "";
      if (KEEPING.has(method)) return leadingText(value.callee.object, depth + 1);
      if (method === "repeat") return repeated(leadingText(value.callee.object, depth + 1), argumentAt(value, 0));
      return method === "join" && definitionOf(value.callee.object).type === "ArrayExpression" ? leadingText(value.callee.object, depth + 1) : NOTHING;
    }
    case "NewExpression": {
      const origin = originOf(value.callee);
      const first = argumentAt(value, 0);
      return first && origin?.path.at(-1) === "SystemMessage" && matchesModule(origin.module ?? "", MESSAGES) ? leadingText(first, depth + 1) : NOTHING;
    }
    default:
      return NOTHING;
  }
}

const LONGEST = 1_000_000;

function repeated(part: LeadingText, count: Node | undefined): LeadingText {
  const times = count && definitionOf(count);
  if (!part.whole || times?.type !== "Literal" || typeof times.value !== "number" || times.value < 0 || times.value * part.text.length > LONGEST) return part.whole ? { ...part, whole: false } : part;
  return { text: part.text.repeat(times.value), whole: true };
}

function inOrder(parts: readonly (string | Node | undefined)[], depth: number): LeadingText {
  let text = "";
  for (const part of parts) {
    const next = typeof part === "string" ? { text: part, whole: true } : part ? leadingText(part, depth + 1) : NOTHING;
    text += next.text;
    if (!next.whole) return { text, whole: false };
  }
  return { text, whole: true };
}

/** How many tokens a text comes to, about: four letters each, with white space counted once. */
export function tokensIn(text: string): number {
  return Math.floor(text.replace(/\s+/gu, " ").length / 4);
}
