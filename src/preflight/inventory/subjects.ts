import { agentPartsOf } from "../../analysis/facts/agent-parts.js";
import { findAssistantCreations } from "../../analysis/facts/assistant-creations.js";
import { findAuthedTools } from "../../analysis/facts/authed-tools.js";
import { findCreations } from "../../analysis/facts/creations.js";
import { findExternalActions, findGuardedThreads } from "../../analysis/facts/guarded-values.js";
import type { AgentModel } from "../../analysis/model.js";
import type { Node } from "../../analysis/syntax/expression.js";
import type { Guarding, SubjectEntry } from "../report.js";
import { placeOf } from "./places.js";
import { deadlineOf, worst } from "./tool-entries.js";

interface Subject {
  readonly node: Node;
  readonly label: string;
  /** `none-needed` where the rules alone judge it. */
  readonly holds: Guarding;
}

/** What rows count besides tools, agents, models, stores and runs: one line for each kind. */
const SUBJECTS: Readonly<Record<string, (model: AgentModel) => readonly Subject[]>> = {
  threads: (model) => [
    ...model.threadIds.map(({ place }): Subject => ({ node: place, label: "thread_id", holds: "none-needed" })),
    ...model.derive(findGuardedThreads).map((call): Subject => ({ node: call, label: "threadId()", holds: "guarded" })),
  ],
  requests: (model) => [
    ...model.agentHttpCalls.map(({ http, reached }): Subject => ({ node: reached.place, label: http.label, holds: deadlineOf(http) })),
    ...model.derive(findAuthedTools).filter(({ requests, hasDeadline }) => requests.length > 0 || hasDeadline).map(({ node, name, requests, hasDeadline }): Subject => ({ node, label: name ?? "authedTool", holds: hasDeadline ? "guarded" : worst(requests.map(deadlineOf)) })),
  ],
  creations: (model) => [
    ...model.derive(findCreations).map(({ place, label, keyed }): Subject => ({ node: place, label, holds: keyed === "yes" ? "guarded" : keyed === "no" ? "unguarded" : "unknown" })),
    ...model.derive(findExternalActions).map((call): Subject => ({ node: call, label: "externalAction", holds: "guarded" })),
  ],
  prompts: (model) => model.prompts.flatMap(({ label, holes }) => holes.map((hole): Subject => ({ node: hole.node, label, holds: "none-needed" }))),
  interrupts: (model) => model.interrupts.map(({ call }) => ({ node: call, label: "interrupt", holds: "none-needed" })),
  // Agents whose model is a fake cost nothing, and nothing of theirs can fall back.
  fakes: (model) => model.agents.filter((agent) => agentPartsOf(agent, model).modelIsFake).map(({ call }) => ({ node: call, label: "fake model", holds: "none-needed" })),
  assistants: (model) => model.derive(findAssistantCreations).map((call) => ({ node: call, label: "assistants.create", holds: "none-needed" })),
};

export function subjectEntries(model: AgentModel, root: string): readonly SubjectEntry[] {
  return Object.entries(SUBJECTS).flatMap(([kind, find]) => {
    const found = new Map<string, SubjectEntry>();
    for (const { node, label, holds } of find(model)) {
      if (!model.isHere(node)) continue;
      const place = placeOf(node, root);
      found.set(place.id, { ...place, id: `${kind}@${place.id}`, kind, label, holds });
    }
    return [...found.values()];
  });
}
