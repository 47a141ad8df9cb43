import { readFromContext } from "../src/fix/read-from-context.js";
import { createRule } from "../src/rule/create-rule.js";
import { mentionPath, mentionTool } from "../src/rule/mention.js";
import { namesAssignee } from "../src/analysis/facts/assigned-fields.js";
import type { IdentityKind } from "../src/analysis/facts/identity.js";
import type { SchemaField } from "../src/analysis/facts/schemas.js";
import type { Tool } from "../src/analysis/facts/tools.js";
import { fileOf } from "../src/analysis/project/source-file.js";

const NAMED: Readonly<Record<IdentityKind, string>> = { user: "the caller", tenant: "the tenant", credential: "the caller's credentials" };

/** Fields of these name somebody else: whom to write to, whom to give the ticket to. */
const OTHERS = /^(?:to|cc|bcc|recipients?|assignees?|attendees?|participants?|invitees?|guests?|contacts?|members?|mentions?|reviewers?)$/iu;

export default createRule({
  name: "no-llm-identity-args",
  docs: {
    description: "Disallow tool arguments by which the model chooses whose data it touches",
    preset: "recommended",
    checklist: ["auth"],
    owasp: ["LLM06", "ASI03"],
  },
  readings: true,
  hasSuggestions: true,
  messages: {
    identityArgument: '{{tool}} takes "{{path}}" from the model, which names {{named}}: a prompt can make it anybody. Remove the field and read {{named}} from the verified run context.',
    possibleIdentityArgument: '{{tool}} takes "{{path}}" from the model, and a prompt can make it anybody\'s. If it stands for the caller, remove the field and read it from the verified run context; if it picks a record, check in the handler that the caller may touch it.',
    readFromContext: 'Remove "{{path}}" from the schema and read it as `{{expression}}`.',
    removeField: 'Remove "{{path}}" from the schema; the handler does not read it.',
  },
  check({ model, reading, report }) {
    const reported = new Set<unknown>();
    for (const tool of model.tools) {
      const directory = reading === "certain" && model.asksOnlyDirectories(tool);
      for (const field of tool.schema?.fields ?? []) {
        const kind = model.vocabulary.classify(field.key, reading);
        if (!kind || field.fixed || reported.has(field.node) || namesSomebodyElse(tool, field, reading === "certain")) continue;
        // A member of a Teams team or of a Slack workspace is an entry of that service, not our caller.
        if (directory && kind !== "credential") continue;
        reported.add(field.node);
        const path = mentionPath(field.path);
        const removal = readFromContext(tool, field);
        const place = { node: fileOf(field.node).linted ? field.node.key : placeOf(tool), suggest: removal ? [suggestion(path, removal)] : [] };
        const data = { tool: mentionTool(tool.name), path };
        // `customer_id` names the caller of a shop's assistant, and a row of the desk's.
        if (model.vocabulary.classify(field.key, "certain")) report({ ...place, messageId: "identityArgument", data: { ...data, named: NAMED[kind] } });
        else report({ ...place, messageId: "possibleIdentityArgument", data });
      }
    }
  },
});

function suggestion(path: string, { expression, fix }: NonNullable<ReturnType<typeof readFromContext>>) {
  return expression === undefined ? ({ messageId: "removeField", data: { path }, fix } as const) : ({ messageId: "readFromContext", data: { path, expression }, fix } as const);
}

function namesSomebodyElse(tool: Tool, field: SchemaField, quiet: boolean): boolean {
  return field.path.slice(0, -1).some((key) => OTHERS.test(key)) || (quiet && namesAssignee(tool, field));
}

/** A schema of another file is reported where the tool takes it. */
function placeOf(tool: Tool): Tool["node"] | NonNullable<Tool["schemaNode"]> {
  return tool.schemaNode && fileOf(tool.schemaNode).linted ? tool.schemaNode : tool.node;
}
