import { describe, expect, it } from "vitest";
import { bareName, classifyModel, modelFamilies } from "../../src/analysis/frameworks/model-classes.js";
import { declarationsOf } from "./declarations.js";

/** The model ids that a provider's own client declares. */
const declared = {
  openai: idsIn("openai", ["ChatModel", "AllModels"]),
  anthropic: idsIn("@anthropic-ai/sdk", ["Model"]),
} as const;

describe("the table of model classes", () => {
  it.each(["openai", "anthropic"] as const)("reads the ids that the client of %s declares", (provider) => {
    expect(declared[provider].length).toBeGreaterThan(10);
  });

  it.each(modelFamilies.filter(isDeclaring))("has no family that nobody sells: $provider $pattern", ({ provider, pattern }) => {
    expect(declared[provider].filter((id) => pattern.test(id))).not.toEqual([]);
  });

  it("knows every model of Anthropic", () => {
    expect(declared.anthropic.filter((id) => classifyModel(id, [], []) === undefined)).toEqual([]);
  });

  it("leaves out what is no chat model, or not priced as one of its family", () => {
    expect(declared.openai.filter((id) => classifyModel(id, [], []) === undefined).map((id) => id.replace(/-\d{4}-\d{2}-\d{2}$/u, ""))).toEqual(
      expect.arrayContaining(["gpt-4o-audio-preview", "gpt-4o-search-preview", "gpt-5.1-codex", "computer-use-preview", "codex-mini-latest"]),
    );
  });

  it.each([
    ["gpt-5-mini", "small"],
    ["gpt-4o-mini-2024-07-18", "small"],
    ["gpt-5.6-luna", "small"],
    ["claude-haiku-4-5", "small"],
    ["claude-3-5-haiku-latest", "small"],
    ["gemini-2.5-flash-lite", "small"],
    ["gpt-5", "large"],
    ["gpt-5.4", "large"],
    ["gpt-4-0613", "large"],
    ["claude-opus-5", "large"],
    ["claude-3-7-sonnet-latest", "large"],
    ["gemini-2.5-pro", "large"],
    ["o3-mini", "reasoning"],
    ["o4-mini-2025-04-16", "reasoning"],
    ["gpt-5.2-pro", "reasoning"],
    ["gpt-5.1-codex", undefined],
    ["my-claude-opus", undefined],
    ["gpt-oss-120b", undefined],
    ["ft:gpt-4o-mini:acme", undefined],
  ])("says that %s is %s", (name, kind) => {
    expect(classifyModel(name, [], [])).toBe(kind);
  });

  it.each([
    ["openai:gpt-5", "gpt-5"],
    ["anthropic/claude-sonnet-4.5", "claude-sonnet-4.5"],
    ["eu.anthropic.claude-sonnet-4-5-20250929-v1:0", "claude-sonnet-4-5-20250929-v1:0"],
    ["bedrock:us.amazon.nova-lite-v1:0", "nova-lite-v1:0"],
    ["anthropic.claude-3-haiku-20240307-v1:0", "claude-3-haiku-20240307-v1:0"],
  ])("takes the provider off %s", (name, bare) => {
    expect(bareName(name)).toBe(bare);
  });

  it("believes the policy before the table", () => {
    expect(classifyModel("openai:gpt-5", ["gpt-5"], [])).toBe("small");
    expect(classifyModel("acme-70b", [], ["acme-70b"])).toBe("large");
  });
});

function isDeclaring<Family extends { readonly provider: string }>(family: Family): family is Family & { readonly provider: keyof typeof declared } {
  return family.provider in declared;
}

function idsIn(module: string, types: readonly string[]): readonly string[] {
  const declarations = declarationsOf(module);
  const unions = types.flatMap((type) => [...declarations.matchAll(new RegExp(`export (?:declare )?type ${type} = ([^;]*'[^;]*);`, "gu"))].map((match) => match[1] ?? ""));
  return [...new Set(unions.flatMap((union) => [...union.matchAll(/'([^']+)'/gu)].map((match) => match[1] ?? "")))];
}
