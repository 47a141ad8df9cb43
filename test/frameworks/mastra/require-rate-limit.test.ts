import rule from "../../../rules/require-rate-limit.js";
import { unlimitedRuns } from "../cases/require-rate-limit.js";
import { mastra } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, unlimitedRuns(mastra));
