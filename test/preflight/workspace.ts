import { GOOD_TOOL, PAYSLIP_TOOL, tree } from "./tree.js";

const ANSWERS = JSON.stringify({ rows: { versioning: { by: "ada@acme.example", on: "2026-01-01", until: "2026-06-30", statement: "Ramped." } } });

export const packageNames = ["hr", "it", "web"] as const;

/** A workspace of three packages: a tool that fails, an agent with a tool of another package, and one with a file that nobody can read. */
export function workspace(more: Readonly<Record<string, string>> = {}): string {
  return tree({
    "agent-guardrails.preflight.json": ANSWERS,
    ".gitignore": "generated/\n",
    ".env.example": "LANGSMITH_TRACING=true\n",
    ".github/workflows/ci.yml": "on: push\njobs:\n  evals:\n    steps:\n      - run: npm run eval --workspaces\n",
    "packages/hr/package.json": '{ "name": "hr", "type": "module", "scripts": { "eval": "tsx evals/run.ts --dataset gold" } }',
    "packages/hr/src/payslip.ts": PAYSLIP_TOOL,
    "packages/hr/src/payslip.test.ts": 'import { payslip } from "./payslip.js";\npayslip;\n',
    "packages/hr/src/generated/other.ts": PAYSLIP_TOOL,
    "packages/it/package.json": '{ "name": "it", "type": "module", "dependencies": { "hr": "1.0.0" } }',
    "packages/it/k8s/agent.yaml": "kind: ConfigMap\ndata:\n  ONLINE_EVAL_SAMPLING_RATE: '0.5'\n",
    "packages/it/src/agent.ts": 'import { createAgent } from "langchain";\nimport { payslip } from "../../hr/src/payslip.js";\nimport { clock } from "./clock.js";\nexport const helper = createAgent({ model: "openai:gpt-5-mini", tools: [clock, payslip] });\n',
    "packages/it/src/clock.ts": GOOD_TOOL,
    "packages/web/package.json": '{ "name": "web", "type": "module" }',
    "packages/web/src/broken.ts": "export const = 1;\n",
    "packages/web/src/clock.ts": `/* eslint-disable agent-guardrails/require-tool-error-result -- asks nobody */\n${GOOD_TOOL}`,
    ...more,
  });
}
