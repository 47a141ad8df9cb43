import type { TSESTree } from "@typescript-eslint/utils";
import { SCHEMA_LIBRARIES } from "../frameworks/schema-libraries.js";
import { matchesModule, originOf } from "../origin/origin.js";
import { definitionOf, functionOf } from "../origin/value.js";
import { returnedFrom } from "../project/source-file.js";
import { argumentAt, isFunction, keyName, memberName, staticString, unwrapAwaited, type Node } from "../syntax/expression.js";
import { isJsonSchema, readJsonSchema } from "./json-schema.js";
import { remainderOf } from "./remaining-keys.js";
import { DEEPEST, isOneValue, join, MOST_PARTS, nothing, opened, unseen, UNSEEN_VALUE, type FieldValue, type Found, type Next, type Place, type Schema, type SchemaField } from "./schema-parts.js";

export type { Schema, SchemaField } from "./schema-parts.js";

/** Methods that give back the same object schema, as far as its keys go. */
const SAME_KEYS = new Set(["partial", "required", "deepPartial", "strict", "strip", "describe", "optional", "nullable", "nullish", "default", "prefault", "catch", "refine", "superRefine", "check", "brand", "readonly", "meta", "register", "overwrite", "clone", "nonoptional", "exactOptional", "min", "max", "length", "nonempty", "transform", "pipe", "openapi", "unwrap", "removeDefault"]);
const OPENING = new Set(["passthrough", "loose", "catchall"]);
const CLOSING = new Set(["strict", "strip"]);
/** Functions that wrap a schema without changing its keys, by package. */
const WRAPPERS: readonly { readonly modules: readonly string[]; readonly names: readonly string[] }[] = [
  { modules: ["ai", "@ai-sdk/*"], names: ["jsonSchema", "zodSchema", "asSchema", "lazySchema", "valibotSchema"] },
  { modules: ["@valibot/to-json-schema"], names: ["toJsonSchema", "toStandardJsonSchema"] },
  { modules: ["zod-to-json-schema"], names: ["zodToJsonSchema", "default"] },
  { modules: ["@langchain/*"], names: ["toJsonSchema"] },
];
/** Methods whose argument computes with the whole value, so that a field cannot go without a look at them. */
const COMPUTING = new Set(["refine", "superRefine", "transform", "check", "overwrite", "pipe", "default", "prefault", "catch"]);
/** `.partial({ note: true })` names the keys it changes. */
const MASKING = new Set(["partial", "required", "deepPartial"]);

/** Reads a schema: zod of any flavour, one of Valibot, a raw shape, or a JSON Schema literal. */
export function parseSchema(node: Node): Schema {
  return read(node, [], { seen: new Set(), depth: 0, budget: { parts: MOST_PARTS } });
}

function read(node: Node, path: readonly string[], place: Place): Found {
  const rest = remainderOf(node);
  if (rest) return withoutKeys(place.depth > DEEPEST ? unseen() : read(rest.of, path, { ...place, depth: place.depth + 1 }), path, rest.without);
  const schema = definitionOf(node);
  // A recursive schema has been read already when it comes round again.
  if (place.seen.has(schema)) return nothing();
  place.budget.parts -= 1;
  if (place.depth > DEEPEST || place.budget.parts < 0) return unseen();
  const within: Place = { ...place, seen: new Set(place.seen).add(schema), depth: place.depth + 1 };
  const next = (inner: Node, innerPath: readonly string[] = path): Found => read(inner, innerPath, within);
  switch (schema.type) {
    case "CallExpression":
      return readCall(schema, path, next);
    case "ObjectExpression":
      return isJsonSchema(schema) ? readJsonSchema(schema, path, { ...within, seen: place.seen }, schema) : readShape(schema, path, next);
    case "MemberExpression":
      return readMember(schema, path, next);
    case "ConditionalExpression":
      return join([next(schema.consequent), next(schema.alternate)]);
    case "LogicalExpression":
      return join([next(schema.left), next(schema.right)]);
    default:
      return unseen();
  }
}

function withoutKeys(found: Found, path: readonly string[], keys: ReadonlySet<string>): Found {
  const isLeft = (each: { readonly path: readonly string[] }): boolean => !keys.has(each.path[path.length] ?? "");
  return { ...found, fields: found.fields.filter(isLeft), openings: found.openings.filter(isLeft) };
}

function readCall(call: TSESTree.CallExpression, path: readonly string[], next: Next): Found {
  const origin = originOf(call.callee);
  const first = argumentAt(call, 0);
  if (origin?.module !== undefined) {
    const name = origin.path.filter((part) => part !== "default" && part !== "z");
    if (matchesModule(origin.module, SCHEMA_LIBRARIES) && name.length === 1) return readZodFunction(name[0] ?? "", call, path, next);
    if (first && WRAPPERS.some((wrapper) => matchesModule(origin.module ?? "", wrapper.modules) && wrapper.names.includes(name.at(-1) ?? ""))) return next(isFunction(first) ? (returnedFrom(first)[0] ?? first) : first);
  }
  const callee = unwrapAwaited(call.callee);
  if (callee.type === "MemberExpression") {
    const method = memberName(callee) ?? "";
    if (isSchemaMethod(method)) return readMethod(method, callee.object, call, path, next);
  }
  // A function of the project that returns a schema.
  const maker = functionOf(call.callee);
  if (!maker) return unseen();
  const returned = returnedFrom(maker);
  return returned.length === 0 ? unseen() : join(returned.map((value) => next(value)));
}

function readZodFunction(name: string, call: TSESTree.CallExpression, path: readonly string[], next: Next): Found {
  const first = argumentAt(call, 0);
  const second = argumentAt(call, 1);
  switch (name) {
    case "object":
    case "strictObject":
      return first ? next(first) : nothing();
    case "looseObject":
      return opened(first ? next(first) : nothing(), path, call.callee);
    case "array":
    case "set":
      return first ? next(first, [...path, "[]"]) : nothing();
    case "tuple":
    case "union":
    case "discriminatedUnion":
    case "variant":
    case "xor": {
      const isKeyed = name === "discriminatedUnion" || name === "variant";
      const list = isKeyed ? second : first;
      const members = list ? readList(list, name === "tuple" ? [...path, "[]"] : path, next) : nothing();
      return isKeyed && first ? tie(members, path, call, staticString(definitionOf(first))) : members;
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
      return first && isFunction(first) ? join(returnedFrom(first).map((value) => next(value))) : unseen();
    case "preprocess":
      return second ? tie(next(second), path, call) : unseen();
    case "optional":
    case "nullable":
    case "nullish":
    case "fallback":
    case "readonly":
    case "promise":
    case "toJSONSchema":
      return first ? next(first) : nothing();
    case "partial":
    case "required":
      return first ? tieMask(next(first), path, call, second) : nothing();
    case "pipe":
      return first ? tie(next(first), path, call) : nothing();
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
  if (MASKING.has(method)) return tieMask(base, path, call, first);
  if (COMPUTING.has(method)) return tie(base, path, call);
  if (CLOSING.has(method) || (method === "catchall" && isNever(first))) return closed(base, path);
  if (SAME_KEYS.has(method)) return base;
  if (OPENING.has(method)) return opened(closed(base, path), path, methodName(call));
  if (method === "pick" || method === "omit") return narrow(base, first, method, path);
  if (!first) return base;
  const added = next(first);
  const overridden = new Set(added.fields.filter((field) => field.path.length === path.length + 1).map((field) => field.key));
  const kept = method === "or" || method === "and" ? base.fields : base.fields.filter((field) => !overridden.has(field.path[path.length] ?? ""));
  // Whether the result is open is for the one that is merged in to say.
  const openings = (method === "merge" ? closed(base, path) : base).openings.filter((each) => !overridden.has(each.path[path.length] ?? ""));
  return { fields: [...kept, ...added.fields], complete: base.complete && added.complete, openings: [...openings, ...added.openings] };
}

/** Without what opens the object at that path; those inside of it stay as they are. */
function closed(found: Found, path: readonly string[]): Found {
  return { ...found, openings: found.openings.filter((each) => each.path.length > path.length) };
}

/** The name behind the dot, so that the squiggle does not cover the whole schema. */
function methodName(call: TSESTree.CallExpression): Node {
  const callee = unwrapAwaited(call.callee);
  return callee.type === "MemberExpression" ? callee.property : callee;
}

function isNever(node: Node | undefined): boolean {
  const value = node && definitionOf(node);
  return value?.type === "CallExpression" && originOf(value.callee)?.path.at(-1) === "never";
}

/** Marks the fields at that path, or the one of that name, as named by something else as well. */
function tie(found: Found, path: readonly string[], by: Node, key?: string): Found {
  const isTied = (field: SchemaField): boolean => field.path.length === path.length + 1 && (key === undefined || field.key === key);
  return { ...found, fields: found.fields.map((field) => (isTied(field) ? { ...field, ties: [...field.ties, by] } : field)) };
}

function tieMask(found: Found, path: readonly string[], by: Node, mask: Node | undefined): Found {
  if (!mask) return found;
  const keys = definitionOf(mask);
  if (keys.type !== "ObjectExpression") return tie(found, path, by);
  return keys.properties.reduce((tied, property) => tie(tied, path, by, property.type === "Property" ? keyName(property) : undefined), found);
}

/** `.pick({ a: true })` and `.omit({ a: true })`. */
function narrow(base: Found, mask: Node | undefined, method: string, path: readonly string[]): Found {
  const keys = mask && definitionOf(mask);
  if (keys?.type !== "ObjectExpression") return { ...base, fields: [], complete: false };
  const names = new Set(keys.properties.map((property) => (property.type === "Property" ? keyName(property) : undefined)));
  const isKept = (each: { readonly path: readonly string[] }): boolean => names.has(each.path[path.length] ?? "") === (method === "pick");
  const kept = { ...base, fields: base.fields.filter(isKept), openings: base.openings.filter((each) => each.path.length === path.length || isKept(each)) };
  return method === "pick" ? tie(kept, path, keys) : kept;
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
    // `get children() { return z.array(Node) }` is how zod 4 writes a schema that contains itself.
    const values = property.kind === "get" ? returnedFrom(property.value) : [property.value];
    const inner = join(values.map((value) => next(value, innerPath)));
    // A scalar that cannot be resolved hides no keys that matter; an object that cannot be resolved does, and stays unknown.
    parts.push({ fields: [{ key, path: innerPath, node: property, ...valueOf(values[0]), ties: [] }, ...inner.fields], complete: true, openings: inner.openings });
  }
  return join(parts);
}

const FIXED = new Set(["never", "undefined", "void", "null"]);
const STRINGS = new Set(["string", "enum", "nativeEnum", "picklist", "email", "uuid", "uuidv4", "guid", "url", "cuid", "cuid2", "ulid", "nanoid", "jwt", "templateLiteral"]);
const CHOICES = new Set(["enum", "nativeEnum", "picklist", "literal", "boolean", "stringbool"]);
const NUMBERS = new Set(["number", "int", "int32", "float32", "float64"]);
const LISTS = new Set(["array", "set"]);
/** Chained methods after which the value is no longer what the first function made. */
const CHANGING = new Set(["transform", "pipe", "array", "or", "and"]);

/** What the model writes under a key of a zod shape: by the function at the start of the chain. */
function valueOf(node: Node | undefined): FieldValue {
  let at = node && definitionOf(node);
  for (let links = 0; links < DEEPEST && at?.type === "CallExpression"; links += 1) {
    const origin = originOf(at.callee);
    const steps = origin?.module !== undefined && matchesModule(origin.module, SCHEMA_LIBRARIES) ? origin.path.filter((part) => part !== "default" && part !== "z" && part !== "coerce") : [];
    const name = steps.length === 1 ? (steps[0] ?? "") : "";
    if (name !== "") return { scalar: STRINGS.has(name) ? "string" : NUMBERS.has(name) ? "number" : name === "boolean" ? "boolean" : undefined, fixed: FIXED.has(name) || (name === "literal" && isOneValue(argumentAt(at, 0))), choice: CHOICES.has(name), list: LISTS.has(name) };
    const method = at.callee.type === "MemberExpression" ? memberName(at.callee) : undefined;
    if (at.callee.type !== "MemberExpression" || CHANGING.has(method ?? "")) return { ...UNSEEN_VALUE, list: method === "array" };
    at = definitionOf(at.callee.object);
  }
  return UNSEEN_VALUE;
}

/** `Base.shape` (all of it) and `Base.shape.field` (one value). */
function readMember(member: TSESTree.MemberExpression, path: readonly string[], next: Next): Found {
  const name = memberName(member);
  if (name === "shape" || name === "entries") return next(member.object);
  if (name === "element" || name === "_zod" || name === "def") return unseen();
  const holder = unwrapAwaited(member.object);
  if (holder.type === "MemberExpression" && memberName(holder) === "shape") {
    const all = next(holder.object);
    const isInside = (each: { readonly path: readonly string[] }): boolean => each.path[path.length] === name;
    const lifted = (each: { readonly path: readonly string[] }): readonly string[] => [...path, ...each.path.slice(path.length + 1)];
    return {
      ...all,
      fields: all.fields.filter((field) => isInside(field) && field.path.length > path.length + 1).map((field) => ({ ...field, path: lifted(field) })),
      openings: all.openings.filter(isInside).map((opening) => ({ ...opening, path: lifted(opening) })),
    };
  }
  return unseen();
}
