import rule from "../../../rules/require-retry.js";
import { triedOnce } from "../cases/require-retry.js";
import { mcp } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, triedOnce(mcp));
