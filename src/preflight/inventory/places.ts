import { fileOf } from "../../analysis/project/source-file.js";
import type { Node } from "../../analysis/syntax/expression.js";
import type { Place } from "../report.js";
import { nameIn } from "../source-files.js";

export interface Placed extends Place {
  readonly id: string;
}

/** Where a node stands, which is also what it is known by in reports: the same in every report over the same tree. */
export function placeOf(node: Node, root: string): Placed {
  const file = nameIn(root, fileOf(node).path);
  const { line, column } = node.loc.start;
  return { id: `${file}:${String(line)}:${String(column + 1)}`, file, line, column: column + 1 };
}
