import rule from "../../../rules/no-untrusted-system-prompt.js";
import { obeyedText } from "../cases/no-untrusted-system-prompt.js";
import { mastra } from "../dialects.js";
import { testRule } from "../framework-tester.js";

const HEAD = `import { Agent } from "@mastra/core/agent";
import { createStep, createWorkflow } from "@mastra/core/workflows";
`;
const step = (value: string): string => `createStep({ id: "review", execute: async ({ inputData }) => {
  const reviewer = new Agent({ name: "reviewer", model, instructions: "You review. " + ${value} });
  return { review: (await reviewer.generate("Review.")).text };
} })`;
const told = { messageId: "clientSystemText", data: { source: "`inputData.style`", label: "`instructions`" } };

testRule(rule, obeyedText(mastra), {
  reported: [
    { name: "reports what a workflow is started with, in its first step", code: `${HEAD}const review = ${step("⟦inputData.style⟧")};\nexport const flow = createWorkflow({ id: "flow" }).then(review).then(publish).commit();`, ...told },
    { name: "reports it where the first step is made in its place", code: `${HEAD}export const flow = createWorkflow({ id: "flow" }).then(${step("⟦inputData.style⟧")}).commit();`, ...told },
    { name: "reports it in a step that a workflow begins with beside others", code: `${HEAD}const review = ${step("⟦inputData.style⟧")};\nexport const flow = createWorkflow({ id: "flow" }).parallel([review, publish]).commit();`, ...told },
    { name: "reports it in a step that one of two workflows begins with", code: `${HEAD}const review = ${step("⟦inputData.style⟧")};\nexport const long = createWorkflow({ id: "long" }).then(collect).then(review).commit();\nexport const short = createWorkflow({ id: "short" }).then(review).commit();`, ...told },
  ],
  silent: [
    { name: "is silent about what an earlier step has made", code: `${HEAD}const review = ${step("inputData.style")};\nexport const flow = createWorkflow({ id: "flow" }).then(collect).then(review).commit();` },
    { name: "is silent about what a function between two steps has made", code: `${HEAD}const review = ${step("inputData.style")};\nexport const flow = createWorkflow({ id: "flow" }).map(async () => ({ style: "short" })).then(review).commit();` },
    { name: "is silent about the steps that a branch chooses from, and those that run beside each other, behind another", code: `${HEAD}const review = ${step("inputData.style")};\nexport const flow = createWorkflow({ id: "flow" }).then(collect).branch([[async () => true, review]]).commit();\nexport const beside = createWorkflow({ id: "beside" }).then(collect).parallel([publish, review]).commit();` },
    { name: "is silent about a later step that is made in its place", code: `${HEAD}export const flow = createWorkflow({ id: "flow" }).then(collect).then(${step("inputData.style")}).commit();` },
  ],
});
