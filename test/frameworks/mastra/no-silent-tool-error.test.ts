import rule from "../../../rules/no-silent-tool-error.js";
import { silentErrors } from "../cases/no-silent-tool-error.js";
import { mastra } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, silentErrors(mastra));
