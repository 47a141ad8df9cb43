import type { AgentModel } from "../model.js";
import type { Node } from "../syntax/expression.js";
import { waysTo } from "./callers.js";
import { isOfModelStep } from "./chain-steps.js";
import type { Execution } from "./execution.js";

/** Text that a model wrote and that is run, or shown as HTML. */
export interface ExecutedText extends Pick<Execution, "node" | "what"> {
  /** What the model wrote, as the code names it. */
  readonly source: Node;
}

/** Every text of a model that a file runs, itself or by a helper of its own that is given it. */
export function findExecutedTexts(model: AgentModel): readonly ExecutedText[] {
  return model.executions.flatMap(({ node, value, what }): ExecutedText[] => {
    for (const frame of [undefined, ...waysTo(node, model)]) {
      const source = model.textSourcesOf(value, frame).find(({ kind }) => kind === "model");
      if (source) return [{ node, what, source: source.node }];
    }
    return isOfModelStep(value) ? [{ node, what, source: value }] : [];
  });
}
