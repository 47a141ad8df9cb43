import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Swallowing } from "../analysis/facts/interrupts.js";
import { fileOf } from "../analysis/project/source-file.js";
import { importName } from "./import-name.js";

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/** Lets what pauses a run through a catch: `if (isGraphBubbleUp(error)) throw error;` as its first statement. */
export function rethrowInterrupt(catching: Swallowing): Fix | undefined {
  const file = fileOf(catching);
  const imported = importName(file, "@langchain/langgraph", "isGraphBubbleUp");
  const param = catching.type === "CatchClause" ? (catching.param ?? undefined) : catching.params[0];
  if (!imported || !file.linted || (param && param.type !== "Identifier")) return undefined;
  const name = param?.name ?? "error";
  const { body } = catching;
  if (!param && file.variableOf(name, body)) return undefined;
  const rethrow = `if (${imported.local}(${name})) throw ${name};`;
  if (body.type !== "BlockStatement") return catching.type === "ArrowFunctionExpression" ? (fixer) => [...imported.fix(fixer), fixer.replaceText(catching, blockOf(catching, name, rethrow))] : undefined;
  const parameter = parameterBefore(catching, name);
  if (!param && !parameter) return undefined;
  const indent = " ".repeat(body.body[0]?.loc.start.column ?? catching.loc.start.column + 2);
  const open = body.range[0] + 1;
  return (fixer) => [
    ...imported.fix(fixer),
    ...(param || !parameter ? [] : [parameter(fixer)]),
    fixer.insertTextAfterRange([body.range[0], open], `\n${indent}${rethrow}`),
  ];
}

/** Gives a catch that takes no failure a name for it; `undefined` where there is no place for one. */
function parameterBefore(catching: Swallowing, name: string): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | undefined {
  if (catching.type === "CatchClause") return (fixer) => fixer.insertTextBefore(catching.body, `(${name}) `);
  const head = fileOf(catching).text.slice(catching.range[0], catching.body.range[0]);
  const open = head.indexOf("()");
  return open < 0 ? undefined : (fixer) => fixer.insertTextAfterRange([catching.range[0], catching.range[0] + open + 1], name);
}

/** `() => []` with a body of statements: `(error) => { …; return []; }`. */
function blockOf(callback: TSESTree.ArrowFunctionExpression, name: string, rethrow: string): string {
  const text = fileOf(callback).text.slice(...callback.range);
  const arrow = text.lastIndexOf("=>", callback.body.range[0] - callback.range[0]);
  const head = callback.params.length > 0 ? text.slice(0, arrow).trimEnd() : text.slice(0, arrow).trimEnd().replace("()", `(${name})`);
  return `${head} => { ${rethrow} return ${text.slice(arrow + 2).trim()}; }`;
}
