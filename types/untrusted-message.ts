import { HumanMessage } from "@langchain/core/messages";
import { delimit } from "./delimited-block.js";
import type { UntrustedText } from "./untrusted-text.js";

/**
 * A human message: the instruction in the program's own words, then each text between markers of its own.
 *
 * @throws {TypeError} for a text that `untrusted()` did not return in this process.
 */
export function untrustedMessage(instruction: string, ...texts: readonly UntrustedText[]): HumanMessage {
  return new HumanMessage({ content: [{ type: "text", text: instruction }, ...texts.map((text) => delimit(text))] });
}
