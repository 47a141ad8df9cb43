import rule from "../../../rules/no-unbounded-agent-loop.js";
import { loops } from "../cases/no-unbounded-agent-loop.js";
import { openaiAgents } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, loops(openaiAgents), {
  reported: [
    {
      name: "reports a runner's limit that is switched off",
      code: `import { Runner } from "@openai/agents";\nimport { desk } from "./desk";\nconst runner = new Runner();\nawait runner.run(desk, "Help.", { ⟦maxTurns: null⟧ });`,
      messageId: "noLimit",
      data: { key: "maxTurns", limit: "null" },
    },
  ],
  silent: [
    { name: "is silent about the same key of something else", code: `${openaiAgents.head}import { desk } from "./desk";\nexport const game = { maxTurns: null };\nawait run(desk, "Help.");` },
  ],
});
