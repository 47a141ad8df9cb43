import type { VerifiedIdentity } from "./identity.js";

/** One call of a tool, as switches and quotas see it. */
export interface ToolCallScope {
  readonly tool: string;
  /** Absent for a foreign tool that was classified without `auth`. */
  readonly identity: VerifiedIdentity | undefined;
}

/** A flag that turns tools off. */
export interface KillSwitch {
  /** Resolves to why the tool is off, or to `undefined` if it is on. */
  reason(call: ToolCallScope): Promise<string | undefined>;
}

/**
 * Where a team keeps its flags: LaunchDarkly, Unleash, a row, an environment variable. Asked before every call and every retry, so
 * a thrown switch counts at once, also for tools that a model holds already; a source that is slow or costly should cache.
 *
 * @returns `true` or a reason, in words for the model, to turn the tool off.
 */
export type FlagSource = (call: ToolCallScope) => boolean | string | undefined | Promise<boolean | string | undefined>;

/** Builds a switch over the team's own flag source. A source that throws counts as off: an unknown state is not a safe one. */
export function killSwitch(isOff: FlagSource): KillSwitch {
  return {
    async reason(call) {
      try {
        const off = await isOff(call);
        return off === true ? "switched off by an operator" : off === false || off === "" ? undefined : off;
      } catch {
        return "its switch cannot be read";
      }
    },
  };
}
