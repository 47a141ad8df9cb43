/** What stands in the project of each combination, and what ESLint, the compiler and Node.js have to say of it. */

const COMPILER_OPTIONS = {
  bundler: { module: "esnext", moduleResolution: "bundler" },
  node16: { module: "node16", moduleResolution: "node16" },
  "commonjs, node16": { module: "node16", moduleResolution: "node16" },
  "commonjs, node20": { module: "node20", moduleResolution: "node16" },
  "commonjs, bundler": { module: "commonjs", moduleResolution: "bundler" },
};

/** Reads like JavaScript, because it is linted as JavaScript too where no parser for TypeScript can be had. */
const REPORTS = `import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const payslip = tool(
  async ({ user_id }) => {
    const response = await fetch("https://payroll.example.com/" + user_id);
    return response.text();
  },
  { name: "payslip", description: "Reads a payslip.", schema: z.object({ user_id: z.string() }) },
);
`;
const SILENT = `import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const weather = tool(
  async ({ city }) => {
    const response = await fetch("https://weather.example.com/" + city, { signal: AbortSignal.timeout(5_000) });
    return response.text();
  },
  { name: "weather", description: "Says how the weather is.", schema: z.object({ city: z.string() }) },
);
`;
/** The assertion names no guard: only the checker knows what it asserts. */
const FORGED = `import { withConfig } from "agent-guardrails";

type Caller = Parameters<typeof withConfig>[0];
export const forged = { configurable: { thread_id: "1" } } as unknown as Caller;
`;
const ALLOWED = `import { edgeAuth } from "agent-guardrails";
import { authedTool } from "agent-guardrails/tools";
import { z } from "SCHEMAS";

export const auth = edgeAuth({ verify: (credential) => ({ orgId: "acme", userId: credential, role: "employee" }) });
export const payslip = authedTool(
  async ({ month }, cfg) => \`\${cfg.identity.userId} \${month}\`,
  { name: "payslip", description: "Reads a payslip.", schema: z.object({ month: z.string() }), auth, effect: "read" },
);
`;
const REFUSED = ALLOWED.replace("z.object({ month: z.string() })", "z.object({ month: z.string(), user_email: z.string() })");
const REFUSED_AT = { line: 8, message: "tool argument 'user_email' names the caller's identity" };

const RUN = `
const auth = edgeAuth({ verify: (credential) => ({ orgId: "acme", userId: credential, role: "employee" }) });
const payslip = authedTool(
  async ({ month }, cfg) => cfg.identity.userId + " " + month,
  { name: "payslip", description: "Reads a payslip.", schema: z.object({ month: z.string() }), auth, effect: "read" },
);
const refusal = (error) => error.name;

async function main() {
  const caller = await auth.authenticate("ada");
  console.log(await payslip.invoke({ month: "2026-01" }, auth.stamp(caller, { threadId: threadId(caller, "chat") })));
  console.log(await payslip.invoke({ month: "2026-01" }, { configurable: { user_id: "ada" } }).catch(refusal));
}

main();
`;
const RUN_PRINTS = "ada 2026-01\nIdentityError\n";

/** The files of a project, by name. */
export function filesOf({ project, schemas, hasParser, hasGuards }) {
  const isCommonJS = project.startsWith("commonjs");
  const extension = hasParser ? "ts" : "js";
  return {
    "package.json": json({ name: "consumer", private: true, type: isCommonJS ? "commonjs" : "module" }),
    "tsconfig.json": json({ compilerOptions: { target: "es2022", lib: ["es2023", "dom"], ...COMPILER_OPTIONS[project], strict: true, skipLibCheck: true, noEmit: true, types: [] }, include: ["*.ts"] }),
    [isCommonJS ? "eslint.config.cjs" : "eslint.config.mjs"]: configOf(isCommonJS, hasParser),
    [`reports.${extension}`]: REPORTS,
    [`silent.${extension}`]: SILENT,
    ...(hasGuards && {
      "allowed.ts": ALLOWED.replace("SCHEMAS", schemas),
      "refused.ts": REFUSED.replace("SCHEMAS", schemas),
      ...(hasParser && { "forged.ts": FORGED }),
      [isCommonJS ? "run.cjs" : "run.mjs"]: isCommonJS
        ? `const { edgeAuth, threadId } = require("agent-guardrails");\nconst { authedTool } = require("agent-guardrails/tools");\nconst { z } = require("${schemas}");\n${RUN}`
        : `import { edgeAuth, threadId } from "agent-guardrails";\nimport { authedTool } from "agent-guardrails/tools";\nimport { z } from "${schemas}";\n${RUN}`,
    }),
  };
}

/** What ESLint has to find: `file:line rule`. */
export function findingsOf({ hasParser, hasGuards }) {
  const extension = hasParser ? "ts" : "js";
  return [
    ...(hasGuards && hasParser ? ["forged.ts:4 agent-guardrails/no-brand-assertion"] : []),
    `reports.${extension}:6 agent-guardrails/require-fetch-timeout`,
    `reports.${extension}:9 agent-guardrails/no-llm-identity-args`,
  ];
}

/** What is wrong with what the compiler printed, or nothing: the one program compiles and the other does not, for one reason. */
export function complaintOfCompiler(output) {
  const errors = output.split("\n").filter((line) => line.includes("error TS"));
  const [first = ""] = errors;
  const isMeant = errors.length === 1 && new RegExp(`^refused\\.ts[(:]${String(REFUSED_AT.line)}\\D`, "u").test(first) && output.includes(REFUSED_AT.message);
  return isMeant ? undefined : output || "Everything compiled, also what must not.";
}

export function complaintOfRun(output) {
  return output === RUN_PRINTS ? undefined : `It printed:\n${output}`;
}

function configOf(isCommonJS, isTyped) {
  const load = (name, from) => (isCommonJS ? `const ${name} = require("${from}")${from.includes("plugin") ? ".default" : ""};\n` : `import ${name} from "${from}";\n`);
  const folder = isCommonJS ? "__dirname" : "import.meta.dirname";
  return [
    load("guardrails", "eslint-plugin-agent-guardrails"),
    isTyped ? load("parser", "@typescript-eslint/parser") : "",
    isCommonJS ? "\nmodule.exports = [\n" : "\nexport default [\n",
    isTyped ? `  { files: ["**/*.ts"], languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: ${folder} } } },\n` : "",
    `  { files: ["**/*.{js,ts}"], ...guardrails.configs.recommended },\n];\n`,
  ].join("");
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
