import rule from "../../../rules/require-approval-for-external.js";
import { approvals } from "../cases/require-approval-for-external.js";
import { openaiAgents } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, approvals(openaiAgents));
