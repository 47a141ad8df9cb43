import { isWithin, type Node } from "../syntax/expression.js";
import type { Frame } from "./reach.js";

/** What of a handler runs for one tool, where one handler answers for several; or what of it runs whatever the tool is. */
export interface HandlerPart {
  /** The function that the part stands in, and the way that leads there from the handler. */
  readonly frame: Frame;
  readonly node: Node;
  /** What inside of it runs for one of the other tools. */
  readonly without: readonly Node[];
}

export function holds(part: HandlerPart | undefined, node: Node): boolean {
  return part === undefined || (isWithin(node, part.node) && !isLeftOutOf(part, node));
}

export function isLeftOutOf({ without }: HandlerPart, node: Node): boolean {
  return without.some((other) => isWithin(node, other));
}
