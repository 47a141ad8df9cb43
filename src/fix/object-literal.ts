import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

type Fix = TSESLint.RuleFix;
type Fixer = TSESLint.RuleFixer;

/** Adds `text` as the last property of an object literal, in the literal's own layout. */
export function addProperty(fixer: Fixer, object: TSESTree.ObjectExpression, text: string, source: string): Fix {
  const last = object.properties.at(-1);
  if (!last) return fixer.replaceText(object, `{ ${text} }`);
  const multiline = object.loc.start.line !== object.loc.end.line;
  const column = last.loc.start.column;
  const separator = multiline && last.loc.start.line !== object.loc.start.line ? `,\n${" ".repeat(column)}` : ", ";
  const trailing = /^\s*,/u.exec(source.slice(last.range[1], object.range[1]));
  if (trailing) return fixer.insertTextAfterRange([last.range[0], last.range[1] + trailing[0].length], `${separator.slice(1)}${text}${multiline ? "," : ""}`);
  return fixer.insertTextAfter(last, `${separator}${text}`);
}

/** Removes a property together with its comma and, where it has lines of its own, with these. */
export function removeProperty(fixer: Fixer, property: TSESTree.Property, source: string): Fix {
  let [start, end] = property.range;
  const after = /^\s*,/u.exec(source.slice(end));
  if (after) end += after[0].length;
  else {
    const before = /,\s*$/u.exec(source.slice(0, start));
    if (before) start -= before[0].length;
  }
  const lineStart = source.lastIndexOf("\n", start - 1) + 1;
  const alone = source.slice(lineStart, start).trim() === "" && /^[^\S\n]*(?:\n|$)/u.test(source.slice(end));
  if (alone && after) {
    start = lineStart;
    end += (/^[^\S\n]*\n/u.exec(source.slice(end)) ?? [""])[0].length;
  } else if (after) end += (/^[^\S\n]*/u.exec(source.slice(end)) ?? [""])[0].length;
  return fixer.removeRange([start, end]);
}
