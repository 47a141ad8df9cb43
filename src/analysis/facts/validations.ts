import { PARSING_METHODS } from "../frameworks/schema-libraries.js";
import { samePath, valueOfVariable } from "../origin/origin.js";
import { variableOf } from "../project/source-file.js";
import { memberChain, memberName, unwrapAwaited, type Node } from "../syntax/expression.js";
import { parseSchema, type Schema } from "./schemas.js";

/** A value that went through a schema: which one, and the keys that lead from what was parsed to the value. */
interface Validation {
  /** `undefined` where the schema stands out of sight, as that of `c.req.valid("json")`. */
  readonly schema: Node | undefined;
  readonly path: readonly string[];
}


/** How a schema limits the keys of an object that was parsed with it; `undefined` where no schema was asked. */
export function limitsOf(node: Node): "named" | "any" | "unknown" | undefined {
  const validation = validationOf(node, [], 0);
  if (!validation) return undefined;
  const schema = validation.schema && parseSchema(validation.schema);
  return schema ? limitsAt(schema, validation.path) : "unknown";
}

/** Whether a value went through a schema that has something under these keys and says nothing of what that is: `parts: z.array(z.any())`. */
export function leavesOpen(node: Node, keys: readonly string[]): boolean {
  const validation = validationOf(node, [], 0);
  const schema = validation?.schema && parseSchema(validation.schema);
  if (!validation || !schema?.complete) return false;
  const path = [...validation.path, ...keys];
  const isUnder = (other: readonly string[]): boolean => path.every((key, index) => other[index] === key);
  return schema.fields.some((field) => samePath(field.path, path)) && !schema.fields.some((field) => field.path.length > path.length && isUnder(field.path));
}

function limitsAt({ fields, complete, openings }: Schema, path: readonly string[]): "named" | "any" | "unknown" {
  if (!complete) return "unknown";
  const inside = fields.filter((field) => field.path.length > path.length && path.every((key, index) => field.path[index] === key));
  // A record, or a schema that says nothing of the object's keys.
  if (inside.length === 0 || inside.some((field) => field.path[path.length] === "*")) return "any";
  const isOpen = openings.some((opening) => samePath(opening.path, path));
  return isOpen ? "any" : "named";
}

function validationOf(node: Node, path: readonly string[], steps: number): Validation | undefined {
  if (steps > 8) return undefined;
  const { root: value, keys: read } = memberChain(node);
  const keys = [...read, ...path];
  if (value.type === "LogicalExpression") return validationOf(value.left, keys, steps + 1);
  if (value.type === "Identifier") {
    const variable = variableOf(value);
    const held = variable && valueOfVariable(variable);
    return held && validationOf(held.node, [...held.path, ...keys], steps + 1);
  }
  if (value.type !== "CallExpression") return undefined;
  const callee = unwrapAwaited(value.callee);
  if (callee.type !== "MemberExpression") return undefined;
  const method = memberName(callee) ?? "";
  if (method === "valid") return { schema: undefined, path: keys };
  // JSON.parse checks nothing.
  if (!PARSING_METHODS.has(method) || (callee.object.type === "Identifier" && callee.object.name === "JSON")) return undefined;
  return { schema: callee.object, path: method.startsWith("safe") && keys[0] === "data" ? keys.slice(1) : keys };
}
