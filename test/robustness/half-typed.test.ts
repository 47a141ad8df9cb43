import * as typescriptParser from "@typescript-eslint/parser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lint, reporting } from "./lint.js";
import { seeds } from "./seeds.js";

/** Where a token ends: after each name, number or sign. */
function boundaries(code: string): number[] {
  return [...code.matchAll(/[\w$]+|[^\s\w$]/gu)].map((match) => match.index + match[0].length);
}

const LENIENT = { errorOnUnknownASTType: false, errorOnTypeScriptSyntacticAndSemanticIssues: false, allowInvalidAST: true };

/** What a person's editor holds while typing goes through both parsers; what does not parse is ESLint's to report. */
function survives(code: string, filename: string): boolean {
  const path = `/nowhere/src/${filename}`;
  const typed = lint(code, { filename: path, parserOptions: LENIENT });
  if (filename.endsWith(".ts")) return typed !== "fatal";
  return lint(code, { filename: path, parser: "espree", sourceType: "commonjs" }) !== "fatal" || typed !== "fatal";
}

describe.each(Object.entries(seeds))("%s", (filename, seed) => {
  it("holds something to report", () => {
    expect(reporting(seed, { filename: `/nowhere/src/${filename}` })).toContain("no-llm-identity-args");
  });

  it("may end after any token", () => {
    let parsed = 0;
    for (const end of boundaries(seed)) if (survives(seed.slice(0, end), filename)) parsed += 1;
    expect(parsed).toBeGreaterThan(20);
  });

  it("may end after any token, with what is open closed", () => {
    let parsed = 0;
    for (const end of boundaries(seed)) if (survives(closed(seed.slice(0, end)), filename)) parsed += 1;
    expect(parsed).toBeGreaterThan(50);
  });

  it("may lack any one token", () => {
    let parsed = 0;
    for (const match of seed.matchAll(/[\w$]+|[^\s\w$]/gu)) if (survives(seed.slice(0, match.index) + seed.slice(match.index + match[0].length), filename)) parsed += 1;
    expect(parsed).toBeGreaterThan(50);
  });

  it("may be mutated in any way", () => {
    const tokens = seed.match(/[\w$]+|\s+|[^\s\w$]/gu) ?? [];
    const lines = seed.split("\n");
    let parsed = 0;
    fc.assert(
      fc.property(fc.array(mutation(lines.length, tokens.length), { minLength: 1, maxLength: 6 }), (mutations) => {
        if (survives(mutate(seed, mutations), filename)) parsed += 1;
      }),
      { numRuns: 200, seed: 20_240 },
    );
    expect(parsed).toBeGreaterThan(30);
  });
});

/** Closes the brackets that are open, as an editor does when one is typed. */
function closed(code: string): string {
  const open: string[] = [];
  const pairs: Record<string, string> = { "(": ")", "[": "]", "{": "}" };
  for (const sign of code) {
    if (sign in pairs) open.push(pairs[sign] ?? "");
    else if (sign === open.at(-1)) open.pop();
  }
  return code + open.reverse().join("");
}

interface Mutation {
  readonly unit: "line" | "token";
  readonly what: "delete" | "duplicate" | "swap" | "rename";
  readonly at: number;
  readonly other: number;
}

function mutation(lines: number, tokens: number): fc.Arbitrary<Mutation> {
  return fc.oneof(
    fc.record({ unit: fc.constant("line" as const), what: fc.constantFrom("delete" as const, "duplicate" as const, "swap" as const), at: fc.nat(lines - 1), other: fc.nat(lines - 1) }),
    fc.record({ unit: fc.constant("token" as const), what: fc.constantFrom("delete" as const, "duplicate" as const, "swap" as const, "rename" as const), at: fc.nat(tokens - 1), other: fc.nat(tokens - 1) }),
  );
}

function mutate(code: string, mutations: readonly Mutation[]): string {
  return mutations.reduce((text, { unit, what, at, other }) => {
    const parts = unit === "line" ? text.split("\n") : (text.match(/[\w$]+|\s+|[^\s\w$]/gu) ?? []);
    const [part = "", another = ""] = [parts[at], parts[other]];
    if (what === "delete") parts.splice(at, 1);
    else if (what === "duplicate") parts.splice(other, 0, part);
    else if (what === "rename") parts[at] = another;
    else [parts[at], parts[other]] = [another, part];
    return parts.join(unit === "line" ? "\n" : "");
  }, code);
}

describe("a parser", () => {
  it("that reads TypeScript leniently shows the rules incomplete trees", () => {
    const broken = ["const = 1", "import from 'langchain'", "tool(", "class extends {}", "x = { a: }", "function (", "const {} = ;", "`${", "for (;;", "new", "a.", "a?.", "...", "export", "import { tool } from", "@", "<", "enum", "abstract class { abstract x }"];
    for (const code of broken) {
      const text = `import { tool } from "langchain";\n${code}`;
      expect(() => lint(text, { parserOptions: LENIENT }), code).not.toThrow();
      expect(() => lint(text, { parser: recovering(), parserOptions: LENIENT }), code).not.toThrow();
    }
  });
});

/** A parser that never gives up, like those of editors: what does not parse is cut at the end until it does. */
function recovering(): object {
  return {
    ...typescriptParser,
    parseForESLint(code: string, options: Record<string, unknown>) {
      for (let end = code.length; ; end -= 1) {
        try {
          return typescriptParser.parseForESLint(code.slice(0, end).padEnd(code.length), options);
        } catch (error) {
          if (end === 0) throw error;
        }
      }
    },
  };
}
