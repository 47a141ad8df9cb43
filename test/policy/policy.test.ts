import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { PolicyError, policyOf, policySchema } from "../../src/policy/policy.js";

const policy = (given: unknown): ReturnType<typeof policyOf> => policyOf({ "agent-guardrails": given });

function complaint(given: unknown): string {
  try {
    policy(given);
  } catch (error) {
    expect(error).toBeInstanceOf(PolicyError);
    return (error as PolicyError).message;
  }
  throw new Error("the policy was accepted");
}

const LISTS = Object.keys(policySchema.shape).filter((key) => key !== "residency" && key !== "satisfied");

describe("a policy", () => {
  it("has a default for everything but the residency", () => {
    const { residency, satisfied, ...lists } = policyOf({});
    expect(residency).toBeUndefined();
    expect(satisfied).toEqual({});
    expect(Object.keys(lists).sort()).toEqual([...LISTS].sort());
    for (const [key, value] of Object.entries(lists)) expect(value, key).toEqual([]);
  });

  it.each(LISTS)("takes names for %s", (key) => {
    expect(policy({ [key]: ["send", "mail.send", "./mail#send", "@acme/mail#Client.send"] })).toMatchObject({ [key]: ["send", "mail.send", "./mail#send", "@acme/mail#Client.send"] });
  });

  it("takes a residency and rows that are satisfied elsewhere", () => {
    expect(policy({ residency: "eu", satisfied: { limits: "The gateway limits each user." } })).toMatchObject({ residency: "eu", satisfied: { limits: "The gateway limits each user." } });
  });

  it("is empty where the settings have other plugins' keys only", () => {
    expect(policyOf({ react: { version: "detect" } })).toBe(policyOf({}));
  });

  it("is read once for each object", () => {
    const given = { externalCalls: ["send"] };
    expect(policy(given)).toBe(policy(given));
  });
});

describe("a wrong policy is answered by naming the place", () => {
  const at = (path: string): string => `settings["agent-guardrails"]${path}`;

  it.each(LISTS)("in %s", (key) => {
    expect(complaint({ [key]: "send" })).toContain(at(`.${key} `));
    expect(complaint({ [key]: {} })).toContain(at(`.${key} `));
    expect(complaint({ [key]: null })).toContain(at(`.${key} `));
    expect(complaint({ [key]: ["send", 7] })).toContain(at(`.${key}[1] `));
    expect(complaint({ [key]: ["send", ""] })).toContain(at(`.${key}[1] `));
    expect(complaint({ [key]: [["send"]] })).toContain(at(`.${key}[0] `));
  });

  it.each([
    [{ residency: 7 }, ".residency "],
    [{ residency: "" }, ".residency "],
    [{ residency: ["eu"] }, ".residency "],
    [{ satisfied: [] }, ".satisfied "],
    [{ satisfied: { limits: true } }, ".satisfied.limits "],
    [{ satisfied: { limits: "" } }, ".satisfied.limits "],
    [{ satisfied: { "kill-switch": 1 } }, `.satisfied["kill-switch"] `],
    [null, " "],
    [[], " "],
    ["eu", " "],
    [7, " "],
    [() => ({}), " "],
  ])("of %j", (given, path) => {
    expect(complaint(given)).toContain(`${at(path)}is wrong`);
  });

  it("of a row that is satisfied elsewhere, and suggests the right one", () => {
    expect(complaint({ satisfied: { limit: "The gateway limits each user." } })).toBe(`${at(".satisfied.limit")} is not a row of the checklist. Did you mean limits?`);
    expect(complaint({ satisfied: { quota: "The gateway." } })).toContain(`${at(".satisfied.quota")} is not a row of the checklist. Known keys: auth, threads, `);
  });

  it("tells all that is wrong", () => {
    const message = complaint({ externalCalls: 1, readCalls: [2], residency: "" });
    for (const key of [".externalCalls ", ".readCalls[0] ", ".residency "]) expect(message).toContain(at(key));
  });

  it.each([
    ["externalcalls", "externalCalls"],
    ["externalCall", "externalCalls"],
    ["external_calls", "externalCalls"],
    ["extrenalCalls", "externalCalls"],
    ["xternalCalls", "externalCalls"],
    ["identityKey", "identityKeys"],
    ["notidentitykeys", "notIdentityKeys"],
    ["approvalCals", "approvalCalls"],
    ["aprovalCalls", "approvalCalls"],
    ["killswitchCalls", "killSwitchCalls"],
    ["deadlineClient", "deadlineClients"],
    ["smallModel", "smallModels"],
    ["largeModles", "largeModels"],
    ["residence", "residency"],
    ["sensitiveAssistant", "sensitiveAssistants"],
    ["satisfies", "satisfied"],
    ["redactCalls", "redactorCalls"],
    ["retriesCalls", "retryCalls"],
  ])("and suggests the right key for %s", (wrong, right) => {
    expect(complaint({ [wrong]: [] })).toBe(`${at(`.${wrong}`)} is not a key of the policy. Did you mean ${right}?`);
  });

  it.each(["foo", "x", "constructor", "__proto__x", "timeouts"])("and lists the keys for %j, which is like none", (wrong) => {
    const message = complaint({ [wrong]: [] });
    expect(message).toContain("is not a key of the policy. Known keys: identityKeys, ");
    expect(message).not.toContain("Did you mean");
  });

  it("is the same the second time", () => {
    const given = { externalCalls: 7 };
    expect(complaint(given)).toBe(complaint(given));
  });
});

describe("through ESLint", () => {
  async function lint(settings: Record<string, unknown>): Promise<string> {
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [plugin.configs.recommended, { settings }] });
    return eslint.lintText(`import { tool } from "langchain";`, { filePath: "agent.js" }).then(
      (results) => JSON.stringify(results[0]?.messages),
      (error: unknown) => String(error),
    );
  }

  it("a right policy is silent", async () => {
    expect(await lint({ "agent-guardrails": { externalCalls: ["./mail#send"] } })).toBe("[]");
  });

  it("a wrong one is an error that a person can read", async () => {
    const message = await lint({ "agent-guardrails": { externalCalls: ["send", 7] } });
    expect(message).toMatch(/^PolicyError: .*settings\["agent-guardrails"\]\.externalCalls\[1\] is wrong: /u);
  });

  it("a wrong one is told even in a file without agents", async () => {
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [plugin.configs.recommended, { settings: { "agent-guardrails": { externalCall: [] } } }] });
    await expect(eslint.lintText("1;")).rejects.toThrow("Did you mean externalCalls?");
  });
});
