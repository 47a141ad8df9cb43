import { screen, untrusted } from "agent-guardrails";
import { authedTool, ToolFailure } from "agent-guardrails/tools";
import { z } from "zod";
import { auth } from "../auth.js";
import { getJson } from "../intranet.js";

const page = z.object({ text: z.string() });

/** Stands for a detector: a moderation model or a service. */
const detector = (text: string) => (/\b(ignore|disregard)\b.*\binstructions\b/i.test(text) ? "suspicious" : "clean");

/** Anybody at Acme can edit the handbook, so what stands in it is data. */
export const readHandbook = authedTool(
  async ({ topic }, cfg) => {
    const { text } = await getJson(`/handbook/${encodeURIComponent(topic)}`, page, cfg.signal);
    const screened = await screen(untrusted(text, "handbook"), detector);
    if (!screened) throw new ToolFailure("this page gives instructions to assistants, so it is withheld");
    return screened;
  },
  {
    name: "read_handbook",
    description: "A page of the employee handbook.",
    schema: z.object({ topic: z.string().max(80) }),
    auth, effect: "read", reads: "untrusted", retry: { retries: 2, minDelayMs: 50 }, timeoutMs: 10_000,
  },
);
