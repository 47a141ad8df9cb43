import type { RunnableConfig } from "@langchain/core/runnables";
import { tool } from "@langchain/core/tools";
import type { AuthedConfig } from "agent-guardrails";
import { z } from "zod";
import { getJson } from "../lib/http.js";

/** Only for the person who asks. */
export async function salaryOf(config: AuthedConfig): Promise<{ gross: number }> {
  return getJson(`/salaries/${config.identity.orgId}/${config.identity.userId}`);
}

export const getSalary = tool(
  async (_, config: RunnableConfig) => {
    const { gross } = await salaryOf(config);
    return `${gross} a year`;
  },
  { name: "get_salary", description: "The salary of the user", schema: z.object({}) },
);

export const getBonus = tool(
  async ({ year }, config: RunnableConfig) => {
    const { gross } = await salaryOf(config as unknown as AuthedConfig);
    return `${Math.round(gross * 0.08)} in ${year}`;
  },
  { name: "get_bonus", description: "The bonus of the user in one year", schema: z.object({ year: z.number() }) },
);
