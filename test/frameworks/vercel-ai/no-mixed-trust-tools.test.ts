import rule from "../../../rules/no-mixed-trust-tools.js";
import { mixedTrust } from "../cases/no-mixed-trust-tools.js";
import { vercelAi } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, mixedTrust(vercelAi));
