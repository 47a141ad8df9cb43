import rule from "../../../rules/no-llm-identity-args.js";
import { identityArguments } from "../cases/no-llm-identity-args.js";
import { openaiAgents } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, identityArguments(openaiAgents));
