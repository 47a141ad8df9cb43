import type { Dialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** What a tool does with the text of the model where text is run. */
export function executions(dialect: Dialect): Cases {
  const tool = (body: string, imports = ""): string => `${dialect.head}${imports}${dialect.tool("calculate", { body })}`;
  const done = (what: string, source = "query") => ({ messageId: "executed", data: { source, what } });
  return {
    reported: [
      { name: "reports code that is evaluated", code: tool("return String(⟦eval(query)⟧);"), ...done("evaluated as code") },
      { name: "reports a function that is compiled", code: tool("return String(⟦new Function(query)⟧());"), ...done("compiled to a function") },
      { name: "reports a command of a shell", code: tool("return String(⟦execSync(query)⟧);", 'import { execSync } from "node:child_process";\n'), ...done("run by a shell") },
      { name: "reports a part of a command", code: tool("return String(⟦execSync(`ls ${query}`)⟧);", 'import { execSync } from "node:child_process";\n'), ...done("run by a shell") },
      { name: "reports code of another context", code: tool("return String(⟦runInNewContext(query)⟧);", 'import { runInNewContext } from "node:vm";\n'), ...done("run as code") },
      { name: "reports a constant of the model's text", code: tool("const formula = query.trim();\nreturn String(⟦eval(formula)⟧);"), ...done("evaluated as code") },
    ],
    silent: [
      { name: "is silent about a constant that is run", code: tool('return String(execSync("uptime")) + query;', 'import { execSync } from "node:child_process";\n') },
      { name: "is silent about a program that gets the text as an argument", code: tool('return String(execFileSync("grep", ["-c", query, "orders.txt"]));', 'import { execFileSync } from "node:child_process";\n') },
      { name: "is silent about a choice from a list", code: `${dialect.head}import { execSync } from "node:child_process";\n${dialect.tool("calculate", { fields: 'query: z.enum(["uptime", "date"])', body: "return String(execSync(query));" })}` },
      { name: "is silent about a value of the run", code: tool(`return String(execSync(${dialect.read("command")}));`, 'import { execSync } from "node:child_process";\n') },
      { name: "is silent about a function of the project with that name", code: tool("return evaluate(query);", 'import { evaluate } from "./formula";\n') },
      { name: "is silent about a query with parameters", code: tool('return db.query("select * from orders where city = $1", [query]);', 'import { Pool } from "pg";\nconst db = new Pool();\n') },
    ],
  };
}
