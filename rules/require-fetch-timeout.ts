import type { HttpCall } from "../src/analysis/facts/http.js";
import { runsOnLoad } from "../src/analysis/facts/on-load.js";
import type { WorkflowCode } from "../src/analysis/facts/agent-code.js";
import { takesOnlyTypes } from "../src/analysis/facts/type-imports.js";
import type { AgentModel } from "../src/analysis/model.js";
import { addDeadline } from "../src/fix/add-deadline.js";
import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "require-fetch-timeout",
  docs: {
    description: "Require a deadline on every HTTP call that a tool or a graph node makes",
    preset: "recommended",
    checklist: ["reliability"],
    silentIn: ["client", "script", "test"],
    owasp: ["LLM10", "ASI08"],
  },
  readings: true,
  hasSuggestions: true,
  messages: {
    noDeadline: "{{call}} has no deadline, so a server that does not answer hangs {{owner}} and the user's turn with it. Pass a signal or a timeout.",
    noDeadlineBehind: "{{call}} leads to an HTTP call without a deadline ({{client}} in {{file}}), so a server that does not answer hangs {{owner}} and the user's turn with it. Give that call a signal or a timeout.",
    switchedOff: "{{call}} switches its deadline off, so a server that does not answer hangs {{owner}} and the user's turn with it. Set a time.",
    addDeadline: "Add `{{option}}`.",
  },
  check({ model, reading, report }) {
    const judged = new Set<unknown>();
    for (const { http, reached, code } of model.agentHttpCalls) {
      if (!hangs(http) || judged.has(reached.place)) continue;
      judged.add(http.call);
      const owner = ownerOf(code);
      if (reached.place !== http.call) {
        // One call may lead to several requests in that file, and many calls to one client: it is one place to repair.
        judged.add(reached.place);
        if (http.instance && judged.has(http.instance)) continue;
        if (http.instance) judged.add(http.instance);
        report({ node: reached.place.callee, messageId: "noDeadlineBehind", data: { call: model.textOf(reached.place.callee), client: http.label, file: model.fileNameOf(http.call), owner } });
        continue;
      }
      const suggestion = addDeadline(http, code.fn, code.tool);
      report({
        node: http.call,
        messageId: http.switchedOff ? "switchedOff" : "noDeadline",
        data: { call: http.label, owner },
        suggest: suggestion ? [{ messageId: "addDeadline", data: { option: suggestion.option }, fix: suggestion.fix }] : [],
      });
    }
    if (reading === "literal" && !model.derive(takesOnlyTypes)) reportRest(model, judged, (http) => { report({ node: http.call, messageId: "noDeadline", data: { call: http.label, owner: "its caller" } }); });
  },
});

function hangs(http: HttpCall): boolean {
  return http.deadline === "none" && !http.isLocal;
}

function ownerOf({ kind, name }: WorkflowCode): string {
  return name === undefined ? `the ${kind}` : `${kind} "${name}"`;
}

/** Taken literally, every outbound call of a file with agents counts, whoever makes it; only what the module does once, while it is loaded, keeps nobody waiting. */
function reportRest(model: AgentModel, judged: ReadonlySet<unknown>, report: (http: HttpCall) => void): void {
  for (const http of model.httpCalls) if (!judged.has(http.call) && hangs(http) && !runsOnLoad(http.call)) report(http);
}
