import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const calculate = tool(
  async ({ formula }) => {
    const value: unknown = new Function(`return (${formula})`)();
    return String(value);
  },
  { name: "calculate", description: "Calculates a formula, such as 12 * 1.19", schema: z.object({ formula: z.string() }) },
);
