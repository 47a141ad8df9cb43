import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/no-side-effect-before-interrupt.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("no-side-effect-before-interrupt", rule, {
  valid: [
    {
      name: "is silent where the mail follows the answer",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          const answer = interrupt(state.draft);
          if (answer === "yes") await mailer.sendMail(state.mail);
          return { answer };
        }
      `,
    },
    {
      name: "is silent about reading before the pause",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          const page = await fetch("https://api.example.com/orders");
          const answer = interrupt(await page.text());
          return { answer };
        }
      `,
    },
    {
      name: "is silent about a search that is sent as a POST",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          const hits = await fetch("https://api.example.com/search", { method: "POST", body: state.query });
          return { answer: interrupt(await hits.text()) };
        }
      `,
    },
    {
      name: "is silent about a branch that ends before the pause",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          if (state.approved) {
            await mailer.sendMail(state.mail);
            return { sent: true };
          }
          return { answer: interrupt(state.draft) };
        }
      `,
    },
    {
      name: "is silent about the other branch of the same statement",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          if (state.approved) {
            await mailer.sendMail(state.mail);
          } else {
            return { answer: interrupt(state.draft) };
          }
        }
      `,
    },
    {
      name: "is silent about the other arm of a conditional",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export const review = (state) => (state.approved ? mailer.sendMail(state.mail) : interrupt(state.draft));
      `,
    },
    {
      name: "is silent about an effect in another node",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export async function send(state) {
          await mailer.sendMail(state.mail);
        }
        export async function review(state) {
          return { answer: interrupt(state.draft) };
        }
      `,
    },
    {
      name: "is silent where nothing pauses",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export { interrupt };
        export async function send(state) {
          await mailer.sendMail(state.mail);
        }
      `,
    },
    {
      name: "is silent about a function of another library that is called interrupt",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "audio-context";
        import { StateGraph } from "@langchain/langgraph";
        export const graph = new StateGraph({});
        const mailer = nodemailer.createTransport({});
        export async function stop(state) {
          await mailer.sendMail(state.mail);
          interrupt();
        }
      `,
    },
    {
      name: "is silent about a shadowed interrupt",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export { interrupt };
        export async function stop(state, interrupt) {
          await mailer.sendMail(state.mail);
          interrupt();
        }
      `,
    },
    {
      name: "is silent about a method called sendMail of another object",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state, desk) {
          await desk.sendMail(state.mail);
          return { answer: interrupt(state.draft) };
        }
      `,
    },
    {
      name: "is silent about the same word in another library",
      code: `
        import nodemailer from "my-nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          await mailer.sendMail(state.mail);
          return { answer: interrupt(state.draft) };
        }
      `,
    },
    {
      name: "is silent about a regular expression that is executed",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          const found = /draft/u.exec(state.text);
          return { answer: interrupt(found) };
        }
      `,
    },
    {
      name: "is silent about a write to the program's own database",
      code: `
        import pg from "pg";
        import { interrupt } from "@langchain/langgraph";
        const pool = new pg.Pool();
        export async function review(state) {
          await pool.query("INSERT INTO drafts (id) VALUES ($1)", [state.id]);
          return { answer: interrupt(state.draft) };
        }
      `,
    },
    {
      name: "is silent about a POST to the program's own server",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          await fetch("/api/drafts", { method: "POST", body: state.draft });
          return { answer: interrupt(state.draft) };
        }
      `,
    },
    {
      name: "is silent about a POST to this machine",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          await fetch("http://localhost:8080/drafts", { method: "POST", body: state.draft });
          return { answer: interrupt(state.draft) };
        }
      `,
    },
    {
      name: "is silent about a request whose address cannot be seen",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          await fetch(state.url, { method: "POST", body: state.draft });
          return { answer: interrupt(state.draft) };
        }
      `,
    },
    {
      name: "is silent about a request whose method cannot be seen",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          await fetch("https://api.example.com/orders", { method: state.method });
          return { answer: interrupt(state.draft) };
        }
      `,
    },
    {
      name: "is silent about a callback that is only defined before the pause",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          const send = async () => mailer.sendMail(state.mail);
          const answer = interrupt(state.draft);
          if (answer === "yes") await send();
          return { answer };
        }
      `,
    },
    {
      name: "is silent about an imported function that cannot be seen",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import { notify } from "./notify";
        export async function review(state) {
          await notify(state.mail);
          return { answer: interrupt(state.draft) };
        }
      `,
    },
    {
      name: "is silent about what the policy calls a read",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import { lookUp } from "./desk";
        export async function review(state) {
          await lookUp(state.id);
          return { answer: interrupt(state.draft) };
        }
      `,
      settings: { "agent-guardrails": { readCalls: ["lookUp"] } },
    },
    {
      name: "is silent about an effect behind the pause in a loop's body before the next round's",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          const answers = state.drafts.map((draft) => interrupt(draft));
          await mailer.sendMail(state.mail);
          return { answers };
        }
      `,
    },
    {
      name: "is silent about a switch that pauses in another case",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          switch (state.step) {
            case "send":
              await mailer.sendMail(state.mail);
              return {};
            default:
              return { answer: interrupt(state.draft) };
          }
        }
      `,
    },
    {
      name: "is silent in a test",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          await mailer.sendMail(state.mail);
          return { answer: interrupt(state.draft) };
        }
      `,
      filename: at("src/review.test.ts"),
    },
    {
      name: "is silent about a type that names the effect",
      code: `
        import type { Transporter } from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        export async function review(state: { mail: Transporter["sendMail"] }) {
          return { answer: interrupt(state) };
        }
      `,
    },
    {
      name: "is silent about an effect that ends the loop of questions",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import { Resend } from "resend";
        const resend = new Resend(process.env.RESEND_KEY);
        export async function review(state) {
          while (true) {
            const answer = interrupt(state.mail);
            if (answer === "yes") {
              await resend.emails.send(state.mail);
              return { sent: true };
            }
            if (answer === "no") break;
          }
          return { sent: false };
        }
      `,
    },
    {
      name: "is silent about an effect that sets the flag of the loop",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import { Resend } from "resend";
        const resend = new Resend(process.env.RESEND_KEY);
        export async function review(state) {
          let sent = false;
          while (!sent) {
            const answer = interrupt(state.mail);
            if (answer === "yes") {
              await resend.emails.send(state.mail);
              sent = true;
            }
          }
          return { sent };
        }
      `,
    },
    {
      name: "is silent about effects behind a loop of questions",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import { Resend } from "resend";
        const resend = new Resend(process.env.RESEND_KEY);
        export async function review(state) {
          const approved = [];
          for (const mail of state.mails) {
            if (interrupt(mail) === "yes") approved.push(mail);
          }
          for (const mail of approved) await resend.emails.send(mail);
          return {};
        }
      `,
    },
  ],
  invalid: [
    {
      name: "reports mail that is sent before the pause",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          await mailer.sendMail(state.mail);
          const answer = interrupt(state.draft);
          return { answer };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "mailer.sendMail", does: "sends mail", interrupt: "interrupt()" },
          line: 6,
          column: 17,
          endLine: 6,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports mail that is sent under a condition and goes on to the pause",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          if (state.urgent) await mailer.sendMail(state.mail);
          return { answer: interrupt(state.draft) };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "mailer.sendMail", does: "sends mail", interrupt: "interrupt()" },
          line: 6,
          column: 35,
          endLine: 6,
          endColumn: 62,
        },
      ],
    },
    {
      name: "reports mail that is sent in a try before the pause",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          try {
            await mailer.sendMail(state.mail);
          } catch (error) {
            console.error(error);
          }
          return { answer: interrupt(state.draft) };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "mailer.sendMail", does: "sends mail", interrupt: "interrupt()" },
          line: 7,
          column: 19,
          endLine: 7,
          endColumn: 46,
        },
      ],
    },
    {
      name: "reports an aliased import of the pause",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt as pause } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          await mailer.sendMail(state.mail);
          return { answer: pause(state.draft) };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "mailer.sendMail", does: "sends mail", interrupt: "pause()" },
          line: 6,
          column: 17,
          endLine: 6,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports a namespace import of the pause",
      code: `
        import nodemailer from "nodemailer";
        import * as lg from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          await mailer.sendMail(state.mail);
          return { answer: lg.interrupt(state.draft) };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "mailer.sendMail", does: "sends mail", interrupt: "lg.interrupt()" },
          line: 6,
          column: 17,
          endLine: 6,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports required modules",
      code: `
        const nodemailer = require("nodemailer");
        const { interrupt } = require("@langchain/langgraph");
        const mailer = nodemailer.createTransport({});
        exports.review = async (state) => {
          await mailer.sendMail(state.mail);
          return { answer: interrupt(state.draft) };
        };
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "mailer.sendMail", does: "sends mail", interrupt: "interrupt()" },
          line: 6,
          column: 17,
          endLine: 6,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports a payment before the pause",
      code: `
        import Stripe from "stripe";
        import { interrupt } from "@langchain/langgraph";
        const stripe = new Stripe(process.env.STRIPE_KEY);
        export async function refund(state) {
          const done = await stripe.refunds.create({ charge: state.charge });
          return { answer: interrupt(done) };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "stripe.refunds.create", does: "moves money", interrupt: "interrupt()" },
          line: 6,
          column: 30,
          endLine: 6,
          endColumn: 77,
        },
      ],
    },
    {
      name: "reports an effect that is an argument of the pause",
      code: `
        import Stripe from "stripe";
        import { interrupt } from "@langchain/langgraph";
        const stripe = new Stripe(process.env.STRIPE_KEY);
        export async function refund(state) {
          return { answer: interrupt(await stripe.refunds.create({ charge: state.charge })) };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "stripe.refunds.create", does: "moves money", interrupt: "interrupt()" },
          line: 6,
          column: 44,
          endLine: 6,
          endColumn: 91,
        },
      ],
    },
    {
      name: "reports the effect between two pauses",
      code: `
        import Stripe from "stripe";
        import { interrupt } from "@langchain/langgraph";
        const stripe = new Stripe(process.env.STRIPE_KEY);
        export async function refund(state) {
          const first = interrupt(state.draft);
          if (first !== "yes") return {};
          await stripe.refunds.create({ charge: state.charge });
          const second = interrupt(state.final);
          return { second };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "stripe.refunds.create", does: "moves money", interrupt: "interrupt()" },
          line: 8,
          column: 17,
          endLine: 8,
          endColumn: 64,
        },
      ],
    },
    {
      name: "reports a POST to another host",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function order(state) {
          await fetch("https://api.example.com/orders", { method: "POST", body: state.order });
          return { answer: interrupt(state.order) };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "fetch", does: "sends a POST to another host", interrupt: "interrupt()" },
          line: 4,
          column: 17,
          endLine: 4,
          endColumn: 95,
        },
      ],
    },
    {
      name: "reports a DELETE to another host",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function order(state) {
          await fetch(\`https://api.example.com/orders/\${state.id}\`, { method: "DELETE" });
          return { answer: interrupt(state.order) };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "fetch", does: "sends a DELETE to another host", interrupt: "interrupt()" },
          line: 4,
          column: 17,
          endLine: 4,
          endColumn: 90,
        },
      ],
    },
    {
      name: "reports a PUT by axios",
      code: `
        import axios from "axios";
        import { interrupt } from "@langchain/langgraph";
        export async function order(state) {
          await axios.put("https://api.example.com/orders", state.order);
          return { answer: interrupt(state.order) };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "axios.put", does: "sends a PUT to another host", interrupt: "interrupt()" },
          line: 5,
          column: 17,
          endLine: 5,
          endColumn: 73,
        },
      ],
    },
    {
      name: "reports a shell command",
      code: `
        import { execSync } from "node:child_process";
        import { interrupt } from "@langchain/langgraph";
        export async function deploy(state) {
          execSync("npm run deploy");
          return { answer: interrupt(state.plan) };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "execSync", does: "runs a shell command", interrupt: "interrupt()" },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 37,
        },
      ],
    },
    {
      name: "reports a deleted file",
      code: `
        import { rm } from "node:fs/promises";
        import { interrupt } from "@langchain/langgraph";
        export async function clean(state) {
          await rm(state.path);
          return { answer: interrupt(state.path) };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "rm", does: "deletes files", interrupt: "interrupt()" },
          line: 5,
          column: 17,
          endLine: 5,
          endColumn: 31,
        },
      ],
    },
    {
      name: "reports deleted rows",
      code: `
        import pg from "pg";
        import { interrupt } from "@langchain/langgraph";
        const pool = new pg.Pool();
        export async function clean(state) {
          await pool.query("DELETE FROM drafts WHERE id = $1", [state.id]);
          return { answer: interrupt(state.id) };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "pool.query", does: "deletes from a database", interrupt: "interrupt()" },
          line: 6,
          column: 17,
          endLine: 6,
          endColumn: 75,
        },
      ],
    },
    {
      name: "reports a message to Slack",
      code: `
        import { WebClient } from "@slack/web-api";
        import { interrupt } from "@langchain/langgraph";
        const slack = new WebClient(process.env.SLACK_TOKEN);
        export async function tell(state) {
          await slack.chat.postMessage({ channel: "ops", text: state.text });
          return { answer: interrupt(state.text) };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "slack.chat.postMessage", does: "posts to Slack", interrupt: "interrupt()" },
          line: 6,
          column: 17,
          endLine: 6,
          endColumn: 77,
        },
      ],
    },
    {
      name: "reports what the policy calls external",
      code: `
        import { notifyDesk } from "./desk";
        import { interrupt } from "@langchain/langgraph";
        export async function tell(state) {
          await notifyDesk(state.text);
          return { answer: interrupt(state.text) };
        }
      `,
      settings: { "agent-guardrails": { externalCalls: ["notifyDesk"] } },
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "notifyDesk", does: "acts outside", interrupt: "interrupt()" },
          line: 5,
          column: 17,
          endLine: 5,
          endColumn: 39,
        },
      ],
    },
    {
      name: "reports the call of a helper that has the effect",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        async function send(mail) {
          await mailer.sendMail(mail);
        }
        export async function review(state) {
          await send(state.mail);
          return { answer: interrupt(state.draft) };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "send", does: "sends mail", interrupt: "interrupt()" },
          line: 9,
          column: 17,
          endLine: 9,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports an effect before a helper that pauses",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        const ask = (draft) => interrupt({ draft });
        export async function review(state) {
          await mailer.sendMail(state.mail);
          return { answer: ask(state.draft) };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "mailer.sendMail", does: "sends mail", interrupt: "ask()" },
          line: 7,
          column: 17,
          endLine: 7,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports an effect before the guard approve",
      code: `
        import nodemailer from "nodemailer";
        import { approve } from "agent-guardrails/approval";
        const mailer = nodemailer.createTransport({});
        export async function review(cfg, action, args) {
          await mailer.sendMail(args);
          return action.execute(approve(cfg, action, args));
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "mailer.sendMail", does: "sends mail", interrupt: "approve()" },
          line: 6,
          column: 17,
          endLine: 6,
          endColumn: 38,
        },
      ],
    },
    {
      name: "reports an effect in a tool's handler",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export const send = tool(async (mail) => {
          await mailer.sendMail(mail);
          return interrupt(mail) === "yes" ? "kept" : "recalled";
        }, { name: "send", description: "Sends", schema: z.object({ to: z.string() }) });
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "mailer.sendMail", does: "sends mail", interrupt: "interrupt()" },
          line: 8,
          column: 17,
          endLine: 8,
          endColumn: 38,
        },
      ],
    },
    {
      name: "reports an effect in a node that is written in place",
      code: `
        import { StateGraph } from "@langchain/langgraph";
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export const graph = new StateGraph({}).addNode("review", async (state) => {
          await mailer.sendMail(state.mail);
          return { answer: interrupt(state.draft) };
        });
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "mailer.sendMail", does: "sends mail", interrupt: "interrupt()" },
          line: 7,
          column: 17,
          endLine: 7,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports each of two effects",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          await mailer.sendMail(state.first);
          await mailer.sendMail(state.second);
          return { answer: interrupt(state.draft) };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "mailer.sendMail", does: "sends mail", interrupt: "interrupt()" },
          line: 6,
          column: 17,
          endLine: 6,
          endColumn: 45,
        },
        {
          messageId: "repeatedEffect",
          data: { effect: "mailer.sendMail", does: "sends mail", interrupt: "interrupt()" },
          line: 7,
          column: 17,
          endLine: 7,
          endColumn: 46,
        },
      ],
    },
    {
      name: "reports an effect behind type assertions",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export async function review(state: { mail: unknown; draft: string }) {
          await (mailer!.sendMail(state.mail as object) as Promise<void>);
          return { answer: interrupt(state.draft) };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "mailer!.sendMail", does: "sends mail", interrupt: "interrupt()" },
          line: 6,
          column: 18,
          endLine: 6,
          endColumn: 56,
        },
      ],
    },
    {
      name: "reports an effect in a loop before the pause",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          for (const mail of state.mails) await mailer.sendMail(mail);
          return { answer: interrupt(state.draft) };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "mailer.sendMail", does: "sends mail", interrupt: "interrupt()" },
          line: 6,
          column: 49,
          endLine: 6,
          endColumn: 70,
        },
      ],
    },
    {
      name: "reports an effect in a callback that runs before the pause",
      code: `
        import nodemailer from "nodemailer";
        import { interrupt } from "@langchain/langgraph";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          await Promise.all(state.mails.map((mail) => mailer.sendMail(mail)));
          return { answer: interrupt(state.draft) };
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "mailer.sendMail", does: "sends mail", interrupt: "interrupt()" },
          line: 6,
          column: 55,
          endLine: 6,
          endColumn: 76,
        },
      ],
    },
    {
      name: "reports an effect of one round before the pause of the next",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import { Resend } from "resend";
        const resend = new Resend(process.env.RESEND_KEY);
        export async function review(state) {
          for (const mail of state.mails) {
            const answer = interrupt(mail);
            if (answer === "yes") await resend.emails.send(mail);
          }
          return {};
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "resend.emails.send", does: "sends mail", interrupt: "interrupt()" },
          line: 8,
          column: 41,
          endLine: 8,
          endColumn: 65,
        },
      ],
    },
    {
      name: "reports an effect in a counted loop behind the pause",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import { Resend } from "resend";
        const resend = new Resend(process.env.RESEND_KEY);
        export async function review({ mails }) {
          for (let index = 0; index < mails.length; index += 1) {
            switch (interrupt(mails[index])) {
              case "send":
                await resend.emails.send(mails[index]);
                break;
              default:
                continue;
            }
          }
          return {};
        }
      `,
      errors: [
        {
          messageId: "repeatedEffect",
          data: { effect: "resend.emails.send", does: "sends mail", interrupt: "interrupt()" },
          line: 9,
          column: 23,
          endLine: 9,
          endColumn: 55,
        },
      ],
    },
  ],
});
