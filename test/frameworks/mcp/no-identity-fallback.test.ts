import rule from "../../../rules/no-identity-fallback.js";
import { fallbacks } from "../cases/no-identity-fallback.js";
import { mcp } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, fallbacks(mcp));
