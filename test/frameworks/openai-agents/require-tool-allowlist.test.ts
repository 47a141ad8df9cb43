import rule from "../../../rules/require-tool-allowlist.js";
import { openLists } from "../cases/require-tool-allowlist.js";
import { openaiAgents } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, openLists(openaiAgents));
