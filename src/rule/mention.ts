/** How messages name things: the same way everywhere. */
export function mentionTool(name: string | undefined): string {
  return name === undefined ? "This tool" : `Tool "${name}"`;
}

/** The same in the middle of a sentence, and for the node of a graph. */
export function mentionCode({ kind, name }: { readonly kind: "node" | "tool"; readonly name: string | undefined }): string {
  return name === undefined ? `this ${kind}` : `${kind} "${name}"`;
}

export function mentionPath(path: readonly string[]): string {
  return path.reduce((text, part) => (part === "[]" ? `${text}[]` : text === "" ? part : `${text}.${part}`), "");
}
