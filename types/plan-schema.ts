import { z } from "zod";
import { registry, type Brand } from "./brand.js";
import { freeText, type NoFreeText } from "./closed-schema.js";
import { parseWith, type OutputOf, type ZodObjectSchema } from "./zod-schema.js";

/** A value over a closed vocabulary, chosen by a model that read untrusted text. */
export type Plan<Value> = Brand<Value, "Plan">;

/** The schema of a plan leaves room for free text. */
export class PlanSchemaError extends Error {
  override name = "PlanSchemaError";
}

/** A schema that leaves no room for free text. */
export interface PlanSchema<Schema extends ZodObjectSchema> {
  readonly schema: Schema;
  /**
   * Mints a plan. What a plan promises is a matter of its value, so any hop (checkpoint, queue, HTTP) ends with another parse.
   *
   * @throws {ZodError} as zod does.
   */
  parse(value: unknown): Plan<OutputOf<Schema>>;
}

/**
 * Declares what a planner may say.
 *
 * @throws {PlanSchemaError} naming each field that can carry free text. Beyond what the compiler sees, lists need `.max(50)` or less.
 */
export function planSchema<Schema extends ZodObjectSchema>(schema: Schema & NoFreeText<Schema>): PlanSchema<Schema> {
  const open = freeText(schema);
  if (open.length > 0) throw new PlanSchemaError(`a plan cannot carry free text: ${open.join(", ")}`);
  const plan = Object.freeze({ schema, parse: (value: unknown) => parseWith(schema, value) as Plan<OutputOf<Schema>> });
  plans.set(plan, true);
  return plan;
}

const plans = registry<true>("plan");

/**
 * @internal
 * @throws {PlanSchemaError} for anything else than what `planSchema()` returned.
 */
export function planSchemaOrThrow(plan: object): void {
  if (!plans.has(plan)) throw new PlanSchemaError("this schema was not made by planSchema()");
}

/**
 * A choice among ids that are known before the planner reads: those of the rows that a query returned, say. They may not come from
 * the untrusted text itself.
 *
 * @throws {TypeError} without ids, with more than 1,000, or with one that reads as text (not 1 to 128 of `A-Z a-z 0-9 _ . : @ / -`).
 */
export function idFrom(ids: readonly string[]): z.ZodEnum<Record<string, string>> {
  if (ids.length === 0 || ids.length > 1_000) throw new TypeError("idFrom() takes 1 to 1,000 ids");
  const worded = ids.findIndex((id) => !/^[\w.:@/-]{1,128}$/.test(id));
  if (worded !== -1) throw new TypeError(`id number ${worded} is no id: it could carry text`);
  return z.enum(Object.fromEntries(ids.map((id) => [id, id])));
}
