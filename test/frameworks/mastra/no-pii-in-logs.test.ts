import rule from "../../../rules/no-pii-in-logs.js";
import { logged } from "../cases/no-pii-in-logs.js";
import { mastra } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, logged(mastra));
