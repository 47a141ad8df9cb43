/** How messages name things: the same way everywhere. */
export function mentionTool(name: string | undefined): string {
  return name === undefined ? "This tool" : `Tool "${name}"`;
}

export function mentionPath(path: readonly string[]): string {
  return path.reduce((text, part) => (part === "[]" ? `${text}[]` : text === "" ? part : `${text}.${part}`), "");
}
