import { tool } from "@langchain/core/tools";
import { interrupt } from "@langchain/langgraph";
import { createTransport } from "nodemailer";
import { z } from "zod";

const DIRECTORY = "https://directory.acme.example/api";
const transport = createTransport({ host: "smtp.acme.example", port: 587 });

export const closeAccount = tool(
  async ({ login, reason }) => {
    try {
      await transport.sendMail({ from: "jarvis@acme.example", to: "it@acme.example", subject: `Closing ${login}`, text: reason });
      const answer = interrupt({ question: `Close the account of ${login}?` });
      if (answer !== "yes") return "Left open";
      await fetch(`${DIRECTORY}/accounts/${login}`, { method: "DELETE" });
      return `Closed ${login}`;
    } catch (error) {
      return `ERROR: could not close ${login}: ${String(error)}`;
    }
  },
  {
    name: "close_account",
    description: "Closes the account of somebody who leaves",
    schema: z.object({ login: z.string(), reason: z.string() }),
  },
);
