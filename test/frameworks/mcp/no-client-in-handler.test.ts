import rule from "../../../rules/no-client-in-handler.js";
import { rebuiltClients } from "../cases/no-client-in-handler.js";
import { mcp } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, rebuiltClients(mcp));
