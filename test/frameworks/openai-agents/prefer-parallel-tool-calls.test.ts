import rule from "../../../rules/prefer-parallel-tool-calls.js";
import { serialLookups } from "../cases/prefer-parallel-tool-calls.js";
import { openaiAgents } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, serialLookups(openaiAgents));
