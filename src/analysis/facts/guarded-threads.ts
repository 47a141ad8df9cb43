import type { AgentModel } from "../model.js";
import { foreignCalls } from "../origin/calls.js";
import { isExport, originOf } from "../origin/origin.js";
import type { CallNode } from "../syntax/expression.js";

/** Thread ids that the guards make, which name the tenant and the user by construction. */
export function findGuardedThreads(model: AgentModel): readonly CallNode[] {
  return foreignCalls(model.file).filter((call) => {
    const origin = originOf(call.callee);
    return isExport(origin, ["agent-guardrails"], ["threadId"]) || isExport(origin, ["agent-guardrails"], ["ownThreadId"]);
  });
}
