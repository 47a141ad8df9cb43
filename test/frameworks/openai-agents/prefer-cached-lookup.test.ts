import rule from "../../../rules/prefer-cached-lookup.js";
import { lookups } from "../cases/prefer-cached-lookup.js";
import { openaiAgents } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, lookups(openaiAgents));
