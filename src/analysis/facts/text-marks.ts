const NAME = String.raw`[A-Za-z_*][\w:.*-]*`;
const OPENING_TAG = new RegExp(String.raw`<(${NAME})(?:\s[^<>]*)?>\s*$`, "u");
const ANY_TAG = new RegExp(String.raw`<(\/?)(${NAME})(?:\s[^<>]*)?>`, "gu");
const FENCES = [/`{3,}[\w-]*\s*$/u, /"{3}[\w-]*\s*$/u, /'{3}\s*$/u, /~{3,}[\w-]*\s*$/u];
const FENCES_AFTER = [/^\s*`{3}/u, /^\s*"{3}/u, /^\s*'{3}/u, /^\s*~{3}/u];

/** Whether the text right before a hole opens a mark that the text right after it closes: a tag, a fence, quotes of a document. */
export function isDelimited(before: string, after: string): boolean {
  const opening = OPENING_TAG.exec(before)?.[1];
  if (opening !== undefined && closes(opening, after, true)) return true;
  // The hole may be one of several inside one element: the last open tag before is closed after.
  const open = lastOpenTag(before);
  if (open !== undefined && closes(open, after, false)) return true;
  if (FENCES.some((fence, index) => fence.test(before) && FENCES_AFTER[index]?.test(after) === true)) return true;
  // [DOCUMENT] … [/DOCUMENT], [BEGIN PAGE] … [END PAGE]
  if (/\[[A-Z*][^\]\n]*\]\s*$/u.test(before) && /^\s*\[(?:\/|END)/u.test(after)) return true;
  return /(?:<<<|\[\[|={3,}|-{3,}|#{3,}|<<)[^\n]{0,60}\n?\s*$/u.test(before) && /^\s*(?:>>>|\]\]|={3,}|-{3,}|#{3,}|<<|<\/)/u.test(after);
}

function closes(tag: string, after: string, atOnce: boolean): boolean {
  return new RegExp(`${atOnce ? String.raw`^\s*` : ""}</${tag.replace(/[.*]/gu, String.raw`\$&`)}\\s*>`, "u").test(after);
}

function lastOpenTag(before: string): string | undefined {
  const stack: string[] = [];
  for (const match of before.matchAll(ANY_TAG)) {
    if (match[1] === "/") stack.pop();
    else stack.push(match[2] ?? "");
  }
  return stack.at(-1);
}
