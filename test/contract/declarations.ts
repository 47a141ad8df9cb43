import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = new Map<string, string>();

/** The text of all type declarations of an installed package, without those of the packages below it, or of its code where it brings none; empty where it is not installed. */
export function declarationsOf(module: string): string {
  const name = module.split("/").slice(0, module.startsWith("@") ? 2 : 1).join("/");
  let text = read.get(name);
  if (text === undefined) {
    const folder = name === "agent-guardrails" ? join(root, "types") : name === "node" ? join(root, "node_modules", "@types", "node") : join(root, "node_modules", name);
    text = existsSync(folder) ? textsOf(folder, name === "agent-guardrails") : "";
    read.set(name, text);
    // What `fetch` takes is declared in a package of its own.
    if (name === "node") text += `\n${declarationsOf("undici-types")}`;
    // `export * from "@openai/agents-core"`: what is passed on whole is declared there.
    for (const [, passedOn = ""] of text.matchAll(/^export \* from ['"]([^'".][^'"]*)['"]/gm)) if (passedOn !== name) text += `\n${declarationsOf(passedOn)}`;
    read.set(name, text);
  }
  return text;
}

function textsOf(folder: string, sources: boolean): string {
  const declared = filesBelow(folder, sources ? /\.ts$/ : /\.d\.[cm]?ts$/);
  return (declared.length > 0 ? declared : filesBelow(folder, /\.[cm]?js$/)).map((file) => withoutComments(readFileSync(file, "utf8"))).join("\n");
}

function filesBelow(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" || entry.name === "dist-cjs" ? [] : filesBelow(path, pattern);
    return pattern.test(entry.name) ? [path] : [];
  });
}

/** A name in a comment is no declaration. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}
