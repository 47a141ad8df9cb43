import type { KillSwitch, ToolCallScope } from "./kill-switch.js";
import type { Quota } from "./quota.js";
import { ToolFailure } from "./tool-failure.js";

/**
 * @internal
 * @throws {ToolFailure} if the tool is off.
 */
export async function passSwitch(killSwitch: KillSwitch | undefined, call: ToolCallScope): Promise<void> {
  const reason = await killSwitch?.reason(call);
  if (reason !== undefined) throw new ToolFailure(`off (${reason}). Answer without it and do not call it again in this conversation.`);
}

/**
 * @internal
 * @throws {ToolFailure} if nothing is left.
 */
export async function takeQuota(quota: Quota | undefined, call: ToolCallScope): Promise<void> {
  const verdict = await quota?.take(call);
  if (!verdict || verdict.granted) return;
  const wait = verdict.retryAfterMs === undefined ? "" : ` It is available again in ${Math.ceil(verdict.retryAfterMs / 1000)} s.`;
  throw new ToolFailure(`the quota is used up.${wait} Do not call it again before.`, { transient: true });
}
