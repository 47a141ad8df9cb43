import type { Project } from "./project.js";
import type { SourceFile } from "./source-file.js";

/** Whether a text may hold what is looked for. */
type Question = (text: string) => boolean;

const DEEPEST = 3;

/**
 * Whether the file behind an import is worth parsing, told by texts alone: its own; for a file that hands the name on, the one
 * that it comes from; for a file that exports an instance (`export const mailer: Mailer = new ResendMailer()`), the one of its class;
 * for a file that asks another for a client (`const gmail = await mailClient(token)`), that one, if `mayLend` is asked.
 */
export function isWorthReading(from: SourceFile, source: string, name: string | undefined, mayMatter: Question, mayLend?: Question): boolean {
  const { project } = from;
  const visit = (path: string, specifier: string, wanted: string | undefined, depth: number): boolean => {
    const target = project.resolve(path, specifier);
    const text = target === undefined ? undefined : project.text(target);
    if (target === undefined || text === undefined) return false;
    if (mayMatter(text) || (mayLend && borrows(project, target, text, mayLend))) return true;
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

/** Whether a file calls a function of another file of the project that may lend it what is looked for. */
function borrows(project: Project, path: string, text: string, mayLend: Question): boolean {
  return importsOf(text).some(({ source, local }) => {
    if (!text.includes(`${local}(`)) return false;
    const lender = project.resolve(path, source);
    return lender !== undefined && project.once(`lends from ${lender}`, () => mayLend(project.text(lender) ?? ""));
  });
}

/** `ResendMailer` in `export const mailer: Mailer = new ResendMailer()`. */
function makerOf(text: string, name: string): string | undefined {
  const at = name === "default" ? text.search(/^export\s+default\s+new\s/mu) : text.search(new RegExp(`^export\\s+(?:const|let)\\s+${name.replaceAll("$", "\\$")}\\b[^=\\n]*=\\s*new\\s`, "mu"));
  return at < 0 ? undefined : /\bnew\s+([\w$]+)/u.exec(text.slice(at))?.[1];
}

const IMPORT = /^import\s+(?:([\w$]+)\s*,?\s*)?(?:\{([^}]*)\}\s*)?from\s*["']([^"'\n]+)["']/gmu;

/** Where a text imports a name from, and what it is called there. */
function importOf(text: string, name: string): { readonly source: string; readonly name: string } | undefined {
  return importsOf(text).find(({ local }) => local === name);
}

/** The names that a text imports, each with what it is called where it comes from. */
function importsOf(text: string): { readonly source: string; readonly name: string; readonly local: string }[] {
  return Array.from(text.matchAll(IMPORT)).flatMap(([, whole, list = "", source = ""]) => {
    const named = list.split(",").flatMap((entry) => {
      const [, name, local = name] = /^(?:type\s+)?([\w$]+)(?:\s+as\s+([\w$]+))?$/u.exec(entry.trim()) ?? [];
      return name === undefined || local === undefined ? [] : [{ source, name, local }];
    });
    if (whole === "type") return [];
    return whole === undefined ? named : [{ source, name: "default", local: whole }, ...named];
  });
}
