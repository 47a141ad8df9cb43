import rule from "../../../rules/require-idempotency-key.js";
import { creations } from "../cases/require-idempotency-key.js";
import { mcp } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, creations(mcp));
