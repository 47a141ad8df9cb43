import { describe, expect, it } from "vitest";
import { readGuards, type Offer } from "./guard-declarations.js";

const { offers, durations, thrown } = readGuards();

/** What the code below a function throws and a caller of that function cannot get, with the reason. */
const OUT_OF_REACH: Readonly<Record<string, readonly string[]>> = {
  // No part of a verified identity is empty, so none of a scope is.
  "EdgeAuth.stamp": ["TypeError"],
  // It asks `isUntrusted` before it reads.
  "Redactor.redactRecord": ["TypeError"],
  // An approval is made of a config that `approve()` has looked at, and of arguments that have a canonical form.
  "ExternalAction.execute": ["IdentityError"],
};

/** Thrown where neither `node:crypto` nor another one was provided; said once, at `provideDigests`. */
const WITHOUT_DIGESTS = "Error";

describe("an export of the guards", () => {
  it("is found through every door", () => {
    const doors = new Set(offers.map(({ name }) => name.split(" ")[0]));

    expect([...doors]).toEqual([".", "./tools", "./approval", "./plan", "./operations", "./reviewed"]);
    expect(offers.map(({ name }) => name)).toEqual(expect.arrayContaining([". edgeAuth", ". AuthedConfig", "./tools authedTool", "./operations commonRedactions", "./reviewed reviewedPrompt"]));
  });

  it("says what it is", () => {
    expect(offers.filter(({ text }) => text === "").map(({ name }) => name)).toEqual([]);
  });

  it("says of every time in which unit it is counted", () => {
    expect(durations.map(({ name }) => name)).toEqual(expect.arrayContaining([". StampOptions.ttlSeconds", ". RunOptions.timeout", "./tools RetryOptions.minDelayMs", "./approval memoryLedger.now"]));
    expect(durations.filter(({ name, text }) => !/(?:Ms|Seconds)$/u.test(name) && !/\b(?:milli)?seconds\b/iu.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it("says of every error that its code throws which class it has", () => {
    expect(thrown.get(". tenantNamespace")?.errors).toEqual(new Set(["IdentityError", "TypeError"]));
    expect([...thrown.get("EdgeAuth.authenticate")!.errors]).toEqual(["IdentityError"]);
    expect([...thrown.get("ExternalAction.execute")!.errors]).toEqual(expect.arrayContaining(["ApprovalError", "InDoubtError", "ToolFailure", "DeadlineError"]));
    expect([...thrown].flatMap(([name, { offer, errors }]) => unnamed(offer, errors, OUT_OF_REACH[name] ?? []).map((error) => `${name} throws ${error}`))).toEqual([]);
  });

  it("says when it throws", () => {
    const all = [...offers, ...[...thrown.values()].map(({ offer }) => offer)];

    expect(all.flatMap(({ name, throws }) => throws.filter(({ error, when }) => error === "" || when.length < 8).map(() => name))).toEqual([]);
  });

  it("is taken for out of reach of an error only where its code throws one", () => {
    expect(Object.entries(OUT_OF_REACH).filter(([name, errors]) => errors.some((error) => thrown.get(name)?.errors.has(error) !== true || thrown.get(name)!.offer.throws.some((each) => each.error === error)))).toEqual([]);
  });

  it("says what is missing where digests are", () => {
    expect(offers.find(({ name }) => name === ". provideDigests")?.text).toContain("throws an {Error}");
  });
});

function unnamed({ throws }: Offer, errors: ReadonlySet<string>, outOfReach: readonly string[]): string[] {
  return [...errors].filter((error) => error !== WITHOUT_DIGESTS && !outOfReach.includes(error) && !throws.some((each) => each.error === error));
}
