import { tool } from "@langchain/core/tools";
import { untrusted, type UntrustedText } from "agent-guardrails";
import { z } from "zod";
import { small } from "../agent/models.js";
import { getText } from "../lib/http.js";

async function latestMail(): Promise<UntrustedText<"mail">> {
  return untrusted(await getText("/inbox/latest"), "mail");
}

export const summariseInbox = tool(
  async () => {
    const mail = await latestMail();
    const summary = await small.invoke(`Summarise this mail in one sentence:\n${mail}`);
    return summary.text;
  },
  { name: "summarise_inbox", description: "Summarises the latest mail", schema: z.object({}) },
);
