import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { SchemaField } from "../analysis/facts/schemas.js";
import type { Tool } from "../analysis/facts/tools.js";
import { fileOf } from "../analysis/project/source-file.js";
import { isFunction, isWithin, keyName, memberName, parameterPattern, type FunctionNode, type Node } from "../analysis/syntax/expression.js";
import { removeProperty } from "./object-literal.js";

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/**
 * Removes a field from a tool's schema and reads it from the run's trusted context instead.
 * `undefined` where the edit would not surely compile: a shared or distant schema, a handler out of sight, an annotated input.
 */
export function readFromContext(tool: Tool, field: SchemaField): { fix: Fix; expression: string } | undefined {
  const { handler } = tool;
  const file = fileOf(field.node);
  if (!handler || !file.linted || fileOf(handler) !== file || field.path.length !== 1 || tool.form === "class") return undefined;
  if (!isWithin(field.node, tool.node) && countReferences(field.node) > 1) return undefined;
  const context = contextParameter(handler, tool);
  if (!context) return undefined;
  const expression = tool.framework.context.identity.replace("$", context.name).replace("KEY", field.key);
  const uses = usesOf(handler, field.key, expression, file.text);
  if (!uses) return undefined;
  return { expression, fix: (fixer) => [removeProperty(fixer, field.node, file.text), ...context.fix(fixer), ...uses(fixer)] };
}

/** How often the constant that holds the schema is used: other users keep the field. */
function countReferences(node: Node): number {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (at.type === "VariableDeclarator" && at.id.type === "Identifier") {
      const variable = fileOf(at).variableOf(at.id.name, at);
      const exported = at.parent.parent.type === "ExportNamedDeclaration";
      // A type query (`z.infer<typeof schema>`) follows the change by itself.
      return (exported ? 1 : 0) + (variable?.references.filter((reference) => reference.isRead() && reference.isTypeReference !== true).length ?? 9);
    }
    if (isFunction(at)) return 9;
  }
  return 9;
}

function contextParameter(handler: FunctionNode, tool: Tool): { name: string; fix: Fix } | undefined {
  const index = tool.contextParameter;
  const existing = handler.params[index];
  if (existing) {
    const pattern = parameterPattern(existing);
    return pattern.type === "Identifier" ? { name: pattern.name, fix: () => [] } : undefined;
  }
  const last = handler.params.at(-1);
  const name = tool.framework.context.parameterName;
  if (!last || handler.params.length !== index || fileOf(handler).variableOf(name, handler.body)) return undefined;
  // `x => …` has no parentheses to add a parameter to.
  const source = fileOf(handler).text;
  const bare = handler.type === "ArrowFunctionExpression" && last.type === "Identifier" && !source.slice(handler.range[0], last.range[0]).includes("(");
  return { name, fix: (fixer) => (bare ? [fixer.insertTextBefore(last, "("), fixer.insertTextAfter(last, `, ${name})`)] : [fixer.insertTextAfter(last, `, ${name}`)]) };
}

/** Replaces what the handler did with the field. */
function usesOf(handler: FunctionNode, key: string, expression: string, source: string): Fix | undefined {
  const first = handler.params[0];
  if (!first) return () => [];
  const pattern = parameterPattern(first);
  if (pattern.type !== "ObjectPattern" && pattern.type !== "Identifier") return undefined;
  const annotation = pattern.typeAnnotation?.typeAnnotation;
  // `{ userId: string }` written out would still demand the field; a type query follows the schema.
  if (annotation && annotation.type !== "TSTypeReference" && annotation.type !== "TSAnyKeyword") return undefined;
  return pattern.type === "ObjectPattern" ? destructuredUses(handler, pattern, key, expression, source) : memberUses(handler, pattern, key, expression);
}

function destructuredUses(handler: FunctionNode, pattern: TSESTree.ObjectPattern, key: string, expression: string, source: string): Fix | undefined {
  const property = pattern.properties.find((candidate): candidate is TSESTree.Property => candidate.type === "Property" && keyName(candidate) === key);
  if (!property) return pattern.properties.some((candidate) => candidate.type === "RestElement") ? undefined : () => [];
  if (property.value.type !== "Identifier") return undefined;
  const local = property.value.name;
  if (handler.body.type === "BlockStatement") {
    const { body } = handler;
    const indent = " ".repeat(body.body[0]?.loc.start.column ?? handler.loc.start.column + 2);
    return (fixer) => [removeProperty(fixer, property, source), fixer.insertTextAfterRange([body.range[0], body.range[0] + 1], `\n${indent}const ${local} = ${expression};`)];
  }
  const variable = fileOf(handler).variableOf(local, handler.body);
  const reads = variable?.references.filter((reference) => reference.isRead()).map((reference) => reference.identifier as Node) ?? [];
  return (fixer) => [removeProperty(fixer, property, source), ...reads.map((read) => (isShorthand(read) ? fixer.insertTextAfter(read, `: ${expression}`) : fixer.replaceText(read, expression)))];
}

function isShorthand(node: Node): boolean {
  return node.parent?.type === "Property" && node.parent.shorthand && node.parent.parent.type === "ObjectExpression";
}

function memberUses(handler: FunctionNode, input: TSESTree.Identifier, key: string, expression: string): Fix | undefined {
  const variable = fileOf(handler).variableOf(input.name, handler.body);
  const members: Node[] = [];
  for (const reference of variable?.references ?? []) {
    const member = (reference.identifier as Node).parent;
    if (member?.type !== "MemberExpression" || member.object !== (reference.identifier as Node)) continue;
    if (memberName(member) === key) members.push(member);
  }
  return (fixer) => members.map((member) => fixer.replaceText(member, expression));
}
