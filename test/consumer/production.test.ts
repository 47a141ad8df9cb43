import { afterAll, beforeAll, describe, expect, it } from "vitest";
import guards from "../../types/package.json" with { type: "json" };
import { type Consumer, createConsumer, INSTALL_DEADLINE, succeed } from "./scratch-consumer.js";

describe("the guards, installed alone for production", () => {
  let app: Consumer;

  beforeAll(async () => {
    app = await createConsumer({ ours: ["agent-guardrails"] });
  }, INSTALL_DEADLINE);

  afterAll(() => {
    app.remove();
  });

  it("bring a handful of small packages: no linter, no compiler, no framework", () => {
    const installed = app.installed();

    expect(installed.map((name) => name.replace(/@[^@]+$/, ""))).toEqual(["agent-guardrails", "is-network-error", "p-retry", "zod"]);
    for (const [name, version] of Object.entries(guards.dependencies)) expect(installed).toContain(`${name}@${version}`);
  });

  it("load without LangChain", async () => {
    app.write("load.js", `import * as guards from "agent-guardrails"; console.log(Object.keys(guards).length);`);

    expect(Number(succeed(await app.run("node", "load.js")))).toBeGreaterThan(0);
  });
});
