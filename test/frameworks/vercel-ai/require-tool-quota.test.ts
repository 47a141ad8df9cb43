import rule from "../../../rules/require-tool-quota.js";
import { unboundedTools } from "../cases/require-tool-quota.js";
import { vercelAi } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, unboundedTools(vercelAi, (code, name) => code.replace(`const ${name} = tool`, `const ${name} = ⟦tool⟧`)));
