import { ToolMessage, type ToolCall } from "@langchain/core/messages";
import { tool, type StructuredToolInterface } from "@langchain/core/tools";
import { isGraphBubbleUp } from "@langchain/langgraph";
import { withDeadline } from "./deadline.js";
import { registerTool, type BoundOptions, type ToolFacts } from "./guarded-tool.js";
import { passSwitch, takeQuota } from "./tool-gate.js";
import { failureText, ToolFailure } from "./tool-failure.js";
import { modelContent } from "./tool-output.js";

/** @internal */
export interface WrapOptions extends BoundOptions {
  /** The tool already turns its failures and untrusted results into what the model may see. */
  guarded: boolean;
}

type RunConfig = Parameters<StructuredToolInterface["invoke"]>[1] & { toolCall?: ToolCall; signal?: AbortSignal };

/**
 * A tool of the same name and schema that passes its calls on, within bounds.
 *
 * @internal
 */
export function boundTool(original: StructuredToolInterface, facts: ToolFacts, options: WrapOptions): StructuredToolInterface {
  const call = async (args: unknown, config: RunConfig): Promise<unknown> => {
    const scope = { tool: facts.name, identity: options.auth?.require(config).identity };
    try {
      await passSwitch(options.killSwitch, scope);
      await takeQuota(options.quota, scope);
      const output = await withDeadline({ signal: config.signal, timeoutMs: options.timeoutMs }, (signal) => {
        const passedOn = { ...config, ...(signal && { signal }) };
        // With the model's call, the original answers with a whole message, artifact included.
        const input = config.toolCall ? { ...config.toolCall, args, type: "tool_call" as const } : args;
        return original.invoke(input as Parameters<StructuredToolInterface["invoke"]>[0], passedOn) as Promise<unknown>;
      });
      return options.guarded ? output : presentable(facts, output);
    } catch (error) {
      if (isGraphBubbleUp(error) || config.signal?.aborted) throw error;
      if (options.guarded && !(error instanceof ToolFailure)) throw error;
      return failureText(facts.name, facts.effect, false, error);
    }
  };
  const made = tool(call as Parameters<typeof tool>[0], {
    name: original.name, description: original.description, schema: original.schema,
    metadata: { agentGuardrails: { effect: facts.effect, reads: facts.reads } },
  } as unknown as Parameters<typeof tool>[1]) as StructuredToolInterface;
  registerTool(made, facts);
  return made;
}

function presentable(facts: ToolFacts, output: unknown): unknown {
  if (facts.reads === "trusted") return ToolMessage.isInstance(output) ? output : modelContent(facts.name, "trusted", output);
  if (!ToolMessage.isInstance(output)) return modelContent(facts.name, "untrusted", output);
  const parts = typeof output.content === "string" ? [{ type: "text", text: output.content }] : output.content;
  // Images and files stay as they are: markers are for text.
  const content = parts.flatMap((part) => (part.type === "text" ? (modelContent(facts.name, "untrusted", part.text) as object[]) : [part]));
  return new ToolMessage({
    content: content as typeof parts, tool_call_id: output.tool_call_id,
    ...(output.name !== undefined && { name: output.name }), ...(output.status && { status: output.status }),
    ...(output.id !== undefined && { id: output.id }), artifact: output.artifact as unknown,
  });
}
