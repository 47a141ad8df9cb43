import rule from "../../../rules/no-untrusted-system-prompt.js";
import { obeyedText } from "../cases/no-untrusted-system-prompt.js";
import { openaiAgents } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, obeyedText(openaiAgents));
