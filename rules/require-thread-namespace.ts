import type { ThreadId } from "../src/analysis/facts/invocations.js";
import { findServerThreads, type ServerThread } from "../src/analysis/facts/server-threads.js";
import type { Source } from "../src/analysis/flow/sources.js";
import type { AgentModel } from "../src/analysis/model.js";
import { createRule } from "../src/rule/create-rule.js";
import { namespaceThread } from "../src/fix/namespace-thread.js";

export default createRule({
  name: "require-thread-namespace",
  docs: {
    description: "Require thread ids that name the tenant and the user",
    preset: "recommended",
    checklist: ["threads"],
    owasp: ["LLM02", "ASI03", "ASI06"],
  },
  readings: true,
  hasSuggestions: true,
  messages: {
    clientThread: "`thread_id` is what the client sent ({{source}}), so whoever knows an id resumes somebody else's conversation. Compose it from the verified tenant and user.",
    sharedThread: "`thread_id` is the same for every caller of this handler ({{source}}), so all users share one conversation. Compose it from the verified tenant and user.",
    serverThread: "`{{call}}` works on the thread that the client names ({{source}}), with the rights of this application, so whoever knows an id gets somebody else's conversation. Check first that the thread is the caller's.",
    partialThread: "`thread_id` does not name {{missing}} from a trusted source. Compose it from the verified tenant and user, or make it with the guard `threadId()`.",
    composeThread: "Compose it as {{template}}.",
  },
  check({ model, reading, report }) {
    if (model.setting === "client" || (reading === "certain" && model.setting !== "application" && model.setting !== "example")) return;
    const reported = new Set<unknown>();
    for (const thread of model.threadIds) {
      if (reported.has(thread.place)) continue;
      const verdict = judge(model, thread, reading === "literal");
      if (!verdict) continue;
      reported.add(thread.place);
      const suggestion = namespaceThread(thread, model.traceContext);
      report({
        node: thread.place,
        messageId: verdict.messageId,
        data: verdict.data,
        suggest: suggestion ? [{ messageId: "composeThread", data: { template: suggestion.template }, fix: suggestion.fix }] : [],
      });
    }
    for (const thread of model.derive(findServerThreads)) {
      const source = reported.has(thread.value) ? undefined : chosenByClient(model, thread);
      if (!source) continue;
      reported.add(thread.value);
      report({ node: thread.value, messageId: "serverThread", data: { call: model.textOf(thread.call.callee), source: model.textOf(source.node) } });
    }
  },
});

interface Verdict {
  readonly messageId: "clientThread" | "sharedThread" | "partialThread";
  readonly data: Record<string, string>;
}

function judge(model: AgentModel, thread: ThreadId, literal: boolean): Verdict | undefined {
  const alternatives = model.alternativesOf(thread.value, thread.frame);
  for (const sources of alternatives) {
    const client = clientAlone(sources);
    if (client && !model.isOwnershipChecked(thread, client.node)) return { messageId: "clientThread", data: { source: model.textOf(client.node) } };
  }
  const all = alternatives.flat();
  if (all[0] && all.every((source) => source.kind === "literal") && model.isInHandler(thread)) return { messageId: "sharedThread", data: { source: model.textOf(all[0].node) } };
  const missing = literal ? alternatives.map(missingParts).find((parts) => parts !== undefined) : undefined;
  return missing === undefined ? undefined : { messageId: "partialThread", data: { missing } };
}

/** The client's part of a value that has no part which names the caller, or which might. */
function clientAlone(sources: readonly Source[]): Source | undefined {
  return sources.every(({ kind }) => kind === "client" || kind === "literal" || kind === "fresh") ? sources.find(({ kind }) => kind === "client") : undefined;
}

/** A server or a provider makes the ids of its threads itself, so that they name nobody: only a check tells whose one is. */
function chosenByClient(model: AgentModel, { call, value, frame }: ServerThread): Source | undefined {
  const client = model.alternativesOf(value, frame).map(clientAlone).find((source) => source !== undefined);
  return client && !model.isVouchedFor(client.node, value, [call], frame) ? client : undefined;
}

function missingParts(sources: readonly Source[]): string | undefined {
  const has = (wanted: Source["kind"]): boolean => sources.some(({ kind }) => kind === wanted);
  if (has("guard") || (has("tenant") && has("user"))) return undefined;
  return has("tenant") ? "the user" : has("user") ? "the tenant" : "the tenant and the user";
}
