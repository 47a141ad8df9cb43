import type { TSESTree } from "@typescript-eslint/utils";
import { isExport, matchesModule, originOf } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import type { SourceFile } from "../project/source-file.js";
import { argumentAt, keyName, memberName, staticString, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import type { Agent } from "./agents.js";
import type { Tool } from "./tools.js";

/** Whose voice a text has for the model. System, instructions and tool descriptions are obeyed. */
export type PromptRole = "system" | "user" | "assistant" | "tool" | "description";

/** A value that is put into a prompt. */
export interface PromptHole {
  readonly node: Node;
  /** Whether the text right around it marks where it begins and ends. */
  readonly delimited: boolean;
}

/** A text that a model gets, with what is put into it. */
export interface Prompt {
  readonly role: PromptRole;
  /** The whole text expression. */
  readonly node: Node;
  readonly holes: readonly PromptHole[];
  /** How the code hands it over, for messages: `systemPrompt`, `SystemMessage`. */
  readonly label: string;
}

const MESSAGES: Readonly<Record<string, PromptRole>> = { SystemMessage: "system", HumanMessage: "user", AIMessage: "assistant", ToolMessage: "tool", FunctionMessage: "tool" };
const MESSAGE_MODULES = ["@langchain/core/messages", "langchain", "@langchain/core/messages/*", "langchain/schema"];
const ROLES: Readonly<Record<string, PromptRole>> = { system: "system", developer: "system", user: "user", human: "user", assistant: "assistant", ai: "assistant", tool: "tool", function: "tool" };
const PROMPT_MODULES = ["@langchain/core/prompts", "langchain/prompts"];
/** Option keys of agents that are read as the system's voice, by framework. */
const SYSTEM_KEYS: Readonly<Record<string, readonly string[]>> = {
  langchain: ["systemPrompt", "prompt", "stateModifier", "messageModifier"],
  "vercel-ai": ["system", "instructions"],
  "openai-agents": ["instructions", "handoffDescription"],
  mastra: ["instructions"],
};
const USER_KEYS: Readonly<Record<string, readonly string[]>> = { "vercel-ai": ["prompt"] };

/** Every prompt of a file: messages, role objects, tuples, agent options, templates with their variables, tool descriptions. */
export function findPrompts(file: SourceFile, agents: readonly Agent[], tools: readonly Tool[]): Prompt[] {
  const prompts: Prompt[] = [];
  const add = (role: PromptRole, node: Node | undefined, label: string): void => {
    if (node) prompts.push({ role, node, holes: holesOf(node), label });
  };
  for (const call of file.index.calls) addMessage(call, add);
  for (const object of roleObjects(file)) add(object.role, object.content, `the ${object.role} message`);
  for (const agent of agents) {
    if (agent.options?.type !== "ObjectExpression") continue;
    for (const property of agent.options.properties) {
      if (property.type !== "Property") continue;
      const key = keyName(property) ?? "";
      if (SYSTEM_KEYS[agent.framework.id]?.includes(key)) add("system", property.value, `\`${key}\``);
      else if (USER_KEYS[agent.framework.id]?.includes(key)) add("user", property.value, `\`${key}\``);
    }
  }
  for (const tool of tools) {
    const description = tool.options?.properties.find((property): property is TSESTree.Property => property.type === "Property" && keyName(property) === "description");
    add("description", description?.value, "a tool's description");
  }
  prompts.push(...templatePrompts(file));
  return prompts.filter((prompt) => prompt.holes.length > 0);
}

type Add = (role: PromptRole, node: Node | undefined, label: string) => void;

/** `new SystemMessage(text)`, `new SystemMessage({ content: text })`. */
function addMessage(call: CallNode, add: Add): void {
  if (call.type !== "NewExpression") return;
  const origin = originOf(call.callee);
  const name = origin?.path.at(-1) ?? "";
  const role = MESSAGES[name];
  if (!role || !isExport(origin, MESSAGE_MODULES, [name])) return;
  const argument = argumentAt(call, 0);
  const value = argument && definitionOf(argument);
  if (value?.type !== "ObjectExpression") add(role, argument, `\`${name}\``);
  else {
    const content = value.properties.find((property): property is TSESTree.Property => property.type === "Property" && keyName(property) === "content");
    add(role, content?.value, `\`${name}\``);
  }
}

/** `{ role: "system", content }` and `["system", content]`. */
function roleObjects(file: SourceFile): { role: PromptRole; content: Node }[] {
  const found: { role: PromptRole; content: Node }[] = [];
  for (const property of file.index.properties.get("role") ?? []) {
    const role = ROLES[staticString(property.value) ?? ""];
    if (!role || property.parent.type !== "ObjectExpression") continue;
    const content = property.parent.properties.find((other): other is TSESTree.Property => other.type === "Property" && keyName(other) === "content");
    if (content) found.push({ role, content: content.value });
  }
  for (const tuple of file.index.tuples) {
    const [first, second] = tuple.elements;
    const role = first && first.type !== "SpreadElement" ? ROLES[staticString(first) ?? ""] : undefined;
    if (role && second && second.type !== "SpreadElement") found.push({ role, content: second });
  }
  return found;
}

/** Prompt templates: the text has `{variable}` holes, the values come with `invoke` or `format`. */
function templatePrompts(file: SourceFile): Prompt[] {
  const prompts: Prompt[] = [];
  for (const call of file.index.calls) {
    const callee = unwrapAwaited(call.callee);
    if (callee.type !== "MemberExpression" || !["invoke", "format", "formatMessages", "formatPromptValue", "stream"].includes(memberName(callee) ?? "")) continue;
    const template = templateOf(callee.object, 0);
    const values = argumentAt(call, 0);
    const given = values && definitionOf(values);
    if (!template || given?.type !== "ObjectExpression") continue;
    for (const part of template) {
      const holes = given.properties.flatMap((property): PromptHole[] => {
        const key = property.type === "Property" ? keyName(property) : undefined;
        if (property.type !== "Property" || key === undefined) return [];
        const around = part.text.split(`{${key}}`);
        return around.length < 2 ? [] : [{ node: property.value, delimited: isDelimited(around[0] ?? "", around[1] ?? "") }];
      });
      if (holes.length > 0) prompts.push({ role: part.role, node: call, holes, label: "the prompt template" });
    }
  }
  return prompts;
}

/** The texts of a template, by role, also behind `.pipe(model)`. */
function templateOf(node: Node, depth: number): { role: PromptRole; text: string }[] | undefined {
  const value = definitionOf(node);
  if (value.type !== "CallExpression" || depth > 6) return undefined;
  const origin = originOf(value.callee);
  const callee = unwrapAwaited(value.callee);
  if (callee.type === "MemberExpression" && memberName(callee) === "pipe") return templateOf(callee.object, depth + 1);
  if (isExport(origin, ["@langchain/core/runnables", "langchain/schema/runnable"], ["RunnableSequence", "from"])) {
    const list = argumentAt(value, 0);
    const members = list && definitionOf(list);
    if (members?.type !== "ArrayExpression") return undefined;
    for (const element of members.elements) {
      const found = element && element.type !== "SpreadElement" ? templateOf(element, depth + 1) : undefined;
      if (found) return found;
    }
    return undefined;
  }
  if (!origin || !matchesModule(origin.module ?? "", PROMPT_MODULES)) return undefined;
  const path = origin.path.join(".");
  const first = argumentAt(value, 0);
  if (!first) return undefined;
  if (path === "PromptTemplate.fromTemplate" || path === "ChatPromptTemplate.fromTemplate") {
    const text = textWithHoles(first);
    return text === undefined ? undefined : [{ role: "user", text }];
  }
  if (path !== "ChatPromptTemplate.fromMessages") return undefined;
  const list = definitionOf(first);
  if (list.type !== "ArrayExpression") return undefined;
  return list.elements.flatMap((element) => {
    const tuple = element && element.type !== "SpreadElement" ? definitionOf(element) : undefined;
    if (tuple?.type !== "ArrayExpression") return [];
    const [role, text] = tuple.elements;
    const known = role && role.type !== "SpreadElement" ? ROLES[staticString(definitionOf(role)) ?? ""] : undefined;
    const written = text && text.type !== "SpreadElement" ? textWithHoles(text) : undefined;
    return known && written !== undefined ? [{ role: known, text: written }] : [];
  });
}

function textWithHoles(node: Node): string | undefined {
  const value = definitionOf(node);
  if (value.type === "TemplateLiteral") return value.quasis.map((quasi) => quasi.value.cooked).join(" ");
  return staticString(value);
}

/** What is put into a text: holes of templates, operands of `+`, values of `.replace`, or the value itself. */
export function holesOf(node: Node, depth = 0): PromptHole[] {
  const value = depth === 0 ? unwrapAwaited(node) : definitionOf(node);
  if (depth > 6) return [];
  switch (value.type) {
    case "TemplateLiteral":
      return value.expressions.flatMap((expression, index) => {
        const delimited = isDelimited(value.quasis.slice(0, index + 1).map((quasi) => quasi.value.cooked).join("*"), value.quasis.slice(index + 1).map((quasi) => quasi.value.cooked).join("*"));
        return delimited ? [{ node: expression, delimited }] : nested(expression, depth);
      });
    case "BinaryExpression":
      return value.operator === "+" ? concatenated(value, depth) : [];
    case "CallExpression":
      return callHoles(value, depth);
    case "ConditionalExpression":
      return [...holesOf(value.consequent, depth + 1), ...holesOf(value.alternate, depth + 1)];
    case "LogicalExpression":
      return [...holesOf(value.left, depth + 1), ...holesOf(value.right, depth + 1)];
    case "Literal":
      return [];
    case "ArrayExpression":
      // Content blocks: [{ type: "text", text }].
      return value.elements.flatMap((element) => (element && element.type !== "SpreadElement" ? blockHoles(element, depth) : []));
    case "Identifier": {
      const definition = definitionOf(value);
      return definition === value ? [{ node: value, delimited: false }] : holesOf(definition, depth + 1);
    }
    default:
      return [{ node: value, delimited: false }];
  }
}

function blockHoles(element: Node, depth: number): PromptHole[] {
  const block = unwrapAwaited(element);
  if (block.type !== "ObjectExpression") return holesOf(block, depth + 1);
  const text = block.properties.find((property): property is TSESTree.Property => property.type === "Property" && keyName(property) === "text");
  return text ? holesOf(text.value, depth + 1) : [];
}

/** A hole that is itself a text with holes is looked into; anything else is the hole. */
function nested(expression: Node, depth: number): PromptHole[] {
  const definition = definitionOf(expression);
  if (["TemplateLiteral", "Literal", "ConditionalExpression", "LogicalExpression"].includes(definition.type)) return holesOf(definition, depth + 1);
  if (definition.type === "BinaryExpression" && definition.operator === "+") return holesOf(definition, depth + 1);
  if (definition.type === "CallExpression") {
    const inner = callHoles(definition, depth + 1);
    if (inner.length !== 1 || inner[0]?.node !== definition) return inner;
  }
  return [{ node: expression, delimited: false }];
}

function concatenated(sum: TSESTree.BinaryExpression, depth: number): PromptHole[] {
  const parts: Node[] = [];
  const collect = (node: Node): void => {
    const value = unwrapAwaited(node);
    if (value.type === "BinaryExpression" && value.operator === "+") {
      collect(value.left);
      collect(value.right);
    } else parts.push(value);
  };
  collect(sum);
  return parts.flatMap((part, index) => {
    const text = (node: Node | undefined): string => (node ? (staticString(node) ?? (node.type === "TemplateLiteral" ? node.quasis.map((quasi) => quasi.value.cooked).join("*") : "*")) : "");
    if (staticString(part) !== undefined) return [];
    const before = parts.slice(0, index).map(text).join("");
    const after = parts.slice(index + 1).map(text).join("");
    return isDelimited(before, after) ? [{ node: part, delimited: true }] : nested(part, depth);
  });
}

function callHoles(call: TSESTree.CallExpression, depth: number): PromptHole[] {
  const callee = unwrapAwaited(call.callee);
  if (callee.type !== "MemberExpression") return [{ node: call, delimited: false }];
  const name = memberName(callee) ?? "";
  const second = argumentAt(call, 1);
  if ((name === "replace" || name === "replaceAll") && second) {
    const marker = argumentAt(call, 0);
    const text = textWithHoles(callee.object);
    const token = marker && staticString(definitionOf(marker));
    const around = text !== undefined && token !== undefined ? text.split(token) : [];
    const base = unwrapAwaited(callee.object);
    return [...(base.type === "CallExpression" || base.type === "TemplateLiteral" ? holesOf(base, depth + 1) : []), ...(text === undefined && base.type !== "CallExpression" ? [] : isDelimited(around[0] ?? "", around[1] ?? "") ? [{ node: second, delimited: true }] : nested(second, depth))];
  }
  // docs.map((doc) => `<doc>${doc}</doc>`).join("\n")
  if (name === "join") {
    const list = unwrapAwaited(callee.object);
    const mapper = list.type === "CallExpression" && list.callee.type === "MemberExpression" && memberName(list.callee) === "map" ? argumentAt(list, 0) : undefined;
    if (mapper?.type === "ArrowFunctionExpression" && mapper.body.type !== "BlockStatement") return holesOf(mapper.body, depth + 1).map((hole) => (hole.delimited ? hole : { node: list, delimited: false }));
    return [{ node: list, delimited: false }];
  }
  if (["trim", "toString", "trimStart", "trimEnd", "slice", "substring"].includes(name)) return nested(callee.object, depth);
  return [{ node: call, delimited: false }];
}

/** Whether the text right before a hole opens a mark that the text right after it closes: a tag, a fence, quotes of a document. */
export function isDelimited(before: string, after: string): boolean {
  const opening = /<([A-Za-z_][\w:.-]*)(?:\s[^<>]*)?>\s*$/u.exec(before);
  if (opening?.[1] !== undefined && new RegExp(`^\\s*</${opening[1].replace(/[.]/gu, "\\.")}\\s*>`, "u").test(after)) return true;
  // The hole may be one of several inside one element: the last open tag before is closed after.
  const open = lastOpenTag(before);
  if (open !== undefined && new RegExp(`</${open.replace(/[.]/gu, "\\.")}\\s*>`, "u").test(after)) return true;
  if (/(?:```|""")[\w-]*\s*$/u.test(before) && /^\s*(?:```|""")/u.test(after)) return true;
  return /(?:<<<|\[\[|={3,}|-{3,}|#{3,}|<<)[^\n]{0,60}\n?\s*$/u.test(before) && /^\s*\n?\s*(?:>>>|\]\]|={3,}|-{3,}|#{3,}|<<|<\/)/u.test(after);
}

function lastOpenTag(before: string): string | undefined {
  const stack: string[] = [];
  for (const match of before.matchAll(/<(\/?)([A-Za-z_][\w:.-]*)(?:\s[^<>]*)?>/gu)) {
    if (match[1] === "/") stack.pop();
    else stack.push(match[2] ?? "");
  }
  return stack.at(-1);
}
