import rule from "../../rules/no-swallowed-interrupt.js";
import { ruleTester } from "../support/rule-tester.js";

ruleTester.run("no-swallowed-interrupt", rule, {
  valid: [
    {
      name: "is silent where nothing catches the interrupt",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          const answer = interrupt({ ask: state.draft });
          return { answer };
        }
      `,
    },
    {
      name: "is silent where the catch rethrows everything",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            console.error(error);
            throw error;
          }
        }
      `,
    },
    {
      name: "is silent where the catch rethrows what isGraphBubbleUp knows",
      code: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            return { answer: "ERROR: " + String(error) };
          }
        }
      `,
    },
    {
      name: "is silent where the catch rethrows what isGraphInterrupt knows, in a block",
      code: `
        import { interrupt, isGraphInterrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            if (isGraphInterrupt(error)) {
              throw error;
            }
            return {};
          }
        }
      `,
    },
    {
      name: "is silent where the catch tests for the class of the interrupt",
      code: `
        import { interrupt, GraphInterrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            if (error instanceof GraphInterrupt) throw error;
            return {};
          }
        }
      `,
    },
    {
      name: "is silent where both branches of the catch throw",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            if (state.strict) {
              throw new Error("strict", { cause: error });
            } else {
              throw error;
            }
          }
        }
      `,
    },
    {
      name: "is silent where the try has only a finally",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } finally {
            console.log("done");
          }
        }
      `,
    },
    {
      name: "is silent where the interrupt stands behind the try",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            await load(state);
          } catch (error) {
            return { failed: String(error) };
          }
          return { answer: interrupt(state.draft) };
        }
      `,
    },
    {
      name: "is silent where the interrupt stands in the catch itself",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return await load(state);
          } catch (error) {
            return { answer: interrupt({ failed: String(error) }) };
          }
        }
      `,
    },
    {
      name: "is silent about a function of another library that is called interrupt",
      code: `
        import { interrupt } from "audio-context";
        import { StateGraph } from "@langchain/langgraph";
        export const graph = new StateGraph({});
        export function stop() {
          try {
            interrupt();
          } catch {
            return;
          }
        }
      `,
    },
    {
      name: "is silent about a shadowed name",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export { interrupt };
        export function stop(interrupt: () => void) {
          try {
            interrupt();
          } catch {
            return;
          }
        }
      `,
    },
    {
      name: "is silent about a method called interrupt",
      code: `
        import { Annotation } from "@langchain/langgraph";
        export const State = Annotation.Root({});
        export function stop(player) {
          try {
            player.interrupt();
          } catch {
            return;
          }
        }
      `,
    },
    {
      name: "is silent where a callback holds the interrupt and the try only defines it",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export function makeNode() {
          try {
            return (state) => ({ answer: interrupt(state.draft) });
          } catch (error) {
            return undefined;
          }
        }
      `,
    },
    {
      name: "is silent where an outer catch rethrows what an inner one lets through",
      code: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            try {
              return { answer: interrupt(state.draft) };
            } catch (error) {
              if (isGraphBubbleUp(error)) throw error;
              return {};
            }
          } catch (error) {
            throw error;
          }
        }
      `,
    },
    {
      name: "is silent about a helper that does not pause",
      code: `
        import { interrupt } from "@langchain/langgraph";
        function ask(draft) {
          return { ask: draft };
        }
        export async function review(state) {
          try {
            return ask(state.draft);
          } catch {
            return {};
          }
        }
        export const approve = (state) => interrupt(state);
      `,
    },
    {
      name: "is silent where the catch rethrows by the name of the error",
      code: `
        import { interrupt, GraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            if (error instanceof GraphBubbleUp || state.strict) throw error;
            return {};
          }
        }
      `,
    },
    {
      name: "is silent where the test is turned round and the else branch throws",
      code: `
        import { interrupt, isGraphInterrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            if (!isGraphInterrupt(error)) {
              return { failed: String(error) };
            } else {
              throw error;
            }
          }
        }
      `,
    },
    {
      name: "is silent where the rethrow stands behind clean-up",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            await release(state.lock);
            throw error;
          }
        }
      `,
    },
    {
      name: "is silent where the interrupt stands in the finally block",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            await load(state);
          } catch (error) {
            await report(error);
          } finally {
            interrupt(state.draft);
          }
        }
      `,
    },
    {
      name: "is silent where the interrupt stands before the try",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          const answer = interrupt(state.draft);
          try {
            await send(answer);
          } catch (error) {
            return { failed: String(error) };
          }
        }
      `,
    },
    {
      name: "is silent where the alias of the tester is used",
      code: `
        import { interrupt, isGraphBubbleUp as isPause } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            if (isPause(error)) throw error;
            return {};
          }
        }
      `,
    },
    {
      name: "is silent where the tester is reached through a namespace",
      code: `
        import * as graph from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: graph.interrupt(state.draft) };
          } catch (error) {
            if (graph.isGraphInterrupt(error)) throw error;
            return {};
          }
        }
      `,
    },
    {
      name: "is silent where a wrapped error is thrown on every path",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            throw error as Error;
          }
        }
      `,
    },
    {
      name: "is silent about a file that only names the interrupt in a type",
      code: `
        import type { interrupt } from "@langchain/langgraph";
        export type Ask = typeof interrupt;
        export function stop(pause) {
          try {
            pause();
          } catch {
            return;
          }
        }
      `,
    },
    {
      name: "is silent about a try in another function than the interrupt's",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export const review = (state) => ({ answer: interrupt(state.draft) });
        export async function load(path) {
          try {
            return await read(path);
          } catch {
            return undefined;
          }
        }
      `,
    },
    {
      name: "is silent where the interrupt comes from a file that cannot be seen",
      code: `
        import { interrupt } from "./pauses";
        import { StateGraph } from "@langchain/langgraph";
        export const graph = new StateGraph({});
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch {
            return {};
          }
        }
      `,
    },
    {
      name: "is silent about a promise's catch that rethrows what pauses",
      code: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          const draft = await write(state)
            .then((text) => (interrupt({ text }) ? text : ""))
            .catch((error) => {
              if (isGraphBubbleUp(error)) throw error;
              return "";
            });
          return { draft };
        }
      `,
    },
    {
      name: "is silent about a promise's catch before the step that pauses",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export const review = (state) =>
          write(state)
            .catch(() => "")
            .then((text) => interrupt({ text }));
      `,
    },
    {
      name: "is silent about a promise's catch that hands the failure on",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import { rethrowOrTell } from "./failures.js";
        export const review = (state) =>
          write(state)
            .then((text) => interrupt({ text }))
            .catch((error) => rethrowOrTell(error));
      `,
    },
    {
      name: "is silent about a promise's catch that cannot be seen",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import { tell } from "./failures.js";
        export const review = (state) =>
          write(state)
            .then((text) => interrupt({ text }))
            .catch(tell);
      `,
    },
    {
      name: "is silent about a promise that leaves the try before it fails",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return write(state).then((text) => interrupt({ text }));
          } catch {
            return {};
          }
        }
      `,
    },
    {
      name: "is silent about the catch of another promise in the step",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export const review = (state) =>
          write(state).then(async (text) => {
            await notify(text).catch(() => undefined);
            return { approved: interrupt({ text }) };
          });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a catch that turns the pause into a value",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            return { answer: "failed" };
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            return { answer: "failed" };
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a catch without a parameter and gives it one",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch {
            return {};
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 19,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            return {};
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports an empty catch",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          let answer;
          try {
            answer = interrupt(state.draft);
          } catch (error) {}
          return { answer };
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          let answer;
          try {
            answer = interrupt(state.draft);
          } catch (error) {
              if (isGraphBubbleUp(error)) throw error;}
          return { answer };
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports an aliased import",
      code: `
        import { interrupt as pause } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: pause(state.draft) };
          } catch (error) {
            return {};
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "pause()" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt as pause, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: pause(state.draft) };
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            return {};
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a namespace import",
      code: `
        import * as graph from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: graph.interrupt(state.draft) };
          } catch (error) {
            return {};
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "graph.interrupt()" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import * as graph from "@langchain/langgraph";
import { isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: graph.interrupt(state.draft) };
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            return {};
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a required function",
      code: `
        const { interrupt } = require("@langchain/langgraph");
        exports.review = async function (state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            return {};
          }
        };
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 27,
        },
      ],
    },
    {
      name: "reports a catch that logs and goes on",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            const answer = interrupt(state.draft);
            return { answer };
          } catch (error) {
            console.error("review failed", error);
          }
          return {};
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            const answer = interrupt(state.draft);
            return { answer };
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            console.error("review failed", error);
          }
          return {};
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a catch that rethrows only under a condition about something else",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            if (error instanceof TypeError) throw error;
            return {};
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            if (error instanceof TypeError) throw error;
            return {};
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a catch around a helper of the file that pauses",
      code: `
        import { interrupt } from "@langchain/langgraph";
        function ask(draft) {
          return interrupt({ draft });
        }
        export async function review(state) {
          try {
            return { answer: ask(state.draft) };
          } catch (error) {
            return {};
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "ask()" },
          line: 9,
          column: 13,
          endLine: 9,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        function ask(draft) {
          return interrupt({ draft });
        }
        export async function review(state) {
          try {
            return { answer: ask(state.draft) };
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            return {};
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports an outer catch that swallows what an inner one rethrows",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            try {
              return { answer: interrupt(state.draft) };
            } catch (error) {
              throw error;
            }
          } catch (error) {
            return {};
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            try {
              return { answer: interrupt(state.draft) };
            } catch (error) {
              throw error;
            }
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            return {};
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a catch in a tool's handler",
      code: `
        import { tool } from "@langchain/core/tools";
        import { interrupt } from "@langchain/langgraph";
        import { z } from "zod";
        export const send = tool(async ({ to }) => {
          try {
            const answer = interrupt({ to });
            return answer === "yes" ? "sent" : "not sent";
          } catch (error) {
            return "ERROR: " + String(error);
          }
        }, { name: "send", description: "Sends", schema: z.object({ to: z.string() }) });
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 9,
          column: 13,
          endLine: 9,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { tool } from "@langchain/core/tools";
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        import { z } from "zod";
        export const send = tool(async ({ to }) => {
          try {
            const answer = interrupt({ to });
            return answer === "yes" ? "sent" : "not sent";
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            return "ERROR: " + String(error);
          }
        }, { name: "send", description: "Sends", schema: z.object({ to: z.string() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports an interrupt behind type assertions",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state: { draft: string }) {
          try {
            return { answer: (interrupt(state.draft) as { ok: boolean }).ok! };
          } catch (error) {
            return {};
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state: { draft: string }) {
          try {
            return { answer: (interrupt(state.draft) as { ok: boolean }).ok! };
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            return {};
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports the guard approve as well",
      code: `
        import { approve } from "agent-guardrails/approval";
        export async function review(cfg, mail, args) {
          try {
            return await mail.execute(approve(cfg, mail, args));
          } catch (error) {
            return "ERROR: " + String(error);
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "approve()" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { approve } from "agent-guardrails/approval";
import { isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(cfg, mail, args) {
          try {
            return await mail.execute(approve(cfg, mail, args));
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            return "ERROR: " + String(error);
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports one catch once for two interrupts",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            const first = interrupt(state.draft);
            const second = interrupt(state.final);
            return { first, second };
          } catch (error) {
            return {};
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            const first = interrupt(state.draft);
            const second = interrupt(state.final);
            return { first, second };
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            return {};
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "keeps the comments of the catch",
      code: `
        import { StateGraph, interrupt } from "@langchain/langgraph";
        export const graph = new StateGraph({}).addNode("review", async (state) => {
          try {
            return { answer: interrupt(state.draft) };
          } catch (failure) {
            // the reviewer was away
            return { answer: "later" };
          }
        });
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 29,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { StateGraph, interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export const graph = new StateGraph({}).addNode("review", async (state) => {
          try {
            return { answer: interrupt(state.draft) };
          } catch (failure) {
            if (isGraphBubbleUp(failure)) throw failure;
            // the reviewer was away
            return { answer: "later" };
          }
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a destructured error without a suggestion",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch ({ message }) {
            return { answer: message };
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports a default import of the package",
      code: `
        import langgraph from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: langgraph.interrupt(state.draft) };
          } catch (error) {
            return {};
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "langgraph.interrupt()" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import langgraph from "@langchain/langgraph";
import { isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: langgraph.interrupt(state.draft) };
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            return {};
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports the interrupt of the web build",
      code: `
        import { interrupt } from "@langchain/langgraph/web";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            return {};
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt } from "@langchain/langgraph/web";
import { isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            return {};
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a catch that returns under a condition and throws nothing",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            if (state.quiet) return {};
            return { failed: true };
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            if (state.quiet) return {};
            return { failed: true };
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a catch that throws only where the tester says no",
      code: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            if (!isGraphBubbleUp(error)) throw error;
            return {};
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            if (!isGraphBubbleUp(error)) throw error;
            return {};
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a catch that tests for the interrupt and only logs it",
      code: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            if (isGraphBubbleUp(error)) console.log("paused");
            return {};
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            if (isGraphBubbleUp(error)) console.log("paused");
            return {};
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a loop that tries again",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          for (let attempt = 0; attempt < 3; attempt += 1) {
            try {
              return { answer: interrupt(state.draft) };
            } catch (error) {
              continue;
            }
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 7,
          column: 15,
          endLine: 7,
          endColumn: 29,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          for (let attempt = 0; attempt < 3; attempt += 1) {
            try {
              return { answer: interrupt(state.draft) };
            } catch (error) {
              if (isGraphBubbleUp(error)) throw error;
              continue;
            }
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a method of a class",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export class Reviewer {
          review(state) {
            try {
              return interrupt(state.draft);
            } catch (error) {
              return null;
            }
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 7,
          column: 15,
          endLine: 7,
          endColumn: 29,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export class Reviewer {
          review(state) {
            try {
              return interrupt(state.draft);
            } catch (error) {
              if (isGraphBubbleUp(error)) throw error;
              return null;
            }
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports an arrow function held in a constant",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export const review = async (state) => {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            return {};
          }
        };
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export const review = async (state) => {
          try {
            return { answer: interrupt(state.draft) };
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            return {};
          }
        };
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports an interrupt given to another function",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return decide(interrupt(state.draft));
          } catch (error) {
            return {};
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return decide(interrupt(state.draft));
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            return {};
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a helper held in a constant that pauses",
      code: `
        import { interrupt } from "@langchain/langgraph";
        const ask = (draft) => interrupt({ draft });
        export async function review(state) {
          try {
            return { answer: ask(state.draft) };
          } catch (error) {
            return {};
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "ask()" },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        const ask = (draft) => interrupt({ draft });
        export async function review(state) {
          try {
            return { answer: ask(state.draft) };
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            return {};
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a promise's catch behind the step that pauses",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          const draft = await write(state)
            .then((text) => (interrupt({ text }) ? text : ""))
            .catch(() => "");
          return { draft };
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 6,
          column: 20,
          endLine: 6,
          endColumn: 26,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          const draft = await write(state)
            .then((text) => (interrupt({ text }) ? text : ""))
            .catch((error) => { if (isGraphBubbleUp(error)) throw error; return ""; });
          return { draft };
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a promise's catch that logs what pauses the run",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export const review = (state) =>
          write(state)
            .then(async (text) => {
              const { approved } = interrupt({ text });
              return { draft: approved ? text : "" };
            })
            .finally(() => release(state))
            .catch((error) => {
              console.error(error);
              return { draft: "" };
            });
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 10,
          column: 20,
          endLine: 10,
          endColumn: 31,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export const review = (state) =>
          write(state)
            .then(async (text) => {
              const { approved } = interrupt({ text });
              return { draft: approved ? text : "" };
            })
            .finally(() => release(state))
            .catch((error) => {
              if (isGraphBubbleUp(error)) throw error;
              console.error(error);
              return { draft: "" };
            });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a promise's catch around a helper that pauses",
      code: `
        import { interrupt } from "@langchain/langgraph";
        async function ask(draft) {
          return interrupt({ draft });
        }
        export async function review(state) {
          const answer = await ask(state.draft).catch(() => ({ approved: false }));
          return { approved: answer.approved };
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "ask()" },
          line: 7,
          column: 55,
          endLine: 7,
          endColumn: 62,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        async function ask(draft) {
          return interrupt({ draft });
        }
        export async function review(state) {
          const answer = await ask(state.draft).catch((error) => { if (isGraphBubbleUp(error)) throw error; return ({ approved: false }); });
          return { approved: answer.approved };
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a try around a promise whose step pauses",
      code: `
        import { interrupt } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return await write(state).then((text) => interrupt({ text }));
          } catch {
            return {};
          }
        }
      `,
      errors: [
        {
          messageId: "swallowed",
          data: { call: "interrupt()" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 19,
          suggestions: [
            {
              messageId: "rethrow",
              output: `
        import { interrupt, isGraphBubbleUp } from "@langchain/langgraph";
        export async function review(state) {
          try {
            return await write(state).then((text) => interrupt({ text }));
          } catch (error) {
            if (isGraphBubbleUp(error)) throw error;
            return {};
          }
        }
      `,
            },
          ],
        },
      ],
    },
  ],
});
