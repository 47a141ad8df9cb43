import type { ThreadId } from "../src/analysis/facts/invocations.js";
import type { AgentModel } from "../src/analysis/model.js";
import { createRule } from "../src/rule/create-rule.js";
import { namespaceThread } from "../src/fix/namespace-thread.js";

export default createRule({
  name: "require-thread-namespace",
  docs: {
    description: "Require thread ids that name the tenant and the user",
    preset: "recommended",
    checklist: ["threads"],
  },
  readings: true,
  hasSuggestions: true,
  messages: {
    clientThread: "`thread_id` is what the client sent ({{source}}), so whoever knows an id resumes somebody else's conversation. Compose it from the verified tenant and user.",
    sharedThread: "`thread_id` is the same for every caller of this handler ({{source}}), so all users share one conversation. Compose it from the verified tenant and user.",
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
  },
});

type Verdict = { readonly messageId: "clientThread" | "sharedThread" | "partialThread"; readonly data: Record<string, string> };

function judge(model: AgentModel, thread: ThreadId, literal: boolean): Verdict | undefined {
  const sources = model.sourcesOf(thread.value, thread.frame);
  const has = (kind: string): boolean => sources.some((source) => source.kind === kind);
  if (has("guard")) return undefined;
  const identified = has("tenant") || has("user");
  const client = sources.find((source) => source.kind === "client");
  if (!identified && client && !model.isOwnershipChecked(thread, client.node)) return { messageId: "clientThread", data: { source: model.textOf(client.node) } };
  const constant = sources.length > 0 && sources.every((source) => source.kind === "literal") ? sources[0] : undefined;
  if (constant && model.isInHandler(thread)) return { messageId: "sharedThread", data: { source: model.textOf(constant.node) } };
  if (!literal || (has("tenant") && has("user"))) return undefined;
  return { messageId: "partialThread", data: { missing: has("tenant") ? "the user" : has("user") ? "the tenant" : "the tenant and the user" } };
}
