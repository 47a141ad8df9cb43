import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linted, PLAIN_CONFIG, UNSAFE_AGENT, UNSAFE_AGENT_DEFECTS } from "./plain-javascript.js";
import { type Consumer, createConsumer, INSTALL_DEADLINE, pinned } from "./scratch-consumer.js";

describe("the plugin in a project without TypeScript", () => {
  let app: Consumer;

  beforeAll(async () => {
    app = await createConsumer({ ours: ["eslint-plugin-agent-guardrails"], others: [pinned("eslint")] });
    app.write("eslint.config.js", PLAIN_CONFIG);
    app.write("agent.js", UNSAFE_AGENT);
  }, INSTALL_DEADLINE);

  afterAll(() => {
    app.remove();
  });

  it("brings no compiler", () => {
    // Scopes and the names of nodes come without the compiler.
    const names = app.installed().filter((name) => /^(typescript@|@typescript\/|@typescript-eslint\/(?!(scope-manager|types|visitor-keys)@))/.test(name));

    expect(names).toEqual([]);
    expect(app.installed()).toContain(pinned("eslint"));
  });

  it("reports the defects of a JavaScript agent", async () => {
    expect(await linted(app, "agent.js")).toEqual(UNSAFE_AGENT_DEFECTS);
  });
});
