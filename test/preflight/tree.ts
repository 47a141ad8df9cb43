import { project } from "../support/probe.js";

/** A tool that holds every row it touches, and one that reads identity from the model. */
export const GOOD_TOOL = `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const clock = tool(async () => new Date().toISOString(), { name: "clock", description: "The time.", schema: z.object({}) });
`;

export const PAYSLIP_TOOL = `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const payslip = tool(async ({ user_email }) => user_email, {
  name: "get_payslip",
  description: "The payslip of a person.",
  schema: z.object({ user_email: z.string() }),
});
`;

/** A project of its own in a folder of its own. */
export function tree(files: Readonly<Record<string, string>>): string {
  return project({ "package.json": JSON.stringify({ name: "shop", type: "module" }), ...files });
}
