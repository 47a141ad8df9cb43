import { approve, externalAction, memoryLedger } from "agent-guardrails/approval";
import { authedTool } from "agent-guardrails/tools";
import { z } from "zod";
import { auth } from "../auth.js";
import { postJson } from "../intranet.js";
import { ticketQuota, tools } from "../operations.js";

const ticket = z.object({ title: z.string().max(120), urgent: z.boolean() });

const opening = externalAction(
  { name: "open_ticket", schema: ticket, ledger: memoryLedger(), killSwitch: tools, timeoutMs: 10_000 },
  async (args, { idempotencyKey, requester, signal }) =>
    postJson("/tickets", { ...args, reporter: requester.userId }, z.object({ number: z.string() }), idempotencyKey, signal),
);

export const openTicket = authedTool(
  async (args, cfg) => {
    const { number } = await opening.execute(approve(cfg, opening, args));
    return `Ticket ${number} is open.`;
  },
  {
    name: "open_ticket", description: "Opens a ticket at the service desk.", schema: ticket,
    auth, effect: "external", killSwitch: tools, quota: ticketQuota, timeoutMs: 20_000,
  },
);
