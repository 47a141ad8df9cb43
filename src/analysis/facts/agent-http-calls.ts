import type { AgentFile } from "../agent-file.js";
import { enclosingFunction, type CallNode, type ClassNode, type FunctionNode, type Node } from "../syntax/expression.js";
import type { WorkflowCode } from "./agent-code.js";
import { parseHttpCall, type HttpCall } from "./http.js";
import type { ReachedCall } from "./reach.js";
import { hasRunDeadline } from "./run-deadline.js";
import { findStepCode } from "./workflow-steps.js";

/** An HTTP call, with the code that comes to it first. */
export interface AgentHttpCall {
  readonly http: HttpCall;
  readonly reached: ReachedCall;
  readonly code: WorkflowCode;
}

type Vouching = (call: CallNode) => boolean;

/** The HTTP calls that tools, nodes and steps of workflows reach, each once, without those whose deadline the policy vouches for. */
export function findAgentHttpCalls(file: AgentFile, isVouchedFor: Vouching): readonly AgentHttpCall[] {
  const calls = new Map<Node, AgentHttpCall>();
  for (const code of [...file.agentCode, ...findStepCode(file.file)]) {
    for (const reached of file.reachedFrom(code)) {
      if (endsInTime(reached, isVouchedFor) || hasRunDeadline(code.fn, code.tool, file.graphNodes)) continue;
      const http = parseHttpCall(reached.call, reached.frame);
      if (!http) continue;
      const known = calls.get(reached.call);
      // Reached twice with different options: the call without a deadline is the one that hangs.
      if (!known || (known.http.deadline !== "none" && http.deadline === "none")) calls.set(reached.call, { http, reached, code });
    }
  }
  for (const owner of file.file.index.classes) addMethodCalls(owner, file, calls, isVouchedFor);
  return [...calls.values()];
}

/** Whether the policy vouches for a call, or for one on the way to it. */
function endsInTime(reached: ReachedCall, isVouchedFor: Vouching): boolean {
  for (let at: ReachedCall["frame"] | undefined = reached.frame; at; at = at.caller) if (at.call && isVouchedFor(at.call)) return true;
  return isVouchedFor(reached.call);
}

/** Methods of a tool's base class are tool code even where no subclass of the file calls them. */
function addMethodCalls(owner: ClassNode, file: AgentFile, calls: Map<Node, AgentHttpCall>, isVouchedFor: Vouching): void {
  const tool = file.tools.find((candidate) => candidate.node === owner);
  if (!tool) return;
  for (const call of file.file.index.calls) {
    if (calls.has(call)) continue;
    const fn = enclosingFunction(call);
    if (!fn || !isMethodOf(fn, owner) || isVouchedFor(call)) continue;
    const frame = { fn, call: undefined, caller: undefined, self: owner };
    const http = parseHttpCall(call, frame);
    if (http) calls.set(call, { http, reached: { call, frame, place: call, hops: 0 }, code: { kind: "tool", fn, self: owner, tool, name: tool.name } });
  }
}

function isMethodOf(fn: FunctionNode, owner: ClassNode): boolean {
  for (let at: Node = fn; at.parent; at = at.parent) {
    if (at.type === "MethodDefinition" || at.type === "PropertyDefinition") return at.parent.parent === owner && !(at.type === "MethodDefinition" && at.kind === "constructor");
  }
  return false;
}
