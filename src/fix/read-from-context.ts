import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { parseSchema, type SchemaField } from "../analysis/facts/schemas.js";
import type { Tool } from "../analysis/facts/tools.js";
import { originOf } from "../analysis/origin/origin.js";
import { propertyValue } from "../analysis/origin/value.js";
import { fileOf, type Variable } from "../analysis/project/source-file.js";
import { isFunction, isWithin, keyName, memberName, parameterPattern, staticString, type FunctionNode, type Node } from "../analysis/syntax/expression.js";
import { removeElement } from "./object-literal.js";

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/** An edit that takes a field from the model; without an expression the handler never read it. */
export interface FieldRemoval {
  readonly fix: Fix;
  readonly expression: string | undefined;
}

/**
 * Removes a field from a tool's schema and reads it from the run's trusted context instead.
 * `undefined` where the edit would not surely compile and mean the same: a shared or distant schema, a handler out of sight, an input that is passed on whole.
 */
export function readFromContext(tool: Tool, field: SchemaField): FieldRemoval | undefined {
  const { handler } = tool;
  const file = fileOf(field.node);
  if (!handler || !file.linted || fileOf(handler) !== file || field.path.length !== 1 || tool.form === "class" || tool.part) return undefined;
  if (!isWithin(field.node, tool.node) && countReferences(field.node) > 1) return undefined;
  // A handler that others call as well would miss what they give it.
  if (!isWithin(handler, tool.node) && countReferences(handler) > 1) return undefined;
  const required = field.ties.filter((tied) => isRequiredKey(tied));
  if (required.length < field.ties.length) return undefined;
  if (takesSomethingElse(handler, tool)) return undefined;
  const uses = usesOf(handler, field.key);
  if (!uses) return undefined;
  const remove: Fix = (fixer) => [removeElement(fixer, field.node, file.text), ...required.map((key) => removeElement(fixer, key, file.text))];
  if (uses === NONE) return { expression: undefined, fix: remove };
  const context = contextParameter(handler, tool);
  const expression = context && identityExpression(tool, field, context);
  if (!context || expression === undefined || !uses.places.every((place) => sees(place, context.variable, context.name))) return undefined;
  return { expression: bare(expression), fix: (fixer) => [...remove(fixer), ...context.fix(fixer), ...uses.replace(fixer, expression)] };
}

/** How often the constant or function that a node belongs to is used: other users keep it as it is. */
function countReferences(node: Node): number {
  for (let at: Node | undefined = node; at; at = at.parent) {
    const name = at.type === "VariableDeclarator" || at.type === "FunctionDeclaration" ? at.id : undefined;
    if (name?.type === "Identifier") {
      const statement = at.type === "VariableDeclarator" ? at.parent : at;
      const exported = statement.parent?.type === "ExportNamedDeclaration" || statement.parent?.type === "ExportDefaultDeclaration";
      // A type query (`z.infer<typeof schema>`) follows the change by itself.
      const reads = fileOf(at).variableOf(name.name, statement.parent ?? at)?.references.filter((reference) => reference.isRead() && !reference.isTypeReference && (reference.identifier as Node).parent?.type !== "TSTypeQuery");
      return (exported ? 1 : 0) + (reads?.length ?? 9);
    }
    if (isFunction(at) && at !== node) return 9;
  }
  return 9;
}

function isRequiredKey(node: Node): boolean {
  const list = node.parent;
  return staticString(node) !== undefined && list?.type === "ArrayExpression" && list.parent.type === "Property" && keyName(list.parent) === "required";
}

interface ContextParameter {
  readonly name: string;
  /** How members are read from it: it may be optional. */
  readonly dot: "." | "?.";
  readonly variable: Variable | undefined;
  readonly fix: Fix;
}

function contextParameter(handler: FunctionNode, tool: Tool): ContextParameter | undefined {
  const file = fileOf(handler);
  const index = tool.contextParameter;
  const { identity } = tool.framework.context;
  // Read from the object around the handler, which only an arrow sees.
  if (!identity.includes("$")) return handler.type === "ArrowFunctionExpression" ? { name: "this", dot: ".", variable: undefined, fix: () => [] } : undefined;
  // The `func` of a structured tool may be called without a config.
  const optional = tool.form === "instance";
  const existing = handler.params[index];
  if (existing) {
    const pattern = parameterPattern(existing);
    if (pattern.type !== "Identifier") return undefined;
    return { name: pattern.name, dot: optional || pattern.optional ? "?." : ".", variable: file.variableOf(pattern.name, handler.body), fix: () => [] };
  }
  const last = handler.params.at(-1);
  const name = tool.framework.context.parameterName;
  // `(input, runManager, config)` of a class: the one between is named and not used.
  const between = handler.params.length === index - 1 ? ", _runManager" : "";
  if (!last || (handler.params.length !== index && between === "") || file.variableOf(name, handler.body)) return undefined;
  // `x => …` has no parentheses to add a parameter to.
  const bare = handler.type === "ArrowFunctionExpression" && last.type === "Identifier" && !file.text.slice(handler.range[0], last.range[0]).includes("(");
  const added = `${between}, ${name}`;
  return { name, dot: optional ? "?." : ".", variable: undefined, fix: (fixer) => (bare ? [fixer.insertTextBefore(last, "("), fixer.insertTextAfter(last, `${added})`)] : [fixer.insertTextAfter(last, added)]) };
}

/** Whether a name means the same variable at a place: no inner function or block has one of its own. */
function sees(place: Node, variable: Variable | undefined, name: string): boolean {
  return fileOf(place).variableOf(name, place) === variable;
}

/** `config.configurable?.userId` with the parameter's own name; in TypeScript with the field's type where the context has none. */
function identityExpression(tool: Tool, field: SchemaField, parameter: ContextParameter): string | undefined {
  const { context } = tool.framework;
  const given = context.contextSchemaKey === undefined || !tool.options ? undefined : propertyValue(tool.options, context.contextSchemaKey);
  if (given && !parseSchema(given).fields.some(({ key, path }) => key === field.key && path.length === 1)) return undefined;
  const untyped = !/\.[cm]?tsx?$/u.test(fileOf(tool.node).path) || context.typedIdentity === undefined || given !== undefined;
  const template = untyped ? context.identity : context.typedIdentity;
  if (!untyped && field.scalar === undefined) return undefined;
  const read = parameter.dot === "?." ? template.replace("$.", "$?.") : template;
  const plain = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(field.key);
  const keyed = plain ? read.replaceAll("KEY", () => field.key) : read.replace("?.KEY", () => `?.[${JSON.stringify(field.key)}]`).replace(".KEY", () => `[${JSON.stringify(field.key)}]`).replace('"KEY"', () => JSON.stringify(field.key)).replace("KEY", () => JSON.stringify(field.key));
  return keyed.replace("$", () => parameter.name).replace("TYPE", field.scalar ?? "unknown");
}

/** Whether the first parameter is taken apart by keys that the schema has not: `({ context, runtimeContext })` of an older framework is no input. */
function takesSomethingElse(handler: FunctionNode, tool: Tool): boolean {
  const pattern = handler.params[0] && parameterPattern(handler.params[0]);
  if (pattern?.type !== "ObjectPattern" || tool.schema?.complete !== true) return false;
  const known = new Set(tool.schema.fields.flatMap(({ path }) => path[0] ?? []));
  return pattern.properties.some((property) => property.type === "Property" && !known.has(keyName(property) ?? ""));
}

/** What the handler does with a field, and how it is replaced. */
interface Uses {
  readonly places: readonly Node[];
  readonly replace: (fixer: TSESLint.RuleFixer, expression: string) => TSESLint.RuleFix[];
}

const NONE: Uses = { places: [], replace: () => [] };

function usesOf(handler: FunctionNode, key: string): Uses | undefined {
  const first = handler.params[0];
  if (!first) return NONE;
  const pattern = parameterPattern(first);
  if (pattern.type !== "ObjectPattern" && pattern.type !== "Identifier") return undefined;
  const annotation = pattern.typeAnnotation?.typeAnnotation;
  if (annotation && !followsSchema(annotation, pattern)) return undefined;
  return pattern.type === "ObjectPattern" ? destructuredUses(handler, pattern, key) : memberUses(handler, pattern, key);
}

/** `z.infer<typeof schema>`, under a name or not, follows the schema; `{ userId: string }` would still demand the field. */
function followsSchema(type: TSESTree.TypeNode, at: Node): boolean {
  if (type.type === "TSAnyKeyword") return true;
  if (type.type !== "TSTypeReference") return false;
  if (["infer", "output", "input", "TypeOf"].includes(originOf(type)?.path.at(-1) ?? "")) return type.typeArguments?.params[0]?.type === "TSTypeQuery";
  const alias = type.typeName.type === "Identifier" ? (fileOf(at).variableOf(type.typeName.name, at)?.defs[0]?.node as Node | undefined) : undefined;
  return alias?.type === "TSTypeAliasDeclaration" && alias.typeAnnotation.type === "TSTypeReference" && followsSchema(alias.typeAnnotation, alias);
}

function destructuredUses(handler: FunctionNode, pattern: TSESTree.ObjectPattern, key: string): Uses | undefined {
  const file = fileOf(handler);
  const property = pattern.properties.find((candidate): candidate is TSESTree.Property => candidate.type === "Property" && keyName(candidate) === key);
  if (!property) return pattern.properties.some((candidate) => candidate.type === "RestElement") ? undefined : NONE;
  if (property.value.type !== "Identifier") return undefined;
  const local = property.value.name;
  const references = file.variableOf(local, handler.body)?.references ?? [];
  if (references.some((reference) => reference.isWrite() && !reference.init)) return undefined;
  const { body } = handler;
  if (body.type === "BlockStatement") {
    const indent = " ".repeat(body.body[0]?.loc.start.column ?? handler.loc.start.column + 2);
    const inline = body.loc.start.line === body.loc.end.line;
    return {
      places: [],
      replace: (fixer, expression) => [removeElement(fixer, property, file.text), fixer.insertTextAfterRange([body.range[0], body.range[0] + 1], `${inline ? " " : `\n${indent}`}const ${local} = ${bare(expression)};`)],
    };
  }
  const reads = references.filter((reference) => reference.isRead()).map((reference) => reference.identifier as Node);
  return {
    places: reads,
    replace: (fixer, expression) => [removeElement(fixer, property, file.text), ...reads.map((read) => (isShorthand(read) ? fixer.insertTextAfter(read, `: ${bare(expression)}`) : fixer.replaceText(read, fitted(read, expression))))],
  };
}

/** The expression without the parentheses that only operators behind it need. */
function bare(expression: string): string {
  return expression.startsWith("(") && expression.endsWith(")") ? expression.slice(1, -1) : expression;
}

const WHOLE = new Set(["ArrayExpression", "ArrowFunctionExpression", "AssignmentExpression", "Property", "ReturnStatement", "TemplateLiteral", "VariableDeclarator"]);

function fitted(place: Node, expression: string): string {
  const { parent } = place;
  return WHOLE.has(parent?.type ?? "") || (parent?.type === "CallExpression" && parent.callee !== place) ? bare(expression) : expression;
}

function isShorthand(node: Node): boolean {
  return node.parent?.type === "Property" && node.parent.shorthand && node.parent.parent.type === "ObjectExpression";
}

function memberUses(handler: FunctionNode, input: TSESTree.Identifier, key: string): Uses | undefined {
  const members: Node[] = [];
  for (const reference of fileOf(handler).variableOf(input.name, handler.body)?.references ?? []) {
    const identifier = reference.identifier as Node;
    if (reference.init === true || identifier === input) continue;
    const member = identifier.parent;
    // Passed on whole, taken apart or written to: what becomes of the field cannot be told here.
    if (member?.type !== "MemberExpression" || member.object !== identifier || (member.computed && memberName(member) === undefined)) return undefined;
    if (memberName(member) !== key) continue;
    if (isTarget(member)) return undefined;
    members.push(member);
  }
  return members.length === 0 ? NONE : { places: members, replace: (fixer, expression) => members.map((member) => fixer.replaceText(member, fitted(member, expression))) };
}

function isTarget(member: Node): boolean {
  const { parent } = member;
  return (parent?.type === "AssignmentExpression" && parent.left === member) || parent?.type === "UpdateExpression" || (parent?.type === "UnaryExpression" && parent.operator === "delete");
}
