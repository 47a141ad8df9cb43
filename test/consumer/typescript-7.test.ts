import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linted, PLAIN_CONFIG, UNSAFE_AGENT, UNSAFE_AGENT_DEFECTS } from "./plain-javascript.js";
import { type Consumer, createConsumer, INSTALL_DEADLINE, pinned, succeed } from "./scratch-consumer.js";

const COMPILER_OPTIONS = ["--strict", "--module", "nodenext", "--target", "es2022", "--skipLibCheck", "--noEmit", "--types", ""];

const VERIFIED = `import type { RunnableConfig } from "@langchain/core/runnables";
import type { AuthedConfig } from "agent-guardrails";

declare function payslips(of: AuthedConfig): Promise<string>;
declare function answer(config: RunnableConfig): Promise<string>;

export async function handler(config: AuthedConfig): Promise<string> {
  return (await payslips(config)) + (await answer(config));
}
`;

const UNVERIFIED = VERIFIED.replace("handler(config: AuthedConfig)", "handler(config: RunnableConfig)");

describe("a project whose only TypeScript is version 7", () => {
  let app: Consumer;

  beforeAll(async () => {
    app = await createConsumer({
      ours: ["eslint-plugin-agent-guardrails", "agent-guardrails"],
      others: [pinned("eslint"), pinned("@typescript/native", "typescript"), pinned("@langchain/core")],
    });
  }, INSTALL_DEADLINE);

  afterAll(() => {
    app.remove();
  });

  it("keeps that one TypeScript", () => {
    expect(app.installed().filter((name) => name.startsWith("typescript@"))).toEqual([pinned("@typescript/native", "typescript")]);
  });

  it("compiles what the guards allow", async () => {
    app.write("verified.ts", VERIFIED);

    expect(succeed(await app.run("node_modules/.bin/tsc", ...COMPILER_OPTIONS, "verified.ts"))).toBe("");
  });

  it("does not compile what the guards refuse", async () => {
    app.write("unverified.ts", UNVERIFIED);

    const { status, stdout } = await app.run("node_modules/.bin/tsc", ...COMPILER_OPTIONS, "unverified.ts");

    expect(status).not.toBe(0);
    expect(stdout.match(/error TS/g), stdout).toHaveLength(1);
    expect(stdout).toMatch(/^unverified\.ts[(:]8\D/);
    expect(stdout).toContain("AuthedConfig");
  });

  it("lints JavaScript", async () => {
    app.write("eslint.config.js", PLAIN_CONFIG);
    app.write("agent.js", UNSAFE_AGENT);

    expect(await linted(app, "agent.js")).toEqual(UNSAFE_AGENT_DEFECTS);
  });
});
