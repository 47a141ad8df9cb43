/** A heading of a page, and what stands below it up to the next heading of its rank. */
export interface Section {
  readonly title: string;
  readonly blocks: readonly CodeBlock[];
}

/** A fenced block: "```ts literal" has the language `ts` and the word `literal`. */
export interface CodeBlock {
  readonly language: string;
  readonly words: readonly string[];
  readonly code: string;
  readonly line: number;
}

/** The sections of the second rank, in the order of the page. Blocks below their sub-headings belong to them. */
export function sectionsOf(page: string): readonly Section[] {
  const sections: { title: string; blocks: CodeBlock[] }[] = [];
  let open: { fence: string; language: string; words: readonly string[]; lines: string[]; line: number } | undefined;
  for (const [index, text] of page.split("\n").entries()) {
    if (open !== undefined) {
      if (text.trim() === open.fence) {
        const { language, words, lines, line } = open;
        sections.at(-1)?.blocks.push({ language, words, line, code: `${lines.join("\n")}\n` });
        open = undefined;
      } else {
        open.lines.push(text);
      }
      continue;
    }
    const fence = /^(`{3,}|~{3,})\s*(\S*)(.*)$/.exec(text);
    if (fence !== null) {
      const [, mark = "", language = "", rest = ""] = fence;
      open = { fence: mark, language, words: rest.split(/\s+/).filter(Boolean), lines: [], line: index + 2 };
      continue;
    }
    const heading = /^## (.+)$/.exec(text);
    if (heading?.[1] !== undefined) sections.push({ title: heading[1].trim(), blocks: [] });
  }
  if (open !== undefined) throw new Error(`The block that begins in line ${open.line - 1} is not closed.`);
  return sections;
}
