import rule from "../../../rules/no-mixed-trust-tools.js";
import { mixedTrust } from "../cases/no-mixed-trust-tools.js";
import { openaiAgents } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, mixedTrust(openaiAgents));
