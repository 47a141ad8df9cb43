import { Command } from "@langchain/langgraph";
import { RunState } from "@openai/agents";
import { describe, expect, it } from "vitest";
import { resumedRuns } from "../../src/analysis/frameworks/resumed-runs.js";

describe("the state of a run of the OpenAI Agents SDK", () => {
  it.each(resumedRuns.states.map(({ modules, path, text }) => [path.join("."), modules, path, text] as const))("is read by %s, from its second argument", (_name, modules, [owner, method], text) => {
    const read = Reflect.get(RunState, method) as (...given: unknown[]) => unknown;
    expect(modules).toContain("@openai/agents");
    expect(RunState.name).toBe(owner);
    expect(read.length).toBeGreaterThan(text);
  });
});

it("goes on with a command that says which node comes next, and what changes in the state", () => {
  const { path, next, state } = resumedRuns.command;
  expect(Command.name).toBe(path[0]);
  expect(new Command({ [next]: "review", [state]: { seen: true } })).toMatchObject({ [next]: ["review"], [state]: { seen: true } });
});
