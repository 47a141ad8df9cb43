import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { fileOf } from "../analysis/project/source-file.js";
import { importName } from "./import-name.js";

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/** Lets what pauses a run through a catch: `if (isGraphBubbleUp(error)) throw error;` as its first statement. */
export function rethrowInterrupt(handler: TSESTree.CatchClause): Fix | undefined {
  const file = fileOf(handler);
  const imported = importName(file, "@langchain/langgraph", "isGraphBubbleUp");
  if (!imported || !file.linted) return undefined;
  const { param, body } = handler;
  if (param && param.type !== "Identifier") return undefined;
  const name = param?.name ?? "error";
  if (!param && file.variableOf(name, body)) return undefined;
  const indent = " ".repeat(body.body[0]?.loc.start.column ?? handler.loc.start.column + 2);
  const open = body.range[0] + 1;
  return (fixer) => [
    ...imported.fix(fixer),
    ...(param ? [] : [fixer.insertTextBefore(body, `(${name}) `)]),
    fixer.insertTextAfterRange([body.range[0], open], `\n${indent}if (${imported.local}(${name})) throw ${name};`),
  ];
}
