import rule from "../../../rules/no-executed-model-output.js";
import { executions } from "../cases/no-executed-model-output.js";
import { mcp } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, executions(mcp));
