import { z } from "zod";
import { checklistItems, type ChecklistId } from "../checklist/items.js";

const day = z.iso.date({ error: "a day is written as YYYY-MM-DD" });

const answerSchema = z
  .strictObject({
    /** Who answers for the row. */
    by: z.string().min(1),
    on: day,
    /** The last day on which the answer counts. */
    until: day,
    statement: z.string().min(1),
    link: z.url().optional(),
  })
  .refine(({ on, until }) => on <= until, { path: ["until"], error: "it lies before `on`" });

/** The shape of `agent-guardrails.preflight.ts`. */
export const preflightFileSchema = z.strictObject({
  rows: z.partialRecord(z.enum(checklistItems.map(({ id }) => id) as [ChecklistId, ...ChecklistId[]]), answerSchema).default({}),
});

export type PreflightFile = z.input<typeof preflightFileSchema>;

/** For `agent-guardrails.preflight.ts`: who answers for what no file shows, and until when. */
export function definePreflight(file: PreflightFile): PreflightFile {
  return file;
}
