import rule from "../../../rules/require-tool-quota.js";
import { unboundedTools } from "../cases/require-tool-quota.js";
import { mastra } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, unboundedTools(mastra, (code, name) => code.replace(`id: "${name}"`, `id: ⟦"${name}"⟧`)));
