import type { PromptKeys } from "../frameworks/framework.js";
import { frameworks } from "../frameworks/registry.js";
import { callsFrom, methodCalls } from "../origin/calls.js";
import { fieldOfClass, isExport, matchesModule, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { fileOf, returnedFrom, type SourceFile } from "../project/source-file.js";
import { argumentAt, findProperty, isClass, isFunction, keyName, memberName, staticString, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import type { Agent } from "./agents.js";
import { isModelCall } from "./models.js";
import { holesOf, type PromptHole, type Surroundings } from "./prompt-text.js";
import type { Frame } from "./reach.js";
import type { Tool } from "./tools.js";

/** Whose voice a text has for the model. System, instructions and tool descriptions are obeyed. */
export type PromptRole = "system" | "user" | "assistant" | "tool" | "description";

/** A text that a model gets, with what is put into it. */
export interface Prompt {
  readonly role: PromptRole;
  readonly holes: readonly PromptHole[];
  /** How the code hands it over, for messages: `systemPrompt`, `SystemMessage`. */
  readonly label: string;
  /** The text, or the value that is put into one. */
  readonly text: Node;
  /** The holes with what the function around the prompt is given on one way to it. */
  holesOn(way: Frame): readonly PromptHole[];
}

const MESSAGES: Readonly<Record<string, PromptRole>> = { SystemMessage: "system", HumanMessage: "user", AIMessage: "assistant", ToolMessage: "tool", FunctionMessage: "tool" };
const MESSAGE_MODULES = ["@langchain/core/messages", "langchain", "@langchain/core/messages/*", "langchain/schema"];
const ROLES: Readonly<Record<string, PromptRole>> = { system: "system", developer: "system", user: "user", human: "user", assistant: "assistant", ai: "assistant", tool: "tool", function: "tool" };
const PROMPT_MODULES = ["@langchain/core/prompts", "langchain/prompts"];
type Add = (role: PromptRole, node: Node | undefined, label: string) => void;

/** Every prompt of a file: messages, role objects, tuples, agent options, templates with their variables, tool descriptions. */
export function findPrompts(file: SourceFile, agents: readonly Agent[], tools: readonly Tool[], surroundings: Surroundings): Prompt[] {
  const prompts: Prompt[] = [];
  const add: Add = (role, node, label) => {
    for (const text of node ? textsOf(node, 0) : []) prompts.push(promptOf(role, text, label, file, surroundings));
  };
  for (const call of callsFrom(file, mayPrompt)) {
    addMessage(call, add);
    addPromptedCall(call, agents, add);
  }
  for (const object of roleObjects(file)) add(object.role, object.content, `the ${object.role} message`);
  for (const agent of agents) {
    const { options } = agent;
    if (options?.type !== "ObjectExpression" || agent.factory.path.at(0) === "ToolNode") continue;
    addKeys(options, agent.framework.prompts, add);
  }
  for (const tool of tools) add("description", descriptionOf(tool), "a tool's description");
  prompts.push(...templatePrompts(file, surroundings));
  return prompts.filter((prompt) => prompt.holes.length > 0);
}

export function promptOf(role: PromptRole, text: Node, label: string, file: SourceFile, surroundings: Surroundings, before = "", after = ""): Prompt {
  // A text that another file composes is reported there.
  const here = (holes: readonly PromptHole[]): readonly PromptHole[] => holes.filter((hole) => fileOf(hole.node) === file);
  return { role, label, text, holes: here(holesOf(text, surroundings, before, after)), holesOn: (way) => here(holesOf(text, surroundings, before, after, way)) };
}

function descriptionOf(tool: Tool): Node | undefined {
  const own = isClass(tool.node) ? fieldOfClass(tool.node, "description") : undefined;
  if (own ?? tool.options) return own ?? (tool.options && propertyValue(tool.options, "description"));
  // server.tool("name", "description", …)
  const second = tool.framework.id === "mcp" && !isClass(tool.node) && tool.node.type === "CallExpression" ? argumentAt(tool.node, 1) : undefined;
  const value = second && definitionOf(second);
  return value && ["TemplateLiteral", "BinaryExpression", "Identifier", "MemberExpression"].includes(value.type) && tool.schemaNode !== second ? second : undefined;
}

/** The texts in what is handed over as a prompt: itself, blocks of content, what a function returns. */
function textsOf(node: Node, depth: number): Node[] {
  const value = definitionOf(node);
  if (depth > 4) return [];
  if (isFunction(value)) return fileOf(value) === fileOf(node) ? returnedFrom(value).flatMap((returned) => textsOf(returned, depth + 1)) : [];
  if (value.type === "ArrayExpression") return value.elements.flatMap((element) => (element && element.type !== "SpreadElement" ? textsOf(element, depth + 1) : []));
  if (value.type === "ObjectExpression") {
    // A message among others is found by its role.
    if (findProperty(value, "role")) return [];
    const text = propertyValue(value, "text") ?? propertyValue(value, "content");
    return text ? textsOf(text, depth + 1) : [];
  }
  return value.type === "NewExpression" ? [] : [node];
}

const MODEL_METHODS = new Set(["invoke", "stream", "batch", "generate"]);
const mayPrompt = perOrigin((origin) => {
  const name = origin.path.at(-1) ?? "";
  if (origin.module === undefined) return false;
  return MODEL_METHODS.has(name) || name === "dynamicSystemPromptMiddleware" || Object.hasOwn(MESSAGES, name) || frameworks.some(({ runs }) => runs.some((run) => isExport(origin, run.modules, run.path)));
});

/** `new SystemMessage(text)`, `new SystemMessage({ content: text })`, and middleware that gives a system prompt. */
function addMessage(call: CallNode, add: Add): void {
  const origin = originOf(call.callee);
  const name = origin?.path.at(-1) ?? "";
  if (name === "dynamicSystemPromptMiddleware" && isExport(origin, ["langchain", "langchain/middleware"], [name])) add("system", argumentAt(call, 0), `\`${name}\``);
  if (call.type !== "NewExpression") return;
  const role = MESSAGES[name];
  if (!role || !isExport(origin, MESSAGE_MODULES, [name])) return;
  add(role, argumentAt(call, 0), `\`${name}\``);
}

function addPromptedCall(call: CallNode, agents: readonly Agent[], add: Add): void {
  const first = argumentAt(call, 0);
  if (first && isModelCall(call)) add("user", first, "the prompt");
  const origin = originOf(call.callee);
  if (origin?.module === undefined) return;
  for (const framework of frameworks) {
    const known = framework.runs.find((run) => isExport(origin, run.modules, run.path));
    if (!known) continue;
    const config = argumentAt(call, known.config);
    const options = config && definitionOf(config);
    // What makes an agent and runs it at once has been read as an agent.
    if (options && !agents.some((agent) => agent.call === call)) addKeys(options, framework.prompts, add);
    if (known.text !== undefined) add("user", argumentAt(call, known.text), "the prompt");
  }
}

function addKeys(options: Node, keys: PromptKeys, add: Add): void {
  for (const key of keys.system) add("system", propertyValue(options, key), `\`${key}\``);
  for (const key of keys.user) add("user", propertyValue(options, key), `\`${key}\``);
}

/** `{ role: "system", content }` and `["system", content]`. */
function roleObjects(file: SourceFile): { role: PromptRole; content: Node }[] {
  const found: { role: PromptRole; content: Node }[] = [];
  for (const property of file.index.properties.get("role") ?? []) {
    const role = ROLES[staticString(definitionOf(property.value)) ?? ""];
    if (!role || property.parent.type !== "ObjectExpression") continue;
    const content = propertyValue(property.parent, "content") ?? propertyValue(property.parent, "parts");
    if (content) found.push({ role, content });
  }
  for (const tuple of file.index.tuples) {
    const [first, second] = tuple.elements;
    const role = first && first.type !== "SpreadElement" ? ROLES[staticString(first) ?? ""] : undefined;
    if (role && second && second.type !== "SpreadElement") found.push({ role, content: second });
  }
  return found;
}

const FORMATTERS = new Set(["invoke", "format", "formatMessages", "formatPromptValue", "stream", "streamEvents", "batch", "partial"]);

/** Prompt templates: the text has `{variable}` holes, the values come with `invoke` or `format`. */
function templatePrompts(file: SourceFile, surroundings: Surroundings): Prompt[] {
  const prompts: Prompt[] = [];
  for (const call of methodCalls(file, FORMATTERS)) {
    const callee = unwrapAwaited(call.callee);
    if (callee.type !== "MemberExpression") continue;
    const template = templateOf(callee.object, 0);
    const values = argumentAt(call, 0);
    const given = values && definitionOf(values);
    if (!template || given?.type !== "ObjectExpression") continue;
    for (const part of template) {
      for (const property of given.properties) {
        const key = property.type === "Property" ? keyName(property) : undefined;
        const around = key === undefined ? undefined : splitAt(part.text, key);
        if (property.type === "Property" && around) prompts.push(promptOf(part.role, property.value, "the prompt template", file, surroundings, around.before, around.after));
      }
    }
  }
  return prompts;
}

export interface TemplatePart {
  readonly role: PromptRole;
  readonly text: string;
}

/** The text of a template around a variable, if it has that. */
export function splitAt(text: string, variable: string): { readonly before: string; readonly after: string } | undefined {
  const [before, after] = text.replace(/\{\{(\w+)\}\}/gu, "{$1}").split(`{${variable}}`);
  return before === undefined || after === undefined ? undefined : { before, after };
}

const STUFFING = ["langchain/chains/combine_documents", "@langchain/classic/chains/combine_documents"];

/** The texts of a template, by role, also behind `.pipe(model)`, and in a chain that puts documents into it as they are. */
export function templateOf(node: Node, depth = 0): TemplatePart[] | undefined {
  const value = definitionOf(node);
  if ((value.type !== "CallExpression" && value.type !== "NewExpression") || depth > 6) return undefined;
  const origin = originOf(value.callee);
  const callee = unwrapAwaited(value.callee);
  if (callee.type === "MemberExpression" && memberName(callee) === "pipe") return templateOf(callee.object, depth + 1);
  const first = argumentAt(value, 0);
  if (!origin || !first) return undefined;
  if (isExport(origin, ["@langchain/core/runnables", "langchain/schema/runnable"], ["RunnableSequence", "from"])) return firstTemplateOf(first, depth);
  if (isExport(origin, STUFFING, ["createStuffDocumentsChain"])) {
    const prompt = propertyValue(definitionOf(first), "documentPrompt") ? undefined : propertyValue(definitionOf(first), "prompt");
    return prompt && templateOf(prompt, depth + 1);
  }
  if (!matchesModule(origin.module ?? "", PROMPT_MODULES)) return undefined;
  const [owner = "", method] = origin.path.filter((step) => step !== "default" && step !== "*");
  if (owner === "ChatPromptTemplate" && (method === "fromMessages" || method === "fromPromptMessages")) return messageParts(first, depth);
  const role = TEMPLATES[owner];
  if (!role) return undefined;
  const text = method === "fromTemplate" ? first : method === undefined ? propertyValue(definitionOf(first), "template") : undefined;
  const known = text && textWithHoles(text);
  return known === undefined ? undefined : [{ role, text: known }];
}

function firstTemplateOf(list: Node, depth: number): TemplatePart[] | undefined {
  const members = definitionOf(list);
  if (members.type !== "ArrayExpression") return undefined;
  for (const element of members.elements) {
    const found = element && element.type !== "SpreadElement" ? templateOf(element, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

const TEMPLATES: Readonly<Record<string, PromptRole>> = { PromptTemplate: "user", ChatPromptTemplate: "user", HumanMessagePromptTemplate: "user", SystemMessagePromptTemplate: "system", AIMessagePromptTemplate: "assistant" };

/** `[["system", "…"], { role: "user", content: "…" }, HumanMessagePromptTemplate.fromTemplate("…")]`. */
function messageParts(node: Node, depth: number): TemplatePart[] | undefined {
  const list = definitionOf(node);
  if (list.type !== "ArrayExpression") return undefined;
  return list.elements.flatMap((element): TemplatePart[] => {
    const message = element && element.type !== "SpreadElement" ? definitionOf(element) : undefined;
    if (message?.type === "CallExpression" || message?.type === "NewExpression") return templateOf(message, depth + 1) ?? [];
    const role = message?.type === "ArrayExpression" ? message.elements[0] : message && propertyValue(message, "role");
    const text = message?.type === "ArrayExpression" ? message.elements[1] : message && propertyValue(message, "content");
    const known = role && ROLES[staticString(definitionOf(role)) ?? ""];
    const written = text && text.type !== "SpreadElement" ? textWithHoles(text) : undefined;
    return known && written !== undefined ? [{ role: known, text: written }] : [];
  });
}

function textWithHoles(node: Node): string | undefined {
  const value = definitionOf(node);
  if (value.type === "TemplateLiteral") return value.quasis.map((quasi) => quasi.value.cooked).join(" ");
  if (value.type === "BinaryExpression" && value.operator === "+") {
    const left = textWithHoles(value.left);
    const right = textWithHoles(value.right);
    return left === undefined && right === undefined ? undefined : `${left ?? " "}${right ?? " "}`;
  }
  return staticString(value);
}
