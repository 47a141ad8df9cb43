import rule from "../../../rules/no-open-tool-schema.js";
import { openSchemas } from "../cases/no-open-tool-schema.js";
import { mastra } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, openSchemas(mastra));
