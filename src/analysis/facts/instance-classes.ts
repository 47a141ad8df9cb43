import type { TSESTree } from "@typescript-eslint/utils";
import { declaredResult, declaredType } from "../origin/declared-type.js";
import { definitionOf, functionOf, memberOfClass } from "../origin/value.js";
import { fileOf, returnedFrom, variableOf } from "../project/source-file.js";
import { enclosingClass, isClass, keyName, memberName, ownerOfThis, parameterPattern, unwrapAwaited, type CallNode, type ClassNode, type FunctionNode, type Node } from "../syntax/expression.js";

/** The project's class that a definition is an instance of: made with `new` or by a function that makes one, or annotated. */
export function classOfInstance(definition: Node): ClassNode | undefined {
  if (definition.type === "NewExpression") {
    const owner = definitionOf(definition.callee);
    return isClass(owner) ? owner : undefined;
  }
  if (definition.type === "CallExpression") return classMadeBy(definition);
  if (isClass(definition)) return definition;
  if (definition.type === "MemberExpression") return definition.object.type === "ThisExpression" ? annotatedField(definition) : classOfType(declaredType(definition));
  if (definition.type !== "Identifier") return undefined;
  const annotation = variableOf(definition)?.defs[0]?.name as Node | undefined;
  return annotation && annotatedClass(annotation);
}

/** `new Mailer().tool`, `this.tool`: what a class of the project puts into a field of its own, where that is written down once. */
export function fieldOfInstance(member: TSESTree.MemberExpression): Node | undefined {
  const name = memberName(member);
  const owner = name === undefined ? undefined : member.object.type === "ThisExpression" ? ownerOfThis(member) : classOfInstance(definitionOf(member.object));
  if (!owner) return undefined;
  const initial = owner.body.body.flatMap((entry) => (entry.type === "PropertyDefinition" && !entry.static && keyName(entry) === name && entry.value ? [entry.value] : []));
  const written = (fileOf(owner).index.memberWrites.get(name ?? "") ?? []).filter(({ left }) => left.type === "MemberExpression" && left.object.type === "ThisExpression" && ownerOfThis(left) === owner);
  const values = [...initial, ...written.map(({ right }) => right)];
  return values.length === 1 ? values[0] : undefined;
}

/** `new Mailer().makeTool`: the method of a class of the project. */
export function methodOfInstance(callee: Node): FunctionNode | undefined {
  const member = unwrapAwaited(callee);
  const owner = member.type === "MemberExpression" ? classOfInstance(definitionOf(member.object)) : undefined;
  const method = owner && member.type === "MemberExpression" ? memberOfClass(owner, memberName(member) ?? "") : undefined;
  return method && functionOf(method);
}

/** `Mailer.getInstance()`, `makeMailer()`: what a function of the project says that it gives, or makes on every way out. */
function classMadeBy(call: CallNode): ClassNode | undefined {
  const callee = unwrapAwaited(call.callee);
  const holder = callee.type === "MemberExpression" ? definitionOf(callee.object) : undefined;
  const maker = isClass(holder) && callee.type === "MemberExpression" ? memberOfClass(holder, memberName(callee) ?? "") : callee;
  const fn = maker && functionOf(maker);
  const type = fn ? fn.returnType?.typeAnnotation : declaredResult(callee);
  if (type) return classNamed(type);
  const made = returnedFrom(fn).map((each) => {
    const value = definitionOf(each);
    const owner = value.type === "NewExpression" ? definitionOf(value.callee) : undefined;
    return isClass(owner) ? owner : undefined;
  });
  return made.every((owner) => owner === made[0]) ? made[0] : undefined;
}

function classOfType(type: TSESTree.TypeNode | undefined): ClassNode | undefined {
  return type && classNamed(type);
}

function annotatedField(member: TSESTree.MemberExpression): ClassNode | undefined {
  const name = memberName(member);
  for (const entry of enclosingClass(member)?.body.body ?? []) {
    if (entry.type === "PropertyDefinition" && keyName(entry) === name) return annotatedClass(entry);
    if (entry.type !== "MethodDefinition" || entry.kind !== "constructor") continue;
    for (const parameter of entry.value.params) {
      const pattern = parameterPattern(parameter);
      if (parameter.type === "TSParameterProperty" && pattern.type === "Identifier" && pattern.name === name) return annotatedClass(pattern);
    }
  }
  return undefined;
}

function annotatedClass(pattern: Node): ClassNode | undefined {
  const annotation = "typeAnnotation" in pattern ? pattern.typeAnnotation : undefined;
  return annotation?.type === "TSTypeAnnotation" ? classNamed(annotation.typeAnnotation) : undefined;
}

function classNamed(type: TSESTree.TypeNode): ClassNode | undefined {
  const name = type.type === "TSTypeReference" ? type.typeName : undefined;
  const owner = name?.type === "Identifier" ? definitionOf(name) : undefined;
  return isClass(owner) ? owner : undefined;
}
