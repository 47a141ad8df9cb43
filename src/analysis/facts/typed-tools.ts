import type { TSESTree } from "@typescript-eslint/utils";
import type { Framework, ToolType } from "../frameworks/framework.js";
import { frameworks } from "../frameworks/registry.js";
import { importedName } from "../origin/exports.js";
import { isExport, originOf } from "../origin/origin.js";
import { returnedFrom, type SourceFile } from "../project/source-file.js";
import { bindingOf, isFunction, type Node } from "../syntax/expression.js";
import { elementsOf, entriesOf, type Listed } from "./listed-tools.js";
import { declaredToolOf, type Tool } from "./tools.js";

const TYPES = frameworks.flatMap((framework) => (framework.toolTypes ?? []).map((type) => ({ framework, type })));
const NAMES = new Set(TYPES.map(({ type }) => type.name));

type Imported = TSESTree.ImportSpecifier & { readonly local: TSESTree.Identifier };

/** Objects that their type says to be tools: `const find: Tool = { … }`, `[…] satisfies Tool[]`, `(): ToolSet => ({ … })`. */
export function findTypedTools(file: SourceFile): Tool[] {
  return importsOf(file).flatMap((specifier) => {
    const known = toolType(specifier);
    if (!known) return [];
    const uses = file.declaredBy(specifier).flatMap(({ references }) => references.map(({ identifier }): Node => identifier as TSESTree.Identifier));
    return uses.flatMap((name) => (name.parent?.type === "TSTypeReference" && name.parent.typeName === name ? listedUnder(name.parent, known.type.record ? "record" : "tool") : [])).flatMap(({ node, key }) => declaredToolOf(node, known.framework, key) ?? []);
  });
}

/** The names that are imported as such types are called. */
function importsOf(file: SourceFile): readonly Imported[] {
  return file.ast.body.flatMap((statement) => (statement.type === "ImportDeclaration" ? statement.specifiers.flatMap((specifier) => (specifier.type === "ImportSpecifier" && NAMES.has(importedName(specifier)) ? [specifier] : [])) : []));
}

function toolType(specifier: Imported): { readonly framework: Framework; readonly type: ToolType } | undefined {
  const origin = originOf(specifier.local);
  return TYPES.find(({ type }) => isExport(origin, type.modules, [type.name]));
}

type Shape = "tool" | "list" | "record";

/** What a type is said of, and what of it are tools. */
function listedUnder(type: Node, shape: Shape): readonly Listed[] {
  const { parent } = type;
  switch (parent?.type) {
    case "TSArrayType":
      return shape === "tool" ? listedUnder(parent, "list") : [];
    // `readonly Tool[]`
    case "TSTypeOperator":
      return listedUnder(parent, shape);
    case "TSTypeParameterInstantiation":
      return listedUnderGeneric(parent, type, shape);
    case "TSTypeAnnotation":
      return valuesOf(parent).flatMap((value) => toolsIn(value, shape));
    case "TSSatisfiesExpression":
    case "TSAsExpression":
      return toolsIn(parent.expression, shape);
    default:
      return [];
  }
}

/** `Array<Tool>`, `Record<string, Tool>`, `Promise<Tool[]>`. */
function listedUnderGeneric(types: TSESTree.TSTypeParameterInstantiation, type: Node, shape: Shape): readonly Listed[] {
  const generic: Node = types.parent;
  if (generic.type !== "TSTypeReference" || generic.typeName.type !== "Identifier") return [];
  switch (generic.typeName.name) {
    case "Array":
    case "ReadonlyArray":
      return shape === "tool" ? listedUnder(generic, "list") : [];
    case "Record":
      return shape === "tool" && types.params[1] === type ? listedUnder(generic, "record") : [];
    case "Promise":
    case "Readonly":
      return listedUnder(generic, shape);
    default:
      return [];
  }
}

function valuesOf(annotation: TSESTree.TSTypeAnnotation): readonly Node[] {
  const annotated: Node = annotation.parent;
  if (isFunction(annotated)) return annotated.returnType === annotation ? returnedFrom(annotated) : [];
  if (annotated.type === "PropertyDefinition") return annotated.value ? [annotated.value] : [];
  const declarator = annotated.parent;
  return declarator?.type === "VariableDeclarator" && declarator.id === annotated && declarator.init ? [declarator.init] : [];
}

function toolsIn(value: Node, shape: Shape): readonly Listed[] {
  if (shape === "tool") return [{ node: value, key: bindingOf(value) }];
  return shape === "list" ? elementsOf(value) : entriesOf(value);
}
