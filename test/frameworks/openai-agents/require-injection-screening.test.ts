import rule from "../../../rules/require-injection-screening.js";
import { unscreened } from "../cases/require-injection-screening.js";
import { openaiAgents } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, unscreened(openaiAgents));
