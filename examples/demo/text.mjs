/** How findings are shown as text. */

const WIDTH = 100;

/** Breaks a text into lines, each behind the same margin. */
export function wrap(text, margin = "") {
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && margin.length + line.length + 1 + word.length > WIDTH) {
      lines.push(margin + line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, margin + line].join("\n");
}

/** The line of code that a finding is about, underlined where the finding is. */
export function excerpt(source, { line, column, endLine, endColumn }) {
  const code = source.split("\n")[line - 1] ?? "";
  const end = endLine === line ? endColumn : code.length + 1;
  const indent = code.length - code.trimStart().length;
  const gutter = String(line).padStart(5);
  return [
    `${gutter} | ${code.slice(indent)}`,
    `${" ".repeat(gutter.length)} | ${" ".repeat(column - 1 - indent)}${"~".repeat(Math.max(1, end - column))}`,
  ].join("\n");
}

/** The last part of a rule's id. */
export function shortName(ruleId) {
  return ruleId.slice(ruleId.indexOf("/") + 1);
}
