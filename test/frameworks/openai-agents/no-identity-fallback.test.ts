import rule from "../../../rules/no-identity-fallback.js";
import { fallbacks } from "../cases/no-identity-fallback.js";
import { openaiAgents } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, fallbacks(openaiAgents));
