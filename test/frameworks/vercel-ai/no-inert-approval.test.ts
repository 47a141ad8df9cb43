import rule from "../../../rules/no-inert-approval.js";
import { inertApprovals } from "../cases/no-inert-approval.js";
import { vercelAi } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, inertApprovals(vercelAi));
