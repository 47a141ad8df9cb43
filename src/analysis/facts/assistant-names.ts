import { langgraphServer } from "../frameworks/langgraph-server.js";
import type { AgentModel } from "../model.js";
import { isExport, originOf, perOrigin } from "../origin/origin.js";
import { callsFrom } from "../origin/calls.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { argumentAt, bindingOf, staticString, type CallNode, type Node } from "../syntax/expression.js";
import { isPartOfAnother } from "./agent-nesting.js";
import { namesOfDeployed } from "./deployments.js";

/** An agent or a graph of a file, or a run of one that is deployed, under the names that a team may know it by. */
export interface Assistant {
  readonly call: CallNode;
  readonly names: readonly string[];
}

const { modules, client, runs, starting, remoteGraph } = langgraphServer;
const isRemote = perOrigin((origin) => isExport(origin, remoteGraph.modules, remoteGraph.path));
const isDeployedRun = perOrigin((origin) => starting.methods.some((method) => isExport(origin, modules, [client, "new", runs, method])));

/** Every assistant of a file: by its own name, its constant, the graph id that it is run by, and the name in `langgraph.json`. */
export function findAssistants(model: AgentModel): readonly Assistant[] {
  const deployed = namesOfDeployed(model.file.path);
  const made = [
    ...model.agents.filter((agent) => agent.factory.path[0] !== "ToolNode" && !isPartOfAnother(agent, model)).map(({ call, options }) => ({ call, options })),
    ...model.compiledGraphs.map(({ call }) => ({ call, options: argumentAt(call, 0) })),
  ].map(({ call, options }): Assistant => ({ call, names: [...textOf(options, "name"), ...textOf(options, "id"), ...bindingNames(call), ...deployed] }));
  const run = callsFrom(model.file, (origin) => isRemote(origin) || isDeployedRun(origin)).flatMap((call): Assistant[] => {
    const origin = originOf(call.callee);
    if (origin && isRemote(origin)) return [{ call, names: textOf(argumentAt(call, 0), "graphId") }];
    const id = argumentAt(call, starting.assistant);
    const name = id && staticString(definitionOf(id));
    return name === undefined ? [] : [{ call, names: [name] }];
  });
  return [...made, ...run];
}

function bindingNames(call: CallNode): string[] {
  const name = bindingOf(call);
  return name === undefined ? [] : [name];
}

function textOf(options: Node | undefined, key: string): string[] {
  const value = options && propertyValue(definitionOf(options), key);
  const text = value && staticString(definitionOf(value));
  return text === undefined ? [] : [text];
}

/** Whether a glob of the policy means an assistant: one with a slash by the file's path, any other by a name. */
export function isNamedBy(globs: readonly string[], assistant: Assistant, path: string): string | undefined {
  for (const glob of globs) {
    if (glob.includes("/")) {
      if (new RegExp(`(?:^|/)${sourceOf(glob.replace(/^\.?\//u, ""))}$`, "u").test(path.replace(/\\/gu, "/"))) return glob;
    } else {
      const pattern = new RegExp(`^${sourceOf(glob)}$`, "u");
      const name = assistant.names.find((each) => pattern.test(each));
      if (name !== undefined) return name;
    }
  }
  return undefined;
}

/** `*` and `?` within a name, `**` across folders, `{a,b}` for either. */
function sourceOf(glob: string): string {
  let depth = 0;
  return glob.replace(/\*\*\/?|[*?{},.+^$()|[\]\\]/gu, (sign) => {
    if (sign.startsWith("**")) return ".*";
    if (sign === "*") return "[^/]*";
    if (sign === "?") return "[^/]";
    if (sign === "{") depth += 1;
    if (sign === "{") return "(?:";
    if (sign === "}" && depth > 0) {
      depth -= 1;
      return ")";
    }
    return sign === "," ? (depth > 0 ? "|" : ",") : `\\${sign}`;
  }) + ")".repeat(depth);
}
