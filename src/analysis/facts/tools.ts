import type { TSESTree } from "@typescript-eslint/utils";
import { editionWith } from "../frameworks/editions.js";
import type { ArgumentPlace, Framework, ToolClass, ToolFactory, ToolForm } from "../frameworks/framework.js";
import { frameworks } from "../frameworks/registry.js";
import { callsFrom } from "../origin/calls.js";
import { fieldOfClass, isExport, originOf, perOrigin, type Origin } from "../origin/origin.js";
import { definitionOf, functionOf, isWholeLiteral, mayInherit, memberOfClass, propertyValue, superClassOf } from "../origin/value.js";
import { fileMemo } from "../project/memo.js";
import { fileOf, returnedFrom, type SourceFile } from "../project/source-file.js";
import { argumentAt, bindingOf, isClass, memberName, parameterPattern, staticString, triesAround, unwrapAwaited, type CallNode, type ClassNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { hostOf, methodsOfGiven, originsOfGiven } from "./given-servers.js";
import type { HandlerPart } from "./handler-parts.js";
import { fieldOfInstance, methodOfInstance } from "./instance-classes.js";
import { elementsAround, type LoopElement } from "./loop-elements.js";
import { parseSchema, type Schema } from "./schemas.js";
import { handlerFunction } from "./wrapped-handlers.js";

/** A tool definition: something that a model can call. */
export interface Tool {
  readonly framework: Framework;
  readonly form: "factory" | "class" | "instance" | "declaration";
  /** The call, the class or the object literal that defines it; where its name is asked for, if another file defines it. */
  readonly node: Node;
  /** The name the model calls it by; `undefined` where it is not written down. */
  readonly name: string | undefined;
  /** Where to point at when the tool as a whole is meant. */
  readonly nameNode: Node;
  readonly schema: Schema | undefined;
  /** The expression that gives the schema. */
  readonly schemaNode: Node | undefined;
  readonly handler: FunctionNode | undefined;
  /** What of the handler is this tool's, where the handler is given the request for a call of any tool, and not the tool's own input. */
  readonly part?: HandlerPart;
  /** Number of the handler's parameter that carries the run. */
  readonly contextParameter: number;
  /** The object literal of options, where there is one. */
  readonly options: TSESTree.ObjectExpression | undefined;
  /** The variable or field that holds the tool. */
  readonly binding: string | undefined;
}

interface FactoryMatch {
  readonly framework: Framework;
  readonly factory: ToolFactory;
}

/** All tools that a file defines. */
export function findTools(file: SourceFile): Tool[] {
  const tools: Tool[] = [];
  for (const call of callsFrom(file, mayMakeTool, methodsOfGiven)) {
    const tool = parseToolCall(call);
    if (tool) tools.push(...eachOf(tool, call));
  }
  for (const node of file.index.classes) {
    const tool = parseToolClass(node);
    if (tool) tools.push(tool);
  }
  for (const call of file.index.calls) {
    const tool = call.type === "NewExpression" && call.callee.type === "Identifier" ? parseOwnInstance(call) : undefined;
    if (tool) tools.push(tool);
  }
  return tools;
}

/** The tools that one call makes in the rounds of a loop, where it takes their parts from the objects of a list; else the one tool. */
function eachOf(tool: Tool, call: CallNode): readonly Tool[] {
  if (tool.handler && tool.schema?.complete !== false) return [tool];
  const form = formOf(call);
  const each = form ? elementsAround(call).map((element) => readForm(form.call, form.framework, form.form, element)) : [];
  return each.length > 0 && each.every(({ handler, schema }) => handler ?? schema) ? each : [tool];
}

const parsedTools = fileMemo<Node, Tool | null>();

/** How many functions that make tools by one another are followed. */
const MOST_MAKERS = 5;

/** The tool that an expression stands for, wherever it is defined. */
export function toolOf(node: Node, depth = 0): Tool | undefined {
  const definition = definitionOf(node);
  if (depth > MOST_MAKERS) return undefined;
  if (definition.type === "CallExpression" || definition.type === "NewExpression") {
    const tool = parseToolCall(definition);
    if (tool) return tool;
    if (definition.type === "NewExpression") {
      const owner = definitionOf(definition.callee);
      return isClass(owner) ? (parseOwnInstance(definition) ?? parseToolClass(owner)) : undefined;
    }
    // A factory of the project: the tool is what it returns.
    const returned = returnedFrom(functionOf(definition.callee) ?? methodOfInstance(definition.callee));
    return returned.length === 1 && returned[0] ? toolOf(returned[0], depth + 1) : undefined;
  }
  const kept = definition.type === "MemberExpression" ? fieldOfInstance(definition) : undefined;
  if (kept) return toolOf(kept, depth + 1);
  return isClass(definition) ? parseToolClass(definition) : undefined;
}

function parseToolCall(call: CallNode): Tool | undefined {
  const cached = parsedTools.get(call);
  if (cached !== undefined) return cached ?? undefined;
  const tool = readToolCall(call);
  parsedTools.set(call, tool ?? null);
  return tool;
}

function readToolCall(call: CallNode): Tool | undefined {
  const origin = originOf(call.callee);
  if (call.type === "NewExpression") return origin && readInstance(call, origin);
  const form = formOf(call);
  return form && readForm(form.call, form.framework, form.form);
}

/** How a factory is called. */
function formOf(call: CallNode): { readonly call: TSESTree.CallExpression; readonly framework: Framework; readonly form: ToolForm } | undefined {
  if (call.type === "NewExpression") return undefined;
  const origin = originOf(call.callee);
  const match = origin ? matchFactory(origin) : originsOfGiven(call.callee).map(matchFactory).find((each) => each !== undefined);
  if (!match) return undefined;
  const form = match.factory.forms.find((candidate) => !candidate.arity || candidate.arity.includes(call.arguments.length)) ?? match.factory.forms.at(-1);
  if (!form || call.arguments.length === 0) return undefined;
  return { call, framework: editionWith(hostOf(call) ?? match.factory, match.framework, fileOf(call).path), form };
}

const matchFactory = perOrigin((origin): FactoryMatch | undefined => {
  for (const framework of frameworks) {
    for (const factory of framework.toolFactories) if (isExport(origin, factory.modules, factory.path)) return { framework, factory };
  }
  return undefined;
});
const mayMakeTool = perOrigin((origin) => origin.module !== undefined && (matchFactory(origin) !== undefined || matchClass(origin) !== undefined));

/** Reads a call as it is, or in one round of the loop around it. */
function readForm(call: TSESTree.CallExpression, framework: Framework, form: ToolForm, element?: LoopElement): Tool {
  const given = (node: Node | undefined): Node | undefined => (node && element?.valueOf(node)) ?? node;
  const place = (where: ArgumentPlace | undefined): Node | undefined => {
    const argument = where && given(argumentAt(call, where.argument));
    return argument && where.key !== undefined ? given(propertyValue(definitionOf(argument), where.key)) : argument;
  };
  const optionsNode = form.options === undefined ? undefined : given(argumentAt(call, form.options));
  const options = optionsNode && definitionOf(optionsNode);
  const handlerNode = place(form.handler);
  const handler = handlerNode && handlerFunction(handlerNode);
  const schemaNode = form.schema.map((where) => place(where)).find((node) => node !== undefined && staticString(node) === undefined) ?? firstParse(handler);
  const nameNode = place(form.name);
  const binding = element ? (element.key ?? bindingOf(element.object)) : bindingOf(call);
  return {
    framework,
    form: "factory",
    node: element?.object ?? call,
    name: (nameNode && staticString(definitionOf(nameNode))) ?? binding,
    nameNode: nameNode ?? element?.object ?? call.callee,
    schema: schemaNode && parseSchema(schemaNode),
    schemaNode,
    handler,
    contextParameter: (schemaNode || (options && !isWholeLiteral(options)) ? undefined : framework.context.parameterWithoutInput) ?? framework.context.parameter,
    options: options?.type === "ObjectExpression" ? options : undefined,
    binding,
  };
}

/** `new DynamicStructuredTool({ name, schema, func })`. */
function readInstance(call: TSESTree.NewExpression, origin: Origin): Tool | undefined {
  const match = matchClass(origin);
  const key = match?.toolClass.handlerKey;
  return match && key !== undefined ? instanceWith(call, match, key) : undefined;
}

const ownInstances = fileMemo<Node, Tool | null>();

/** `new SearchTool({ name, schema, func })`, where a class of the project hands on to the function that it is given. */
function parseOwnInstance(call: TSESTree.NewExpression): Tool | undefined {
  const argument = argumentAt(call, 0);
  if (!argument || !OWN_HANDLER_KEYS.some((key) => propertyValue(definitionOf(argument), key))) return undefined;
  const owner = definitionOf(call.callee);
  if (!isClass(owner)) return undefined;
  const cached = ownInstances.get(call);
  if (cached !== undefined) return cached ?? undefined;
  const match = frameworkClassOf(owner);
  const key = match && OWN_HANDLER_KEYS.find((each) => runsField(owner, each, match.toolClass));
  const tool = match && key !== undefined ? instanceWith(call, match, key) : undefined;
  ownInstances.set(call, tool ?? null);
  return tool;
}

/** What a class calls the function that it is given. */
const OWN_HANDLER_KEYS = ["func"];

/** Whether a class's method does no more than run `this.func`, or leaves that to the class of the framework which it extends. */
function runsField(owner: ClassNode, key: string, toolClass: ToolClass): boolean {
  const method = memberOfClass(owner, toolClass.method);
  const fn = method && functionOf(method);
  if (!fn) return toolClass.handlerKey === key;
  const isField = (callee: Node): boolean => callee.type === "MemberExpression" && callee.object.type === "ThisExpression" && memberName(callee) === key;
  const calls = fileOf(fn).index.bodies.get(fn)?.calls ?? [];
  const running = calls.filter(({ callee }) => isField(unwrapAwaited(callee)));
  // What it calls beside, and a catch around it, may ask somebody first or answer for a failure.
  return running.length === 1 && running.every((call) => [...triesAround(call, fn)].length === 0) && calls.every((call) => running.includes(call) || originOf(call.callee)?.module === undefined && originOf(call.callee) !== undefined);
}

function instanceWith(call: TSESTree.NewExpression, match: ClassMatch, handlerKey: string): Tool | undefined {
  const argument = argumentAt(call, 0);
  const options = argument && definitionOf(argument);
  if (options?.type !== "ObjectExpression") return undefined;
  const handlerNode = propertyValue(options, handlerKey);
  const handler = handlerNode && handlerFunction(handlerNode);
  const schemaNode = propertyValue(options, match.toolClass.schemaKey) ?? firstParse(handler);
  const nameNode = propertyValue(options, match.toolClass.nameKey ?? "name");
  return {
    framework: match.framework,
    form: "instance",
    node: call,
    name: (nameNode && staticString(definitionOf(nameNode))) ?? bindingOf(call),
    nameNode: nameNode ?? call.callee,
    schema: schemaNode && parseSchema(schemaNode),
    schemaNode,
    handler,
    // (input, runManager, config) for the class's own `func`.
    contextParameter: match.framework.context.methodParameter ?? match.framework.context.parameter,
    options,
    binding: bindingOf(call),
  };
}

const SCHEMA_KEYS = ["schema", "inputSchema", "input_schema", "parameters"];
const HANDLER_KEYS = ["execute", "func"];

/**
 * A tool that is written as an object, without a factory: `{ name, description, schema }`,
 * `{ type: "function", function: { name, parameters } }`, or the entry of a record of tools.
 */
export function declaredToolOf(node: Node, framework: Framework, key?: string): Tool | undefined {
  const definition = definitionOf(node);
  const inner = propertyValue(definition, "function");
  const object = inner ? definitionOf(inner) : definition;
  if (object.type !== "ObjectExpression") return undefined;
  const nameNode = propertyValue(object, "name");
  const schemaNode = SCHEMA_KEYS.map((name) => propertyValue(object, name)).find((value) => value !== undefined);
  if (!schemaNode || (!nameNode && key === undefined)) return undefined;
  const handlerNode = HANDLER_KEYS.map((name) => propertyValue(object, name)).find((value) => value !== undefined);
  return {
    framework,
    form: "declaration",
    node: object,
    name: (nameNode && staticString(definitionOf(nameNode))) ?? key,
    nameNode: nameNode ?? object,
    schema: parseSchema(schemaNode),
    schemaNode,
    handler: handlerNode && handlerFunction(handlerNode),
    contextParameter: framework.context.parameter,
    options: object,
    binding: key ?? bindingOf(object),
  };
}

interface ClassMatch {
  readonly framework: Framework;
  readonly toolClass: ToolClass;
}

const matchClass = perOrigin((origin): ClassMatch | undefined => {
  for (const framework of frameworks) {
    for (const toolClass of framework.toolClasses) if (isExport(origin, toolClass.modules, [toolClass.name])) return { framework, toolClass };
  }
  return undefined;
});

/** A class that extends a tool class of a framework, directly or through classes of the project. */
function parseToolClass(node: ClassNode): Tool | undefined {
  const cached = parsedTools.get(node);
  if (cached !== undefined) return cached ?? undefined;
  parsedTools.set(node, null);
  const tool = readToolClass(node);
  parsedTools.set(node, tool ?? null);
  return tool;
}

function readToolClass(node: ClassNode): Tool | undefined {
  const match = frameworkClassOf(node);
  if (!match) return undefined;
  const superOptions = superCallOptions(node);
  const superKey = (key: string): Node | undefined => superOptions && propertyValue(superOptions, key);
  const method = memberOfClass(node, match.toolClass.method);
  const handlerNode = method ?? (match.toolClass.handlerKey === undefined ? undefined : superKey(match.toolClass.handlerKey));
  const handler = handlerNode && handlerFunction(handlerNode);
  // What the class says itself comes first, then what it hands to its base, then what the base says.
  const member = (key: string): Node | undefined => fieldOfClass(node, key) ?? superKey(key) ?? memberOfClass(node, key);
  const schemaNode = member(match.toolClass.schemaKey) ?? firstParse(handler);
  const nameNode = member(match.toolClass.nameKey ?? "name");
  return {
    framework: match.framework,
    form: "class",
    node,
    name: (nameNode && staticString(definitionOf(nameNode))) ?? node.id?.name,
    nameNode: nameNode ?? node.id ?? node,
    schema: schemaNode && parseSchema(schemaNode),
    schemaNode,
    handler,
    contextParameter: match.framework.context.methodParameter ?? match.framework.context.parameter,
    options: superOptions?.type === "ObjectExpression" ? superOptions : undefined,
    binding: node.id?.name,
  };
}

function frameworkClassOf(node: ClassNode): ClassMatch | undefined {
  const seen = new Set<ClassNode>();
  for (let at: ClassNode | undefined = node; at?.superClass && !seen.has(at); at = mayInherit(at) ? superClassOf(at) : undefined) {
    seen.add(at);
    const origin = originOf(at.superClass);
    const match = origin && matchClass(origin);
    if (match) return match;
  }
  return undefined;
}

/** The object literal in `super({ name, schema, func })`. */
function superCallOptions(node: ClassNode): Node | undefined {
  for (const member of node.body.body) {
    if (member.type !== "MethodDefinition" || member.kind !== "constructor") continue;
    const body = fileOf(node).index.bodies.get(member.value);
    const call = body?.calls.find((candidate) => candidate.type === "CallExpression" && candidate.callee.type === "Super");
    const argument = call && argumentAt(call, 0);
    return argument && definitionOf(argument);
  }
  return undefined;
}

/** `const args = Schema.parse(input)` as a handler's first statement stands in for a schema of its own. */
function firstParse(handler: FunctionNode | undefined): Node | undefined {
  if (handler?.body.type !== "BlockStatement") return undefined;
  const first = handler.body.body[0];
  const parameter = handler.params[0] && parameterPattern(handler.params[0]);
  if (first?.type !== "VariableDeclaration" || parameter?.type !== "Identifier") return undefined;
  const { init } = first.declarations[0];
  const call = init ? unwrapAwaited(init) : undefined;
  if (call?.type !== "CallExpression" || call.callee.type !== "MemberExpression") return undefined;
  if (!["parse", "parseAsync"].includes(memberName(call.callee) ?? "")) return undefined;
  const argument = argumentAt(call, 0);
  const value = argument && unwrapAwaited(argument);
  return value?.type === "Identifier" && value.name === parameter.name ? call.callee.object : undefined;
}
