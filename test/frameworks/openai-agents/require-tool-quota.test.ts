import rule from "../../../rules/require-tool-quota.js";
import { unboundedTools } from "../cases/require-tool-quota.js";
import { openaiAgents } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, unboundedTools(openaiAgents, (code, name) => code.replace(`name: "${name}"`, `name: ⟦"${name}"⟧`)));
