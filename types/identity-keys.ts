import type { Problem } from "./brand.js";
import { definitionOf, type SchemaDefinition, type ZodSchema } from "./zod-schema.js";

/** Names of the caller, the tenant, a right or a credential, in lower case without `_` and `-`. The lint rules know no more of them. */
const identityNames = [
  "userid", "user", "useremail", "employeeid", "actorid", "callerid", "calleremail", "requesterid", "ownerid", "identity", "principal",
  "currentuser", "currentuserid", "currentuseremail", "actinguser", "actinguserid", "asuser", "asuserid", "loggedinuser", "loggedinuserid",
  "onbehalfof", "onbehalfofuser", "onbehalfofuserid", "impersonate", "impersonateuser", "impersonateuserid", "authuserid", "langgraphauthuser",
  "orgid", "org", "organizationid", "organisationid", "tenantid", "tenant", "tenantslug", "accountid", "companyid", "workspaceid", "teamid",
  "role", "roles", "isadmin", "admin", "permissions", "scopes", "threadid",
  "authtoken", "accesstoken", "refreshtoken", "sessiontoken", "idtoken", "bearertoken", "jwt", "apikey",
] as const;
type IdentityName = (typeof identityNames)[number];
const identityNameSet = new Set<string>(identityNames);

type Squash<Key extends string> =
  Key extends `${infer Head}_${infer Tail}` ? Squash<`${Head}${Tail}`>
  : Key extends `${infer Head}-${infer Tail}` ? Squash<`${Head}${Tail}`>
  : Lowercase<Key>;
type NamesIdentity<Key> = Key extends string ? (string extends Key ? never : Squash<Key> extends IdentityName ? true : never) : never;
type Leaf = string | number | bigint | boolean | symbol | null | undefined | Date | ((...args: never) => unknown);
type Join<Path extends string, Key extends string> = Path extends "" ? Key : `${Path}.${Key}`;
type Shallower = [never, 0, 1, 2, 3, 4, 5, 6];

type LeafKind =
  | "string" | "number" | "int" | "boolean" | "bigint" | "date" | "enum" | "literal" | "null" | "undefined" | "nan" | "never" | "void" | "symbol"
  | "template_literal" | "file";

/**
 * `true` if there is any identity key, else `never`. Walks the schema and not its input type, and knows no paths: the compiler answers
 * once for equal parts, and works out no type that the program does not need. Paths are for those who get the message.
 */
type HasIdentity<Schema, Depth extends number = 6> =
  [Depth] extends [never] ? never
  : Schema extends { _zod: { def: infer Definition } }
    ? Definition extends { type: LeafKind } ? never
    : Definition extends { shape: infer Shape }
      ? NamesIdentity<keyof Shape> | { [Key in keyof Shape & string]: HasIdentity<Shape[Key], Shallower[Depth]> }[keyof Shape & string]
    : Definition extends { element: infer Item } ? HasIdentity<Item, Shallower[Depth]>
    : Definition extends { innerType: infer Inner } ? HasIdentity<Inner, Depth>
    // Unions, records, tuples, pipes, and what has a type but no structure (`lazy`, `custom`): by what goes in.
    : Schema extends ZodSchema ? ([IdentityPaths<Schema["_zod"]["input"]>] extends [never] ? never : true) : never
  : never;

/** Union of the dotted paths of identity keys in what the model writes. Looks seven levels deep, so recursive schemas end. */
export type IdentityPaths<Input, Allowed extends string = never, Path extends string = "", Depth extends number = 6> =
  [Depth] extends [never] ? never
  : 0 extends 1 & Input ? never
  : Input extends Leaf ? never
  : Input extends readonly (infer Item)[] ? IdentityPaths<Item, Allowed, `${Path}[]`, Shallower[Depth]>
  : Input extends ReadonlyMap<infer Key, infer Value> ? IdentityPaths<Key | Value, Allowed, Path, Shallower[Depth]>
  : Input extends ReadonlySet<infer Item> ? IdentityPaths<Item, Allowed, Path, Shallower[Depth]>
  : {
      [Key in keyof Input & string]:
        | (string extends Key ? never
          : Squash<Key> extends IdentityName ? (Join<Path, Key> extends Allowed ? never : Join<Path, Key>)
          : never)
        | IdentityPaths<Input[Key], Allowed, Join<Path, string extends Key ? "*" : Key>, Shallower[Depth]>;
    }[keyof Input & string];

/** `unknown` for a schema without identity keys, `never` for an `any` schema (which would pass everything else), else the problem. */
export type NoIdentity<Schema extends ZodSchema, Allowed extends string = never> =
  0 extends 1 & Schema ? never
  : [HasIdentity<Schema>] extends [never] ? unknown
  : [IdentityPaths<Schema["_zod"]["input"], Allowed>] extends [never] ? unknown
  : Problem<`tool argument '${IdentityPaths<Schema["_zod"]["input"], Allowed>}' names the caller's identity: the model must not supply it. Read cfg.identity instead.`>;

/**
 * The run-time twin of `NoIdentity`. Also sees what types cannot: loose objects, `preprocess`, JSON Schema.
 *
 * @internal
 * @returns the dotted paths of identity keys, and of places where the model may add any key.
 */
export function identityPaths(schema: unknown, allowed: readonly string[] = []): string[] {
  const walk = new IdentityWalk(allowed);
  if (definitionOf(schema)) walk.zod(schema, "");
  else walk.json(schema, schema, "");
  return [...walk.found];
}

/**
 * The same for data: which keys of the model's arguments name the caller, whatever the schema said.
 *
 * @internal
 */
export function identityPathsIn(args: unknown, allowed: readonly string[] = [], path = ""): string[] {
  if (typeof args !== "object" || args === null) return [];
  if (Array.isArray(args)) return [...new Set(args.flatMap((item) => identityPathsIn(item, allowed, `${path}[]`)))];
  return Object.entries(args).flatMap(([key, value]) => {
    const here = join(path, key);
    return [...(namesIdentity(key) && !allowed.includes(here) ? [here] : []), ...identityPathsIn(value, allowed, here)];
  });
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

function namesIdentity(key: string): boolean {
  return identityNameSet.has(key.replace(/[_-]/g, "").toLowerCase());
}

class IdentityWalk {
  readonly found = new Set<string>();
  readonly #seen = new Set<unknown>();
  readonly #allowed: readonly string[];

  constructor(allowed: readonly string[]) {
    this.#allowed = allowed;
  }

  #key(key: string, path: string): string {
    const here = join(path, key);
    if (namesIdentity(key) && !this.#allowed.includes(here)) this.found.add(here);
    return here;
  }

  #open(path: string): void {
    this.found.add(`${path === "" ? "$" : path} (open object: the model may add any key)`);
  }

  zod(schema: unknown, path: string, depth = 0): void {
    const definition = definitionOf(schema);
    // A `lazy` may return a new schema each time, so identity alone does not end every recursion.
    if (!definition || this.#seen.has(schema) || depth > 24) return;
    this.#seen.add(schema);
    for (const [below, at] of this.#zodChildren(definition, path)) this.zod(below, at, depth + 1);
    // One schema may stand at several paths; only a cycle has to end.
    this.#seen.delete(schema);
  }

  #zodChildren(definition: SchemaDefinition, path: string): [unknown, string][] {
    switch (definition.type) {
      case "object": {
        const catchall = definitionOf(definition.catchall);
        if (catchall && catchall.type !== "never") this.#open(path);
        return Object.entries(definition.shape as object).map(([key, value]) => [value, this.#key(key, path)]);
      }
      case "array": return [[definition.element, `${path}[]`]];
      case "union": return (definition.options as unknown[]).map((option) => [option, path]);
      case "intersection": return [[definition.left, path], [definition.right, path]];
      case "tuple": return [...(definition.items as unknown[]), definition.rest].map((item) => [item, `${path}[]`]);
      case "record": return this.#recordChildren(definition, path);
      case "map": return [[definition.keyType, path], [definition.valueType, path]];
      case "set": return [[definition.valueType, path]];
      case "pipe": return [[definition.in, path], [definition.out, path]];
      case "lazy": return [[(definition.getter as () => unknown)(), path]];
      default: return [[definition.innerType, path]];
    }
  }

  #recordChildren(definition: SchemaDefinition, path: string): [unknown, string][] {
    const keys = definitionOf(definition.keyType);
    const names = keys?.type === "enum" ? Object.values(keys.entries as object) : keys?.type === "literal" ? (keys.values as unknown[]) : [];
    for (const name of names) this.#key(String(name), path);
    return [[definition.valueType, path === "" ? "*" : `${path}.*`]];
  }

  json(schema: unknown, root: unknown, path: string): void {
    if (typeof schema !== "object" || schema === null || this.#seen.has(schema)) return;
    this.#seen.add(schema);
    const node = schema as Record<string, unknown>;
    if (typeof node.$ref === "string") this.json(resolvePointer(root, node.$ref), root, path);
    for (const [key, value] of Object.entries((node.properties as object | undefined) ?? {})) this.json(value, root, this.#key(key, path));
    for (const key of listOf(node.required)) if (typeof key === "string") this.#key(key, path);
    for (const word of ["anyOf", "oneOf", "allOf", "if", "then", "else"]) for (const option of listOf(node[word])) this.json(option, root, path);
    for (const option of Object.values((node.dependentSchemas as object | undefined) ?? {})) this.json(option, root, path);
    for (const word of ["items", "prefixItems", "contains"]) for (const item of listOf(node[word])) this.json(item, root, `${path}[]`);
    const others: unknown[] = [node.additionalProperties, ...Object.values((node.patternProperties as Record<string, unknown> | undefined) ?? {})];
    for (const other of others) this.json(other, root, path === "" ? "*" : `${path}.*`);
    this.#seen.delete(schema);
  }
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

/** Only references into the same document; others are unknown and add no path. */
function resolvePointer(root: unknown, reference: string): unknown {
  if (!reference.startsWith("#/")) return reference === "#" ? root : undefined;
  const steps = reference.slice(2).split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return steps.reduce<unknown>((node, step) => (typeof node === "object" && node !== null ? (node as Record<string, unknown>)[step] : undefined), root);
}
