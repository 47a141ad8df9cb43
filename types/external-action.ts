import { ApprovalError, InDoubtError, NotPerformed } from "./approval-errors.js";
import type { ApprovalDesk, Approver } from "./approval-desk.js";
import type { ApprovedAction } from "./approved-action.js";
import { identityOf, type AuthedConfig } from "./authed-config.js";
import { registry } from "./brand.js";
import { canonical } from "./canonical.js";
import { checkTimeout, withDeadline } from "./deadline.js";
import { digests } from "./digest.js";
import type { IdempotencyKey } from "./idempotency-key.js";
import type { VerifiedIdentity } from "./identity.js";
import type { KillSwitch } from "./kill-switch.js";
import { decodeResult, encodeResult, type Ledger } from "./ledger.js";
import { passSwitch } from "./tool-gate.js";
import type { OutputOf, ZodObjectSchema } from "./zod-schema.js";

/** What an effect gets beside its arguments. */
export interface EffectContext {
  /** Send it along: whoever receives the effect can then refuse a second one. */
  readonly idempotencyKey: IdempotencyKey;
  /** The run's own cancellation, joined with the deadline. */
  readonly signal: AbortSignal | undefined;
  /** Who asked for the action. */
  readonly requester: VerifiedIdentity;
}

/** An effect behind an approval. */
export interface ExternalAction<Name extends string, Schema extends ZodObjectSchema, Result> {
  readonly name: Name;
  readonly schema: Schema;
  /**
   * Carries out what was approved. It takes no arguments of its own, so none can be swapped. If the graph runs the node again, the
   * stored result comes back and nothing happens twice; nor does it if two decisions about one request arrive.
   *
   * @throws {ApprovalError} for an approval that is forged, used, for another action, or for a request that was carried out with other
   *   arguments.
   * @throws {ToolFailure} while the switch is off. The approval counts later.
   * @throws {InDoubtError} if an earlier run began and never ended.
   * @throws {DeadlineError} when the time is up; the action is then in doubt.
   * @throws {TypeError} if JSON cannot hold the result; the action is then in doubt.
   */
  execute(approved: ApprovedAction<Name, OutputOf<Schema>>): Promise<Result>;
}

/** Who may decide. Four eyes need a desk: without one nobody can tell who decided. */
export type Reviewing<Args> =
  | { desk?: never; fourEyes?: never; mayApprove?: never }
  | {
      /** Only decisions that it signed count, and only of the requester's own tenant. */
      desk: ApprovalDesk;
      /** The approver must not be the requester. */
      fourEyes?: boolean;
      /** A further condition, such as a role. Only `true` is a yes. */
      mayApprove?: (approver: Approver, requester: VerifiedIdentity, args: Readonly<Args>) => boolean;
    };

/** The same for callers in plain JavaScript, who can leave the desk out. */
type Conditions<Args> = { [Key in "desk" | "fourEyes" | "mayApprove"]?: Extract<Reviewing<Args>, { desk: ApprovalDesk }>[Key] | undefined };

/** What an action is called and takes, where it is remembered, and what stops it. */
export type ExternalActionOptions<Name extends string, Schema extends ZodObjectSchema> = {
  name: Name;
  /** The arguments, as JSON data. Parsing twice must change nothing, or a reviewer would see other arguments than those that run. */
  schema: Schema;
  ledger: Ledger;
  /** Asked again after the approval, which may have taken days. */
  killSwitch?: KillSwitch;
  /** Milliseconds that the effect may take. No limit unless told. */
  timeoutMs?: number;
} & Reviewing<OutputOf<Schema>>;

/** @internal */
export interface Review {
  readonly desk: ApprovalDesk | undefined;
  readonly fourEyes: boolean;
  mayApprove(approver: Approver, requester: VerifiedIdentity, args: unknown): boolean;
}

interface LiveApproval {
  readonly action: object;
  readonly config: AuthedConfig;
  used: boolean;
}

const reviews = registry<Review>("action");
const approvals = registry<LiveApproval>("approval");

/**
 * Hides an effect behind an approval: the returned object is the only way to it.
 *
 * @param effect its result must be JSON data; a replay gets it from the ledger. If it knows that nothing happened it throws
 *   `NotPerformed`; any other error leaves the action in doubt.
 * @throws {TypeError} for `fourEyes` or `mayApprove` without a desk, and for a `timeoutMs` that no timer can wait.
 */
export function externalAction<const Name extends string, Schema extends ZodObjectSchema, Result>(
  options: ExternalActionOptions<Name, Schema>, effect: (args: Readonly<OutputOf<Schema>>, context: EffectContext) => Promise<Result>,
): ExternalAction<Name, Schema, Result> {
  const { name, schema, ledger, killSwitch, timeoutMs } = options;
  const { desk, fourEyes = false, mayApprove }: Conditions<OutputOf<Schema>> = options;
  if (!desk && (fourEyes || mayApprove)) throw new TypeError(`action ${name}: fourEyes and mayApprove need a desk, which tells who decided`);
  checkTimeout(name, timeoutMs);
  const action: ExternalAction<Name, Schema, Result> = Object.freeze({
    name, schema,
    async execute(approved: ApprovedAction<Name, OutputOf<Schema>>): Promise<Result> {
      const approval = takeApproval(action, approved);
      const { signal: cancelled } = approval.config;
      const requester = identityOf(approval.config);
      const { approvalId, args } = approved;
      try {
        cancelled?.throwIfAborted();
        await passSwitch(killSwitch, { tool: name, identity: requester });
      } catch (refusal) {
        // Nothing was begun, so the approval counts when the way is free again.
        approval.used = false;
        throw refusal;
      }
      const argsDigest = digests().sha256(canonical(args));
      const claim = await ledger.claim(approvalId, name);
      if (claim.state === "in doubt") throw new InDoubtError(name, approvalId);
      if (claim.state === "settled") return storedResult(claim.result, argsDigest) as Result;
      const result = await perform(ledger, approvalId, (progress) =>
        withDeadline({ signal: cancelled, timeoutMs }, (signal) => {
          progress.begun = true;
          return effect(args, { idempotencyKey: approvalId, signal, requester });
        }));
      const stored = encodeResult(result, argsDigest);
      if (!(await ledger.settle(approvalId, stored))) throw new InDoubtError(name, approvalId);
      // The first run and a replay return the same: what the ledger holds.
      return storedResult(stored, argsDigest) as Result;
    },
  });
  reviews.set(action, { desk, fourEyes, mayApprove: (approver, requester, args) => !mayApprove || isTrue(mayApprove(approver, requester, args as never)) });
  return action;
}

async function perform<Result>(ledger: Ledger, approvalId: string, effect: (progress: { begun: boolean }) => Promise<Result>): Promise<Result> {
  const progress = { begun: false };
  try {
    return await effect(progress);
  } catch (error) {
    if (!progress.begun || error instanceof NotPerformed) await ledger.release(approvalId);
    throw error;
  }
}

function storedResult(stored: string, argsDigest: string): unknown {
  const { result, of = argsDigest } = decodeResult(stored);
  if (of !== argsDigest) throw new ApprovalError("this request was carried out with other arguments");
  return result;
}

function takeApproval(action: object, approved: unknown): LiveApproval {
  const approval = typeof approved === "object" && approved !== null ? approvals.get(approved) : undefined;
  if (approval?.action !== action) throw new ApprovalError("this approval was not given for this action");
  if (approval.used) throw new ApprovalError("this approval is used");
  approval.used = true;
  return approval;
}

/** A promise, which plain JavaScript may return, is no yes. */
function isTrue(answer: unknown): boolean {
  return answer === true;
}

/** @internal */
export function reviewOf(action: object): Review {
  const review = reviews.get(action);
  if (!review) throw new ApprovalError("this action was not made by externalAction()");
  return review;
}

/** @internal */
export function mintApproval<Name extends string, Schema extends ZodObjectSchema>(
  action: ExternalAction<Name, Schema, unknown>, config: AuthedConfig, args: OutputOf<Schema>, approvalId: IdempotencyKey, approvedBy: string | undefined,
): ApprovedAction<Name, OutputOf<Schema>> {
  const approved = Object.freeze({ action: action.name, args, approvalId, ...(approvedBy !== undefined && { approvedBy }) });
  approvals.set(approved, { action, config, used: false });
  return approved as unknown as ApprovedAction<Name, OutputOf<Schema>>;
}
