import type { AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { isExport } from "../origin/origin.js";
import type { CallNode } from "../syntax/expression.js";

/** Thread ids that the guards make, which name the tenant and the user by construction. */
export function findGuardedThreads(model: AgentModel): readonly CallNode[] {
  return callsOf(model, "agent-guardrails", ["threadId", "ownThreadId"]);
}

/** Store namespaces that the guards make, which start with the tenant and the user. */
export function findGuardedNamespaces(model: AgentModel): readonly CallNode[] {
  return callsOf(model, "agent-guardrails", ["tenantNamespace"]);
}

/** Effects that run only on a confirmed approval, each with a key that makes a repetition the same. */
export function findExternalActions(model: AgentModel): readonly CallNode[] {
  return callsOf(model, "agent-guardrails/approval", ["externalAction"]);
}

function callsOf(model: AgentModel, module: string, names: readonly string[]): readonly CallNode[] {
  return callsFrom(model.file, (origin) => origin.module === module && names.some((name) => isExport(origin, [module], [name])));
}
