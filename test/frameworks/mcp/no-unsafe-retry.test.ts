import rule from "../../../rules/no-unsafe-retry.js";
import { retries } from "../cases/no-unsafe-retry.js";
import { mcp } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, retries(mcp));
