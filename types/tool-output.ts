import type { Branded, Problem } from "./brand.js";
import { delimit, type DelimitedBlock } from "./delimited-block.js";
import type { Reads } from "./guarded-tool.js";
import { isUntrusted, untrusted, type UntrustedText } from "./untrusted-text.js";

type Shallower = [never, 0, 1, 2];
type HasUntrusted<Output, Depth extends number = 3> =
  [Depth] extends [never] ? never
  : Output extends Branded<"UntrustedText"> ? true
  : Output extends string | number | boolean | bigint | symbol | null | undefined ? never
  : Output extends readonly (infer Item)[] ? HasUntrusted<Item, Shallower[Depth]>
  : Output extends object ? { [Key in keyof Output]: HasUntrusted<Output[Key], Shallower[Depth]> }[keyof Output]
  : never;

/** What a handler may return, given what its tool says of its results. `unknown` is no objection. */
export type OutputCheck<Output, Sees extends Reads> =
  Sees extends "untrusted"
    ? [Output] extends [UntrustedText | readonly UntrustedText[]] ? unknown
      : Problem<"a tool with reads: 'untrusted' must return UntrustedText">
    : [HasUntrusted<Output>] extends [never] ? unknown
      : Problem<"the handler returns untrusted text: declare reads: 'untrusted'">;

/** A tool that claims trusted results returned untrusted text. A fault of the program, so it ends the run. */
export class UndeclaredTextError extends Error {
  override name = "UndeclaredTextError";
}

/**
 * What the model gets of a handler's result: text as it is, other data as JSON, untrusted text between markers.
 *
 * @internal
 * @throws {UndeclaredTextError}
 */
export function modelContent(tool: string, reads: Reads, output: unknown): unknown {
  if (isDirectOutput(output)) return output;
  if (reads === "untrusted") return untrustedBlocks(tool, output);
  if (typeof output === "string") return output;
  const text = JSON.stringify(output, (_, value: unknown) => {
    if (isUntrusted(value)) throw new UndeclaredTextError(`tool ${tool} returned untrusted text: declare reads: "untrusted"`);
    return value;
  }) as string | undefined;
  return text ?? "done";
}

/** Types ask for untrusted text here; a string that got past them is marked all the same. */
function untrustedBlocks(tool: string, output: unknown): DelimitedBlock[] {
  const items: readonly unknown[] = Array.isArray(output) ? output : [output];
  return items.map((item) => delimit(isUntrusted(item) ? item : untrusted(textOf(item), tool)));
}

function textOf(output: unknown): string {
  const text = typeof output === "string" ? output : (JSON.stringify(output) as string | undefined);
  return text ?? "";
}

/** A `ToolMessage` or `Command`, which LangChain takes from a tool as it is. */
function isDirectOutput(output: unknown): boolean {
  return typeof output === "object" && output !== null && (output as { lc_direct_tool_output?: unknown }).lc_direct_tool_output === true;
}
