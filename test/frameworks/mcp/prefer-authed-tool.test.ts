import rule from "../../../rules/prefer-authed-tool.js";
import { uncheckedReads } from "../cases/prefer-authed-tool.js";
import { mcp } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, uncheckedReads(mcp));
