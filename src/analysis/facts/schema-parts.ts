import type { TSESTree } from "@typescript-eslint/utils";
import { definitionOf } from "../origin/value.js";
import type { Node } from "../syntax/expression.js";

/** One field of a schema: what the model may write. */
export interface SchemaField {
  readonly key: string;
  /** The keys from the root; `[]` stands for the items of an array, `*` for any key of a record. */
  readonly path: readonly string[];
  /** The place of the key. It may stand in another file. */
  readonly node: TSESTree.Property;
  /** What the model writes there, where that is a plain value. */
  readonly scalar: Scalar | undefined;
  /** True where the schema leaves the model no choice: `z.literal("eu")`, `z.never()`, `{ const: "eu" }`. */
  readonly fixed: boolean;
  /** True where the model picks from a list that is written down: `z.enum([…])`, `{ enum: […] }`. */
  readonly choice: boolean;
  /** True where the model writes a list: `z.array(…)`, `{ type: "array" }`. */
  readonly list: boolean;
  /** What else of the schema names the field or may read it: a mask, a check, a list of required keys. */
  readonly ties: readonly Node[];
}

/** What the model writes under a key. */
export type FieldValue = Pick<SchemaField, "scalar" | "fixed" | "choice" | "list">;

export const UNSEEN_VALUE: FieldValue = { scalar: undefined, fixed: false, choice: false, list: false };

export type Scalar = "string" | "number" | "boolean";

/** A schema as far as it can be seen. */
export interface Schema {
  readonly fields: readonly SchemaField[];
  /** False where a part could not be resolved, so that there may be more fields. */
  readonly complete: boolean;
  /** Where keys beyond the fields are let through: `z.looseObject`, `.passthrough()`, a JSON Schema without `additionalProperties: false`. */
  readonly openings: readonly Opening[];
}

/** A place that lets keys through which the schema does not name. */
export interface Opening {
  readonly node: Node;
  /** The keys that lead to the object whose keys they are. */
  readonly path: readonly string[];
}

/** How deep a schema is read. */
export const DEEPEST = 12;
/** Schemas that refer to each other many times over are given up before they cost seconds. */
export const MOST_PARTS = 2_000;

/** What a part of a schema holds. */
export interface Found {
  fields: SchemaField[];
  complete: boolean;
  openings: readonly Opening[];
}

/** Where the reading of a schema has come to. */
export interface Place {
  readonly seen: ReadonlySet<Node>;
  readonly depth: number;
  readonly budget: { parts: number };
  /** True where a JSON Schema around this one lets no further keys through. */
  readonly closed?: boolean;
}

export const nothing = (): Found => ({ fields: [], complete: true, openings: [] });
export const unseen = (): Found => ({ fields: [], complete: false, openings: [] });

export function join(parts: readonly Found[]): Found {
  return {
    fields: parts.flatMap((part) => part.fields),
    complete: parts.every((part) => part.complete),
    openings: parts.flatMap((part) => part.openings),
  };
}

/** Reads a part of a schema, at the same path or further down. */
export type Next = (inner: Node, innerPath?: readonly string[]) => Found;

/** With one place more that lets further keys through. */
export function opened(found: Found, path: readonly string[], node: Node): Found {
  return { ...found, openings: [{ node, path }, ...found.openings] };
}

/** A literal, or a list of one. */
export function isOneValue(node: Node | undefined): boolean {
  const value = node && definitionOf(node);
  return value?.type === "Literal" || (value?.type === "ArrayExpression" && value.elements.length === 1);
}
