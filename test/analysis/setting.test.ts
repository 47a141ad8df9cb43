import { describe, expect, it } from "vitest";
import { probe } from "../support/probe.js";

describe("the setting of a file", () => {
  it.each([
    ["src/agent.ts", "", "application"],
    ["app/api/chat/route.ts", "", "application"],
    ["src/testing-library.ts", "", "application"],
    ["src/latest.ts", "", "application"],
    ["src/inspect.ts", "", "application"],
    ["src/script-runner.ts", "", "application"],
    ["src/binary/agent.ts", "", "application"],
    ["src/contest/agent.ts", "", "application"],
    ["src/agent.test.ts", "", "test"],
    ["src/agent.spec.tsx", "", "test"],
    ["src/agent.e2e.ts", "", "test"],
    ["src/agent-test.js", "", "test"],
    ["src/agent.int.test.ts", "", "test"],
    ["src/__tests__/agent.ts", "", "test"],
    ["src/__mocks__/agent.ts", "", "test"],
    ["test/agent.ts", "", "test"],
    ["tests/agent.ts", "", "test"],
    ["integration-tests/worker/src/agent.ts", "", "test"],
    ["contests/agent.ts", "", "application"],
    ["e2e/agent.ts", "", "test"],
    ["packages/a/test/agent.ts", "", "test"],
    ["evals/agent.ts", "", "test"],
    ["fixtures/agent.ts", "", "test"],
    ["scripts/seed.ts", "", "script"],
    ["bin/run.js", "", "script"],
    ["src/cli/index.ts", "", "script"],
    ["src/cli.ts", "", "script"],
    ["migrations/001.ts", "", "script"],
    ["prisma/seed.ts", "", "script"],
    ["bench/run.mjs", "", "script"],
    ["src/run.ts", "#!/usr/bin/env node\n", "script"],
    ["demo/agent.ts", "", "example"],
    ["playground/agent.ts", "", "example"],
    ["src/chat.tsx", `"use client"; `, "client"],
    ["src/chat.tsx", `"use strict"; "use client"; `, "client"],
    ["src/chat.tsx", `/* c */ 'use client'\n`, "client"],
    ["src/chat.tsx", `import x from "x"; "use client"; `, "application"],
    ["src/actions.ts", `"use server"; `, "application"],
  ])("%s %s is %s", (path, start, setting) => {
    expect(probe(`${start}export const a = 1`, (model) => model.setting, { path: `/tests/app/${path}`, cwd: "/tests/app" })).toBe(setting);
  });
});
