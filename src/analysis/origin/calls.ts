import { fileMemo } from "../project/memo.js";
import type { SourceFile } from "../project/source-file.js";
import { memberName, unwrapAwaited, type CallNode } from "../syntax/expression.js";
import { originOf, type Origin } from "./origin.js";

/** What the calls of a file call, found out once: most facts start from the few calls that may matter to them. */
interface CallTable {
  /** Every origin that something in the file is called from, once. */
  readonly origins: readonly Origin[];
  /** The calls of each of these origins. */
  readonly places: readonly (readonly number[])[];
  readonly foreign: readonly CallNode[];
}

/** Where calls stand in the list of all calls of a file. */
type Places = readonly number[];

const tables = fileMemo<SourceFile, CallTable>();
const methods = fileMemo<SourceFile, ReadonlyMap<string, Places>>();

/** The calls of a file that lead to the export of a package: few among all, and what most facts start from. */
export function foreignCalls(file: SourceFile): readonly CallNode[] {
  return tableOf(file).foreign;
}

/**
 * The calls of a file whose origin answers a question with yes, and those of the given methods, whoever's they are; in
 * the order of the file. The question is asked once for each origin.
 */
export function callsFrom(file: SourceFile, question: (origin: Origin) => boolean, names?: ReadonlySet<string>): readonly CallNode[] {
  const { origins, places } = tableOf(file);
  const found = names ? placesOf(file, names) : [];
  for (let index = 0; index < origins.length; index += 1) {
    const origin = origins[index];
    const own = places[index];
    if (origin && own && question(origin)) found.push(own);
  }
  return callsAt(found, file.index.calls);
}

/** The calls of a file that call one of these methods, whoever's it is, in the order of the file. */
export function methodCalls(file: SourceFile, names: Iterable<string>): readonly CallNode[] {
  return callsAt(placesOf(file, names), file.index.calls);
}

function placesOf(file: SourceFile, names: Iterable<string>): Places[] {
  let table = methods.get(file);
  if (!table) methods.set(file, (table = byMethod(file.index.calls)));
  const found: Places[] = [];
  for (const name of names) {
    const own = table.get(name);
    if (own) found.push(own);
  }
  return found;
}

const NONE: readonly CallNode[] = [];

function callsAt(found: readonly Places[], calls: readonly CallNode[]): readonly CallNode[] {
  const [first] = found;
  if (!first) return NONE;
  // Each list is in order by itself, and mostly there is only one.
  const places = found.length === 1 ? first : [...new Set(found.flat())].sort((one, other) => one - other);
  return places.flatMap((place) => calls[place] ?? []);
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
  return { origins: [...byOrigin.keys()], places: [...byOrigin.values()], foreign };
}

/** Where the calls of each method stand in the list of all calls. */
function byMethod(calls: readonly CallNode[]): ReadonlyMap<string, Places> {
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
