import { afterAll, beforeAll, describe, expect, it } from "vitest";
import guards from "../../types/package.json" with { type: "json" };
import { type Consumer, createConsumer, succeed } from "./scratch-consumer.js";

describe("the guards, installed alone for production", () => {
  let app: Consumer;

  beforeAll(() => {
    app = createConsumer({ ours: ["agent-guardrails"] });
  });

  afterAll(() => {
    app.remove();
  });

  it("bring zod and nothing else: no linter, no compiler", () => {
    expect(app.installed()).toEqual([`agent-guardrails@${guards.version}`, `zod@${guards.dependencies.zod}`]);
  });

  it("load without LangChain", () => {
    app.write("load.js", `import * as guards from "agent-guardrails"; console.log(Object.keys(guards).length);`);

    expect(Number(succeed(app.run("node", "load.js")))).toBeGreaterThan(0);
  });
});
