import rule from "../../../rules/require-kill-switch.js";
import { unstoppable } from "../cases/require-kill-switch.js";
import { vercelAi } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, unstoppable(vercelAi));
