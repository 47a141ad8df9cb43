import type { StructuredToolInterface } from "@langchain/core/tools";
import { boundTool } from "./bound-tool.js";
import type { EdgeAuth } from "./edge-auth.js";
import type { BoundOptions, Effect, GuardedTool, Reads, ToolBounds, ToolFacts } from "./guarded-tool.js";
import { identityPaths } from "./identity-keys.js";
import type { FailureObserver } from "./tool-failure.js";

/** A quota counts users, so a foreign tool that needs one needs to know its caller. */
type ForeignBounds<Does extends Effect> = ToolBounds<Does> &
  ("external" extends Does ? { auth: Pick<EdgeAuth, "require"> } : { auth?: Pick<EdgeAuth, "require"> });

/** What a reviewer says of a foreign tool: its facts, and by its effect what stops and bounds it. */
export type Classification<Name extends string, Does extends Effect, Sees extends Reads> = ToolFacts<Name, Does, Sees> &
  ForeignBounds<NoInfer<Does>> & {
    /** Dotted paths of arguments that look like identity and name somebody else: a reviewed exception. */
    subjectArgs?: readonly string[];
    onFailure?: FailureObserver;
  };

/** A foreign tool within its bounds, of the same name and schema. */
export type ClassifiedTool<Name extends string, Does extends Effect, Sees extends Reads> = StructuredToolInterface & GuardedTool<Name, Does, Sees>;

/**
 * Says what a foreign tool (MCP, a toolkit) does, and holds it to that: the switch, quota and deadline are its own, texts of a tool that
 * reads untrusted ones arrive between markers, and failures arrive as `ERROR:` texts. A call whose arguments name the caller, which an
 * open schema lets through, does not reach it. The original is left as it is.
 *
 * The facts are the reviewer's claim: nothing here can see what a foreign tool really does.
 *
 * @throws {TypeError} if the tool has another name, or its schema lets the model name the caller; for a `timeoutMs` that no timer can wait.
 */
export function classify<const Name extends string, const Does extends Effect, const Sees extends Reads>(
  tool: StructuredToolInterface, classification: Classification<Name, Does, Sees>,
): ClassifiedTool<Name, Does, Sees> {
  const { name, effect, reads, subjectArgs } = classification as ToolFacts<Name, Does, Sees> & { subjectArgs?: readonly string[] };
  if (tool.name !== name) throw new TypeError(`this tool is called ${tool.name}, not ${name}`);
  const paths = identityPaths(tool.schema, subjectArgs);
  if (paths.length > 0) throw new TypeError(`tool ${name} lets the model supply identity: ${paths.join(", ")}`);
  const bounds = classification as BoundOptions;
  return boundTool(tool, { name, effect, reads }, { ...bounds, subjectArgs, guarded: false }) as unknown as ClassifiedTool<Name, Does, Sees>;
}
