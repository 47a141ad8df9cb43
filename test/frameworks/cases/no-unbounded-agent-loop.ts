import type { AgentDialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** Runs and loops that end only when the model says so. */
export function loops(dialect: AgentDialect): Cases {
  const run = (option: string): string => `${dialect.head}import { desk } from "./desk";\n${dialect.limited(option)}`;
  const loop = (body: string): string => `${dialect.head}import { desk } from "./desk";\nexport async function work(task) {\n${body}\n}`;
  const key = dialect.limitKey;
  const noLimit = (limit: string) => ({ messageId: "noLimit", data: { key, limit } });
  const unbounded = { messageId: "unboundedLoop", data: { call: dialect.answerCallee } };
  return {
    reported: [
      { name: "reports a limit that is none", code: run(`⟦${key}: Infinity⟧`), ...noLimit("Infinity") },
      { name: "reports an absurd limit", code: run(`⟦${key}: 100_000⟧`), ...noLimit("100_000") },
      { name: "reports the largest number", code: run(`⟦${key}: Number.MAX_SAFE_INTEGER⟧`), ...noLimit("Number.MAX_SAFE_INTEGER") },
      { name: "reports a loop without end", code: loop(`⟦while⟧ (true) {\nconst said = ${dialect.answer("task")};\nif (said.includes("DONE")) return said;\n}`), ...unbounded },
      { name: "reports a loop without a condition", code: loop(`⟦for⟧ (;;) {\nconst said = ${dialect.answer("task")};\nif (said.includes("DONE")) return said;\n}`), ...unbounded },
      { name: "reports a loop that tests at its end", code: loop(`⟦do⟧ {\nconst said = ${dialect.answer("task")};\nif (said.includes("DONE")) return said;\n} while (true);`), ...unbounded },
    ],
    silent: [
      { name: "is silent about a limit", code: run(`${key}: 20`) },
      { name: "is silent about a limit that cannot be seen", code: run(`${key}: settings.steps`) },
      { name: "is silent about a loop that counts", code: loop(`for (let round = 0; round < 5; round += 1) {\nconst said = ${dialect.answer("task")};\nif (said.includes("DONE")) return said;\n}`) },
      { name: "is silent about a loop that counts inside", code: loop(`let rounds = 0;\nwhile (true) {\nconst said = ${dialect.answer("task")};\nif (said.includes("DONE") || ++rounds >= 5) return said;\n}`) },
      { name: "is silent about a loop that a person drives", code: `import { createInterface } from "node:readline/promises";\nconst terminal = createInterface({ input: process.stdin });\n${loop(`while (true) {\nconst text = await terminal.question("> ");\nconsole.log(${dialect.answer("text")});\n}`)}` },
      { name: "is silent about a loop over a list", code: loop(`for (const each of task.parts) console.log(${dialect.answer("each")});`) },
    ],
  };
}
