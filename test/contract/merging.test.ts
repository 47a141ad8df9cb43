import { expect, it } from "vitest";
import { mergingFunctions } from "../../src/analysis/frameworks/merging.js";
import { declarationsOf } from "./declarations.js";

const ofFrameworks = mergingFunctions.filter(({ modules }) => modules.some((module) => module.startsWith("@langchain/")));

it.each(ofFrameworks)("merges configs by a function that $modules declares: $path", ({ modules: [module = ""], path: [name = ""] }) => {
  expect(declarationsOf(module)).toMatch(new RegExp(`\\b${name}\\b`));
});

it("knows a function of LangChain that merges configs", () => {
  expect(ofFrameworks.length).toBeGreaterThan(0);
});
