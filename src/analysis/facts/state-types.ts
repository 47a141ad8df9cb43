import type { TSESTree } from "@typescript-eslint/utils";
import { namedType, withoutNothing } from "../origin/declared-type.js";
import { isExport, matchesModule, originOf } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import { fileOf, returnedFrom, variableOf } from "../project/source-file.js";
import { keyName, memberName, parameterPattern, type FunctionNode, type Node } from "../syntax/expression.js";

const LANGGRAPH = ["@langchain/langgraph", "@langchain/langgraph/*"];
const DEEPEST = 4;
/** What a file says that gives the state of a graph a name. */
const STATE_NAME = /\btypeof\s+[\w$]+\.(?:State|Update)\b/u;
const namesState = (text: string): boolean => STATE_NAME.test(text);

/**
 * Whether a function of this file has the signature of a node: it is handed the whole state of a graph, and gives back an update
 * of it. One that the file itself calls is a part of what calls it, and one that it keeps may be anything.
 */
export function isTypedAsNode(fn: FunctionNode): boolean {
  const [state] = fn.params;
  const type = state && annotationOf(parameterPattern(state));
  const name = nameOf(fn);
  // const plan: GraphNode<typeof State> = async (state) => …
  const own = name && fn.type !== "FunctionDeclaration" ? annotationOf(name) : undefined;
  if (own?.type === "TSTypeReference" && isExport(originOf(own), LANGGRAPH, ["GraphNode"])) return true;
  if (type === undefined || fn.params.length > 2) return false;
  return (name ? isHandedOut(name) : isPublicMember(fn)) && isState(type, 0) && givesUpdate(fn);
}

/** `execute = async (state: typeof State.State) => …` in a class that other files get, and that does not call it itself. */
function isPublicMember(fn: FunctionNode): boolean {
  const member = fn.parent;
  if ((member.type !== "PropertyDefinition" && (member.type !== "MethodDefinition" || member.kind !== "method")) || member.static) return false;
  if (member.key.type === "PrivateIdentifier" || member.accessibility === "private" || member.accessibility === "protected") return false;
  const owner = member.parent.parent;
  const name = keyName(member);
  const isCalled = fileOf(fn).index.calls.some(({ callee }) => callee.type === "MemberExpression" && callee.object.type === "ThisExpression" && memberName(callee) === name);
  if (name === undefined || isCalled) return false;
  return owner.parent.type === "ExportNamedDeclaration" || owner.parent.type === "ExportDefaultDeclaration" || (owner.id !== null && isExportedByName(owner.id));
}

function isExportedByName(name: TSESTree.Identifier): boolean {
  return (variableOf(name)?.references ?? []).some(({ identifier }) => {
    const { parent } = identifier as Node;
    return parent?.type === "ExportSpecifier" || parent?.type === "ExportDefaultDeclaration";
  });
}

function annotationOf(pattern: Node): TSESTree.TypeNode | undefined {
  const annotation = "typeAnnotation" in pattern ? pattern.typeAnnotation : undefined;
  return annotation?.type === "TSTypeAnnotation" ? annotation.typeAnnotation : undefined;
}

function nameOf(fn: FunctionNode): TSESTree.Identifier | undefined {
  if (fn.type === "FunctionDeclaration") return fn.id ?? undefined;
  return fn.parent.type === "VariableDeclarator" && fn.parent.init === fn && fn.parent.id.type === "Identifier" ? fn.parent.id : undefined;
}

/** `typeof PlanAnnotation.State`, in place or under a name. */
function isState(type: TSESTree.TypeNode, depth: number): boolean {
  return isOfAnnotation(type, ["State"], depth);
}

function isOfAnnotation(type: TSESTree.TypeNode, members: readonly string[], depth: number): boolean {
  if (depth > DEEPEST) return false;
  if (type.type === "TSTypeQuery") return type.exprName.type === "TSQualifiedName" && members.includes(type.exprName.right.name) && type.exprName.left.type === "Identifier" && isAnnotation(type.exprName.left);
  const declaration = type.type === "TSTypeReference" && type.typeName.type === "Identifier" ? namedType(type.typeName, namesState) : undefined;
  return declaration?.type === "TSTypeAliasDeclaration" && isOfAnnotation(declaration.typeAnnotation, members, depth + 1);
}

/** `Annotation.Root({ … })`, `new StateSchema({ … })`, or one that the package exports: `MessagesAnnotation`. */
function isAnnotation(name: TSESTree.Identifier): boolean {
  const origin = originOf(name);
  if (origin?.module !== undefined && matchesModule(origin.module, LANGGRAPH) && origin.path.at(-1) === "MessagesAnnotation") return true;
  const made = definitionOf(name);
  if (made.type !== "CallExpression" && made.type !== "NewExpression") return false;
  return isExport(originOf(made.callee), LANGGRAPH, made.type === "NewExpression" ? ["StateSchema"] : ["Annotation", "Root"]);
}

/** Whether other files get a function, and this one never calls it. */
function isHandedOut(name: TSESTree.Identifier): boolean {
  const places = (variableOf(name)?.references ?? []).map(({ identifier }) => identifier as Node);
  if (places.some(({ parent }) => parent?.type === "CallExpression" && places.includes(parent.callee))) return false;
  const statement = name.parent.type === "VariableDeclarator" ? name.parent.parent : name.parent;
  return statement.parent?.type === "ExportNamedDeclaration" || statement.parent?.type === "ExportDefaultDeclaration" || places.some(({ parent }) => parent?.type === "ExportSpecifier" || parent?.type === "ExportDefaultDeclaration");
}

/** Whether what a function gives back can be an update of the state: by its type, or where it has none by what it returns. */
function givesUpdate(fn: FunctionNode): boolean {
  const type = fn.returnType?.typeAnnotation;
  if (type) return isUpdate(type, 0);
  const returned = returnedFrom(fn);
  return returned.length > 0 && returned.every((node) => isUpdateValue(definitionOf(node)));
}

function isUpdate(written: TSESTree.TypeNode, depth: number): boolean {
  const type = withoutNothing(written);
  if (depth > DEEPEST) return false;
  if (type.type === "TSTypeLiteral") return true;
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return isOfAnnotation(type, ["State", "Update"], depth);
  const [inner] = type.typeArguments?.params ?? [];
  if (type.typeName.name === "Promise") return inner !== undefined && isUpdate(inner, depth + 1);
  if (type.typeName.name === "Partial") return inner !== undefined;
  if (isExport(originOf(type), LANGGRAPH, ["Command"])) return true;
  const declaration = namedType(type.typeName, namesState);
  return declaration?.type === "TSInterfaceDeclaration" || (declaration?.type === "TSTypeAliasDeclaration" && isUpdate(declaration.typeAnnotation, depth + 1));
}

function isUpdateValue(value: Node): boolean {
  return value.type === "ObjectExpression" || (value.type === "NewExpression" && isExport(originOf(value.callee), LANGGRAPH, ["Command"]));
}
