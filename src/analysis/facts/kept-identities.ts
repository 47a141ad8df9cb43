import { variableOf } from "../project/source-file.js";
import { memberName, unwrap, type Node } from "../syntax/expression.js";
import type { IdentityVocabulary } from "./identity.js";

const DEEPEST = 5;

/** Whether a value is the id of a user or a tenant that the module keeps in an object of its own: `session.userId`, where `const session = { … }` stands at its top level. */
export function isKeptIdentity(node: Node, vocabulary: IdentityVocabulary, depth = 0): boolean {
  const value = unwrap(node);
  if (depth > DEEPEST) return false;
  switch (value.type) {
    case "LogicalExpression":
      // session.userId ?? "unknown"
      return isKeptIdentity(value.left, vocabulary, depth + 1);
    case "MemberExpression":
      return vocabulary.classify(memberName(value) ?? "", "certain") !== undefined && isModuleObject(value.object);
    case "Identifier": {
      const definition = variableOf(value)?.defs[0]?.node as Node | undefined;
      return definition?.type === "VariableDeclarator" && definition.parent.kind === "const" && definition.id.type === "Identifier" && definition.init !== null && isKeptIdentity(definition.init, vocabulary, depth + 1);
    }
    default:
      return false;
  }
}

function isModuleObject(node: Node): boolean {
  const name = unwrap(node);
  const declarator = name.type === "Identifier" ? (variableOf(name)?.defs[0]?.node as Node | undefined) : undefined;
  if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier" || !declarator.init || unwrap(declarator.init).type !== "ObjectExpression") return false;
  const { parent } = declarator.parent;
  return parent.type === "Program" || (parent.type === "ExportNamedDeclaration" && parent.parent.type === "Program");
}
