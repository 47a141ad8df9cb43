import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { SourceFile } from "../analysis/project/source-file.js";

/** The local name of an export, and the fix that imports it where it is not imported yet. */
export function importName(file: SourceFile, module: string, name: string): { local: string; fix: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[] } | undefined {
  const imports = file.ast.body.filter((statement): statement is TSESTree.ImportDeclaration => statement.type === "ImportDeclaration");
  const declarations = imports.filter((statement) => statement.source.value === module && statement.importKind !== "type");
  for (const declaration of declarations) {
    for (const specifier of declaration.specifiers) {
      if (specifier.type === "ImportSpecifier" && specifier.imported.type === "Identifier" && specifier.imported.name === name && specifier.importKind !== "type") return { local: specifier.local.name, fix: () => [] };
    }
  }
  // Another thing of that name is in use: an import would clash with it.
  if (file.variableOf(name, file.ast)) return undefined;
  const named = declarations.find((declaration) => declaration.specifiers.some((specifier) => specifier.type === "ImportSpecifier"));
  const last = named?.specifiers.at(-1);
  if (last) return { local: name, fix: (fixer) => [fixer.insertTextAfter(last, `, ${name}`)] };
  const first = file.ast.body[0];
  if (!first || imports.length === 0) return undefined;
  const anchor = imports.at(-1);
  return anchor && { local: name, fix: (fixer) => [fixer.insertTextAfter(anchor, `\nimport { ${name} } from "${module}";`)] };
}
