import type { TSESTree } from "@typescript-eslint/utils";
import { declaredResult, declaredType } from "../origin/declared-type.js";
import { fieldOfClass } from "../origin/origin.js";
import { definitionOf, functionOf, memberOfClass } from "../origin/value.js";
import { returnedFrom } from "../project/source-file.js";
import { isClass, memberName, ownerOfThis, unwrapAwaited, type CallNode, type ClassNode, type FunctionNode, type Node } from "../syntax/expression.js";

/** The project's class that a definition is an instance of: made with `new` or by a function that makes one, or annotated. */
export function classOfInstance(definition: Node): ClassNode | undefined {
  if (definition.type === "NewExpression") {
    const owner = definitionOf(definition.callee);
    return isClass(owner) ? owner : undefined;
  }
  if (definition.type === "CallExpression") return classMadeBy(definition);
  if (isClass(definition)) return definition;
  const type = declaredType(definition);
  return type && classNamed(type);
}

/** `new Mailer().tool`, `this.tool`: what a class of the project puts into a field of its own, where that is written down once. */
export function fieldOfInstance(member: TSESTree.MemberExpression): Node | undefined {
  const name = memberName(member);
  const owner = name === undefined ? undefined : member.object.type === "ThisExpression" ? ownerOfThis(member) : classOfInstance(definitionOf(member.object));
  return owner && name !== undefined ? fieldOfClass(owner, name) : undefined;
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

function classNamed(type: TSESTree.TypeNode): ClassNode | undefined {
  const name = type.type === "TSTypeReference" ? type.typeName : undefined;
  const owner = name?.type === "Identifier" ? definitionOf(name) : undefined;
  return isClass(owner) ? owner : undefined;
}
