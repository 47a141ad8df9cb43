import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const findOffice = tool(
  async ({ city }) => {
    const response = await fetch("https://facilities.acme.example/offices.json");
    const offices = (await response.json()) as Record<string, string>;
    return offices[city] ?? "There is no office in this city";
  },
  { name: "find_office", description: "The address of an office", schema: z.object({ city: z.string() }) },
);
