import { authedTool } from "agent-guardrails/tools";
import { z } from "zod";
import { auth } from "../auth.js";
import { getJson } from "../intranet.js";

const profile = z.object({ name: z.string(), department: z.string() });
const payslip = z.object({ month: z.string(), net: z.number(), currency: z.string() });

/** Two more attempts, for an intranet that is restarting. */
const retry = { retries: 2, minDelayMs: 50 };

export const whoAmI = authedTool(
  async (_, cfg) => getJson(`/people/${cfg.identity.orgId}/${cfg.identity.userId}`, profile, cfg.signal),
  { name: "who_am_i", description: "Name and department of the person who asks.", schema: z.object({}), auth, effect: "read", retry, timeoutMs: 10_000 },
);

export const getPayslip = authedTool(
  async ({ month }, cfg) => getJson(`/payslips/${cfg.identity.orgId}/${cfg.identity.userId}/${month}`, payslip, cfg.signal),
  {
    name: "get_payslip",
    description: "The payslip of the person who asks, for one month.",
    schema: z.object({ month: z.string().regex(/^\d{4}-\d{2}$/) }),
    auth, effect: "read", retry, timeoutMs: 10_000,
  },
);
