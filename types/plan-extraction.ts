import { delimit } from "./delimited-block.js";
import { planSchemaOrThrow, type Plan, type PlanSchema } from "./plan-schema.js";
import type { SystemPromptText } from "./system-prompt.js";
import type { UntrustedText } from "./untrusted-text.js";
import type { OutputOf, ZodObjectSchema } from "./zod-schema.js";

/** A chat model of LangChain. One with tools bound has no `withStructuredOutput`, so it does not fit: the planner only reads. */
export interface PlannerModel {
  withStructuredOutput(schema: object): { invoke(messages: { role: string; content: unknown }[], options?: object): Promise<unknown> };
}

/** Options of the one model call. */
export interface ExtractPlanOptions {
  /** Cancels the model call. */
  signal?: AbortSignal;
}

/**
 * Lets a model without tools read untrusted text and answer in a closed vocabulary. Only the parsed plan comes back.
 *
 * @throws {ZodError} if the model's answer does not fit.
 * @throws {TypeError} for a text that `untrusted()` did not return in this process.
 * @throws {PlanSchemaError} for a schema that `planSchema()` did not make.
 */
export async function extractPlan<Schema extends ZodObjectSchema>(
  model: PlannerModel, texts: UntrustedText | readonly UntrustedText[], plan: PlanSchema<Schema>, instruction: SystemPromptText,
  options: ExtractPlanOptions = {},
): Promise<Plan<OutputOf<Schema>>> {
  planSchemaOrThrow(plan);
  const sources: readonly UntrustedText[] = typeof texts === "symbol" ? [texts] : texts;
  const messages = [
    { role: "system", content: instruction },
    { role: "user", content: sources.map((text) => delimit(text)) },
  ];
  return plan.parse(await model.withStructuredOutput(plan.schema).invoke(messages, options));
}
