import type { TSESLint } from "@typescript-eslint/utils";
import type { Tool } from "../analysis/facts/tools.js";
import { fileOf, returnedFrom } from "../analysis/project/source-file.js";
import { findProperty, isFunction, staticString, unwrap, parameterPattern, type FunctionNode, type Node } from "../analysis/syntax/expression.js";
import { importName } from "./import-name.js";
import { addProperty } from "./object-literal.js";

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/** Lets a person decide before the tool acts, in the framework's own way; `undefined` where that cannot be written here. */
export function askForApproval(tool: Tool): { fix: Fix; idiom: string } | undefined {
  const file = fileOf(tool.node);
  const key = tool.framework.approval.toolKeys[0];
  if (key !== undefined) {
    const { options } = tool;
    if (!options || fileOf(options) !== file || !file.linted) return undefined;
    const existing = findProperty(options, key);
    return { idiom: `${key}: true`, fix: (fixer) => [existing ? fixer.replaceText(existing.value, "true") : addProperty(fixer, options, `${key}: true`, file.text)] };
  }
  const { handler } = tool;
  if (tool.framework.id !== "langchain" || !handler || fileOf(handler) !== file || !file.linted || !returnsText(handler)) return undefined;
  if (handler.body.type !== "BlockStatement") return undefined;
  const { body } = handler;
  const imported = importName(file, "@langchain/langgraph", "interrupt");
  if (!imported || file.variableOf("decision", body) || isShadowed(imported.local, body)) return undefined;
  const [first] = body.body;
  const onOwnLine = first !== undefined && first.loc.start.line > body.loc.start.line;
  const indent = onOwnLine ? " ".repeat(first.loc.start.column) : `${/^[^\S\n]*/u.exec(file.text.split("\n")[body.loc.start.line - 1] ?? "")?.[0] ?? ""}  `;
  const name = tool.name ?? "this tool";
  const input = handler.params[0] && parameterPattern(handler.params[0]);
  const args = input?.type === "Identifier" ? `, args: ${input.name}` : "";
  const text = `\n${indent}const decision: unknown = ${imported.local}({ action: ${JSON.stringify(name)}${args} });\n${indent}if (decision !== "approve") return ${JSON.stringify(`ERROR: ${name} was not approved.`)};`;
  return { idiom: "interrupt()", fix: (fixer) => [...imported.fix(fixer), fixer.insertTextAfterRange([body.range[0], body.range[0] + 1], isTypeScript(file.path) ? text : text.replace(": unknown", ""))] };
}

/** Whether a name means something else inside of a function than at the top of its file. */
function isShadowed(name: string, body: Node): boolean {
  const file = fileOf(body);
  return file.variableOf(name, body) !== file.variableOf(name, file.ast);
}

function isTypeScript(path: string): boolean {
  return /\.[cm]?tsx?$/u.test(path);
}

/** Whether an ERROR string fits among what the handler returns. */
function returnsText(handler: FunctionNode): boolean {
  const returned = returnedFrom(handler);
  return returned.length === 0 ? false : returned.some((value) => isText(value));
}

function isText(node: Node): boolean {
  const value = unwrap(node);
  if (isFunction(value)) return false;
  return value.type === "TemplateLiteral" || staticString(value) !== undefined || (value.type === "CallExpression" && value.callee.type === "MemberExpression" && value.callee.property.type === "Identifier" && ["stringify", "toString", "join", "text", "slice"].includes(value.callee.property.name));
}
