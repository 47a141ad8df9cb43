import type { Satisfier } from "./satisfier.js";

/** Models that answer by heart; the message names the first of them. */
export const fakeModels = [
  { kind: "function", name: "fakeModel", modules: ["@langchain/core/testing", "langchain"], versions: ">=1.1" },
  { kind: "class", name: "FakeListChatModel", modules: ["@langchain/core/utils/testing"], versions: ">=0.1" },
  { kind: "class", name: "FakeStreamingChatModel", modules: ["@langchain/core/utils/testing"], versions: ">=0.1" },
] as const satisfies readonly Satisfier[];

/** What keeps a test's model from the network. */
export const testDoubles = [
  ...fakeModels,
  { kind: "method", name: "mock", of: "vi", modules: ["vitest"], versions: ">=0.1", when: "of the provider's package" },
  { kind: "method", name: "doMock", of: "vi", modules: ["vitest"], versions: ">=0.1", when: "of the provider's package" },
  { kind: "method", name: "spyOn", of: "vi", modules: ["vitest"], versions: ">=0.1" },
] as const satisfies readonly Satisfier[];

/** Of a test that runs only where the provider's key is there. */
export const CONDITIONS = ["skipIf", "runIf"] as const;
