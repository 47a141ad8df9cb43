import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";
import type { GuardrailsRule } from "../../src/rule/create-rule.js";
import { inRule, opensGate, project, type ProbeOptions } from "../support/probe.js";

/** The listeners that each rule sets for a file. */
function listeners(code: string, options?: ProbeOptions): string[] {
  return inRule(code, (context) => Object.values(rules as Record<string, GuardrailsRule>).flatMap((rule) => Object.keys(rule.create(context as Parameters<GuardrailsRule["create"]>[0]))), options);
}

describe("the gate opens for", () => {
  it.each([
    ["langchain", `import { tool } from "langchain"`],
    ["a part of langchain", `import { createAgent } from "langchain/agents"`],
    ["LangChain's core", `import { tool } from "@langchain/core/tools"`],
    ["LangGraph", `import { StateGraph } from "@langchain/langgraph"`],
    ["LangGraph's SDK", `import { Client } from "@langchain/langgraph-sdk"`],
    ["an integration", `import { ChatOpenAI } from "@langchain/openai"`],
    ["deepagents", `import { createDeepAgent } from "deepagents"`],
    ["the AI SDK", `import { streamText } from "ai"`],
    ["an AI SDK provider", `import { openai } from "@ai-sdk/openai"`],
    ["OpenAI Agents", `import { Agent } from "@openai/agents"`],
    ["OpenAI Agents' extensions", `import { aisdk } from "@openai/agents-extensions"`],
    ["Mastra", `import { Agent } from "@mastra/core/agent"`],
    ["MCP", `import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js"`],
    ["MCP's handler", `import { createMcpHandler } from "mcp-handler"`],
    ["the guards", `import { authedTool } from "agent-guardrails/tools"`],
    ["an import for its effect", `import "langchain"`],
    ["an import of types", `import type { Tool } from "@langchain/core/tools"`],
    ["a type among names", `import { type Tool } from "@langchain/core/tools"`],
    ["a namespace", `import * as lc from "langchain"`],
    ["require", `const { tool } = require("langchain")`],
    ["require in a function", `function f() { return require("@langchain/core/tools"); }`],
    ["require by a template", "const { tool } = require(`langchain`)"],
    ["dynamic import", `const { tool } = await import("langchain")`],
    ["dynamic import in single quotes", `const load = () => import('@mastra/core')`],
    ["import equals", `import lc = require("langchain")`],
    ["a re-export", `export { tool } from "langchain"`],
    ["a re-export of everything", `export * from "langchain"`],
    ["Deno's npm:", `import { tool } from "npm:langchain@1"`],
    ["esm.sh", `import { tool } from "https://esm.sh/langchain@1"`],
    ["a require of npm:", `const lc = await import("npm:@langchain/core@1/tools")`],
    ["a run of an agent from elsewhere", `import { agent } from "./agent"; agent.invoke({}, { configurable: { thread_id: id } })`],
    ["the values of a run", `import { load } from "./load"; export const node = (state, config) => load(config?.configurable?.user_id)`],
    ["the values of a run under a quoted key", `import { agent } from "./agent"; agent.invoke({}, { "configurable": values })`],
    ["the values of a run by a name", `import { agent } from "./agent"; agent.invoke({}, { configurable })`],
    ["the values of a run taken apart", `import { load } from "./load"; export const node = (state, { configurable = {} }) => load(configurable)`],
    ["the type of a run's values", `import { load } from "./load"; export const node = (config: { configurable?: { user_id: string } }) => load(config)`],
    ["a tool for a server from elsewhere", `import { schema } from "./schema"; export const register: Register = (server) => server.registerTool("find", { inputSchema: schema }, find)`],
    ["an agent that Mastra hands out", `import { mastra } from "./mastra"; export const answer = (text) => mastra.getAgent("desk").generate(text)`],
    ["a run with the memory of Mastra", `import { desk } from "./desk"; export const answer = (text, user) => desk.generate(text, { memory: { thread: user, resource: user } })`],
    ["a run of a required agent", `const { agent } = require("./agent"); agent.invoke({}, { configurable: { thread_id: id } })`],
  ])("%s", (_title, code) => {
    expect(opensGate(code)).toBe(true);
    expect(listeners(code)).not.toEqual([]);
  });
});

describe("the gate stays shut for", () => {
  it.each([
    ["an empty file", ``],
    ["a file without imports", `export const tool = (f) => f; fetch("https://x.example", { method: "POST" })`],
    ["other packages", `import express from "express"; import { z } from "zod"; express().post("/", (req) => fetch(req.body.url))`],
    ["packages that sound alike", `import { tool } from "langchainx"; import ai from "ai-utils"; import { x } from "aisle"; import y from "@langchainy/core"; import z from "@openai/api"`],
    ["a name in a comment", `// import { tool } from "langchain"\nexport const a = 1`],
    ["a name in a string", `import x from "./x"; export const a = 'from "langchain"'`],
    ["a require with a name elsewhere", `const x = require("x"); export const name = "langchain-ish"`],
    ["local imports without a sign of agents", `import { tool } from "./gone"; import { helper } from "./helper"; helper()`],
    ["a class of a local base", `import { Base } from "./gone"; class X extends Base {}`],
    ["a property's descriptor", `import { target } from "./target"; Object.defineProperty(target, "x", { configurable: true, value: 1 }); Object.defineProperty(target, "y", { configurable: !frozen, value: 1 })`],
    ["another word of servers", `import { load } from "./load"; export const register = (server) => server.register(load); export const registerTool = (name) => load(name)`],
    ["an agent that something else hands out, and memory of another kind", `import { crm } from "./crm"; crm.getAgent("smith"); crm.start({ memory: { limit: 512 } })`],
    ["a word in a comment", `import { load } from "./load"; /** Fast and configurable. */ load()`],
    ["code of the browser", `import React from "react"; export const A = () => { useEffect(() => { fetch("/api") }) }`],
    ["a thread_id without an import", `const x = { configurable: { thread_id: "1" } }`],
  ])("%s", (_title, code) => {
    expect(opensGate(code)).toBe(false);
    expect(listeners(code)).toEqual([]);
  });

  it("a half-typed import", () => {
    expect(opensGate(`import "" ; import x from ".";`)).toBe(false);
  });
});

describe("the gate opens through a file of the project for", () => {
  const files = {
    "kit.ts": `export { tool } from "langchain"`,
    "barrel.ts": `export * from "./kit"`,
    "base.ts": `import { StructuredTool } from "@langchain/core/tools"; export class Base extends StructuredTool {}`,
    "js.js": `const { StructuredTool } = require("@langchain/core/tools"); class Base extends StructuredTool {} module.exports = { Base }`,
    "plain.ts": `export class Base {} export const tool = 1`,
    "loop.ts": `export * from "./loop"`,
    "desk.ts": `import { createAgent } from "langchain"; export const desk = createAgent({ model, tools: [] })`,
    "bus.ts": `export const bus = { invoke(message) {} }`,
  };
  it.each([
    ["tool from a file that hands it on", `import { tool } from "./kit"`, true],
    ["tool by an alias", `import { tool as make } from "./kit"`, true],
    ["tool from a barrel", `import { tool } from "./barrel"`, true],
    ["a base class", `import { Base } from "./base"; class X extends Base {}`, true],
    ["a base class of a namespace", `import * as base from "./base"; class X extends base.Base {}`, true],
    ["a base class in CommonJS", `const { Base } = require("./js"); class X extends Base {}`, true],
    ["a run of an agent of another file", `import { desk } from "./desk"; export const POST = async (request) => Response.json(await desk.invoke({ messages: await request.json() }))`, true],
    ["a stream of a required agent", `const { desk } = require("./desk"); module.exports = (text) => desk.stream({ messages: [text] })`, true],
    ["a run of something else of one's own", `import { bus } from "./bus"; bus.invoke("ping")`, false],
    ["a run of something beside an agent", `import { desk } from "./desk"; import { bus } from "./bus"; bus.invoke(desk.name)`, false],
    ["a re-export of one's own", `export { tool } from "./kit"`, false],
    ["a base class of somebody else", `import { Base } from "./plain"; class X extends Base {}`, false],
    ["tool from a file of one's own", `import { tool } from "./plain"`, false],
    ["a file that is missing", `import { tool } from "./gone"`, false],
    ["a file that leads to itself", `import { tool } from "./loop"`, false],
  ])("%s: %s", (_title, code, opens) => {
    expect(opensGate(code, { path: join(project(files), "agent.ts") })).toBe(opens);
  });
});

describe("the gate opens through the policy for", () => {
  const settings = (name: string): ProbeOptions => ({ settings: { "agent-guardrails": { externalCalls: [name] } } });
  it.each([
    ["a package that it names", "@acme/mail#send", `import { send } from "@acme/mail"`, true],
    ["a local module that it names", "./mail#send", `import { send } from "./mail"`, true],
    ["a local module further away", "./mail#send", `import { send } from "../lib/mail.js"`, true],
    ["another package", "@acme/mail#send", `import { send } from "@acme/chat"`, false],
    ["a plain name", "send", `import { send } from "@acme/mail"`, false],
  ])("%s", (_title, name, code, opens) => {
    expect(opensGate(code, settings(name))).toBe(opens);
  });
});
