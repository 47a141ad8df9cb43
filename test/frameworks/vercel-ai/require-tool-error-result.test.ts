import rule from "../../../rules/require-tool-error-result.js";
import { escapingFailures } from "../cases/require-tool-error-result.js";
import { vercelAi } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, escapingFailures(vercelAi));
