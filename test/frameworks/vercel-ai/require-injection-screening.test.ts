import rule from "../../../rules/require-injection-screening.js";
import { unscreened } from "../cases/require-injection-screening.js";
import { vercelAi } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, unscreened(vercelAi));
