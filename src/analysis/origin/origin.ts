import type { TSESTree } from "@typescript-eslint/utils";
import { fileOf, type Exported, type SourceFile, type Variable } from "../project/source-file.js";
import { enclosingClass, isFunction, keyName, memberName, staticString, unwrapAwaited, type ClassNode, type Node } from "../syntax/expression.js";

/**
 * Where a value comes from: an export of a module (or a global) and the steps from it.
 * `new Stripe(key).refunds.create` is `{ module: "stripe", path: ["default", "new", "refunds", "create"] }`;
 * the result of a call is the step `"()"`. A namespace or a `require` has no first step.
 */
export interface Origin {
  /** The module, without `node:` or `npm:` and without a version; `undefined` for a global. */
  readonly module: string | undefined;
  readonly path: readonly string[];
}

/** How many files an import is followed through before the origin is unknown. */
const MOST_HOPS = 5;

const known = new WeakMap<Node, Origin | null>();
const inProgress = new WeakSet<Node>();

/** The origin of an expression; `undefined` for values made in the project itself and for what cannot be seen. */
export function originOf(node: Node): Origin | undefined {
  const expression = unwrapAwaited(node);
  const cached = known.get(expression);
  if (cached !== undefined) return cached ?? undefined;
  // A value that is defined by itself (cyclic imports, `const a = a`) has no origin.
  if (inProgress.has(expression)) return undefined;
  inProgress.add(expression);
  const origin = resolveOrigin(expression);
  inProgress.delete(expression);
  known.set(expression, origin ?? null);
  return origin;
}

function resolveOrigin(node: Node): Origin | undefined {
  switch (node.type) {
    case "Identifier":
      return originOfName(node.name, node);
    case "JSXIdentifier":
      return originOfName(node.name, node);
    case "MemberExpression":
      return originOfMember(node);
    case "CallExpression": {
      const required = requiredModule(node);
      if (required !== undefined) return moduleOrigin(fileOf(node), required, "*");
      return step(originOf(node.callee), "()");
    }
    case "NewExpression":
      return step(originOf(node.callee), "new");
    case "ImportExpression": {
      const specifier = staticString(node.source);
      return specifier === undefined ? undefined : moduleOrigin(fileOf(node), specifier, "*");
    }
    case "LogicalExpression":
      // `cached ?? new Client()`: both sides are meant to be the same thing; the one that is known tells which.
      return originOf(node.right) ?? originOf(node.left);
    case "AssignmentExpression":
      return originOf(node.right);
    case "TSTypeReference":
      return originOfTypeName(node.typeName);
    case "TSQualifiedName":
      return originOfTypeName(node);
    default:
      return undefined;
  }
}

function originOfTypeName(name: TSESTree.EntityName): Origin | undefined {
  if (name.type === "Identifier") return originOfName(name.name, name);
  if (name.type === "TSQualifiedName") return step(originOfTypeName(name.left), name.right.name);
  return undefined;
}

function originOfMember(node: TSESTree.MemberExpression): Origin | undefined {
  const name = memberName(node);
  if (name === undefined) return undefined;
  if (node.object.type === "ThisExpression") {
    const value = fieldValue(node, name);
    return value && originOf(value);
  }
  const object = originOf(node.object);
  if (object) {
    if (object.module === undefined && object.path.length === 1 && GLOBAL_OBJECTS.has(object.path[0] ?? "")) return { module: undefined, path: [name] };
    return step(object, name);
  }
  const value = memberOfLiteral(node.object, name);
  return value && originOf(value);
}

const GLOBAL_OBJECTS = new Set(["globalThis", "window", "self", "global"]);

function step(origin: Origin | undefined, name: string): Origin | undefined {
  return origin && { module: origin.module, path: [...origin.path, name] };
}

function originOfName(name: string, at: Node): Origin | undefined {
  const variable = fileOf(at).variableOf(name, at);
  if (!variable) return { module: undefined, path: [name] };
  return originOfVariable(variable);
}

/** What a variable stands for, seen from its single definition. */
export function originOfVariable(variable: Variable): Origin | undefined {
  const definition = variable.defs[0];
  if (!definition) return undefined;
  const node = definition.node as Node;
  if (node.type === "ImportSpecifier" && node.parent.type === "ImportDeclaration") {
    return moduleOrigin(fileOf(node), node.parent.source.value, node.imported.type === "Identifier" ? node.imported.name : node.imported.value);
  }
  if (node.type === "ImportDefaultSpecifier" && node.parent.type === "ImportDeclaration") return moduleOrigin(fileOf(node), node.parent.source.value, "default");
  if (node.type === "ImportNamespaceSpecifier" && node.parent.type === "ImportDeclaration") return moduleOrigin(fileOf(node), node.parent.source.value, "*");
  if (node.type === "TSImportEqualsDeclaration") {
    const reference = node.moduleReference;
    if (reference.type === "TSExternalModuleReference") {
      const specifier = staticString(reference.expression);
      return specifier === undefined ? undefined : moduleOrigin(fileOf(node), specifier, "*");
    }
    return originOf(reference);
  }
  if (node.type === "VariableDeclarator") {
    const value = valueOfVariable(variable);
    if (!value) return annotatedOrigin(node.id);
    let origin = originOf(value.node);
    for (const key of value.path) {
      if (!origin) return undefined;
      origin = step(origin, key);
    }
    return origin ?? annotatedOrigin(node.id);
  }
  if (isFunction(node)) {
    // A parameter is what its annotation says: `client: Client` is an instance of that class.
    const name = definition.name as Node;
    return definition.type === "Parameter" ? annotatedOrigin(name) : undefined;
  }
  return undefined;
}

/** `x: Stripe` tells that x is a Stripe; the step is the one that `new Stripe()` has. */
function annotatedOrigin(pattern: Node): Origin | undefined {
  const annotation = "typeAnnotation" in pattern ? pattern.typeAnnotation : undefined;
  if (annotation?.type !== "TSTypeAnnotation") return undefined;
  const type = annotation.typeAnnotation;
  return type.type === "TSTypeReference" ? step(originOf(type), "new") : undefined;
}

/** The origin of what a module exports under a name, through the re-exports of local files. */
export function moduleOrigin(from: SourceFile, specifier: string, name: string, hops = 0): Origin | undefined {
  const path = from.project.resolve(from.path, specifier);
  if (path === undefined) {
    if (!isBare(specifier)) return undefined;
    return { module: canonicalModule(specifier), path: name === "*" ? [] : [name] };
  }
  if (hops >= MOST_HOPS) return undefined;
  const file = from.project.load(path);
  if (!file) return undefined;
  const exported = findExport(file, name, hops);
  if (!exported) return undefined;
  return exported.exported.kind === "reexport" ? moduleOrigin(exported.file, exported.exported.source, exported.exported.name, hops + 1) : originOf(exported.exported.node);
}

/** Looks an export up, through `export *` chains of local files. */
export function findExport(file: SourceFile, name: string, hops = 0): { file: SourceFile; exported: Exported } | undefined {
  const exported = file.exported(name);
  if (exported) return { file, exported };
  if (hops >= MOST_HOPS || name === "default") return undefined;
  for (const star of file.stars) {
    const path = file.project.resolve(file.path, star);
    if (path === undefined) {
      if (isBare(star)) return { file, exported: { kind: "reexport", source: star, name } };
      continue;
    }
    const next = file.project.load(path);
    const found = next && findExport(next, name, hops + 1);
    if (found) return found;
  }
  return undefined;
}

function isBare(specifier: string): boolean {
  return !specifier.startsWith(".") && !specifier.startsWith("/") && !specifier.startsWith("#");
}

/** `npm:langchain@1.2/x`, `node:fs`, `https://esm.sh/langchain@1` all name the package that they lead to. */
export function canonicalModule(specifier: string): string {
  let name = specifier.replace(/^(?:node|npm|jsr):\/?/u, "").replace(/^https:\/\/(?:esm\.sh|cdn\.skypack\.dev|cdn\.jsdelivr\.net\/npm|unpkg\.com)\//u, "");
  const version = /^(@[^/]+\/[^/@]+|[^/@]+)@[^/]+/u.exec(name);
  if (version) name = `${version[1] ?? ""}${name.slice(version[0].length)}`;
  return name.replace(/\.js$/u, "");
}

function requiredModule(call: TSESTree.CallExpression): string | undefined {
  if (call.callee.type !== "Identifier" || call.callee.name !== "require" || call.arguments.length !== 1) return undefined;
  if (fileOf(call).variableOf("require", call)) return undefined;
  return staticString(call.arguments[0]);
}

/** The expression that a variable holds, and the keys by which it was taken apart; `undefined` where more than one write competes. */
export function valueOfVariable(variable: Variable): { node: Node; path: readonly string[] } | undefined {
  const definition = variable.defs[0];
  const declarator = definition?.node as Node | undefined;
  if (variable.defs.length !== 1 || declarator?.type !== "VariableDeclarator") return undefined;
  const writes = variable.references.filter((reference) => reference.isWrite() && !reference.init);
  if (declarator.init) {
    if (writes.length > 0) return undefined;
    const path = patternPath(declarator.id, variable.name);
    return path && { node: declarator.init, path };
  }
  // `let client; … client = new Client()`: a lazy singleton has one write.
  const only = writes.length === 1 ? (writes[0]?.identifier as Node | undefined) : undefined;
  if (only?.parent?.type === "AssignmentExpression" && only.parent.left === only && only.parent.operator !== "+=") return { node: only.parent.right, path: [] };
  return undefined;
}

/** The keys that lead from a destructured value to the variable: `{ a: { b: x } }` is `["a", "b"]` for x. */
export function patternPath(pattern: Node, name: string): readonly string[] | undefined {
  switch (pattern.type) {
    case "Identifier":
      return pattern.name === name ? [] : undefined;
    case "AssignmentPattern":
      return patternPath(pattern.left, name);
    case "ObjectPattern":
      for (const property of pattern.properties) {
        if (property.type !== "Property") continue;
        const rest = patternPath(property.value, name);
        const key = keyName(property);
        if (rest && key !== undefined) return [key, ...rest];
      }
      return undefined;
    case "ArrayPattern":
      for (const [index, element] of pattern.elements.entries()) {
        const rest = element && patternPath(element, name);
        if (rest) return [String(index), ...rest];
      }
      return undefined;
    default:
      return undefined;
  }
}

/** The value of `object.name` where the object is a literal that can be seen. */
function memberOfLiteral(object: Node, name: string): Node | undefined {
  const holder = unwrapAwaited(object);
  if (holder.type === "ObjectExpression") {
    for (let i = holder.properties.length - 1; i >= 0; i -= 1) {
      const property = holder.properties[i];
      if (property?.type !== "Property") return undefined;
      if (keyName(property) === name) return property.value;
    }
    return undefined;
  }
  if (holder.type === "ThisExpression") return undefined;
  if (holder.type !== "Identifier") return undefined;
  const variable = fileOf(holder).variableOf(holder.name, holder);
  const value = variable && valueOfVariable(variable);
  return value?.path.length === 0 && value.node.type === "ObjectExpression" ? memberOfLiteral(value.node, name) : undefined;
}

/** What `this.name` was set to: the field's initializer, or the one assignment in the constructor. */
export function fieldValue(at: Node, name: string): Node | undefined {
  const owner = enclosingClass(at);
  return owner && fieldOfClass(owner, name);
}

export function fieldOfClass(owner: ClassNode, name: string): Node | undefined {
  for (const member of owner.body.body) {
    if (member.type === "PropertyDefinition" && member.value && keyName(member) === name) return member.value;
  }
  const writes = (fileOf(owner).index.memberWrites.get(name) ?? []).filter(
    (write) => write.left.type === "MemberExpression" && write.left.object.type === "ThisExpression" && enclosingClass(write) === owner,
  );
  if (writes.length === 1 && writes[0]) return writes[0].right;
  for (const member of owner.body.body) {
    // `private client: Client`, a declared field or a parameter property: its annotation stands for the value.
    if (member.type === "PropertyDefinition" && keyName(member) === name && member.typeAnnotation) return undefined;
  }
  return undefined;
}

/** True where the origin is that export; `default` and a namespace are the same thing to CommonJS interop. */
export function isExport(origin: Origin | undefined, modules: readonly string[], path: readonly string[]): boolean {
  if (!origin || origin.module === undefined || !matchesModule(origin.module, modules)) return false;
  return samePath(origin.path, path) || (origin.path[0] === "default" && samePath(origin.path.slice(1), path));
}

export function isGlobal(origin: Origin | undefined, ...path: readonly string[]): boolean {
  return origin !== undefined && origin.module === undefined && samePath(origin.path, path);
}

/** A module pattern is a name, or a name that ends in `/*` for its subpaths too, or in `*` for every package with that beginning. */
export function matchesModule(module: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    if (pattern.endsWith("/*")) return module === pattern.slice(0, -2) || module.startsWith(pattern.slice(0, -1));
    if (pattern.endsWith("*")) return module.startsWith(pattern.slice(0, -1));
    return module === pattern;
  });
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}
