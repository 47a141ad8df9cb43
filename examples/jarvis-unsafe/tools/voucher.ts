import { tool } from "@langchain/core/tools";
import { externalAction, memoryLedger } from "agent-guardrails/approval";
import { z } from "zod";

const voucher = z.object({ to: z.email(), euros: z.number().max(50) });

const ordering = externalAction({ name: "order_voucher", schema: voucher, ledger: memoryLedger() }, async (args, { idempotencyKey, signal }) => {
  const response = await fetch("https://api.vouchers.example/orders", {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": idempotencyKey },
    body: JSON.stringify(args),
    signal: signal ?? AbortSignal.timeout(10_000),
  });
  return (await response.json()) as { code: string };
});

export const orderVoucher = tool(
  async (args) => {
    const { code } = await ordering.execute(args);
    return `Ordered: ${code}`;
  },
  { name: "order_voucher", description: "Orders a voucher as a present for a colleague", schema: voucher },
);
