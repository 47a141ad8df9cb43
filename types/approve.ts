import { interrupt } from "@langchain/langgraph";
import type { Approver } from "./approval-desk.js";
import { ActionRejected, ApprovalError } from "./approval-errors.js";
import { decisionOrThrow, type ApprovalRequest, type Decision } from "./approval-request.js";
import type { ApprovedAction } from "./approved-action.js";
import { identityOf, type AuthedConfig } from "./authed-config.js";
import { canonical } from "./canonical.js";
import { digests } from "./digest.js";
import { mintApproval, reviewOf, type ExternalAction, type Review } from "./external-action.js";
import type { IdempotencyKey } from "./idempotency-key.js";
import { frozenJson } from "./json-data.js";
import { parseWith, type InputOf, type OutputOf, type ZodObjectSchema } from "./zod-schema.js";

/**
 * Pauses the run until somebody decides, and returns only for a decision that names exactly this request.
 *
 * LangGraph runs the node again when it resumes: what stands before this call happens again too, so let no effect stand there. The
 * call throws to pause, so let no `try` around it swallow that. It needs a checkpointer.
 *
 * @throws {ActionRejected} if a reviewer said no.
 * @throws {ApprovalError} for a decision about something else, or by somebody who may not decide, and for an action that
 *   `externalAction()` did not make.
 * @throws {IdentityError} if the config is not one of `require()`.
 * @throws {ZodError} for arguments, asked for or edited, that the schema refuses.
 * @throws {TypeError} for arguments that are no JSON data, or that parsing twice would change.
 */
export function approve<Name extends string, Schema extends ZodObjectSchema, Result>(
  config: AuthedConfig, action: ExternalAction<Name, Schema, Result>, args: InputOf<Schema>,
): ApprovedAction<Name, OutputOf<Schema>> {
  const requester = identityOf(config);
  const review = reviewOf(action);
  const requested = settledArgs(action.schema, args);
  const digest = digestOf(config, action.name, requested);
  const request: ApprovalRequest = { kind: "agent-guardrails.approval", action: action.name, args: requested, digest };
  const { decision, approver } = open(review, interrupt<ApprovalRequest, unknown>(request));

  if (decision.digest !== digest) throw new ApprovalError("this decision was made about another request");
  if (approver && approver.orgId !== requester.orgId) throw new ApprovalError("the approver is of another tenant");
  if (decision.decision === "reject") throw new ActionRejected(decision.reason);
  const approved = decision.decision === "edit" ? settledArgs(action.schema, decision.args) : requested;
  if (review.fourEyes && (!approver || approver.userId === requester.userId)) throw new ApprovalError("this action needs the approval of a second person");
  if (approver && !review.mayApprove(approver, requester, approved)) throw new ApprovalError("this person may not approve this action");
  // Of the request and not of the decision: two decisions about one request are one use.
  const approvalId = digests().sha256(canonical(["approved.v1", digest])) as IdempotencyKey;
  return mintApproval(action, config, approved, approvalId, approver?.userId);
}

function open(review: Review, received: unknown): { decision: Decision; approver?: Approver } {
  return review.desk ? review.desk.open(received) : { decision: decisionOrThrow(received) };
}

function settledArgs<Schema extends ZodObjectSchema>(schema: Schema, args: unknown): OutputOf<Schema> {
  const parsed = frozenJson(parseWith(schema, args));
  if (canonical(frozenJson(parseWith(schema, parsed))) !== canonical(parsed)) {
    throw new TypeError("the schema of an action may not change what it has parsed: move transforms into the effect");
  }
  return parsed;
}

function digestOf(config: AuthedConfig, action: string, args: unknown): string {
  const { orgId, userId } = identityOf(config);
  const configurable: Readonly<Record<string, unknown>> = config.configurable ?? {};
  const scope = [configurable.thread_id ?? null, configurable.checkpoint_ns ?? null, config.toolCallId ?? null, ordinalOf(config, configurable)];
  return digests().sha256(canonical(["approval.v1", action, args, ...scope, orgId, userId]));
}

const ordinals = new WeakMap<object, number>();

/**
 * How many interrupts came before in this run of the node: the number by which LangGraph pairs a resume value with its interrupt, so
 * two equal requests in one node differ. LangGraph resets its count when it retries a node; the count here is for versions without one.
 */
function ordinalOf(config: AuthedConfig, configurable: Readonly<Record<string, unknown>>): number {
  const scratchpad = configurable.__pregel_scratchpad;
  const count = typeof scratchpad === "object" && scratchpad !== null ? (scratchpad as { interruptCounter?: unknown }).interruptCounter : undefined;
  if (typeof count === "number") return count + 1;
  const home = typeof scratchpad === "object" && scratchpad !== null ? scratchpad : config;
  const ordinal = ordinals.get(home) ?? 0;
  ordinals.set(home, ordinal + 1);
  return ordinal;
}
