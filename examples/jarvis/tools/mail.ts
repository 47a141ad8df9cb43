import { approve, externalAction, memoryLedger } from "agent-guardrails/approval";
import { authedTool } from "agent-guardrails/tools";
import { z } from "zod";
import { auth } from "../auth.js";
import { postJson } from "../intranet.js";
import { mailQuota, tools } from "../operations.js";

const letter = z.object({ to: z.email(), subject: z.string().max(120), text: z.string().max(5_000) });

const sending = externalAction(
  { name: "send_mail", schema: letter, ledger: memoryLedger(), killSwitch: tools, timeoutMs: 10_000 },
  async (args, { idempotencyKey, requester, signal }) =>
    postJson("/outbox", { ...args, from: requester.userId }, z.object({ id: z.string() }), idempotencyKey, signal),
);

export const sendMail = authedTool(
  async (args, cfg) => {
    const { id } = await sending.execute(approve(cfg, sending, args));
    return `Sent as ${id}.`;
  },
  {
    name: "send_mail", description: "Sends a mail in the name of the person who asks.", schema: letter,
    auth, effect: "external", killSwitch: tools, quota: mailQuota, timeoutMs: 20_000,
  },
);
