import type { Dialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** Catches of a tool that tell the model nothing, or the wrong thing. */
export function silentErrors(dialect: Dialect): Cases {
  const tool = (handling: string): string => `${dialect.head}import { book } from "./desk";\n${dialect.tool("reserve", { body: `try {\nreturn await book(query);\n} catch (error) {\n${handling}\n}` })}`;
  const empty = (result: string) => ({ messageId: "looksEmpty", data: { tool: 'Tool "reserve"', result: `\`${result}\`` } });
  const success = (result: string) => ({ messageId: "looksSuccessful", data: { tool: 'Tool "reserve"', result: `\`${result}\`` } });
  return {
    reported: [
      { name: "reports an empty text", code: tool('⟦return "";⟧'), ...empty('""') },
      { name: "reports an empty list", code: tool("console.error(error);\n⟦return [];⟧"), ...empty("[]") },
      { name: "reports null", code: tool("⟦return null;⟧"), ...empty("null") },
      { name: "reports a text that says it worked", code: tool('⟦return "Booked.";⟧'), ...success('"Booked."') },
      { name: "reports an object that says it worked", code: tool("⟦return { success: true };⟧"), ...success("{ success: true }") },
      { name: "reports nothing at all", code: tool("⟦return;⟧"), ...empty("nothing") },
    ],
    silent: [
      { name: "is silent about a text that says what failed", code: tool('return "ERROR: the desk does not answer.";') },
      { name: "is silent about the error's own message", code: tool("return `ERROR: ${error.message}`;") },
      { name: "is silent about an object with an error", code: tool('return { error: "desk_unavailable" };') },
      { name: "is silent about an object that says it did not work", code: tool("return { success: false };") },
      { name: "is silent where the exception goes on", code: tool("throw error;") },
      { name: "is silent about a catch of something that is no tool", code: `${dialect.head}import { book } from "./desk";\nexport async function reserve(query) {\ntry {\nreturn await book(query);\n} catch {\nreturn "";\n}\n}\n${dialect.tool("look", { body: "return query;" })}` },
    ],
  };
}
