import rule from "../../../rules/no-silent-tool-error.js";
import { silentErrors } from "../cases/no-silent-tool-error.js";
import { openaiAgents } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, silentErrors(openaiAgents));
