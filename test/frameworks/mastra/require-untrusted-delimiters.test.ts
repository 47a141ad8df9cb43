import rule from "../../../rules/require-untrusted-delimiters.js";
import { undelimited } from "../cases/require-untrusted-delimiters.js";
import { mastra } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, undelimited(mastra));
