import rule from "../../../rules/prefer-streaming.js";
import { wholeAnswers } from "../cases/prefer-streaming.js";
import { openaiAgents } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, wholeAnswers(openaiAgents, "run(…, { stream: true })"));
