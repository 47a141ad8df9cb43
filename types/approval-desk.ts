import { ApprovalError } from "./approval-errors.js";
import { decisionOrThrow, type ApprovalRequest, type Decision } from "./approval-request.js";
import { approveRequest, editRequest, rejectRequest } from "./approval-request.js";
import { decodeJson, digests, encodeJson, sameSecret } from "./digest.js";
import { verifiedOrThrow, type VerifiedIdentity } from "./identity.js";

/** A decision with the name of who made it, under a MAC. Plain data: it may wait in a queue. */
export interface SignedDecision {
  readonly signed: string;
}

/** Who decided. */
export interface Approver {
  readonly orgId: string;
  readonly userId: string;
  readonly role: string;
}

/**
 * Where reviewers decide under their own name. It signs, so that the run, which is resumed as its requester, can tell who decided.
 */
export interface ApprovalDesk {
  /**
   * Approves what was asked for.
   *
   * @throws {IdentityError} if the approver was not verified in this process.
   */
  approve(approver: VerifiedIdentity, request: ApprovalRequest): SignedDecision;
  /**
   * Approves other arguments than those asked for.
   *
   * @throws {IdentityError} if the approver was not verified in this process.
   */
  edit(approver: VerifiedIdentity, request: ApprovalRequest, args: unknown): SignedDecision;
  /**
   * @param reason up to 500 characters; reaches the model.
   * @throws {TypeError} for a longer one.
   * @throws {IdentityError} if the approver was not verified in this process.
   */
  reject(approver: VerifiedIdentity, request: ApprovalRequest, reason?: string): SignedDecision;
  /** @throws {ApprovalError} for anything that this desk did not sign. */
  open(signed: unknown): { readonly decision: Decision; readonly approver: Approver };
}

/**
 * Builds a desk.
 *
 * @param key secret of at least 32 bytes, another one than that of `edgeAuth`.
 * @throws {TypeError} for a shorter one.
 */
export function approvalDesk({ key }: { key: string | Uint8Array }): ApprovalDesk {
  if (key.length < 32) throw new TypeError("a desk key needs at least 32 bytes");
  const macOf = (body: string): string => digests().hmacSha256(key, `agent-guardrails.decision.v1.${body}`);
  const sign = (approver: VerifiedIdentity, decision: Decision): SignedDecision => {
    const body = encodeJson({ decision, approver: verifiedOrThrow(approver) });
    return { signed: `${body}.${macOf(body)}` };
  };
  return {
    approve: (approver, request) => sign(approver, approveRequest(request)),
    edit: (approver, request, args) => sign(approver, editRequest(request, args)),
    reject: (approver, request, reason) => sign(approver, rejectRequest(request, reason)),
    open(received) {
      const signed = typeof received === "object" && received !== null ? (received as Partial<SignedDecision>).signed : undefined;
      const [body = "", signature = ""] = typeof signed === "string" ? signed.split(".") : [];
      if (!sameSecret(macOf(body), signature)) throw new ApprovalError("this decision was not signed at the approval desk");
      const { decision, approver } = decodeJson(body) as { decision: unknown; approver: Approver };
      return { decision: decisionOrThrow(decision), approver };
    },
  };
}
