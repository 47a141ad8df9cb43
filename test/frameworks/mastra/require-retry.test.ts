import rule from "../../../rules/require-retry.js";
import { triedOnce } from "../cases/require-retry.js";
import { mastra } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, triedOnce(mastra));
