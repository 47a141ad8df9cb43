import rule from "../../../rules/no-unsafe-retry.js";
import { retries } from "../cases/no-unsafe-retry.js";
import { openaiAgents } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, retries(openaiAgents));
