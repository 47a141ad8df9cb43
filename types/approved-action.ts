import type { Branded } from "./brand.js";
import type { IdempotencyKey } from "./idempotency-key.js";

/**
 * One approved use of one action with exactly these arguments. Invariant in both parameters: approval of one action, or of one shape
 * of arguments, is none for another.
 */
export interface ApprovedAction<Name extends string, Args> extends Branded<"ApprovedAction", { name: Name; args: (args: Args) => Args }> {
  readonly action: Name;
  readonly args: Readonly<Args>;
  /** Stable over replays of the same approval: send it along as the idempotency key of the effect. */
  readonly approvalId: IdempotencyKey;
  /** User id of who decided, where decisions are signed. */
  readonly approvedBy?: string;
}
