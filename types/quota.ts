import type { ToolCallScope } from "./kill-switch.js";
import { escapePart } from "./scope-part.js";

/** The part of a `rate-limiter-flexible` limiter that a quota uses. */
export interface Limiter {
  /** Rejects with `{ msBeforeNext }` when nothing is left, and with an Error when its store fails. */
  consume(key: string, points?: number): Promise<unknown>;
  reward?(key: string, points?: number): Promise<unknown>;
}

/** The limiters of a quota, each with points and a duration of its own. */
export interface QuotaLimits {
  /** Counted per tool and user. */
  perUser?: Limiter;
  /** Counted per tool and tenant. */
  perTenant?: Limiter;
  /** Counted per tool. */
  perTool?: Limiter;
}

/** Whether a call may happen; if not, after how many milliseconds it is worth another try, where the limiter knows. */
export type QuotaVerdict = { readonly granted: true } | { readonly granted: false; readonly retryAfterMs: number | undefined };

/** A bound on how often a tool runs. */
export interface Quota {
  /**
   * Takes one call from every limiter, or none.
   *
   * @throws {TypeError} for a per-user or per-tenant limit on a call without identity.
   */
  take(call: ToolCallScope): Promise<QuotaVerdict>;
}

/**
 * Builds a quota from limiters. All of them must grant a call; what some took is given back when another refuses. A limiter whose
 * store fails refuses.
 *
 * @throws {TypeError} if no limiter is given.
 */
export function quota(limits: QuotaLimits): Quota {
  const { perUser, perTenant, perTool } = limits;
  if (!perUser && !perTenant && !perTool) throw new TypeError("a quota needs at least one limiter");
  return {
    async take({ tool, identity }) {
      if (!identity && (perUser || perTenant)) throw new TypeError(`the quota of ${tool} counts users, but its calls have no identity`);
      const claims: [Limiter | undefined, string[]][] = [
        [perUser, [tool, identity?.orgId ?? "", identity?.userId ?? ""]],
        [perTenant, [tool, identity?.orgId ?? ""]],
        [perTool, [tool]],
      ];
      const taken: [Limiter, string][] = [];
      for (const [limiter, parts] of claims) {
        if (!limiter) continue;
        const key = parts.map(escapePart).join("-");
        try {
          await limiter.consume(key, 1);
          taken.push([limiter, key]);
        } catch (refusal) {
          await Promise.allSettled(taken.map(async ([granted, at]) => granted.reward?.(at, 1)));
          return { granted: false, retryAfterMs: waitOf(refusal) };
        }
      }
      return { granted: true };
    },
  };
}

function waitOf(refusal: unknown): number | undefined {
  const wait = typeof refusal === "object" && refusal !== null ? (refusal as { msBeforeNext?: unknown }).msBeforeNext : undefined;
  return typeof wait === "number" && Number.isFinite(wait) ? wait : undefined;
}
