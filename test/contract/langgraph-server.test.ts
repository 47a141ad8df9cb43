import { Client } from "@langchain/langgraph-sdk";
import { Client as ClientOfPart } from "@langchain/langgraph-sdk/client";
import { RemoteGraph } from "@langchain/langgraph/remote";
import { describe, expect, it } from "vitest";
import { langgraphServer } from "../../src/analysis/frameworks/langgraph-server.js";
import { matchesModule } from "../../src/analysis/origin/origin.js";

describe.each([
  ["@langchain/langgraph-sdk", Client],
  ["@langchain/langgraph-sdk/client", ClientOfPart],
])("the client of a LangGraph server, from %s", (module, Installed) => {
  const client: object = new Installed({ apiUrl: "http://localhost:2024" });
  const part = (name: string): unknown => Reflect.get(client, name);

  it("is known by its module and its name", () => {
    expect(matchesModule(module, langgraphServer.modules)).toBe(true);
    expect(Installed.name).toBe(langgraphServer.client);
  });

  it.each([...langgraphServer.starting.methods])("starts runs by %s, on a thread, by an assistant, with options", (method) => {
    expect(part(langgraphServer.runs)).toHaveProperty(method, expect.any(Function));
    expect((Reflect.get(part(langgraphServer.runs) as object, method) as (...given: unknown[]) => unknown).length).toBe(langgraphServer.starting.options + 1);
  });

  it.each([langgraphServer.creating, ...langgraphServer.changing])("has %s among what it does with assistants", (method) => {
    expect(part(langgraphServer.assistants)).toHaveProperty(method, expect.any(Function));
  });

  it.each(Object.entries(langgraphServer.onThread).flatMap(([name, methods]) => methods.map((method) => [name, method] as const)))("works on a thread by %s.%s", (name, method) => {
    expect(part(name)).toHaveProperty(method, expect.any(Function));
  });

  it("has a store", () => {
    expect(part(langgraphServer.store)).toHaveProperty("putItem", expect.any(Function));
  });
});

it("calls a graph over there what its package calls it", () => {
  expect(RemoteGraph.name).toBe(langgraphServer.remoteGraph.path[0]);
});
