import type { TSESTree } from "@typescript-eslint/utils";
import { definitionOf, isWholeLiteral, propertyValue } from "../origin/value.js";
import { findProperty, keyName, staticString, type Node } from "../syntax/expression.js";
import { DEEPEST, isOneValue, join, nothing, opened, unseen, UNSEEN_VALUE, type FieldValue, type Found, type Next, type Place, type SchemaField } from "./schema-parts.js";

const JSON_TYPES = new Set(["object", "array", "string", "number", "integer", "boolean", "null"]);
/** Keys that only a JSON Schema has beside a table of properties or a type. */
const JSON_KEYS = ["anyOf", "oneOf", "allOf", "$ref", "$defs", "definitions"];

/** Whether a literal is a JSON Schema, and no shape whose values are schemas. */
export function isJsonSchema(object: TSESTree.ObjectExpression): boolean {
  const type = findProperty(object, "type");
  const value = type && definitionOf(type.value);
  if (value?.type === "ArrayExpression" || JSON_TYPES.has((value && staticString(value)) ?? "")) return true;
  const properties = findProperty(object, "properties");
  // In a zod shape every value is a schema made by a call.
  if (properties && definitionOf(properties.value).type === "ObjectExpression") return true;
  return JSON_KEYS.some((key) => findProperty(object, key) !== undefined);
}

/** Reads a part of a JSON Schema; `root` is the whole, which references start from. */
export function readJsonSchema(node: Node, path: readonly string[], place: Place, root: TSESTree.ObjectExpression): Found {
  const schema = definitionOf(node);
  place.budget.parts -= 1;
  if (schema.type !== "ObjectExpression" || place.depth > DEEPEST || place.budget.parts < 0) return unseen();
  if (place.seen.has(schema)) return nothing();
  const within: Place = { ...place, seen: new Set(place.seen).add(schema), depth: place.depth + 1 };
  const next = (inner: Node, innerPath: readonly string[] = path): Found => readJsonSchema(inner, innerPath, within, root);
  const inner = (key: string): Node | undefined => findProperty(schema, key)?.value;
  const parts: Found[] = [];
  const properties = inner("properties");
  const additional = inner("additionalProperties");
  if (properties) parts.push(readProperties(properties, path, next, requiredKeys(inner("required"))));
  const opening = place.closed === true ? undefined : openingOf(schema, path.length === 0);
  if (opening) parts.push(opened(nothing(), path, opening));
  if (additional && definitionOf(additional).type === "ObjectExpression") parts.push(next(additional, [...path, "*"]));
  for (const key of ["items", "prefixItems"]) {
    const items = inner(key);
    if (items) parts.push(...membersOf(items).map((item) => next(item, [...path, "[]"])));
  }
  for (const key of ["anyOf", "oneOf", "allOf"]) {
    const list = inner(key);
    // What all members name together is closed by the schema around them.
    const around: Place = { ...within, closed: key === "allOf" && isFalse(propertyValue(schema, "unevaluatedProperties")) };
    if (list) parts.push(...membersOf(list).map((member) => readJsonSchema(member, path, around, root)));
  }
  const reference = inner("$ref");
  const target = reference && referredTo(staticString(definitionOf(reference)), root);
  if (target) parts.push(next(target));
  else if (reference) parts.push(unseen());
  return join(parts);
}

/** What lets further keys through in a JSON Schema of an object: that it says so, or that it does not say otherwise. */
function openingOf(schema: TSESTree.ObjectExpression, isRoot: boolean): Node | undefined {
  const type = findProperty(schema, "type");
  const names = findProperty(schema, "properties");
  if (!names && !(isRoot && type && staticString(definitionOf(type.value)) === "object")) return undefined;
  const additional = propertyValue(schema, "additionalProperties");
  if (isFalse(additional) || isFalse(propertyValue(schema, "unevaluatedProperties"))) return undefined;
  if (!additional && !isWholeLiteral(schema)) return undefined;
  return findProperty(schema, "additionalProperties") ?? type ?? names;
}

function isFalse(node: Node | undefined): boolean {
  const value = node && definitionOf(node);
  return value?.type === "Literal" && value.value === false;
}

function readProperties(node: Node, path: readonly string[], next: Next, required: ReadonlyMap<string, Node>): Found {
  const table = definitionOf(node);
  if (table.type !== "ObjectExpression") return unseen();
  return join(
    table.properties.map((property) => {
      if (property.type === "SpreadElement") return readProperties(property.argument, path, next, required);
      const key = keyName(property);
      if (key === undefined) return unseen();
      const tied = required.get(key);
      const field: SchemaField = { key, path: [...path, key], node: property, ...jsonValueOf(property.value), ties: tied ? [tied] : [] };
      return join([{ ...nothing(), fields: [field] }, next(property.value, [...path, key])]);
    }),
  );
}

/** The literals of `required: ["city", "date"]` by what they say. */
function requiredKeys(node: Node | undefined): ReadonlyMap<string, Node> {
  const keys = new Map<string, Node>();
  for (const element of node ? membersOf(node) : []) {
    const key = staticString(element);
    if (key !== undefined) keys.set(key, element);
  }
  return keys;
}

function membersOf(node: Node): readonly Node[] {
  const list = definitionOf(node);
  return list.type === "ArrayExpression" ? list.elements.filter((element) => element !== null && element.type !== "SpreadElement") : [node];
}

/** `#/$defs/Person` within the same schema. */
function referredTo(pointer: string | undefined, root: TSESTree.ObjectExpression): Node | undefined {
  if (pointer?.startsWith("#") !== true) return undefined;
  let at: Node = root;
  for (const step of pointer.split("/").slice(1)) {
    const value = at.type === "ObjectExpression" ? findProperty(at, step)?.value : undefined;
    if (!value) return undefined;
    at = definitionOf(value);
  }
  return at;
}

function jsonValueOf(node: Node): FieldValue {
  const schema = definitionOf(node);
  if (schema.type !== "ObjectExpression") return UNSEEN_VALUE;
  const type = findProperty(schema, "type");
  const name = type && staticString(definitionOf(type.value));
  const choices = findProperty(schema, "enum");
  return {
    scalar: name === "string" || name === "boolean" ? name : name === "number" || name === "integer" ? "number" : undefined,
    fixed: findProperty(schema, "const") !== undefined || (choices !== undefined && isOneValue(choices.value)),
    choice: choices !== undefined || findProperty(schema, "const") !== undefined,
    list: name === "array",
  };
}
