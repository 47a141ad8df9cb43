import { tool } from "@langchain/core/tools";
import { createTransport } from "nodemailer";
import { z } from "zod";

const transport = createTransport({ host: "smtp.acme.example", port: 587 });

export const sendMail = tool(
  async ({ to, subject, text }) => {
    await transport.sendMail({ from: "jarvis@acme.example", to, subject, text });
    return `Sent to ${to}`;
  },
  {
    name: "send_mail",
    description: "Sends a mail in the name of the user",
    schema: z.object({ to: z.string(), subject: z.string(), text: z.string() }),
  },
);
