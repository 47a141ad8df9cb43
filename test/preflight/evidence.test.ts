import { describe, expect, it } from "vitest";
import { collectEvidence } from "../../src/preflight/evidence/collect-evidence.js";
import { sourceFiles } from "../../src/preflight/source-files.js";
import { tree } from "./tree.js";

async function evidence(files: Readonly<Record<string, string>>) {
  const folder = tree(files);
  const { entries, findings } = await collectEvidence(folder, folder, ["."], await sourceFiles(folder, folder, ["."]));
  return {
    shows: entries.map(({ kind, file, line, says, of }) => `${kind} ${file}:${line} ${says}${of === null ? "" : ` → ${of}`}`),
    against: findings.map(({ ruleId, file, line, column }) => `${ruleId} ${file}:${line}:${column}`),
    messages: findings.map(({ message }) => message),
  };
}

describe("tracing", () => {
  it.each([
    ["an environment template", ".env.example", "# LangSmith\nLANGSMITH_TRACING=true\n", "tracing .env.example:2 LANGSMITH_TRACING=true"],
    ["an environment template with quotes", ".env.template", 'export LANGCHAIN_TRACING_V2="true" # on\n', "tracing .env.template:1 LANGCHAIN_TRACING_V2=true"],
    ["a Dockerfile", "Dockerfile", "FROM node:22\nENV NODE_ENV=production LANGSMITH_TRACING=true\n", "tracing Dockerfile:2 LANGSMITH_TRACING=true"],
    ["a Dockerfile in the old style", "Dockerfile", "FROM node:22\nENV LANGSMITH_TRACING true\n", "tracing Dockerfile:2 LANGSMITH_TRACING=true"],
    ["a list of a compose file", "compose.yaml", "services:\n  agent:\n    environment:\n      - LANGSMITH_TRACING=true\n", "tracing compose.yaml:4 LANGSMITH_TRACING=true"],
    ["a map of a compose file, with a default", "docker-compose.yml", "services:\n  agent:\n    environment:\n      LANGSMITH_TRACING: ${LANGSMITH_TRACING:-true}\n", "tracing docker-compose.yml:4 LANGSMITH_TRACING=true"],
    ["a Kubernetes manifest", "k8s/agent.yaml", "kind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - env:\n            - name: OTEL_EXPORTER_OTLP_ENDPOINT\n              value: http://collector:4318\n", "tracing k8s/agent.yaml:7 OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4318"],
    ["the values of a Helm chart", "charts/agent/values.yaml", "env:\n  LANGSMITH_TRACING: true\n", "tracing charts/agent/values.yaml:2 LANGSMITH_TRACING=true"],
    ["langgraph.json", "langgraph.json", '{\n  "env": { "LANGSMITH_TRACING": "true" }\n}\n', "tracing langgraph.json:2 LANGSMITH_TRACING=true"],
    ["a script", "package.json", '{\n  "scripts": { "start": "LANGSMITH_TRACING=true node dist/main.js" }\n}\n', "tracing package.json:2 LANGSMITH_TRACING=true"],
  ])("is seen in %s", async (_, file, text, expected) => {
    expect((await evidence({ [file]: text })).shows).toEqual([expected]);
  });

  it.each([
    ["the variable of a test run in CI", ".github/workflows/ci.yml", "on: push\nenv:\n  LANGSMITH_TRACING: true\njobs: {}\n"],
    ["an empty endpoint", ".env.example", "OTEL_EXPORTER_OTLP_ENDPOINT=\n"],
    ["a variable that only ends alike", ".env.example", "MY_LANGSMITH_TRACING=true\n"],
    ["a comment", ".env.example", "# LANGSMITH_TRACING=true\n"],
    ["a file that git ignores", ".env.production", "LANGSMITH_TRACING=true\n"],
    ["a template of Helm that is no YAML", "charts/agent/templates/deployment.yaml", "{{- if .Values.on }}\nenv: LANGSMITH_TRACING: true\n{{- end }}\n"],
  ])("is not seen in %s", async (_, file, text) => {
    expect(await evidence({ [file]: text, ".gitignore": ".env.production\n" })).toMatchObject({ shows: [], against: [] });
  });

  it("that is switched off where the agent is deployed speaks against the row", async () => {
    expect(await evidence({ Dockerfile: "FROM node:22\nENV LANGSMITH_TRACING=false\n" })).toMatchObject({
      shows: [],
      against: ["preflight/tracing Dockerfile:2:5"],
      messages: ["LANGSMITH_TRACING switches tracing off where the agent is deployed: nobody sees what it does."],
    });
  });

  it("that is off in a developer's template says nothing", async () => {
    expect(await evidence({ ".env.example": "LANGSMITH_TRACING=false\n" })).toMatchObject({ shows: [], against: [] });
  });
});

describe("a sampling rate for online evals", () => {
  it.each(["0.05", "0.1", "0.07", "5%", "10 %"])("of %s is evidence", async (rate) => {
    expect((await evidence({ ".env.example": `ONLINE_EVAL_SAMPLING_RATE=${rate}\n` })).shows).toEqual([`sampling .env.example:1 ONLINE_EVAL_SAMPLING_RATE=${rate}`]);
  });

  it.each([
    ["0.049", "4.9"],
    ["0.11", "11"],
    ["1", "100"],
    ["0", "0"],
  ])("of %s is a finding", async (rate, percent) => {
    const found = await evidence({ "compose.yaml": `services:\n  agent:\n    environment:\n      EVAL_SAMPLE_RATE: "${rate}"\n` });

    expect(found.against).toEqual(["preflight/sampling compose.yaml:4:7"]);
    expect(found.messages[0]).toContain(`evaluates ${percent} % of runs online`);
  });

  it("is not the rate at which runs are traced", async () => {
    expect(await evidence({ ".env.example": "LANGSMITH_TRACING_SAMPLING_RATE=0.5\n" })).toMatchObject({ shows: [], against: [] });
  });
});

describe("an eval job", () => {
  const workflow = (steps: string, on = "pull_request", job = "") => `name: CI\non: ${on}\njobs:\n  quality:\n    runs-on: ubuntu-latest\n${job}    steps:\n${steps}`;

  it("is seen with its dataset in a workflow", async () => {
    const { shows } = await evidence({ ".github/workflows/ci.yml": workflow("      - run: npx tsx evals/run.ts --dataset support-gold\n") });

    expect(shows).toEqual([
      "dataset .github/workflows/ci.yml:7 job quality: npx tsx evals/run.ts --dataset support-gold",
      "eval-job .github/workflows/ci.yml:7 job quality: npx tsx evals/run.ts --dataset support-gold",
    ]);
  });

  it("is seen behind a script of the manifest", async () => {
    const { shows } = await evidence({
      "package.json": '{ "scripts": { "eval": "vitest run --config evals.config.ts --data evals/gold.jsonl" } }',
      ".github/workflows/ci.yml": workflow("      - run: npm run eval\n"),
    });

    expect(shows.map((each) => each.split(" ")[0])).toEqual(["dataset", "eval-job"]);
  });

  it("is seen in a job of GitLab", async () => {
    const { shows } = await evidence({ ".gitlab-ci.yml": "evals:\n  stage: test\n  script:\n    - npm ci\n    - npx tsx evals/run.ts --dataset gold\n" });

    expect(shows).toContain("eval-job .gitlab-ci.yml:5 job evals: npx tsx evals/run.ts --dataset gold");
  });

  it("without a dataset is half the evidence", async () => {
    expect((await evidence({ ".github/workflows/ci.yml": workflow("      - run: npm run evals\n") })).shows.map((each) => each.split(" ")[0])).toEqual(["eval-job"]);
  });

  it.each([
    ["its step may fail", workflow("      - run: npm run eval\n        continue-on-error: true\n"), "`continue-on-error` ignores their failure"],
    ["its job may fail", workflow("      - run: npm run eval\n", "push", "    continue-on-error: true\n"), "`continue-on-error` ignores their failure"],
    ["its failure is swallowed", workflow("      - run: npm run eval || true\n"), "`|| true` ignores their failure"],
    ["only a person starts it", workflow("      - run: npm run eval\n", "workflow_dispatch"), "only a person starts it"],
  ])("is a finding if %s", async (_, text, why) => {
    const found = await evidence({ ".github/workflows/ci.yml": text });

    expect(found.shows.filter((each) => each.startsWith("eval-job"))).toEqual([]);
    expect(found.messages).toEqual([`The evals of job quality stop nothing: ${why}. Let a failed eval fail the pipeline.`]);
  });

  it.each([
    ["a medieval word", "npm run medieval"],
    ["a retrieval job", "npm run retrieval"],
    ["eval of a shell", 'bash -c "evaluator"'],
  ])("is not %s", async (_, command) => {
    expect((await evidence({ ".github/workflows/ci.yml": workflow(`      - run: ${command}\n`) })).shows).toEqual([]);
  });

  it("is not looked for in a workflow that is no YAML", async () => {
    expect((await evidence({ ".github/workflows/ci.yml": "jobs: [\n  run: npm run eval\n" })).shows).toEqual([]);
  });
});

describe("a deploy", () => {
  it("that makes a new assistant first is seen", async () => {
    const { shows } = await evidence({ ".github/workflows/deploy.yml": "on: push\njobs:\n  deploy:\n    steps:\n      - run: curl -X POST https://agents.acme.example/assistants -d @assistant.json\n" });

    expect(shows.map((each) => each.split(" ")[0])).toEqual(["new-assistant"]);
  });

  it.each([
    ["a Rollout of Argo", "k8s/rollout.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec:\n  strategy:\n    canary:\n      steps:\n        - setWeight: 10\n"],
    ["a Canary of Flagger", "k8s/canary.yaml", "kind: Canary\nspec:\n  analysis:\n    stepWeight: 10\n"],
    ["a variable", "k8s/env.yaml", "kind: ConfigMap\ndata:\n  CANARY_PERCENT: '10'\n"],
    ["a traffic split", ".github/workflows/deploy.yml", "on: push\njobs:\n  deploy:\n    steps:\n      - run: gcloud run services update-traffic agent --to-revisions=agent-2=10\n"],
  ])("that is ramped is seen in %s", async (_, file, text) => {
    expect((await evidence({ [file]: text })).shows.map((each) => each.split(" ")[0])).toEqual(["ramp"]);
  });

  it.each([
    ["a Rollout without steps", "k8s/rollout.yaml", "kind: Rollout\nspec:\n  strategy:\n    blueGreen: {}\n"],
    ["all traffic at once", ".github/workflows/deploy.yml", "on: push\njobs:\n  deploy:\n    steps:\n      - run: gcloud run services update-traffic agent --to-latest\n"],
    ["a full ramp", "k8s/env.yaml", "kind: ConfigMap\ndata:\n  CANARY_PERCENT: '100'\n"],
  ])("that is not ramped shows nothing: %s", async (_, file, text) => {
    expect((await evidence({ [file]: text })).shows).toEqual([]);
  });
});

describe("tests", () => {
  const source = { "src/mail.ts": "export const mail = 1;\n", "src/index.ts": 'export { mail } from "./mail.js";\n' };

  it("are evidence for the files that they import", async () => {
    const { shows } = await evidence({ ...source, "src/mail.test.ts": 'import { mail } from "./mail.js";\nmail;\n' });

    expect(shows).toEqual(["tool-test src/mail.test.ts:1 imports src/mail.ts → src/mail.ts"]);
  });

  it("are evidence through a list of exports", async () => {
    const { shows } = await evidence({ ...source, "test/mail.test.ts": 'import { mail } from "../src/index.js";\nmail;\n' });

    expect(shows).toContain("tool-test test/mail.test.ts:1 imports src/mail.ts → src/mail.ts");
  });

  it("with a fake model are evidence for the graph", async () => {
    const { shows } = await evidence({ ...source, "src/graph.test.ts": 'import { FakeListChatModel } from "@langchain/core/utils/testing";\nimport { mail } from "./mail.js";\nnew FakeListChatModel({ responses: [] }), mail;\n' });

    expect(shows).toContain("fake-model src/graph.test.ts:1 uses FakeListChatModel");
  });

  it.each([
    ["a file that is no test", "src/other.ts", 'import { mail } from "./mail.js";\nmail;\n'],
    ["a fake of the same name from elsewhere", "src/a.test.ts", 'import { FakeListChatModel } from "./fakes.js";\nnew FakeListChatModel();\n'],
    ["a fake model that meets no code of the project", "src/a.test.ts", 'import { FakeListChatModel } from "@langchain/core/utils/testing";\nnew FakeListChatModel({ responses: [] });\n'],
  ])("are not %s", async (_, file, text) => {
    expect((await evidence({ ...source, [file]: text })).shows).toEqual([]);
  });
});
