import rule from "../../../rules/no-unverified-identity.js";
import { unverified } from "../cases/no-unverified-identity.js";
import { mastra } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, unverified(mastra));
