import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { fileOf } from "../analysis/project/source-file.js";

type Fix = TSESLint.RuleFix;
type Fixer = TSESLint.RuleFixer;

/** White space and comments, up to and with a comma. */
const TO_COMMA = /^((?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*),/u;

/** Adds `text` as the last property of an object literal, in the literal's own layout. */
export function addProperty(fixer: Fixer, object: TSESTree.ObjectExpression, text: string, source: string): Fix {
  const last = object.properties.at(-1);
  const inside = source.slice(object.range[0] + 1, object.range[1] - 1);
  if (!last) return inside.trim() === "" ? fixer.replaceText(object, `{ ${text} }`) : fixer.insertTextAfterRange([object.range[0], object.range[0] + 1], ` ${text},`);
  const multiline = last.loc.start.line !== object.loc.start.line;
  const separator = multiline ? `\n${" ".repeat(last.loc.start.column)}` : " ";
  const comma = TO_COMMA.exec(source.slice(last.range[1], object.range[1]));
  if (comma) return fixer.insertTextAfterRange([last.range[0], last.range[1] + comma[0].length + (multiline ? restOfLine(source, last.range[1] + comma[0].length) : 0)], `${separator}${text}${multiline ? "," : ""}`);
  return fixer.insertTextAfter(last, `,${separator}${text}`);
}

/** The length of a comment that ends the line: it belongs to what stands before it. */
function restOfLine(source: string, at: number): number {
  return /^[^\S\n]*(?:\/\/[^\n]*|\/\*[^\n]*?\*\/[^\S\n]*(?=\n))/u.exec(source.slice(at))?.[0].length ?? 0;
}

/** Removes one element of a comma-separated list together with its comma and, where it has lines of its own, with these. Comments stay. */
export function removeElement(fixer: Fixer, element: TSESTree.Node, source: string): Fix {
  let [start, end] = element.range;
  const after = TO_COMMA.exec(source.slice(end));
  const kept = (after?.[1] ?? "").trim();
  if (after) end += after[0].length;
  const before = after ? null : /,\s*$/u.exec(source.slice(0, start));
  // The only one: what is left is `{}`.
  if (!after && !before && /[{[]\s*$/u.test(source.slice(0, start)) && /^\s*[}\]]/u.test(source.slice(end))) {
    return fixer.removeRange([source.slice(0, start).trimEnd().length, end + (/^\s*/u.exec(source.slice(end))?.[0].length ?? 0)]);
  }
  const lineStart = source.lastIndexOf("\n", start - 1) + 1;
  const alone = kept === "" && source.slice(lineStart, start).trim() === "" && /^[^\S\n]*(?:\n|$)/u.test(source.slice(end));
  if (before) start -= before[0].length;
  else if (alone) {
    start = lineStart;
    end += (/^[^\S\n]*\n/u.exec(source.slice(end)) ?? [""])[0].length;
  } else if (after && kept === "") end += (/^[^\S\n]*/u.exec(source.slice(end)) ?? [""])[0].length;
  return fixer.replaceTextRange([start, end], kept);
}

/** Removes an option from the literal that it stands in. */
export function removeOption(property: TSESTree.Property): (fixer: Fixer) => Fix {
  return (fixer) => removeElement(fixer, property, fileOf(property).text);
}
