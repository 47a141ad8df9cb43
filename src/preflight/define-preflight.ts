import { z } from "zod";
import { checklistItems, type ChecklistId } from "../checklist/items.js";

const day = z.iso.date({ error: "it is no day of the calendar, written as YYYY-MM-DD" });
const text = z.string({ error: "it is no text" }).min(1, { error: "it is empty" });

const answerSchema = z
  .strictObject({
    /** Who answers for the row. */
    by: text,
    on: day,
    /** The last day on which the answer counts. */
    until: day,
    statement: text,
    link: z.url({ error: "it is no address, such as https://wiki.acme.example" }).optional(),
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
