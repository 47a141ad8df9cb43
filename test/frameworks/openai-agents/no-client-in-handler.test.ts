import rule from "../../../rules/no-client-in-handler.js";
import { rebuiltClients } from "../cases/no-client-in-handler.js";
import { openaiAgents } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, rebuiltClients(openaiAgents));
