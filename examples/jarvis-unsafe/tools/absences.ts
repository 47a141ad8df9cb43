import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { getJson } from "../lib/http.js";

export const whoIsAway = tool(
  async ({ team, month }) => {
    const holidays = await getJson<string[]>(`/holidays/${team}/${month}`);
    const trips = await getJson<string[]>(`/trips/${team}/${month}`);
    return [...holidays, ...trips].join("\n");
  },
  {
    name: "who_is_away",
    description: "Who of a team is away in a month, on holiday or on a business trip",
    schema: z.object({ team: z.string(), month: z.string() }),
  },
);
