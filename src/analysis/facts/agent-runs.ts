import { langgraphServer } from "../frameworks/langgraph-server.js";
import { mastraRoutes } from "../frameworks/mastra-routes.js";
import { matchesModule, originOf } from "../origin/origin.js";
import type { AgentModel } from "../model.js";
import { fileOf } from "../project/source-file.js";
import { enclosingFunction, memberName, unwrapAwaited, type CallNode } from "../syntax/expression.js";
import { isRunOf, type Agent } from "./agents.js";
import type { Handler } from "./edge.js";
import { outermostOf, type Frame } from "./reach.js";

/** A run of an agent that a request handler starts, itself or through a helper of the same file. */
export interface HandlerRun {
  readonly handler: Handler;
  readonly call: CallNode;
  /** `invoke`, `stream`, `generateText`, `run`. */
  readonly method: string;
  /** The agent, where it is made in sight. */
  readonly agent: Agent | undefined;
  /** The way from the handler to the call; `undefined` where it stands in the handler itself. */
  readonly frame: Frame | undefined;
}

const AGENT_MODULES = ["langchain", "langchain/*", "@langchain/langgraph", "@langchain/langgraph/*", "@langchain/langgraph-supervisor", "@langchain/langgraph-swarm", "@langchain/classic/*", "deepagents"];
/** What makes an agent or a graph that can be run. */
const MAKERS = new Set(["createAgent", "createReactAgent", "createDeepAgent", "compile", "AgentExecutor", "createSupervisor", "createSwarm"]);
const RUNS = new Set(["invoke", "stream", "streamEvents", "batch", "streamLog"]);
/** Methods and functions of other frameworks that run an agent, by the end of their origin. */
const RUN_FUNCTIONS: readonly { readonly modules: readonly string[]; readonly names: ReadonlySet<string>; readonly of?: string }[] = [
  { modules: ["@openai/agents", "@openai/agents-core"], names: new Set(["run"]) },
  { modules: ["ai"], names: new Set(["generateText", "streamText", "generate", "stream", "respond"]) },
  { modules: ["@mastra/core", "@mastra/core/*"], names: new Set(["generate", "stream", "streamVNext", "generateVNext"]) },
  { modules: mastraRoutes.modules, names: new Set(mastraRoutes.functions) },
  // client.runs.stream(…) of a LangGraph server, and not client.threads.create(…).
  { modules: langgraphServer.modules, names: new Set(langgraphServer.starting.methods), of: langgraphServer.runs },
];

/** The runs of agents that the outside world starts through the handlers of a file. Certain only: a run whose agent cannot be told is left out. */
export function findHandlerRuns(model: AgentModel): readonly HandlerRun[] {
  if (model.handlers.length === 0) return [];
  const evident = new Set<CallNode>(model.runConfigs.filter((run) => run.evident).map(({ run }) => run));
  return model.file.index.calls.flatMap((call): HandlerRun[] => {
    const method = runMethod(call, model, evident);
    if (method === undefined) return [];
    const agent = model.agents.find((candidate) => isRunOf(call, candidate));
    const direct = handlerOf(call, model);
    if (direct) return [{ handler: direct, call, method, agent, frame: undefined }];
    return model.framesOf(call).flatMap((frame): HandlerRun[] => {
      const handler = model.handlers.find(({ fn }) => fn === outermostOf(frame).fn);
      return handler ? [{ handler, call, method, agent, frame }] : [];
    });
  });
}

function runMethod(call: CallNode, model: AgentModel, evident: ReadonlySet<CallNode>): string | undefined {
  const callee = unwrapAwaited(call.callee);
  const written = callee.type === "MemberExpression" ? memberName(callee) : callee.type === "Identifier" ? callee.name : undefined;
  const origin = originOf(call.callee);
  const last = origin?.path.at(-1);
  if (origin?.module !== undefined && last !== undefined) {
    const { module } = origin;
    if (RUN_FUNCTIONS.some(({ modules, names, of }) => matchesModule(module, modules) && names.has(last) && (of === undefined || origin.path.includes(of)))) return last;
    if (RUNS.has(last) && matchesModule(module, AGENT_MODULES) && origin.path.some((part) => MAKERS.has(part))) return last;
  }
  if (written === undefined || !RUNS.has(written)) return undefined;
  return evident.has(call) || model.agents.some((agent) => isRunOf(call, agent)) ? written : undefined;
}

function handlerOf(call: CallNode, model: AgentModel): Handler | undefined {
  for (let fn = enclosingFunction(call); fn; fn = enclosingFunction(fn)) {
    const current = fn;
    const handler = model.handlers.find((candidate) => candidate.fn === current);
    if (handler) return fileOf(handler.fn) === model.file ? handler : undefined;
  }
  return undefined;
}
