import rule from "../../../rules/no-identity-in-prompt.js";
import { identityTexts } from "../cases/no-identity-in-prompt.js";
import { openaiAgents } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, identityTexts(openaiAgents));
