import rule from "../../../rules/prefer-parallel-tool-calls.js";
import { serialLookups } from "../cases/prefer-parallel-tool-calls.js";
import { vercelAi } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, serialLookups(vercelAi));
