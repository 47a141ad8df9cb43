import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = new Map<string, string>();

/** The text of all type declarations of an installed package, without those of the packages below it; empty where it is not installed. */
export function declarationsOf(module: string): string {
  const name = module.split("/").slice(0, module.startsWith("@") ? 2 : 1).join("/");
  let text = read.get(name);
  if (text === undefined) {
    const folder = name === "agent-guardrails" ? join(root, "types") : name === "node" ? join(root, "node_modules", "@types", "node") : join(root, "node_modules", name);
    read.set(name, (text = existsSync(folder) ? declarationFiles(folder, name === "agent-guardrails").map((file) => withoutComments(readFileSync(file, "utf8"))).join("\n") : ""));
  }
  return text;
}

function declarationFiles(folder: string, sources: boolean): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" || entry.name === "dist-cjs" ? [] : declarationFiles(path, sources);
    return (sources ? /\.ts$/ : /\.d\.[cm]?ts$/).test(entry.name) ? [path] : [];
  });
}

/** A name in a comment is no declaration. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}
