import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cache = join(root, "node_modules", ".cache", "agent-guardrails");

/** One major version of a framework, as it is installed for tests. */
export interface InstalledEdition {
  readonly framework: string;
  readonly major: number;
  /** The name that the framework's package has here: an alias for an older version. */
  readonly alias: string;
  /** A package that would bring hundreds of others: only its own files are fetched, on demand. */
  readonly packed?: string;
}

export const installedEditions: readonly InstalledEdition[] = [
  { framework: "langchain", major: 1, alias: "langchain" },
  { framework: "vercel-ai", major: 5, alias: "ai-5" },
  { framework: "vercel-ai", major: 6, alias: "ai-6" },
  { framework: "vercel-ai", major: 7, alias: "ai" },
  { framework: "openai-agents", major: 0, alias: "@openai/agents" },
  { framework: "mastra", major: 1, alias: "@mastra/core", packed: "@mastra/core@1.71.0" },
  { framework: "mcp", major: 1, alias: "@modelcontextprotocol/sdk" },
  { framework: "mcp", major: 2, alias: "@modelcontextprotocol/server", packed: "@modelcontextprotocol/server@2.4.0" },
  { framework: "mcp", major: 1, alias: "fastmcp", packed: "fastmcp@4.20.16" },
  { framework: "mcp", major: 1, alias: "agents", packed: "agents@0.32.0" },
  { framework: "mcp", major: 2, alias: "mcp-handler", packed: "mcp-handler@2.4.0" },
];

/** The folder from which imports lead to the files of that edition; `undefined` where the registry is out of reach. */
export function folderOf({ alias, packed }: InstalledEdition): string | undefined {
  if (packed === undefined) return root;
  const folder = join(cache, packed.replaceAll("/", "+"));
  const target = join(folder, "node_modules", alias);
  if (existsSync(join(target, "package.json"))) return folder;
  const scratch = `${folder}.${String(process.pid)}`;
  try {
    mkdirSync(scratch, { recursive: true });
    if (spawnSync("npm", ["pack", packed, "--ignore-scripts", "--prefer-offline", "--pack-destination", scratch], { encoding: "utf8" }).status !== 0) return undefined;
    const tarball = readdirSync(scratch).find((file) => file.endsWith(".tgz"));
    if (tarball === undefined || spawnSync("tar", ["-xzf", join(scratch, tarball), "-C", scratch]).status !== 0) return undefined;
    mkdirSync(join(target, ".."), { recursive: true });
    // Two test files may fetch it at once; the one that comes second finds it there.
    if (!existsSync(target)) renameSync(join(scratch, "package"), target);
    return folder;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
