import { ToolFailure } from "./tool-failure.js";

/** A reviewer said no. The message holds the reviewer's reason and reaches the model. */
export class ActionRejected extends ToolFailure {
  override name = "ActionRejected";

  constructor(reason: string | undefined) {
    super(`a reviewer rejected this action${reason === undefined ? "" : `: ${reason}`}. Do not try it again.`);
  }
}

/** An approval that counts for nothing here: forged, used, for something else, or by somebody who may not give it. */
export class ApprovalError extends ToolFailure {
  override name = "ApprovalError";
}

/** The action was claimed and never settled. An operator must look and call `resolveDoubt`. */
export class InDoubtError extends ToolFailure {
  override name = "InDoubtError";

  constructor(action: string, readonly approvalId: string) {
    super(`it is unknown whether ${action} happened: an operator must find out. Do not try it again.`);
  }
}

/** Thrown by an effect that knows that nothing happened: its claim is released, and a later run may try again. */
export class NotPerformed extends ToolFailure {
  override name = "NotPerformed";
}
