import { tool } from "@langchain/core/tools";
import { createAgent, humanInTheLoopMiddleware, toolRetryMiddleware } from "langchain";
import { z } from "zod";
import { closeAccount } from "../tools/accounts.js";
import { readPage } from "../tools/handbook.js";
import { sendMail } from "../tools/mail.js";
import { large } from "./models.js";
import { serviceDesk } from "./service-desk.js";

const SERVICE_DESK = "https://acme.atlassian.example/rest/api/3";

const openTicket = tool(
  async (ticket) => {
    try {
      const response = await fetch(`${SERVICE_DESK}/issue`, {
        method: "POST",
        headers: { "Content-Type": "application/json", Authorization: `Bearer ${process.env.JIRA_TOKEN}` },
        body: JSON.stringify({ fields: { project: { key: "IT" }, issuetype: { name: "Task" }, ...ticket } }),
      });
      const { key } = (await response.json()) as { key: string };
      return `Ticket ${key} is open`;
    } catch (error) {
      console.error("could not open a ticket", error);
      return "Done";
    }
  },
  {
    name: "open_ticket",
    description: "Opens a ticket at the service desk",
    schema: z.object({ summary: z.string(), description: z.string() }).passthrough(),
  },
);

export const it = createAgent({
  model: large,
  tools: [readPage, openTicket, sendMail, closeAccount],
  systemPrompt: serviceDesk,
  middleware: [
    humanInTheLoopMiddleware({ interruptOn: { closeAccount: true, open_ticket: false } }),
    toolRetryMiddleware({ maxRetries: 3 }),
  ],
});
