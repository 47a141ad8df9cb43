import type { SourceFile } from "./source-file.js";

/** Whether a text may hold what is looked for. */
type Question = (text: string) => boolean;

const DEEPEST = 3;

/**
 * Whether the file behind an import is worth parsing, told by texts alone: its own; for a file that hands the name on, the one
 * that it comes from; for a file that exports an instance (`export const mailer: Mailer = new ResendMailer()`), the one of its class.
 */
export function isWorthReading(from: SourceFile, source: string, name: string | undefined, mayMatter: Question): boolean {
  const { project } = from;
  const visit = (path: string, specifier: string, wanted: string | undefined, depth: number): boolean => {
    const target = project.resolve(path, specifier);
    const text = target === undefined ? undefined : project.text(target);
    if (target === undefined || text === undefined) return false;
    if (mayMatter(text)) return true;
    if (wanted === undefined || depth >= DEEPEST) return false;
    const outline = project.outline(target);
    const handedOn = outline.handedOn(wanted);
    if (handedOn) return visit(target, handedOn.source, handedOn.name, depth + 1);
    const maker = makerOf(text, wanted);
    const made = maker === undefined ? undefined : importOf(text, maker);
    if (made) return visit(target, made.source, made.name, depth + 1);
    return outline.onlyStarsFor(wanted)?.some((star) => visit(target, star, wanted, depth + 1)) === true;
  };
  return visit(from.path, source, name, 0);
}

/** `ResendMailer` in `export const mailer: Mailer = new ResendMailer()`. */
function makerOf(text: string, name: string): string | undefined {
  const at = name === "default" ? text.search(/^export\s+default\s+new\s/mu) : text.search(new RegExp(`^export\\s+(?:const|let)\\s+${name.replaceAll("$", "\\$")}\\b[^=\\n]*=\\s*new\\s`, "mu"));
  return at < 0 ? undefined : /\bnew\s+([\w$]+)/u.exec(text.slice(at))?.[1];
}

const IMPORT = /^import\s+(?:([\w$]+)\s*,?\s*)?(?:\{([^}]*)\}\s*)?from\s*["']([^"'\n]+)["']/gmu;

/** Where a text imports a name from, and what it is called there. */
function importOf(text: string, name: string): { readonly source: string; readonly name: string } | undefined {
  for (const [, whole, list = "", source = ""] of text.matchAll(IMPORT)) {
    if (whole === name) return { source, name: "default" };
    for (const entry of list.split(",")) {
      const [, imported, local = imported] = /^(?:type\s+)?([\w$]+)(?:\s+as\s+([\w$]+))?$/u.exec(entry.trim()) ?? [];
      if (local === name && imported !== undefined) return { source, name: imported };
    }
  }
  return undefined;
}
