import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";

/** The graphs that one `langgraph.json` deploys, each with the file that makes it. */
type Deployment = readonly (readonly [name: string, file: string])[];

/** The names under which a `langgraph.json` above a file deploys it. */
export function namesOfDeployed(path: string): readonly string[] {
  return deploymentAround(path).flatMap(([name, file]) => (file === path ? [name] : []));
}

/**
 * Whether a file is deployed in one piece with the graph of that name, so that neither can be newer than the other: the nearest
 * `langgraph.json` lists the graph, and the file lies where the sources of its graphs lie.
 */
export function isDeployedWith(graph: string, path: string): boolean {
  const deployment = deploymentAround(path);
  return deployment.some(([name]) => name === graph) && path.startsWith(`${commonFolder(deployment.map(([, file]) => dirname(file)))}${sep}`);
}

function commonFolder(folders: readonly string[]): string {
  const [first = [], ...others] = folders.map((folder) => folder.split(sep));
  const end = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  return (end === -1 ? first : first.slice(0, end)).join(sep);
}

function deploymentAround(path: string): Deployment {
  for (let directory = dirname(path); ; directory = dirname(directory)) {
    const manifest = join(directory, "langgraph.json");
    if (existsSync(manifest)) return graphsOf(manifest);
    if (dirname(directory) === directory || existsSync(join(directory, ".git"))) return [];
  }
}

function graphsOf(manifest: string): Deployment {
  try {
    const { graphs } = JSON.parse(readFileSync(manifest, "utf8")) as { graphs?: Record<string, unknown> };
    return Object.entries(graphs ?? {}).flatMap(([name, target]): [string, string][] => {
      const file = typeof target === "object" && target !== null ? (target as { path?: unknown }).path : target;
      return typeof file === "string" ? [[name, resolve(dirname(manifest), file.split(":")[0] ?? "")]] : [];
    });
  } catch {
    // A manifest that nobody can read names nothing.
    return [];
  }
}
