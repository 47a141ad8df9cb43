import { identityOf, type AuthedConfig } from "./authed-config.js";
import { planSchemaOrThrow, type Plan, type PlanSchema } from "./plan-schema.js";
import { parseWith, type OutputOf, type ZodObjectSchema } from "./zod-schema.js";

/**
 * The half that acts. It can be fed a plan of its schema and nothing else: no literal, no spread, no text. The plan is parsed again
 * and the config checked again at each call, so a value that was asserted into a plan is refused too.
 *
 * @throws {PlanSchemaError} for a schema that `planSchema()` did not make.
 *
 * The returned function throws {ZodError} for a value outside the vocabulary and {IdentityError} for a config without identity.
 */
export function executor<Schema extends ZodObjectSchema, Result>(
  plan: PlanSchema<Schema>, act: (plan: Plan<OutputOf<Schema>>, cfg: AuthedConfig) => Promise<Result>,
): (plan: Plan<OutputOf<Schema>>, cfg: AuthedConfig) => Promise<Result> {
  planSchemaOrThrow(plan);
  return async (received, cfg) => {
    identityOf(cfg);
    return act(parseWith(plan.schema, received), cfg);
  };
}
