import rule from "../../../rules/no-untrusted-invoke-config.js";
import { wholeConfigs } from "../cases/no-untrusted-invoke-config.js";
import { openaiAgents } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, wholeConfigs(openaiAgents));
