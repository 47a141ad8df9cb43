import { findChatModels } from "../../analysis/facts/chat-models.js";
import type { AgentModel } from "../../analysis/model.js";
import { findHandlerRuns } from "../../analysis/facts/agent-runs.js";
import { findGuardedNamespaces } from "../../analysis/facts/guarded-values.js";
import { handlerAround } from "../../analysis/flow/trace.js";
import type { CallNode } from "../../analysis/syntax/expression.js";
import type { Inventory, InvocationEntry } from "../report.js";
import { agentEntries } from "./agent-entries.js";
import { placeOf } from "./places.js";
import { subjectEntries } from "./subjects.js";
import { toolEntries } from "./tool-entries.js";

export const emptyInventory: Inventory = { tools: [], agents: [], models: [], stores: [], invocations: [], subjects: [] };

/** What one file adds to the inventory. What a test or a page in the browser makes is not what is deployed. */
export function fileInventory(model: AgentModel, root: string): Inventory {
  if (model.setting === "test" || model.setting === "client") return emptyInventory;
  return {
    tools: toolEntries(model, root),
    agents: agentEntries(model, root),
    models: model.derive(findChatModels).map(({ call, provider, name, size }) => ({ ...placeOf(call, root), provider, name: name ?? null, size: size ?? null })),
    stores: [
      ...model.storeCalls.map(({ call, operation }) => ({ ...placeOf(call, root), operation })),
      ...model.derive(findGuardedNamespaces).map((call) => ({ ...placeOf(call, root), operation: "tenantNamespace" })),
    ],
    invocations: invocationEntries(model, root),
    subjects: subjectEntries(model, root),
  };
}

function invocationEntries(model: AgentModel, root: string): readonly InvocationEntry[] {
  const runs = new Map<CallNode, boolean>(model.runConfigs.filter(({ evident }) => evident).map(({ run }) => [run, handlerAround(run, model.handlers) !== undefined]));
  for (const { call } of model.derive(findHandlerRuns)) runs.set(call, true);
  return [...runs].map(([call, inHandler]) => ({ ...placeOf(call, root), inHandler }));
}

/** One inventory of several, without what two of them hold alike, and in the order of places. */
export function joinInventories(inventories: readonly Inventory[]): Inventory {
  const all = <Key extends keyof Inventory>(key: Key): Inventory[Key] => sorted(inventories.flatMap((inventory): readonly Inventory[Key][number][] => inventory[key])) as unknown as Inventory[Key];
  return { tools: all("tools"), agents: all("agents"), models: all("models"), stores: all("stores"), invocations: all("invocations"), subjects: all("subjects") };
}

interface Entry {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

function sorted<Each extends Entry>(entries: readonly Each[]): readonly Each[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()].sort(byPlace);
}

function byPlace(a: Entry, b: Entry): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.id, b.id);
}

/** By code points, so that the order is the same in every locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
