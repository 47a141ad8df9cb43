import { fileMemo } from "../project/memo.js";
import type { SourceFile } from "../project/source-file.js";
import { memberName, unwrapAwaited, type CallNode } from "../syntax/expression.js";
import { originOf } from "./origin.js";

const foreign = fileMemo<SourceFile, readonly CallNode[]>();
const methods = fileMemo<SourceFile, ReadonlyMap<string, readonly number[]>>();

/** The calls of a file that lead to the export of a package: few among all, and what most facts start from. */
export function foreignCalls(file: SourceFile): readonly CallNode[] {
  let calls = foreign.get(file);
  if (!calls) foreign.set(file, (calls = file.index.calls.filter((call) => originOf(call.callee)?.module !== undefined)));
  return calls;
}

/** The calls of a file that call one of these methods, whoever's it is, in the order of the file. */
export function methodCalls(file: SourceFile, names: Iterable<string>): CallNode[] {
  let table = methods.get(file);
  if (!table) methods.set(file, (table = byMethod(file.index.calls)));
  const places: number[] = [];
  for (const name of names) places.push(...(table.get(name) ?? []));
  return places.sort((one, other) => one - other).flatMap((place) => file.index.calls[place] ?? []);
}

/** Where the calls of each method stand in the list of all calls. */
function byMethod(calls: readonly CallNode[]): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, number[]>();
  for (const [place, call] of calls.entries()) {
    const callee = unwrapAwaited(call.callee);
    const name = callee.type === "MemberExpression" ? memberName(callee) : undefined;
    if (name === undefined) continue;
    const places = table.get(name);
    if (places) places.push(place);
    else table.set(name, [place]);
  }
  return table;
}
