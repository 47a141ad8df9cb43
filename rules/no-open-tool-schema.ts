import { createRule } from "../src/rule/create-rule.js";
import { mentionTool } from "../src/rule/mention.js";

export default createRule({
  name: "no-open-tool-schema",
  docs: {
    description: "Disallow tool schemas that let the model add keys of its own",
    preset: "strict",
    checklist: ["auth"],
    silentIn: ["test"],
    owasp: ["LLM06", "ASI02"],
    withoutSuggestion: "closing a schema refuses calls that were accepted before",
  },
  hasSuggestions: false,
  messages: {
    openSchema: "{{tool}} accepts keys that its schema does not name, so the model can pass any field on to the handler, an identity as well. Close the schema: `z.object` or `.strict()`, in a JSON Schema `additionalProperties: false`.",
  },
  check({ model, report }) {
    const reported = new Set<unknown>();
    for (const tool of model.tools) {
      const [opening] = tool.schema?.openings ?? [];
      // What is only declared to a model has no handler that further keys could reach.
      if (!opening || (tool.form === "declaration" && !tool.handler) || reported.has(opening.node)) continue;
      reported.add(opening.node);
      report({ node: [opening.node, tool.schemaNode].find((node) => node && model.isHere(node)) ?? tool.nameNode, messageId: "openSchema", data: { tool: mentionTool(tool.name) } });
    }
  },
});
