import rule from "../../../rules/require-rate-limit.js";
import { unlimitedRuns } from "../cases/require-rate-limit.js";
import { openaiAgents } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, unlimitedRuns(openaiAgents));
