import { z } from "zod";
import { ApprovalError } from "./approval-errors.js";

/** What a reviewer is shown: the value of the interrupt. */
export interface ApprovalRequest {
  readonly kind: "agent-guardrails.approval";
  readonly action: string;
  /** Exactly what will run, after the schema. */
  readonly args: unknown;
  /** Names this request: action, arguments, thread, place in the run, and who asked. A decision repeats it. */
  readonly digest: string;
}

/** What the run is resumed with. A decision counts for the request whose digest it repeats, and for no other. */
export type Decision =
  | { readonly decision: "approve"; readonly digest: string }
  | { readonly decision: "edit"; readonly digest: string; readonly args: unknown }
  | { readonly decision: "reject"; readonly digest: string; readonly reason?: string | undefined };

/** Characters. */
const longestReason = 500;

const decisionSchema = z.discriminatedUnion("decision", [
  z.object({ decision: z.literal("approve"), digest: z.string() }),
  z.object({ decision: z.literal("edit"), digest: z.string(), args: z.unknown() }),
  z.object({ decision: z.literal("reject"), digest: z.string(), reason: z.string().max(longestReason).optional() }),
]);

/**
 * @internal
 * @throws {ApprovalError} for anything else: a bare `true` or "yes" says nothing about what was approved.
 */
export function decisionOrThrow(received: unknown): Decision {
  const parsed = decisionSchema.safeParse(received);
  if (!parsed.success) throw new ApprovalError("this is no decision: resume with approveRequest(), editRequest() or rejectRequest()");
  return parsed.data;
}

/** Whether the value of an interrupt asks for an approval. */
export function isApprovalRequest(value: unknown): value is ApprovalRequest {
  if (typeof value !== "object" || value === null) return false;
  const { kind, action, digest } = value as Partial<Record<keyof ApprovalRequest, unknown>>;
  return kind === "agent-guardrails.approval" && typeof action === "string" && typeof digest === "string";
}

/** A yes to exactly these arguments, as plain data: `new Command({ resume: approveRequest(request) })`. Anybody can make one; a desk signs. */
export function approveRequest(request: ApprovalRequest): Decision {
  return { decision: "approve", digest: request.digest };
}

/** Approves other arguments than those asked for. They pass the action's schema before they run. */
export function editRequest(request: ApprovalRequest, args: unknown): Decision {
  return { decision: "edit", digest: request.digest, args };
}

/**
 * A no.
 *
 * @param reason up to 500 characters; reaches the model.
 * @throws {TypeError} for a longer one.
 */
export function rejectRequest(request: ApprovalRequest, reason?: string): Decision {
  if (reason !== undefined && reason.length > longestReason) throw new TypeError(`a reason takes up to ${longestReason} characters`);
  return { decision: "reject", digest: request.digest, ...(reason !== undefined && { reason }) };
}
