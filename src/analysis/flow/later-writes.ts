import type { TSESTree } from "@typescript-eslint/utils";
import { isGlobal, originOf } from "../origin/origin.js";
import { fileOf, variableOf } from "../project/source-file.js";
import { argumentAt, isNothing, isWithin, memberName, unwrapAwaited, type Node } from "../syntax/expression.js";

const ADDING = new Set(["push", "unshift", "splice"]);

/** Whether more is put into the value of a name after it was made: `table[tool.name] = …`, `list.push(…)`, `Object.assign(table, …)`. */
export function isFilledLater(node: Node): boolean {
  const name = unwrapAwaited(node);
  if (name.type !== "Identifier") return false;
  return (variableOf(name)?.references ?? []).some((reference) => {
    const used = reference.identifier as Node;
    const user = used.parent;
    if (user?.type === "CallExpression") return argumentAt(user, 0) === used && isGlobal(originOf(user.callee), "Object", "assign");
    if (user?.type !== "MemberExpression" || user.object !== used) return false;
    if (user.parent.type === "CallExpression") return user.parent.callee === user && ADDING.has(memberName(user) ?? "");
    return user.parent.type === "AssignmentExpression" && user.parent.left === user;
  });
}

/** What is put into the list behind a name by `list.push(…)` and `list.unshift(…)`; undefined where it is filled in another way too. */
export function addedLater(node: Node): readonly TSESTree.CallExpressionArgument[] | undefined {
  const name = unwrapAwaited(node);
  if (!isFilledLater(name)) return [];
  const added: TSESTree.CallExpressionArgument[] = [];
  for (const { identifier } of variableOf(name as TSESTree.Identifier)?.references ?? []) {
    const member = (identifier as Node).parent;
    if (member?.type === "CallExpression" && isGlobal(originOf(member.callee), "Object", "assign")) return undefined;
    if (member?.type !== "MemberExpression" || member.object !== identifier) continue;
    const call = member.parent;
    if (call.type === "AssignmentExpression" && call.left === member) return undefined;
    if (call.type !== "CallExpression" || call.callee !== member || !ADDING.has(memberName(member) ?? "")) continue;
    if (memberName(member) === "splice") return undefined;
    added.push(...call.arguments);
  }
  return added;
}

/** The assignments to one key of a name's value: `init.method = "POST"`. */
export function laterWrites(node: Node, key: string): TSESTree.AssignmentExpression[] {
  const name = unwrapAwaited(node);
  if (name.type !== "Identifier") return [];
  const file = fileOf(name);
  const variable = variableOf(name);
  return (file.index.memberWrites.get(key) ?? []).filter(({ left }) => {
    const target = left.type === "MemberExpression" ? unwrapAwaited(left.object) : undefined;
    return target?.type === "Identifier" && target.name === name.name && variableOf(target) === variable;
  });
}

/** Whether a variable starts with nothing, to be filled later: `let body = {};`, `let body = null;`. */
export function startsEmpty(init: Node): boolean {
  const value = unwrapAwaited(init);
  return isNothing(value) || (value.type === "ObjectExpression" && value.properties.length === 0);
}

const MOST_WRITES = 4;

/** What is written to a name after its declaration, where that can be told: `try { body = await req.json(); } catch { … }`. */
export function laterValues(name: TSESTree.Identifier): readonly Node[] {
  const writes = (variableOf(name)?.references ?? []).filter((reference) => reference.isWrite() && !reference.init);
  const values = writes.flatMap(({ identifier, writeExpr }) => {
    const value = (identifier as Node).parent?.type === "AssignmentExpression" ? (writeExpr as Node | undefined) : undefined;
    return value && !isWithin(name, value) ? [value] : [];
  });
  return values.length === writes.length && values.length <= MOST_WRITES ? values : [];
}
