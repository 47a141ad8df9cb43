import type { TSESTree } from "@typescript-eslint/utils";
import { matchesModule, originOf } from "../origin/origin.js";
import { definitionOf, functionOf } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { argumentAt, findProperty, isFunction, keyName, memberName, staticString, unwrapAwaited, type Node } from "../syntax/expression.js";

/** One field of a schema: what the model may write. */
export interface SchemaField {
  readonly key: string;
  /** The keys from the root; `[]` stands for the items of an array, `*` for any key of a record. */
  readonly path: readonly string[];
  /** The place of the key. It may stand in another file. */
  readonly node: TSESTree.Property;
}

/** A schema as far as it can be seen. */
export interface Schema {
  readonly fields: readonly SchemaField[];
  /** False where a part could not be resolved, so that there may be more fields. */
  readonly complete: boolean;
  /** Where keys beyond the fields are let through: `z.looseObject`, `.passthrough()`, a JSON Schema without `additionalProperties: false`. */
  readonly open: Node | undefined;
}

const ZOD = ["zod", "zod/*", "@zod/mini", "@hono/zod-openapi"];
/** Methods that give back the same object schema, as far as its keys go. */
const SAME_KEYS = new Set(["partial", "required", "deepPartial", "strict", "strip", "describe", "optional", "nullable", "nullish", "default", "prefault", "catch", "refine", "superRefine", "check", "brand", "readonly", "meta", "register", "overwrite", "clone", "nonoptional", "exactOptional", "min", "max", "length", "nonempty", "transform", "pipe", "openapi", "unwrap", "removeDefault"]);
const OPENING = new Set(["passthrough", "loose", "catchall"]);
/** Functions that wrap a schema without changing its keys, by package. */
const WRAPPERS: readonly { readonly modules: readonly string[]; readonly names: readonly string[] }[] = [
  { modules: ["ai", "@ai-sdk/*"], names: ["jsonSchema", "zodSchema", "asSchema", "lazySchema"] },
  { modules: ["zod-to-json-schema"], names: ["zodToJsonSchema", "default"] },
  { modules: ["@langchain/*"], names: ["toJsonSchema"] },
];
const DEEPEST = 12;

interface Found {
  fields: SchemaField[];
  complete: boolean;
  open: Node | undefined;
}

/** Reads a schema: zod of any flavour, a raw zod shape, or a JSON Schema literal. */
export function parseSchema(node: Node): Schema {
  return read(node, [], new Set(), 0);
}

const nothing = (): Found => ({ fields: [], complete: true, open: undefined });
const unseen = (): Found => ({ fields: [], complete: false, open: undefined });

function join(parts: readonly Found[]): Found {
  return {
    fields: parts.flatMap((part) => part.fields),
    complete: parts.every((part) => part.complete),
    open: parts.find((part) => part.open)?.open,
  };
}

function read(node: Node, path: readonly string[], seen: Set<Node>, depth: number): Found {
  const schema = definitionOf(node);
  // A recursive schema has been read already when it comes round again.
  if (seen.has(schema)) return nothing();
  if (depth > DEEPEST) return unseen();
  const within = new Set(seen).add(schema);
  const next = (inner: Node, innerPath: readonly string[] = path): Found => read(inner, innerPath, within, depth + 1);
  switch (schema.type) {
    case "CallExpression":
      return readCall(schema, path, next);
    case "ObjectExpression":
      return isJsonSchema(schema) ? readJsonSchema(schema, path, depth) : readShape(schema, path, next);
    case "MemberExpression":
      return readMember(schema, path, next);
    case "ConditionalExpression":
      return join([next(schema.consequent), next(schema.alternate)]);
    case "LogicalExpression":
      return join([next(schema.left), next(schema.right)]);
    case "NewExpression":
      return unseen();
    default:
      return unseen();
  }
}

type Next = (inner: Node, innerPath?: readonly string[]) => Found;

function readCall(call: TSESTree.CallExpression, path: readonly string[], next: Next): Found {
  const origin = originOf(call.callee);
  const first = argumentAt(call, 0);
  if (origin?.module !== undefined) {
    const name = origin.path.filter((part) => part !== "default" && part !== "z");
    if (matchesModule(origin.module, ZOD) && name.length === 1) return readZodFunction(name[0] ?? "", call, path, next);
    if (first && WRAPPERS.some((wrapper) => matchesModule(origin.module ?? "", wrapper.modules) && wrapper.names.includes(name.at(-1) ?? ""))) return next(isFunction(first) ? (returnedBy(first)[0] ?? first) : first);
  }
  const callee = unwrapAwaited(call.callee);
  if (callee.type === "MemberExpression") {
    const method = memberName(callee) ?? "";
    if (isSchemaMethod(method)) return readMethod(method, callee.object, call, path, next);
  }
  // A function of the project that returns a schema.
  const maker = functionOf(call.callee);
  if (!maker) return unseen();
  const returned = returnedBy(maker);
  return returned.length === 0 ? unseen() : join(returned.map((value) => next(value)));
}

function returnedBy(fn: Parameters<typeof fileOf>[0]): readonly Node[] {
  return fileOf(fn).index.bodies.get(fn)?.returned ?? [];
}

function readZodFunction(name: string, call: TSESTree.CallExpression, path: readonly string[], next: Next): Found {
  const first = argumentAt(call, 0);
  const second = argumentAt(call, 1);
  switch (name) {
    case "object":
    case "strictObject":
      return first ? next(first) : nothing();
    case "looseObject":
      return { ...(first ? next(first) : nothing()), open: call };
    case "array":
    case "set":
      return first ? next(first, [...path, "[]"]) : nothing();
    case "tuple":
    case "union":
    case "discriminatedUnion":
    case "xor": {
      const list = name === "discriminatedUnion" ? second : first;
      return list ? readList(list, name === "tuple" ? [...path, "[]"] : path, next) : nothing();
    }
    case "intersection":
    case "merge":
      return join([first, second].filter((part) => part !== undefined).map((part) => next(part)));
    case "extend":
    case "safeExtend":
      return join([first, second].filter((part) => part !== undefined).map((part) => next(part)));
    case "pick":
    case "omit":
      return first ? narrow(next(first), second, name, path) : unseen();
    case "record":
    case "partialRecord":
    case "map":
    case "looseRecord":
      return (second ?? first) ? next((second ?? first) as Node, [...path, "*"]) : nothing();
    case "lazy":
      return first && isFunction(first) ? join(returnedBy(first).map((value) => next(value))) : unseen();
    case "preprocess":
      return second ? next(second) : unseen();
    case "optional":
    case "nullable":
    case "nullish":
    case "readonly":
    case "promise":
    case "partial":
    case "required":
    case "pipe":
    case "toJSONSchema":
      return first ? next(first) : nothing();
    case "any":
    case "unknown":
    case "custom":
      return path.length === 0 ? unseen() : nothing();
    default:
      // Scalars: z.string(), z.email(), z.enum([...]), z.coerce.number().
      return nothing();
  }
}

function isSchemaMethod(method: string): boolean {
  return SAME_KEYS.has(method) || OPENING.has(method) || ["extend", "safeExtend", "augment", "setKey", "merge", "and", "or", "pick", "omit", "array"].includes(method);
}

function readMethod(method: string, object: Node, call: TSESTree.CallExpression, path: readonly string[], next: Next): Found {
  const first = argumentAt(call, 0);
  if (method === "array") return next(object, [...path, "[]"]);
  // The scalars `z.string().min(1)` come here too: their base has no keys, and is complete.
  const base = next(object);
  if (SAME_KEYS.has(method)) return base;
  if (OPENING.has(method)) return { ...base, open: call };
  if (method === "pick" || method === "omit") return narrow(base, first, method, path);
  if (!first) return base;
  const added = next(first);
  const overridden = new Set(added.fields.filter((field) => field.path.length === path.length + 1).map((field) => field.key));
  const kept = method === "or" || method === "and" ? base.fields : base.fields.filter((field) => !overridden.has(field.path[path.length] ?? ""));
  return { fields: [...kept, ...added.fields], complete: base.complete && added.complete, open: added.open ?? base.open };
}

/** `.pick({ a: true })` and `.omit({ a: true })`. */
function narrow(base: Found, mask: Node | undefined, method: string, path: readonly string[]): Found {
  const keys = mask && definitionOf(mask);
  if (keys?.type !== "ObjectExpression") return { ...base, fields: [], complete: false };
  const names = new Set(keys.properties.map((property) => (property.type === "Property" ? keyName(property) : undefined)));
  return { ...base, fields: base.fields.filter((field) => names.has(field.path[path.length] ?? "") === (method === "pick")) };
}

function readList(node: Node, path: readonly string[], next: Next): Found {
  const list = definitionOf(node);
  if (list.type !== "ArrayExpression") return unseen();
  return join(list.elements.map((element) => (element === null ? nothing() : element.type === "SpreadElement" ? readList(element.argument, path, next) : next(element, path))));
}

/** The shape given to `z.object`, or a raw shape: values are schemas. */
function readShape(shape: TSESTree.ObjectExpression, path: readonly string[], next: Next): Found {
  const parts: Found[] = [];
  for (const property of shape.properties) {
    if (property.type === "SpreadElement") {
      parts.push(next(property.argument));
      continue;
    }
    const key = keyName(property);
    if (key === undefined) {
      parts.push(unseen());
      continue;
    }
    const innerPath = [...path, key];
    const inner = next(property.value, innerPath);
    // A scalar that cannot be resolved hides no keys that matter; an object that cannot be resolved does, and stays unknown.
    parts.push({ fields: [{ key, path: innerPath, node: property }, ...inner.fields], complete: true, open: inner.open });
  }
  return join(parts);
}

/** `Base.shape` (all of it) and `Base.shape.field` (one value). */
function readMember(member: TSESTree.MemberExpression, path: readonly string[], next: Next): Found {
  const name = memberName(member);
  if (name === "shape") return next(member.object);
  if (name === "element" || name === "_zod" || name === "def") return unseen();
  const holder = unwrapAwaited(member.object);
  if (holder.type === "MemberExpression" && memberName(holder) === "shape") {
    const all = next(holder.object);
    return { ...all, fields: all.fields.filter((field) => field.path[path.length] === name && field.path.length > path.length + 1).map((field) => ({ ...field, path: [...path, ...field.path.slice(path.length + 1)] })) };
  }
  return unseen();
}

function isJsonSchema(object: TSESTree.ObjectExpression): boolean {
  const type = findProperty(object, "type");
  const text = type && staticString(definitionOf(type.value));
  if (text !== undefined && ["object", "array", "string", "number", "integer", "boolean", "null"].includes(text)) return true;
  return ["anyOf", "oneOf", "allOf", "$ref"].some((key) => findProperty(object, key) !== undefined);
}

function readJsonSchema(node: Node, path: readonly string[], depth: number): Found {
  const schema = definitionOf(node);
  if (schema.type !== "ObjectExpression" || depth > DEEPEST) return unseen();
  const parts: Found[] = [];
  const inner = (key: string): Node | undefined => findProperty(schema, key)?.value;
  const properties = inner("properties");
  const table = properties && definitionOf(properties);
  if (table?.type === "ObjectExpression") {
    for (const property of table.properties) {
      const key = property.type === "Property" ? keyName(property) : undefined;
      if (property.type !== "Property" || key === undefined) {
        parts.push(unseen());
        continue;
      }
      parts.push({ fields: [{ key, path: [...path, key], node: property }], complete: true, open: undefined }, readJsonSchema(property.value, [...path, key], depth + 1));
    }
    const additional = inner("additionalProperties");
    const closed = additional && definitionOf(additional);
    if (path.length === 0 && !(closed?.type === "Literal" && closed.value === false)) parts.push({ ...nothing(), open: schema });
  } else if (table) parts.push(unseen());
  const items = inner("items");
  if (items) parts.push(readJsonSchema(items, [...path, "[]"], depth + 1));
  for (const key of ["anyOf", "oneOf", "allOf"]) {
    const list = inner(key);
    const members = list && definitionOf(list);
    if (members?.type === "ArrayExpression") for (const member of members.elements) if (member && member.type !== "SpreadElement") parts.push(readJsonSchema(member, path, depth + 1));
  }
  return join(parts);
}
