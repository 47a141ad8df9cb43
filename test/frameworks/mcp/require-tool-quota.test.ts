import rule from "../../../rules/require-tool-quota.js";
import { unboundedTools } from "../cases/require-tool-quota.js";
import { mcp } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, unboundedTools(mcp, (code, name) => code.replace(`registerTool("${name}"`, `registerTool(⟦"${name}"⟧`)));
