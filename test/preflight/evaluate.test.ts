import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";
import { checklistItems } from "../../src/checklist/items.js";
import { criteria } from "../../src/preflight/criteria.js";
import { evaluate } from "../../src/preflight/evaluate.js";
import { emptyInventory } from "../../src/preflight/inventory/file-inventory.js";
import { aFinding, anAgent, ANSWER, aSubject, aTool, facts, judged, shows, suppressed } from "./rows.js";

const tools = { ...emptyInventory, tools: [aTool()] };

describe("a row", () => {
  it("passes if something was examined and all of it holds, and says how many", () => {
    expect(judged("auth", { inventory: tools })).toMatchObject({ verdict: "pass", examined: { tools: 1 }, summary: "1 tool examined; no tool takes identity from the model; no run was in sight, so nothing is said of identity of runs." });
  });

  it("is not applicable if nothing of the kind exists", () => {
    expect(judged("store", { inventory: tools })).toMatchObject({ verdict: "not-applicable", examined: {}, summary: "Nothing of the kind exists in the code." });
  });

  it("says that there is no agent rather than that nothing is wrong", () => {
    expect(judged("auth", { files: { examined: 40, withAgents: 0, unexamined: [] } })).toMatchObject({ verdict: "not-applicable", summary: "No agent code in 40 files." });
  });

  it("fails on a finding of a rule whose first row it is", () => {
    expect(judged("auth", { inventory: tools, findings: [aFinding("no-llm-identity-args")] })).toMatchObject({ verdict: "fail", findings: [aFinding("no-llm-identity-args")], summary: "1 finding in src/agent.ts. Fails: identity in arguments." });
  });

  it.each(["injection", "approval"])("fails on a finding of a rule that names %s among others", (id) => {
    expect(judged(id, { findings: [aFinding("no-mixed-trust-tools")] }).verdict).toBe("fail");
  });

  it("does not fail on a finding of a rule that does not name it", () => {
    expect(judged("threads", { findings: [aFinding("no-mixed-trust-tools")] }).verdict).not.toBe("fail");
  });

  it("fails on a finding even if somebody answers for it", () => {
    expect(judged("auth", { inventory: tools, findings: [aFinding("no-llm-identity-args")], attestations: { auth: ANSWER } }).verdict).toBe("fail");
  });

  it("lists findings by place, whatever order they came in", () => {
    const { findings } = judged("auth", { findings: [aFinding("no-llm-identity-args", 20), aFinding("no-llm-identity-args", 3)] });

    expect(findings.map(({ line }) => line)).toEqual([3, 20]);
  });
});

describe("a row of which only some parts are in sight", () => {
  const model = { id: "src/agent.ts:2:1", file: "src/agent.ts", line: 2, column: 1, provider: "openai", name: "gpt-5-mini", size: "small" };
  const run = { id: "src/agent.ts:4:1", file: "src/agent.ts", line: 4, column: 1, inHandler: false };
  const faked = aSubject(`fakes`, "guarded", 9);
  const agent = anAgent();

  it("passes, and says of which parts nothing is said", () => {
    const row = judged("cost", { inventory: { ...emptyInventory, agents: [agent], subjects: [{ ...faked, id: `fakes@${agent.id}` }] } });

    expect(row).toMatchObject({ verdict: "pass", summary: "1 agent examined; long threads are trimmed; no model client was in sight, so nothing is said of prompt caching and the size of the supervisor's model." });
  });

  it("names what holds, if that is not all", () => {
    const row = judged("latency", { inventory: { ...emptyInventory, agents: [agent], invocations: [run] } });

    expect(row).toMatchObject({ verdict: "pass", summary: "1 run and 1 agent examined; answers stream and independent tools run together; no model client was in sight, so nothing is said of the reuse of clients." });
  });

  it("says that everything holds only if all of it was examined", () => {
    const row = judged("latency", { inventory: { ...emptyInventory, agents: [agent], invocations: [run], models: [model] } });

    expect(row).toMatchObject({ verdict: "pass", summary: "1 run, 1 agent and 1 model client examined; everything holds." });
  });

  it("says which of them fail", () => {
    const row = judged("latency", { inventory: { ...emptyInventory, agents: [agent], invocations: [run], models: [model] }, findings: [aFinding("prefer-streaming"), aFinding("no-client-in-handler")] });

    expect(row).toMatchObject({ verdict: "fail", summary: "2 findings of 2 rules in src/agent.ts. Fails: streaming, the reuse of clients." });
  });

  it("says no more than its findings if it has one part only", () => {
    expect(judged("store", { findings: [aFinding("require-store-namespace")] })).toMatchObject({ verdict: "fail", summary: "1 finding in src/agent.ts." });
  });
});

describe("a finding that is switched off in the code", () => {
  it("makes no pass of a row of which nothing is in sight", () => {
    expect(judged("store", { inventory: tools, suppressed: [suppressed("require-store-namespace", "one tenant only")] })).toMatchObject({ verdict: "not-applicable", examined: {}, summary: "Nothing of the kind exists in the code, 1 switched off in the code." });
  });

  it("is shown with its reason, and its row passes", () => {
    const row = judged("auth", { inventory: tools, suppressed: [suppressed("no-llm-identity-args", "an address of the recipient")] });

    expect(row).toMatchObject({ verdict: "pass", suppressed: [{ reason: "an address of the recipient" }], summary: expect.stringMatching(/^1 tool examined, 1 switched off in the code; no tool takes identity from the model; /u) });
  });

  it("leaves its row open if nobody says why", () => {
    const row = judged("auth", { inventory: tools, suppressed: [suppressed("no-llm-identity-args", null)] });

    expect(row).toMatchObject({ verdict: "needs-attestation", summary: "Not shown: what is switched off has a reason (1 finding is switched off without a reason)." });
  });
});

describe("a rule that was not run", () => {
  const switchedOff = (ran: number, off: number) => facts().rules.map((use) => (use.ruleId.endsWith("/no-llm-identity-args") ? { ...use, ran, off } : use));

  it("leaves its row open, and the row says which rule it is", () => {
    const row = judged("auth", { inventory: tools, rules: switchedOff(0, 3) });

    expect(row.verdict).toBe("needs-attestation");
    expect(row.parts[0]).toEqual({ says: "no tool takes identity from the model", state: "open", why: "`no-llm-identity-args` is switched off" });
  });

  it("leaves its row open if it is switched off in some files only", () => {
    expect(judged("auth", { inventory: tools, rules: switchedOff(2, 1) }).parts[0]).toMatchObject({ state: "open", why: "`no-llm-identity-args` is switched off in 1 of 3 files" });
  });

  it("is said by a row that passes without it", () => {
    const row = judged("auth", { inventory: tools, rules: facts().rules.map((use) => (use.ruleId.endsWith("/prefer-authed-tool") ? { ...use, ran: 0, off: 1 } : use)) });

    expect(row).toMatchObject({ verdict: "pass", summary: expect.stringMatching(/^1 tool examined; .*\. Not run: `prefer-authed-tool`\.$/u) });
  });

  it("leaves every row that needs it open if no rule ran at all", () => {
    const report = evaluate(facts({ inventory: { ...tools, agents: [anAgent()] }, rules: [] }), "2026-03-01");

    expect(report.rows.filter(({ verdict }) => verdict === "pass")).toEqual([]);
  });
});

describe("what cannot be seen", () => {
  it("leaves a row open that depends on all tools", () => {
    const row = judged("approval", { inventory: { ...tools, agents: [anAgent({ otherTools: ["mcpTools"] })] } });

    expect(row).toMatchObject({ verdict: "needs-attestation", summary: "Not shown: every destructive or external tool asks first (the tool `mcpTools` cannot be looked into)." });
  });

  it("names a tool once that several agents hold", () => {
    const row = judged("approval", { inventory: { ...tools, agents: [anAgent({ otherTools: ["mcpTools", "search"] }), anAgent({ otherTools: ["mcpTools"] })] } });

    expect(row.summary).toBe("Not shown: every destructive or external tool asks first (the tools `mcpTools`, `search` cannot be looked into).");
  });

  it("leaves no row open for a tool of a package that only reads", () => {
    expect(judged("auth", { inventory: { ...tools, agents: [anAgent({ otherTools: ["TavilySearch"], readers: ["TavilySearch"] })] } }).verdict).toBe("pass");
    expect(judged("auth", { inventory: { ...tools, agents: [anAgent({ otherTools: ["TavilySearch", "mcpTools"], readers: ["TavilySearch"] })] } }).parts[0]).toMatchObject({ state: "open", why: "the tool `mcpTools` cannot be looked into" });
  });

  it("leaves it open as well if a part of a list is out of sight", () => {
    expect(judged("auth", { inventory: { ...tools, agents: [anAgent({ toolsComplete: false })] } }).parts[0]).toMatchObject({ state: "open", why: "the tools of 1 agent cannot all be seen" });
  });

  it("leaves a row open whose things cannot all be judged", () => {
    const row = judged("reliability", { inventory: { ...emptyInventory, subjects: [aSubject("requests", "guarded", 3), aSubject("requests", "unknown", 4)] } });

    expect(row.parts[0]).toMatchObject({ state: "open", why: "1 of 2 requests cannot be judged" });
  });

  it("leaves the limits open if a tool of the guards has no quota, which no rule asks it for", () => {
    const acting = aTool({ framework: "agent-guardrails", effects: [{ kind: "external", label: "acts outside", approval: "guarded" }], approval: "guarded", quota: "unguarded" });

    expect(judged("limits", { inventory: { ...emptyInventory, tools: [acting] } }).parts[1]).toMatchObject({ state: "open", why: "1 of 1 tool that acts cannot be judged" });
    expect(judged("limits", { inventory: { ...emptyInventory, tools: [{ ...acting, quota: "guarded" }] } }).verdict).toBe("pass");
  });

  it("leaves the threads open if runs in handlers name none", () => {
    const row = judged("threads", { inventory: { ...emptyInventory, invocations: [{ id: "a", file: "src/agent.ts", line: 2, column: 1, inHandler: true }] } });

    expect(row).toMatchObject({ verdict: "needs-attestation", summary: "Not shown: every thread id names the user and the tenant (there are runs in request handlers, and no thread id is in sight)." });
  });
});

describe("a file that was not examined", () => {
  const files = { examined: 3, withAgents: 1, unexamined: [{ file: "src/broken.ts", reason: "Unexpected token (line 1)" }] };

  it("leaves every row open that rests on source", () => {
    const report = evaluate(facts({ inventory: tools, files }), "2026-03-01");
    const open = report.rows.filter(({ verdict }) => verdict === "needs-attestation").map(({ id }) => id);

    expect(open).toEqual(checklistItems.map(({ id }) => id));
  });

  it("leaves it open even if somebody answers for the row", () => {
    expect(judged("auth", { inventory: tools, files, attestations: { auth: ANSWER } })).toMatchObject({ verdict: "needs-attestation", summary: "src/broken.ts could not be examined, so nothing is said of this row." });
  });

  it("does not hide a finding elsewhere", () => {
    expect(judged("auth", { inventory: tools, files, findings: [aFinding("no-llm-identity-args")] }).verdict).toBe("fail");
  });

  it("says nothing of a row that rests on other files", () => {
    const evidence = ["tracing", "sampling", "eval-job", "dataset"].map((kind) => shows(kind));

    expect(judged("observability", { inventory: tools, files, evidence }).verdict).toBe("pass");
  });
});

describe("an answer", () => {
  it("stands in for what no file shows, and says what for", () => {
    const row = judged("observability", { inventory: tools, evidence: [shows("tracing")], attestations: { observability: ANSWER } });

    expect(row).toMatchObject({
      verdict: "attested",
      attestation: ANSWER,
      summary: "ada@acme.example answers for it (5–10 % of runs are evaluated online; a gold dataset runs in CI) since 2026-01-01 and until 2026-06-30.",
    });
  });

  it("counts on its last day", () => {
    expect(judged("observability", { inventory: tools, attestations: { observability: ANSWER } }, "2026-06-30").verdict).toBe("attested");
  });

  it("is open again on the day after", () => {
    expect(judged("observability", { inventory: tools, attestations: { observability: ANSWER } }, "2026-07-01")).toMatchObject({ verdict: "needs-attestation", attestation: ANSWER, summary: expect.stringMatching(/^The answer of ada@acme\.example expired on 2026-06-30\. Not shown: tracing is on/u) });
  });

  it("leaves a row that the code shows as passed", () => {
    expect(judged("auth", { inventory: tools, attestations: { auth: ANSWER } }).verdict).toBe("pass");
  });

  it("of the policy never makes a pass, because it silences rules", () => {
    const attestations = { auth: { by: "policy", on: null, until: null, statement: "The gateway does it", link: null } };

    expect(judged("auth", { inventory: tools, attestations })).toMatchObject({ verdict: "attested", summary: "Answered by the policy: The gateway does it." });
  });
});

describe("evidence beside the source", () => {
  const evidence = ["tracing", "sampling", "eval-job", "dataset"].map((kind) => shows(kind));

  it("passes a row that needs nothing else", () => {
    expect(judged("observability", { inventory: tools, evidence })).toMatchObject({ verdict: "pass", examined: { tools: 1, tracing: 1, sampling: 1, "eval-job": 1, dataset: 1 } });
  });

  it("does not apply where there is no agent", () => {
    expect(judged("observability", { evidence }).verdict).toBe("not-applicable");
  });

  it("speaks against a row as well", () => {
    expect(judged("observability", { inventory: tools, findings: [aFinding("preflight/sampling")] }).parts.map(({ state }) => state)).toEqual(["open", "fails", "open"]);
  });

  it("of tests has to be there for each tool", () => {
    const inventory = { ...emptyInventory, tools: [aTool(), aTool({ file: "src/mail.ts", name: "mail" })] };

    expect(judged("testing", { inventory, evidence: [shows("tool-test", "src/agent.ts")] }).parts[0]).toMatchObject({ state: "open", why: "1 of 2 tools has no test" });
    expect(judged("testing", { inventory, evidence: [shows("tool-test", "src/agent.ts"), shows("tool-test", "src/mail.ts")] }).parts[0]).toMatchObject({ state: "holds" });
  });
});

describe("the criteria", () => {
  it("speak of every row", () => {
    expect(Object.keys(criteria)).toEqual(checklistItems.map(({ id }) => id));
  });

  it("name rules that speak for the row, where the rules exist", () => {
    const known: Readonly<Record<string, { readonly meta: { readonly docs?: { readonly checklist: readonly string[] } } }>> = rules;
    const astray = Object.entries(criteria).flatMap(([id, parts]) => parts.flatMap((part) => (part.rules ?? []).filter((name) => known[name] && !known[name].meta.docs!.checklist.includes(id)).map((name) => `${id}: ${name}`)));

    expect(astray).toEqual([]);
  });
});

it("judges the same facts alike", () => {
  const given = facts({ inventory: tools, findings: [aFinding("no-llm-identity-args")], attestations: { auth: ANSWER } });

  expect(evaluate(given, "2026-03-01")).toEqual(evaluate(given, "2026-03-01"));
});
