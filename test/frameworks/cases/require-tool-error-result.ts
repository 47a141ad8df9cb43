import type { Dialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

const literal = [{ policy: "literal" }];

/** Failures that leave a tool as exceptions. */
export function escapingFailures(dialect: Dialect): Cases {
  const tool = (body: string): string => `${dialect.head}import { book } from "./desk";\n${dialect.tool("reserve", { body })}`;
  const escapes = (call: string) => ({ messageId: "escapingFailure", data: { call, tool: 'tool "reserve"' } });
  return {
    reported: [
      { name: "reports an awaited call that nothing catches", options: literal, code: tool("return ⟦await book(query)⟧;"), ...escapes("await book(query)") },
      { name: "reports a catch that throws on", options: literal, code: tool("try {\nreturn ⟦await book(query)⟧;\n} catch (error) {\nthrow error;\n}"), ...escapes("await book(query)") },
      { name: "reports try without catch", options: literal, code: tool("try {\nreturn ⟦await book(query)⟧;\n} finally {\ndone();\n}"), ...escapes("await book(query)") },
    ],
    silent: [
      { name: "is silent about a failure that becomes a text", options: literal, code: tool("try {\nreturn await book(query);\n} catch (error) {\nreturn `ERROR: ${error.message}`;\n}") },
      { name: "is silent about a promise that catches by itself", options: literal, code: tool("return await book(query).catch((error) => `ERROR: ${error.message}`);") },
      { name: "is silent under the quiet reading, because the framework catches", options: [{ policy: "certain" }], code: tool("return await book(query);") },
    ],
  };
}
