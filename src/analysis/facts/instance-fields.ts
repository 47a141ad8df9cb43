import type { TSESTree } from "@typescript-eslint/utils";
import { superClassOf } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { enclosingFunction, keyName, memberName, ownerOfThis, unwrapAwaited, type CallNode, type ClassNode, type Node } from "../syntax/expression.js";
import { lookUp } from "./options.js";
import { definitionIn, type Frame } from "./reach.js";

interface Value {
  readonly node: Node;
  readonly frame: Frame | undefined;
}

/** How far up a class is followed. */
const DEEPEST = 6;

/**
 * What `this.headers` is in a method of a class that is entered, where one of its constructors says so: its own, or that of a base
 * class with what `super(…)` hands it. `undefined` where another method writes the field, or the constructor only under a condition.
 */
export function fieldIn(member: Node, frame: Frame): Value | undefined {
  const field = unwrapAwaited(member);
  const name = field.type === "MemberExpression" && isFieldOfThis(field) ? memberName(field) : undefined;
  if (name === undefined || !frame.self) return undefined;
  let given: { readonly call: CallNode; readonly caller: Frame } | undefined;
  let at: ClassNode | undefined = frame.self;
  for (let steps = 0; at && steps < DEEPEST; steps += 1, at = superClassOf(at)) {
    const made = constructorOf(at);
    const inside: Frame | undefined = made && { fn: made, call: given?.call, caller: given?.caller, self: frame.self };
    const [write, ...others] = writesOf(at, name);
    if (write) return inside && others.length === 0 && isStatementOf(write, inside) ? valueOf(write.right, inside) : undefined;
    const initial = initialOf(at, name);
    if (initial) return { node: initial, frame: undefined };
    const handed = inside && superCallIn(inside);
    if (inside && !handed) return undefined;
    if (inside && handed) given = { call: handed, caller: inside };
  }
  return undefined;
}

/** `this.headers`. */
export function isFieldOfThis(node: Node): boolean {
  const value = unwrapAwaited(node);
  return value.type === "MemberExpression" && value.object.type === "ThisExpression";
}

function valueOf(node: Node, frame: Frame): Value | undefined {
  const value = unwrapAwaited(node);
  const name = value.type === "MemberExpression" ? memberName(value) : undefined;
  if (value.type !== "MemberExpression" || name === undefined) return definitionIn(value, frame);
  const found = lookUp(value.object, name, frame);
  return found === "unknown" || found === undefined ? undefined : definitionIn(found.node, found.frame);
}

function constructorOf(owner: ClassNode): Frame["fn"] | undefined {
  const made = owner.body.body.find((member): member is TSESTree.MethodDefinition => member.type === "MethodDefinition" && member.kind === "constructor");
  return made?.value.type === "FunctionExpression" ? made.value : undefined;
}

function superCallIn({ fn }: Frame): CallNode | undefined {
  return fileOf(fn).index.bodies.get(fn)?.calls.find((call) => call.callee.type === "Super");
}

function writesOf(owner: ClassNode, name: string): readonly TSESTree.AssignmentExpression[] {
  return (fileOf(owner).index.memberWrites.get(name) ?? []).filter(({ left }) => left.type === "MemberExpression" && left.object.type === "ThisExpression" && ownerOfThis(left) === owner);
}

function isStatementOf(write: TSESTree.AssignmentExpression, { fn }: Frame): boolean {
  return write.operator === "=" && enclosingFunction(write) === fn && write.parent.type === "ExpressionStatement" && write.parent.parent === fn.body;
}

function initialOf(owner: ClassNode, name: string): Node | undefined {
  const field = owner.body.body.find((member): member is TSESTree.PropertyDefinition => member.type === "PropertyDefinition" && keyName(member) === name);
  return field?.value ?? undefined;
}
