import rule from "../../../rules/require-fetch-timeout.js";
import { deadlines } from "../cases/require-fetch-timeout.js";
import { vercelAi } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, deadlines(vercelAi));
