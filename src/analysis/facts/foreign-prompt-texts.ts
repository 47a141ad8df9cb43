import type { Source } from "../flow/sources.js";
import type { AgentModel } from "../model.js";
import { enclosingFunction, wrapped, type Node } from "../syntax/expression.js";
import { waysTo } from "./callers.js";
import type { PromptHole } from "./prompt-text.js";
import type { Prompt } from "./prompts.js";

/** A text of the client or of somebody else that stands unmarked in a prompt. */
export interface ForeignText {
  readonly prompt: Prompt;
  readonly hole: PromptHole;
  /** What the text is one of: all of `body.name || body.title || ""` for `body.name`, else the text itself. */
  readonly choice: Node;
  readonly source: Source;
}

/** Every such text of a file: put in where the prompt stands, or handed to the function around it by others of the file. */
export function findForeignTexts(model: AgentModel): readonly ForeignText[] {
  return model.prompts.flatMap((prompt): readonly ForeignText[] => {
    const own = foreignIn(prompt, prompt.holes, model);
    const known = new Set<unknown>(own.flatMap(({ hole }) => [hole.value, hole.node]));
    if (!enclosingFunction(prompt.text) || prompt.holes.every((hole) => hole.delimited || known.has(hole.value))) return own;
    const handed = waysTo(prompt.text, model).flatMap((way) => foreignIn(prompt, prompt.holesOn(way), model));
    return [...own, ...handed.filter(({ hole }) => !known.has(hole.value) && !known.has(hole.node))];
  });
}

function foreignIn(prompt: Prompt, holes: readonly PromptHole[], model: AgentModel): ForeignText[] {
  return holes.flatMap((hole) => {
    const source = hole.delimited ? undefined : model.textSourcesOf(hole.value, hole.frame).find(({ kind }) => kind === "untrusted" || kind === "client");
    return source ? [{ prompt, hole, choice: choiceOf(hole.node), source }] : [];
  });
}

function choiceOf(value: Node): Node {
  const { parent } = wrapped(value);
  return parent?.type === "LogicalExpression" && parent.operator !== "&&" ? choiceOf(parent) : value;
}
