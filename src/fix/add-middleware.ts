import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { fileOf } from "../analysis/project/source-file.js";
import { findProperty } from "../analysis/syntax/expression.js";
import { importName } from "./import-name.js";
import { addProperty } from "./object-literal.js";

/** Puts a middleware of `langchain` that needs no options at the end of an agent's list; `undefined` where the list is not written down. */
export function addMiddleware(options: TSESTree.ObjectExpression, name: string): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]) | undefined {
  const file = fileOf(options);
  const imported = importName(file, "langchain", name);
  const list = findProperty(options, "middleware")?.value;
  if (!imported || options.properties.some((property) => property.type === "SpreadElement")) return undefined;
  if (!list) return (fixer) => [...imported.fix(fixer), addProperty(fixer, options, `middleware: [${imported.local}()]`, file.text)];
  if (list.type !== "ArrayExpression") return undefined;
  const last = list.elements.at(-1);
  if (last === null) return undefined;
  return (fixer) => [...imported.fix(fixer), last ? fixer.insertTextAfter(last, `, ${imported.local}()`) : fixer.replaceText(list, `[${imported.local}()]`)];
}
