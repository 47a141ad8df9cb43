import { tenantNamespace, tenantStore } from "agent-guardrails";
import { authedTool } from "agent-guardrails/tools";
import { z } from "zod";
import { auth } from "../auth.js";
import { tools } from "../operations.js";

export const setCurrency = authedTool(
  async ({ currency }, cfg) => {
    await tenantStore(cfg).put(tenantNamespace(cfg, "preferences"), "currency", { currency });
    return "Noted.";
  },
  {
    name: "set_currency",
    description: "Remembers the currency in which the person who asks wants to read amounts.",
    schema: z.object({ currency: z.enum(["EUR", "USD", "CHF"]) }),
    auth, effect: "write", killSwitch: tools,
  },
);
