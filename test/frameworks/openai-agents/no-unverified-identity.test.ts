import rule from "../../../rules/no-unverified-identity.js";
import { unverified } from "../cases/no-unverified-identity.js";
import { openaiAgents } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, unverified(openaiAgents));
