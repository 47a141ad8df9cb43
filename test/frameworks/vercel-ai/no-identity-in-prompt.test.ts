import rule from "../../../rules/no-identity-in-prompt.js";
import { identityTexts } from "../cases/no-identity-in-prompt.js";
import { vercelAi } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, identityTexts(vercelAi));
