import type { TSESTree } from "@typescript-eslint/utils";

export type Node = TSESTree.Node;
export type FunctionNode = TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;
export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

/** Removes what TypeScript and parentheses put around an expression without changing its value. */
export function unwrap(node: Node): Node {
  let inner: Node = node;
  for (;;) {
    switch (inner.type) {
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSNonNullExpression":
      case "TSTypeAssertion":
      case "TSInstantiationExpression":
      case "ChainExpression":
        inner = inner.expression;
        break;
      case "SequenceExpression": {
        // `(0, tools.tool)(…)`: the last one is the value.
        const last = inner.expressions.at(-1);
        if (last === undefined) return inner;
        inner = last;
        break;
      }
      default:
        // Some parsers keep parentheses as a node of their own, which the ESTree types do not know.
        if ((inner.type as string) === "ParenthesizedExpression") {
          inner = (inner as unknown as { expression: Node }).expression;
          break;
        }
        return inner;
    }
  }
}

/** Like `unwrap`, and through `await` as well: the value that the expression comes to. */
export function unwrapAwaited(node: Node): Node {
  let inner = unwrap(node);
  while (inner.type === "AwaitExpression") inner = unwrap(inner.argument);
  return inner;
}

/** The outermost expression that has the same value as `node`: the reverse of `unwrapAwaited`. */
export function wrapped(node: Node): Node {
  let outer = node;
  for (;;) {
    const parent = outer.parent;
    if (parent === undefined || unwrapAwaited(parent) === parent || unwrapAwaited(parent) !== unwrapAwaited(outer)) return outer;
    outer = parent;
  }
}

export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return node?.type === "ArrowFunctionExpression" || node?.type === "FunctionExpression" || node?.type === "FunctionDeclaration";
}

export function isClass(node: Node | null | undefined): node is ClassNode {
  return node?.type === "ClassDeclaration" || node?.type === "ClassExpression";
}

/** The text of a string that is written down: a literal, or a template without holes. */
export function staticString(node: Node | null | undefined): string | undefined {
  if (!node) return undefined;
  const inner = unwrap(node);
  if (inner.type === "Literal" && typeof inner.value === "string") return inner.value;
  if (inner.type === "TemplateLiteral" && inner.expressions.length === 0) return inner.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** The name of a property, where it is written down: `a`, `"a"`, `["a"]`. */
export function keyName(node: { key: Node; computed?: boolean }): string | undefined {
  if (!node.computed) {
    if (node.key.type === "Identifier") return node.key.name;
    if (node.key.type === "PrivateIdentifier") return `#${node.key.name}`;
    if (node.key.type === "Literal") return String(node.key.value);
  }
  return staticString(node.key);
}

/** The name behind the dot: `a.b`, `a["b"]`, `a?.b`. */
export function memberName(node: TSESTree.MemberExpression): string | undefined {
  if (!node.computed) return node.property.type === "PrivateIdentifier" ? `#${node.property.name}` : node.property.name;
  if (node.property.type === "Literal" && typeof node.property.value === "number") return String(node.property.value);
  return staticString(node.property);
}

/** The property of an object literal with that name; the last one wins, as at run time. Does not look into spreads. */
export function findProperty(object: TSESTree.ObjectExpression, name: string): TSESTree.Property | undefined {
  for (let i = object.properties.length - 1; i >= 0; i -= 1) {
    const property = object.properties[i];
    if (property?.type === "Property" && keyName(property) === name) return property;
  }
  return undefined;
}

/** The nearest node above that satisfies the question, up to but not beyond `stop`. */
export function findAncestor<Found extends Node>(node: Node, question: (candidate: Node) => candidate is Found, stop?: Node): Found | undefined {
  for (let at = node.parent; at && at !== stop; at = at.parent) if (question(at)) return at;
  return undefined;
}

/** The `try` statements around a place, from the inside out, up to but not beyond `stop`. */
export function* triesAround(place: Node, stop?: Node): Generator<TSESTree.TryStatement> {
  for (let at: Node | undefined = place.parent; at && at !== stop; at = at.parent) if (at.type === "TryStatement") yield at;
}

export function enclosingFunction(node: Node): FunctionNode | undefined {
  return findAncestor(node, isFunction);
}

export function enclosingClass(node: Node): ClassNode | undefined {
  return findAncestor(node, isClass);
}

/** The class whose instance (or which itself) `this` is at that place; `undefined` in functions that get a `this` of their own. */
export function ownerOfThis(node: Node): ClassNode | undefined {
  for (let at = node.parent; at; at = at.parent) {
    if (isClass(at)) return at;
    if ((at.type === "FunctionExpression" && at.parent.type !== "MethodDefinition") || at.type === "FunctionDeclaration") return undefined;
  }
  return undefined;
}

export function isWithin(node: Node, outer: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** The nth argument of a call, unless a spread before it makes its position unknown. */
export function argumentAt(call: CallNode, index: number): TSESTree.Expression | undefined {
  for (let i = 0; i <= index; i += 1) {
    const argument = call.arguments[i];
    if (argument === undefined || argument.type === "SpreadElement") return undefined;
    if (i === index) return argument;
  }
  return undefined;
}

/** The name that a parameter binds, through defaults, parameter properties and rest. */
export function parameterPattern(parameter: TSESTree.Parameter): Node {
  let pattern: Node = parameter;
  if (pattern.type === "TSParameterProperty") pattern = pattern.parameter;
  if (pattern.type === "AssignmentPattern") pattern = pattern.left;
  return pattern;
}

/** `undefined` or `void 0`. */
export function isUndefined(node: Node): boolean {
  const inner = unwrap(node);
  return (inner.type === "Identifier" && inner.name === "undefined") || (inner.type === "UnaryExpression" && inner.operator === "void");
}

/** `undefined` and `null`, as they are written. */
export function isNothing(node: Node): boolean {
  const value = unwrap(node);
  return isUndefined(value) || (value.type === "Literal" && value.value === null && value.raw === "null");
}

/** What a chain of members begins with, and the keys behind it: `request` and `["body", "id"]` for `request.body.id`; `*` stands for a key that is not written out. */
export function memberChain(node: Node): { readonly root: Node; readonly keys: readonly string[] } {
  const keys: string[] = [];
  let root = unwrapAwaited(node);
  while (root.type === "MemberExpression") {
    keys.unshift(memberName(root) ?? "*");
    root = unwrapAwaited(root.object);
  }
  return { root, keys };
}

/** The variable, property or field that a value is assigned to where it is made. */
export function bindingOf(node: Node): string | undefined {
  const outer = wrapped(node);
  const parent = outer.parent;
  switch (parent?.type) {
    case "VariableDeclarator":
      return parent.id.type === "Identifier" ? parent.id.name : undefined;
    case "Property":
      return parent.value === outer ? keyName(parent) : undefined;
    case "PropertyDefinition":
      return keyName(parent);
    case "AssignmentExpression":
      return parent.left.type === "Identifier" ? parent.left.name : parent.left.type === "MemberExpression" ? memberName(parent.left) : undefined;
    default:
      return undefined;
  }
}
