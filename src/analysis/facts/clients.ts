import type { TSESTree } from "@typescript-eslint/utils";
import type { AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { isExport, matchesModule, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import { enclosingFunction, findAncestor, isClass, isWithin, memberName, unwrapAwaited, wrapped, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { isModelMaker, parseChatModel } from "./chat-models.js";
import { fileOf, variableOf } from "../project/source-file.js";

/** A client that is built anew whenever a function runs. */
export interface RebuiltClient {
  readonly call: CallNode;
  /** What is built: `ChatOpenAI`. */
  readonly name: string;
  readonly where: "tool" | "node" | "handler" | "function";
}

/** Clients of model providers that are no chat models of LangChain. */
const PROVIDERS: readonly (readonly [modules: readonly string[], name: string])[] = [
  [["openai"], "default"], [["openai"], "OpenAI"], [["openai"], "AzureOpenAI"],
  [["@anthropic-ai/sdk"], "default"], [["@anthropic-ai/sdk"], "Anthropic"],
  [["groq-sdk"], "default"], [["groq-sdk"], "Groq"],
  [["@google/genai"], "GoogleGenAI"], [["@google/generative-ai"], "GoogleGenerativeAI"],
  [["@mistralai/mistralai"], "Mistral"], [["cohere-ai"], "CohereClient"], [["cohere-ai"], "CohereClientV2"],
  [["@langchain/openai"], "OpenAI"],
];

/** Packages of the AI SDK whose `createOpenAI({ apiKey })` makes the client that all models of the provider share. */
const AI_SDK_PROVIDERS = [
  ...["openai", "anthropic", "google", "google-vertex", "google-vertex/*", "azure", "amazon-bedrock", "amazon-bedrock/*", "groq", "mistral", "cohere", "xai", "perplexity", "deepseek", "togetherai", "fireworks", "cerebras", "deepinfra", "openai-compatible", "gateway", "vercel"].map((name) => `@ai-sdk/${name}`),
  "@openrouter/ai-sdk-provider", "ollama-ai-provider", "ollama-ai-provider-v2",
];

export function findRebuiltClients(model: AgentModel): readonly RebuiltClient[] {
  return callsFrom(model.file, (origin) => isModelMaker(origin) || providerOf(origin) !== undefined || isPackageClient(origin)).flatMap((call): RebuiltClient[] => {
    const name = clientName(call, model);
    const fn = name === undefined ? undefined : enclosingFunction(call);
    if (name === undefined || !fn || !isConstant(call) || isKept(call, fn)) return [];
    const where = placeOf(fn, call, model);
    return where ? [{ call, name, where }] : [];
  });
}

const providerOf = perOrigin((origin) => PROVIDERS.find(([modules, name]) => isExport(origin, modules, [name]) || (name === "default" && origin.path.length === 0 && matchesModule(origin.module ?? "", modules))));

/** Clients that a whole family of packages names alike: the providers of the AI SDK, the embeddings and the community's chat models of LangChain. */
const isPackageClient = perOrigin(({ module, path }) => {
  const name = path.at(-1) ?? "";
  if (module === undefined || path.length !== 1) return false;
  if (/^create[A-Z]/u.test(name)) return matchesModule(module, AI_SDK_PROVIDERS);
  if (name.endsWith("Embeddings")) return matchesModule(module, ["@langchain/*"]) && !matchesModule(module, ["@langchain/core/*"]);
  return /^Chat[A-Z]/u.test(name) && matchesModule(module, ["@langchain/community/chat_models/*"]);
});

function clientName(call: CallNode, model: AgentModel): string | undefined {
  const chat = parseChatModel(call, model);
  const origin = originOf(call.callee);
  if (chat) return origin?.path.at(-1);
  if (!origin) return undefined;
  if (isPackageClient(origin)) return (call.type === "NewExpression") === /^[A-Z]/u.test(origin.path[0] ?? "") ? origin.path[0] : undefined;
  if (call.type !== "NewExpression") return undefined;
  const known = providerOf(origin);
  return known && (known[1] === "default" ? origin.module : known[1]);
}

/** Whether the arguments are the same on every run: literals, the environment, constants of the module. */
function isConstant(call: CallNode): boolean {
  return call.arguments.every((argument) => argument.type !== "SpreadElement" && isConstantValue(argument, 0));
}

function isConstantValue(node: Node, depth: number): boolean {
  const value = unwrapAwaited(node);
  if (depth > 6) return false;
  switch (value.type) {
    case "Literal":
      return true;
    case "TemplateLiteral":
      return value.expressions.every((expression) => isConstantValue(expression, depth + 1));
    case "ObjectExpression":
      return value.properties.every((property) => property.type === "Property" && isConstantValue(property.value, depth + 1));
    case "ArrayExpression":
      return value.elements.every((element) => element !== null && element.type !== "SpreadElement" && isConstantValue(element, depth + 1));
    case "UnaryExpression":
      return isConstantValue(value.argument, depth + 1);
    case "LogicalExpression":
    case "BinaryExpression":
      return value.left.type !== "PrivateIdentifier" && isConstantValue(value.left, depth + 1) && isConstantValue(value.right, depth + 1);
    case "ConditionalExpression":
      return [value.test, value.consequent, value.alternate].every((part) => isConstantValue(part, depth + 1));
    case "MemberExpression":
      return isEnvironment(value) || isConstantValue(value.object, depth + 1);
    case "CallExpression":
      return isPure(value) && value.arguments.every((argument) => argument.type !== "SpreadElement" && isConstantValue(argument, depth + 1));
    case "Identifier": {
      if (isMadeOnce(value)) return true;
      const definition = definitionOf(value);
      return definition !== value ? isConstantValue(definition, depth + 1) : isModuleBinding(value);
    }
    default:
      return false;
  }
}

function isEnvironment(member: TSESTree.MemberExpression): boolean {
  const origin = originOf(member);
  return origin !== undefined && origin.module === undefined && origin.path[0] === "process" && origin.path[1] === "env";
}

/** `Number(process.env.TEMPERATURE)` is the same every time. */
function isPure({ callee }: TSESTree.CallExpression): boolean {
  const origin = originOf(callee);
  return origin !== undefined && origin.module === undefined && ["Number", "String", "Boolean", "parseInt", "parseFloat"].includes(origin.path.join("."));
}

/** What a module makes when it is loaded, or another one has made: `env` in `import { env } from "./env"`. */
function isMadeOnce(name: TSESTree.Identifier): boolean {
  const variable = variableOf(name);
  const declaration = variable?.defs[0]?.node as Node | undefined;
  if (declaration?.type === "ImportSpecifier" || declaration?.type === "ImportDefaultSpecifier" || declaration?.type === "ImportNamespaceSpecifier") return true;
  return declaration?.type === "VariableDeclarator" && declaration.parent.kind === "const" && enclosingFunction(declaration) === undefined;
}

/** A part of a module or a global; what one of its functions gives may differ each time: a row of a table, a setting of the caller. */
function isModuleBinding(name: TSESTree.Identifier): boolean {
  const origin = originOf(name);
  return origin !== undefined && !origin.path.some((step) => step === "()" || step === "new");
}

/** Whether the client outlives the call: returned, kept in a field or an outer variable, or used by functions that are. */
function isKept(call: CallNode, fn: FunctionNode): boolean {
  const outer = wrapped(call);
  const parent = outer.parent;
  if (parent?.type === "ReturnStatement" || (parent?.type === "ArrowFunctionExpression" && parent.body === outer)) return true;
  if (findAncestor(call, (node): node is TSESTree.AssignmentExpression => node.type === "AssignmentExpression", fn)) return true;
  const holder = holderOf(call);
  const variable = holder && fileOf(call).variableOf(holder.name, holder);
  if (variable) {
    for (const reference of variable.references) {
      const use = reference.identifier as Node;
      if (!reference.isRead()) continue;
      if (use.parent?.type === "ReturnStatement" || (use.parent?.type === "Property" && findAncestor(use, (node): node is TSESTree.ReturnStatement => node.type === "ReturnStatement", fn))) return true;
      const user = enclosingFunction(use);
      // A function that is declared here and given away keeps the client.
      if (user && user !== fn && isWithin(user, fn) && user.parent.type !== "CallExpression") return true;
    }
  }
  return false;
}

/** The constant that holds the client itself, also behind `bindTools` and the like; not what it answers. */
function holderOf(call: CallNode): TSESTree.Identifier | undefined {
  let outer = wrapped(call);
  while (outer.parent?.type === "MemberExpression" && outer.parent.object === outer && outer.parent.parent.type === "CallExpression" && !RUNNING.has(memberName(outer.parent) ?? "")) outer = wrapped(outer.parent.parent);
  return outer.parent?.type === "VariableDeclarator" && outer.parent.id.type === "Identifier" ? outer.parent.id : undefined;
}

const RUNNING = new Set(["invoke", "stream", "create", "generate"]);

function placeOf(fn: FunctionNode, call: CallNode, model: AgentModel): RebuiltClient["where"] | undefined {
  if (fn.parent.type === "MethodDefinition" && (fn.parent.kind === "constructor" || fn.parent.kind === "get")) return undefined;
  for (let at: FunctionNode | undefined = fn; at; at = enclosingFunction(at)) {
    const current = at;
    const code = model.agentCode.find((candidate) => candidate.fn === current);
    if (code) return code.kind;
    if (model.handlers.some((handler) => handler.fn === current)) return "handler";
  }
  // Any other function that runs the client itself and takes something to work on.
  return fn.params.length > 0 && runsClient(call, fn, model) && !findAncestor(fn, isClass) ? "function" : undefined;
}

function runsClient(call: CallNode, fn: FunctionNode, model: AgentModel): boolean {
  const body = model.file.index.bodies.get(fn);
  return (body?.calls ?? []).some((candidate) => {
    const callee = unwrapAwaited(candidate.callee);
    if (callee.type !== "MemberExpression" || !RUNNING.has(memberName(callee) ?? "")) return false;
    let root: Node = callee.object;
    for (let steps = 0; steps < 8; steps += 1) {
      const value = definitionOf(root);
      if (value === call) return true;
      if (value.type === "CallExpression" && value.callee.type === "MemberExpression") root = value.callee.object;
      else if (value.type === "MemberExpression") root = value.object;
      else return false;
    }
    return false;
  });
}

