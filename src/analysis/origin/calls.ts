import { fileMemo } from "../project/memo.js";
import type { SourceFile } from "../project/source-file.js";
import { memberName, unwrapAwaited, type CallNode } from "../syntax/expression.js";
import { originOf, type Origin } from "./origin.js";

/** What the calls of a file call, found out once: most facts start from the few calls that may matter to them. */
interface CallTable {
  readonly calls: readonly CallNode[];
  /** Where the calls of each origin stand in the list of all calls. */
  readonly byOrigin: ReadonlyMap<Origin, readonly number[]>;
  readonly foreign: readonly CallNode[];
}

const tables = fileMemo<SourceFile, CallTable>();
const methods = fileMemo<SourceFile, ReadonlyMap<string, readonly number[]>>();

/** The calls of a file that lead to the export of a package: few among all, and what most facts start from. */
export function foreignCalls(file: SourceFile): readonly CallNode[] {
  return tableOf(file).foreign;
}

/**
 * The calls of a file whose origin answers a question with yes, and those of the given methods, whoever's they are; in
 * the order of the file. The question is asked once for each origin.
 */
export function callsFrom(file: SourceFile, question: (origin: Origin) => boolean, names: Iterable<string> = []): readonly CallNode[] {
  const { calls, byOrigin } = tableOf(file);
  const places = placesOf(file, names);
  for (const [origin, own] of byOrigin) if (question(origin)) for (const place of own) places.add(place);
  return inOrder(places, calls);
}

/** The calls of a file that call one of these methods, whoever's it is, in the order of the file. */
export function methodCalls(file: SourceFile, names: Iterable<string>): readonly CallNode[] {
  return inOrder(placesOf(file, names), file.index.calls);
}

function placesOf(file: SourceFile, names: Iterable<string>): Set<number> {
  let table = methods.get(file);
  if (!table) methods.set(file, (table = byMethod(file.index.calls)));
  const places = new Set<number>();
  for (const name of names) for (const place of table.get(name) ?? []) places.add(place);
  return places;
}

const NONE: readonly CallNode[] = [];

function inOrder(places: ReadonlySet<number>, calls: readonly CallNode[]): readonly CallNode[] {
  if (places.size === 0) return NONE;
  return [...places].sort((one, other) => one - other).flatMap((place) => calls[place] ?? []);
}

function tableOf(file: SourceFile): CallTable {
  let table = tables.get(file);
  if (!table) tables.set(file, (table = readCalls(file.index.calls)));
  return table;
}

function readCalls(calls: readonly CallNode[]): CallTable {
  const byOrigin = new Map<Origin, number[]>();
  const foreign: CallNode[] = [];
  for (const [place, call] of calls.entries()) {
    const origin = originOf(call.callee);
    if (!origin) continue;
    if (origin.module !== undefined) foreign.push(call);
    const places = byOrigin.get(origin);
    if (places) places.push(place);
    else byOrigin.set(origin, [place]);
  }
  return { calls, byOrigin, foreign };
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
