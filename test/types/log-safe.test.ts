import { describe, expect, it } from "vitest";
import { untrusted } from "../../types/index.js";
import { redactor, safeLogger } from "../../types/operations.js";
import { dangerouslyReadUntrusted, reviewedIdentity, reviewedLogText, reviewedNamespace, reviewedPrompt } from "../../types/reviewed.js";
import { forged } from "./scenario.js";

const { redact, line, redactRecord } = redactor();

describe("redact", () => {
  it.each([
    ["mail ada.l+x@mail.example.org now", "mail [email] now"],
    ["card 4111 1111 1111 1111.", "card [card]."],
    ["order 4111 1111 1111 1112", "order 4111 1111 1111 1112"],
    ["iban DE89 3704 0044 0532 0130 00", "iban [iban]"],
    ["call +49 (30) 123-45 67 89", "call [phone]"],
    ["Authorization: Bearer abcdef.123456789", "Authorization: [token]"],
    ["jwt eyJhbGciOi.eyJzdWIiOi.c2ln", "jwt [token]"],
    ["key sk-abcdefghijklmnop1234", "key [key]"],
    ["postgres://app:hunter22@db.example/x", "postgres://[credentials]@db.example/x"],
    ["password=hunter22 next", "password=[secret] next"],
    ["https://x.example/?access_token=abcdefgh&page=2", "https://x.example/?access_token=[secret]&page=2"],
    ["DB_PASSWORD=hunter22 clientSecret: hunter22", "DB_PASSWORD=[secret] clientSecret: [secret]"],
    ['{\\"password\\":\\"hunter22\\"}', '{\\"password\\":\\"[secret]\\"}'],
    ['{"api_key": "hunter22"}', '{"api_key": "[secret]"}'],
    ["Bearer\nabcdef.123456789", "[token]"],
    ["used 12 tokens: fine, max_tokens: 500", "used 12 tokens: fine, max_tokens: 500"],
    ["at 2026-11-23 12:00:00 took 1234567 ms", "at 2026-11-23 12:00:00 took 1234567 ms"],
  ])("writes %j as %j", (text, redacted) => {
    expect(redact(text)).toBe(redacted);
  });

  it.each(["\u200b", "\u00ad", "\u0000", "\u2060", "\u{e0041}", "\ufe0f", "\u202e", "\u034f"])("is not misled by the invisible %j", (hidden) => {
    expect(redact(`ada@exam${hidden}ple.org`)).toBe("[email]");
    expect(redact(`pass${hidden}word=hunter22, 4111${hidden} 1111 1111 1111`)).toBe("password=[secret], [card]");
    const seen: string[] = [];
    redactor({ detect: (text) => { seen.push(text); return text; } }).redact(`A${hidden}da`);
    expect(seen).toEqual(["Ada"]);
  });

  it("keeps a forged entry on one line, and cuts", () => {
    expect(redact("x\r\n[ERROR] fake\u001b[31m\u202e")).toBe("x ⏎ [ERROR] fake[31m");
    expect(redactor({ maxChars: 5 }).redact("1234567")).toBe("12345…");
  });

  it("reads untrusted text, and runs a detector and rules of the team", () => {
    const own = redactor({ detect: (text) => text.replaceAll("Ada", "[name]"), rules: [{ name: "ticket", pattern: /T-\d+/g }] });
    expect(own.redact(untrusted("Ada, T-7, a@b.example", "mail"))).toBe("[name], [ticket], a@b.example");
    expect(() => redactor({ rules: [{ name: "once", pattern: /x/ }] })).toThrow(TypeError);
  });

  it("redacts the values of a line and leaves its own words", () => {
    expect(line`user@app: ${"a@b.example"} ${3} ${untrusted("c@d.example", "mail")}`).toBe("user@app: [email] 3 [email]");
    expect(() => line(forged(Object.assign(["x"], { raw: ["x"] })))).toThrow(TypeError);
  });

  it("redacts records at any depth", () => {
    const record: Record<string, unknown> = { "a@b.example": [{ to: "a@b.example", n: 1 }], map: new Map([["k", "a@b.example"]]), u: untrusted("a@b.example", "mail") };
    record.self = record;
    expect(redactRecord(record)).toEqual({ "[email]": [{ to: "[email]", n: 1 }], map: [["k", "[email]"]], u: "[email]", self: "[cycle]" });
  });

  it("redacts numbers with a form, bytes, and what is called a secret in records", () => {
    const record = {
      password: "hunter2", headers: { Authorization: "Basic x", Cookie: "a=b" }, apiKey: "x", refresh_token: "x", token_count: 12, usage: { total_tokens: 5 }, tokens: ["a"],
      card: 4111111111111111, big: 4111111111111111n, order: 4111111111111112, ms: 1700000000000, bytes: new TextEncoder().encode("secret"), none: null, secret: "",
    };
    expect(redactRecord(record)).toEqual({
      password: "[secret]", headers: { Authorization: "[secret]", Cookie: "[secret]" }, apiKey: "[secret]", refresh_token: "[secret]", token_count: 12, usage: { total_tokens: 5 }, tokens: ["a"],
      card: "[card]", big: "[card]", order: 4111111111111112, ms: 1700000000000, bytes: "[bytes]", none: null, secret: "",
    });
    expect(redactRecord({ password: untrusted("x", "web") })).toEqual({ password: "[secret]" });
  });

  it("takes long hostile text in little time", () => {
    const begin = Date.now();
    for (const unit of ["a@", "a.", "1 ", "+1", "://", "DE89 ", "eyJ.", "password=", "-----BEGIN PRIVATE KEY-----", "x".repeat(50)]) redact(unit.repeat(20_000));
    expect(Date.now() - begin).toBeLessThan(15_000);
  });
});

it("passes lines on to a logger", () => {
  const lines: unknown[] = [];
  const take = (level: string) => (...said: unknown[]) => lines.push([level, ...said]);
  const log = safeLogger({ debug: take("debug"), info: take("info"), warn: take("warn"), error: take("error") });
  log.debug(redact("a")); log.info(redact("b")); log.warn(redact("c")); log.error(redact("d"));
  expect(lines).toEqual([["debug", "a"], ["info", "b"], ["warn", "c"], ["error", "d"]]);
});

it("lets nobody through a reviewed escape without a reason", () => {
  for (const reason of [undefined, "", "   ", "short"]) {
    expect(() => dangerouslyReadUntrusted(untrusted("x", "web"), forged(reason))).toThrow("reason");
    expect(() => reviewedPrompt("x", forged(reason))).toThrow("reason");
    expect(() => reviewedIdentity({ orgId: "a", userId: "b", role: "c" }, forged(reason))).toThrow("reason");
    expect(() => reviewedNamespace(forged({}), ["x"], forged(reason))).toThrow("reason");
    expect(() => reviewedLogText("x", forged(reason))).toThrow("reason");
  }
});
