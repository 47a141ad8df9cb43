import { AIMessage, type BaseMessage } from "@langchain/core/messages";
import { fakeModel } from "@langchain/core/testing";

/**
 * Models that have learned their part by heart, so that Jarvis runs offline. Each answers in the order of the conversation in
 * `main.ts`. Put a real chat model in the place of each and nothing else changes.
 */
export const supervisorModel = ["hr", "hr", "hr", "it", "it", "knowledge", "knowledge"].reduce((model, route) => model.respond(new AIMessage(route)), fakeModel());

export const hrModel = fakeModel()
  .respondWithTools([
    { id: "hr-1", name: "who_am_i", args: {} },
    { id: "hr-2", name: "get_payslip", args: { month: "2025-03" } },
  ])
  .respond(saying((messages) => {
    const { name, department } = result(messages, "who_am_i");
    const { net, currency } = result(messages, "get_payslip");
    return `You are ${name} of ${department}. In March 2025 you were paid ${net} ${currency}.`;
  }))
  // The person asks for somebody else's payslip, and the model tries.
  .respondWithTools([{ id: "hr-3", name: "get_payslip", args: { month: "2025-03", user_email: "bob@acme.example" } }])
  .respond(saying((messages) => {
    const { net, currency } = result(messages, "get_payslip");
    return `I only see your own payslip: ${net} ${currency}.`;
  }))
  .respondWithTools([{ id: "hr-4", name: "set_currency", args: { currency: "CHF" } }])
  .respond(saying(lastText));

export const itModel = fakeModel()
  .respondWithTools([{ id: "it-1", name: "open_ticket", args: { title: "Laptop does not start", urgent: true } }])
  .respond(saying(lastText))
  .respondWithTools([{ id: "it-2", name: "send_mail", args: { to: "carol@acme.example", subject: "Late today", text: "My laptop is at the service desk." } }])
  .respond(saying(lastText));

export const knowledgeModel = fakeModel()
  .respondWithTools([{ id: "knowledge-1", name: "read_handbook", args: { topic: "home office" } }])
  .respond(new AIMessage("You may work from home on three days a week."))
  .respondWithTools([{ id: "knowledge-2", name: "read_handbook", args: { topic: "parking" } }])
  .respond(saying(lastText));

/** Tells what the tools gave, or that one of them failed. */
function saying(text: (messages: readonly BaseMessage[]) => string): (messages: readonly BaseMessage[]) => AIMessage {
  return (messages) => new AIMessage(lastText(messages).startsWith("ERROR") ? `I cannot say. ${lastText(messages)}` : text(messages));
}

function lastText(messages: readonly BaseMessage[]): string {
  return messages.at(-1)?.text ?? "";
}

function result(messages: readonly BaseMessage[], tool: string): Record<string, string | number> {
  const message = messages.findLast(({ name }) => name === tool);
  return JSON.parse(message?.text ?? "{}") as Record<string, string | number>;
}
