import type { ToolCall } from "@langchain/core/messages";
import { tool, type StructuredToolInterface } from "@langchain/core/tools";
import { isGraphBubbleUp } from "@langchain/langgraph";
import { checkTimeout, withDeadline } from "./deadline.js";
import { registerTool, type BoundOptions, type ToolFacts } from "./guarded-tool.js";
import { identityPathsIn } from "./identity-keys.js";
import { passSwitch, takeQuota } from "./tool-gate.js";
import { failureText, reportFailure, ToolFailure } from "./tool-failure.js";
import { modelContent, UndeclaredTextError } from "./tool-output.js";

/** @internal */
export interface WrapOptions extends BoundOptions {
  /** The tool already turns its failures and untrusted results into what the model may see. */
  guarded: boolean;
  subjectArgs?: readonly string[] | undefined;
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
    const progress = { begun: false };
    try {
      const output = await withDeadline({ signal: config.signal, timeoutMs: options.timeoutMs }, async (signal) => {
        await passSwitch(options.killSwitch, scope);
        await takeQuota(options.quota, scope);
        if (!options.guarded) withoutIdentity(args, options.subjectArgs);
        const passedOn = { ...config, ...(signal && { signal }) };
        // With the model's call, the original answers with a whole message, artifact included.
        const input = config.toolCall ? { ...config.toolCall, args, type: "tool_call" as const } : args;
        progress.begun = true;
        return original.invoke(input as Parameters<StructuredToolInterface["invoke"]>[0], passedOn) as Promise<unknown>;
      });
      return options.guarded ? output : modelContent(facts.name, facts.reads, output);
    } catch (error) {
      if (isGraphBubbleUp(error) || error instanceof UndeclaredTextError || config.signal?.aborted) throw error;
      if (options.guarded && !(error instanceof ToolFailure)) throw error;
      const text = failureText(facts.name, facts.effect === "read" || !progress.begun, error);
      reportFailure(options.onFailure, { ...scope, error });
      return text;
    }
  };
  checkTimeout(facts.name, options.timeoutMs);
  const made = tool(call as Parameters<typeof tool>[0], {
    name: original.name, description: original.description, schema: original.schema,
    metadata: { agentGuardrails: { effect: facts.effect, reads: facts.reads } },
  } as unknown as Parameters<typeof tool>[1]) as StructuredToolInterface;
  registerTool(made, facts);
  return made;
}

/**
 * The schema of a foreign tool is often open, and LangChain passes on what it does not name.
 *
 * @throws {ToolFailure} if the model's arguments name the caller.
 */
function withoutIdentity(args: unknown, allowed: readonly string[] | undefined): void {
  const paths = identityPathsIn(args, allowed);
  if (paths.length > 0) throw new ToolFailure(`the argument ${paths.join(", ")} names the caller. Call it without.`);
}
