import rule from "../../../rules/no-unbounded-agent-loop.js";
import { loops } from "../cases/no-unbounded-agent-loop.js";
import { vercelAi } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, loops(vercelAi));
