import { ToolMessage } from "@langchain/core/messages";
import { isCommand } from "@langchain/langgraph";
import type { Branded, Problem } from "./brand.js";
import { delimit, isDelimited, type DelimitedBlock } from "./delimited-block.js";
import type { Reads } from "./guarded-tool.js";
import type { SealedText } from "./sealed-text.js";
import { isUntrusted, untrusted, type UntrustedText } from "./untrusted-text.js";

type Shallower = [never, 0, 1, 2];
type HasUntrusted<Output, Depth extends number = 3> =
  [Depth] extends [never] ? never
  // An `any` tells nothing; what it holds is looked at when the tool runs.
  : 0 extends 1 & Output ? never
  // Most handlers return one of these, and no brand that matters here is one of them.
  : Output extends string | number | boolean | bigint | null | undefined ? never
  // Markers and packing make a text fit for a model or for state; whoever reads it reads it all the same.
  : Output extends Branded<"UntrustedText"> | Branded<"DelimitedBlock"> | SealedText ? true
  : Output extends symbol ? never
  : Output extends readonly (infer Item)[] ? HasUntrusted<Item, Shallower[Depth]>
  : Output extends object ? { [Key in keyof Output]-?: HasUntrusted<Output[Key], Shallower[Depth]> }[keyof Output]
  : never;

/** What a handler may return, given what its tool says of its results. `unknown` is no objection. */
export type OutputCheck<Output, Sees extends Reads> =
  Sees extends "untrusted"
    ? [Output] extends [UntrustedText | readonly UntrustedText[]] ? unknown
      : Problem<"a tool with reads: 'untrusted' must return UntrustedText">
    : [HasUntrusted<Output>] extends [never] ? unknown
      : Problem<"the handler returns untrusted text: declare reads: 'untrusted'">;

/**
 * A tool that claims trusted results returned untrusted text, or one that reads it a command, in which nothing can be marked. A fault of
 * the program, so it ends the run.
 */
export class UndeclaredTextError extends Error {
  override name = "UndeclaredTextError";
}

/**
 * What the model gets of a tool's result: text as it is, other data as JSON, untrusted text between markers. Messages and commands go
 * through, but only real ones: data that looks like one, as anybody who answers with JSON can make it look, is data.
 *
 * @internal
 * @throws {UndeclaredTextError}
 */
export function modelContent(tool: string, reads: Reads, output: unknown): unknown {
  const isMessage = ToolMessage.isInstance(output);
  if (reads === "untrusted") {
    if (isMessage) return markedMessage(tool, output);
    if (isCommand(output)) throw new UndeclaredTextError(`tool ${tool} reads untrusted text, which cannot be marked in a Command`);
    return untrustedBlocks(tool, output);
  }
  const refuseText = (value: unknown): void => {
    if (isUntrusted(value) || isDelimited(value) || isSealed(value)) throw new UndeclaredTextError(`tool ${tool} returned untrusted text: declare reads: "untrusted"`);
  };
  if (isMessage && Array.isArray(output.content)) output.content.forEach(refuseText);
  if (isMessage || isCommand(output) || typeof output === "string") return output;
  const text = JSON.stringify(output, (_, value: unknown) => {
    refuseText(value);
    return value;
  }) as string | undefined;
  return text ?? "done";
}

function isSealed(value: unknown): boolean {
  return typeof value === "object" && value !== null && (value as Partial<SealedText>)["~untrusted"] === 1;
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

// Pictures and sounds cannot stand between markers; a file that is a text can.
const media = new Set(["image", "image_url", "audio", "input_audio", "video", "file"]);

function markedMessage(tool: string, message: ToolMessage): ToolMessage {
  const parts = typeof message.content === "string" ? [message.content] : message.content;
  const content = parts.flatMap((part): object[] => {
    if (typeof part === "string") return untrustedBlocks(tool, part);
    return media.has(part.type) && !holdsText(part) ? [part] : untrustedBlocks(tool, part.type === "text" ? part.text : part);
  });
  return new ToolMessage({
    content: content as typeof message.content & object, tool_call_id: message.tool_call_id,
    ...(message.name !== undefined && { name: message.name }), ...(message.status && { status: message.status }),
    ...(message.id !== undefined && { id: message.id }), artifact: message.artifact as unknown,
  });
}

const textType = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml|yaml|javascript))/i;

/** Whether a model is given words of this part: in LangChain's blocks of either age, and in those of OpenAI. */
function holdsText(part: object): boolean {
  const { text, source_type: source, mime_type: old, mimeType = old, file } = part as Record<string, unknown>;
  if (typeof text === "string" || source === "text" || (typeof mimeType === "string" && textType.test(mimeType))) return true;
  return typeof file === "object" && file !== null && holdsText(file);
}
