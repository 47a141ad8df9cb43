import type { AgentModel } from "../model.js";
import { methodCalls } from "../origin/calls.js";
import { argumentAt, isUndefined, type CallNode } from "../syntax/expression.js";
import { lookUp } from "./options.js";

/** Whether `addNode(name, fn, { … })`, or the defaults of the graph, set an option. What cannot be seen may hold it. */
export function hasNodeOption(addNode: CallNode, name: string, model: AgentModel): boolean {
  const options = argumentAt(addNode, 2);
  const holders = [...(options ? [options] : []), ...methodCalls(model.file, ["setNodeDefaults"]).flatMap((call) => argumentAt(call, 0) ?? [])];
  return holders.some((holder) => {
    const found = lookUp(holder, name, undefined);
    return found === "unknown" || (found !== undefined && !isUndefined(found.node));
  });
}
