import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { PreflightError } from "../preflight-error.js";

/** What `init` has to know of a project. */
export interface Project {
  readonly folder: string;
  readonly isModule: boolean;
  readonly usesTypescript: boolean;
  /** The package that gives ESLint a parser for TypeScript: the one that is installed, or the one that a project in TypeScript needs. */
  readonly typescriptParser: string | undefined;
  readonly packageManager: "npm" | "pnpm" | "yarn" | "bun";
  readonly dependencies: ReadonlySet<string>;
}

const strings = z.record(z.string(), z.string()).optional();
const manifestSchema = z.object({ type: z.string().optional(), dependencies: strings, devDependencies: strings });

export function readProject(folder: string): Project {
  const path = join(folder, "package.json");
  if (!existsSync(path)) throw new PreflightError(`There is no package.json in ${folder}: init sets up a Node project.`);
  const manifest = parse(readFileSync(path, "utf8"));
  const dependencies = new Set(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }));
  const usesTypescript = existsSync(join(folder, "tsconfig.json")) || dependencies.has("typescript");
  return {
    folder,
    isModule: manifest.type === "module",
    usesTypescript,
    typescriptParser: ["typescript-eslint", "@typescript-eslint/parser"].find((name) => dependencies.has(name)) ?? (usesTypescript ? "typescript-eslint" : undefined),
    packageManager: existsSync(join(folder, "pnpm-lock.yaml")) ? "pnpm" : existsSync(join(folder, "yarn.lock")) ? "yarn" : existsSync(join(folder, "bun.lock")) ? "bun" : "npm",
    dependencies,
  };
}

function parse(text: string): z.infer<typeof manifestSchema> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new PreflightError("package.json is no JSON.");
  }
  const result = manifestSchema.safeParse(content);
  if (!result.success) throw new PreflightError(`package.json: ${result.error.issues[0]?.path.map(String).join(".") ?? ""} is wrong.`);
  return result.data;
}
