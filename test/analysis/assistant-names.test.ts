import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findAssistants, isNamedBy } from "../../src/analysis/facts/assistant-names.js";
import { probe, project } from "../support/probe.js";

const graph = `import { StateGraph } from "@langchain/langgraph"; export const clinic = new StateGraph(State).addNode("a", a).compile();`;

/** The names of the assistants of a file in a project with that `langgraph.json`. */
function namesIn(manifest: string, path = "src/agent.ts"): readonly (readonly string[])[] {
  const folder = project({ "langgraph.json": manifest, [path]: graph });
  return probe(graph, (model) => model.derive(findAssistants).map(({ names }) => names), { path: join(folder, path) });
}

describe("an assistant is known by", () => {
  it("its constant, and the name that langgraph.json deploys its file under", () => {
    expect(namesIn(`{ "graphs": { "intake": "./src/agent.ts:clinic", "other": "./src/other.ts:graph" } }`)).toEqual([["clinic", "intake"]]);
  });

  it("the name that langgraph.json gives with more than a path", () => {
    expect(namesIn(`{ "graphs": { "intake": { "path": "./src/agent.ts:clinic" } } }`)).toEqual([["clinic", "intake"]]);
  });

  it.each(["", "[]", `{ "graphs": 5 }`, `{ "graphs": { "intake": 5 } }`, "{"])("its constant only where langgraph.json says nothing: %s", (manifest) => {
    expect(namesIn(manifest)).toEqual([["clinic"]]);
  });
});

describe("a glob of the policy", () => {
  it.each([
    ["payroll", "payroll", true],
    ["pay*", "payroll", true],
    ["pay?oll", "payroll", true],
    ["{hr,payroll}", "payroll", true],
    ["pay", "payroll", false],
    ["*.hr", "team.hr", true],
    ["*.hr", "teamshr", false],
    ["a,b", "a,b", true],
    ["{hr", "hr", true],
    ["(", "(", true],
    ["src/hr/**", "payroll", true],
    ["src/hr/*.ts", "payroll", false],
    ["./src/*/pay/agent.ts", "payroll", true],
    ["hr/**/agent.ts", "payroll", true],
    ["hr/agent.ts", "payroll", false],
  ])("%s means %s: %j", (glob, name, meant) => {
    const assistant = probe(graph, (model) => model.derive(findAssistants)[0]);

    expect(isNamedBy([glob], { ...assistant!, names: [name] }, "/work/app/src/hr/pay/agent.ts") !== undefined).toBe(meant);
  });
});
