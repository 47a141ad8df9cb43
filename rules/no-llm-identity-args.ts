import { readFromContext } from "../src/fix/read-from-context.js";
import { createRule } from "../src/rule/create-rule.js";
import { mentionPath, mentionTool } from "../src/rule/mention.js";
import { namesAssignee } from "../src/analysis/facts/assigned-fields.js";
import { isConfirmed } from "../src/analysis/facts/confirmed-fields.js";
import type { IdentityKind } from "../src/analysis/facts/identity.js";
import type { SchemaField } from "../src/analysis/facts/schemas.js";
import type { Tool } from "../src/analysis/facts/tools.js";
import type { AgentModel } from "../src/analysis/model.js";
import { samePath } from "../src/analysis/origin/steps.js";
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
    silentIn: ["test"],
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
      const fields = tool.schema?.fields ?? [];
      for (const field of fields) {
        const kind = model.vocabulary.classify(nameOf(field), reading);
        if (!kind || field.fixed || reported.has(field.node) || namesSomebodyElse(field, fields)) continue;
        if (reading === "certain" && isHarmless(tool, field, kind, model)) continue;
        reported.add(field.node);
        const path = mentionPath(field.path);
        const removal = readFromContext(tool, field);
        const place = { node: fileOf(field.node).linted ? field.node.key : placeOf(tool), suggest: removal ? [suggestion(path, removal)] : [] };
        const data = { tool: mentionTool(tool.name), path };
        // `customer_id` names the caller of a shop's assistant, and a row of the desk's.
        if (model.vocabulary.classify(nameOf(field), "certain")) report({ ...place, messageId: "identityArgument", data: { ...data, named: NAMED[kind] } });
        else report({ ...place, messageId: "possibleIdentityArgument", data });
      }
    }
  },
});

/** `user: { id }` is a user's id as `userId` is. */
function nameOf({ key, path }: SchemaField): string {
  const holder = path.at(-2);
  return holder !== undefined && key.toLowerCase() === "id" ? `${holder}_${key}` : key;
}

function suggestion(path: string, { expression, fix }: NonNullable<ReturnType<typeof readFromContext>>) {
  return expression === undefined ? ({ messageId: "removeField", data: { path }, fix } as const) : ({ messageId: "readFromContext", data: { path, expression }, fix } as const);
}

/** What the handler makes of a field may show that it is no caller, or that it is the caller's own. */
function isHarmless(tool: Tool, field: SchemaField, kind: IdentityKind, model: AgentModel): boolean {
  // A member of a Teams team or of a Slack workspace is an entry of that service, not our caller; and what a server does for a tool may stand out of sight.
  if (kind !== "credential" && (model.asksOnlyDirectories(tool) || isAnsweredElsewhere(tool))) return true;
  // There is one caller; a list of users is what a search is narrowed to.
  if (kind !== "credential" && field.list) return true;
  return namesAssignee(tool, field) || isConfirmed(tool, field, model);
}

/** A server that only lists the tool here: whose `organizationId` it takes cannot be told. */
function isAnsweredElsewhere({ form, handler, framework }: Tool): boolean {
  return form === "declaration" && handler === undefined && framework.toolRequests !== undefined;
}

function namesSomebodyElse(field: SchemaField, fields: readonly SchemaField[]): boolean {
  return field.path.slice(0, -1).some((key) => OTHERS.test(key)) || saysWhoSpeaks(field, fields);
}

/** `history: [{ role, content }]`: the role of a message is nobody's in the company. */
function saysWhoSpeaks({ key, path }: SchemaField, fields: readonly SchemaField[]): boolean {
  const beside = fields.filter((other) => samePath(other.path.slice(0, -1), path.slice(0, -1))).map((other) => other.key);
  return key === "role" && ["content", "parts", "text"].some((word) => beside.includes(word));
}

/** A schema of another file is reported where the tool takes it. */
function placeOf(tool: Tool): Tool["node"] | NonNullable<Tool["schemaNode"]> {
  return tool.schemaNode && fileOf(tool.schemaNode).linted ? tool.schemaNode : tool.node;
}
