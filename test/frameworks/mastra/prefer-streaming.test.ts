import rule from "../../../rules/prefer-streaming.js";
import { wholeAnswers } from "../cases/prefer-streaming.js";
import { mastra } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, wholeAnswers(mastra, "stream"));
