/** The planner reads, the executor acts, and no free text crosses. Needs zod only. */
export type { FreeText, NoFreeText } from "./closed-schema.js";
export { executor } from "./executor.js";
export { extractPlan, type ExtractPlanOptions, type PlannerModel } from "./plan-extraction.js";
export { idFrom, planSchema, PlanSchemaError, type Plan, type PlanSchema } from "./plan-schema.js";
