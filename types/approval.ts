/** Effects that happen once, after a person said yes to exactly these arguments. Needs @langchain/langgraph. */
export { approvalDesk, type ApprovalDesk, type Approver, type SignedDecision } from "./approval-desk.js";
export { ActionRejected, ApprovalError, InDoubtError, NotPerformed } from "./approval-errors.js";
export { approveRequest, editRequest, isApprovalRequest, rejectRequest, type ApprovalRequest, type Decision } from "./approval-request.js";
export { approve } from "./approve.js";
export type { ApprovedAction } from "./approved-action.js";
export { externalAction, type EffectContext, type ExternalAction, type ExternalActionOptions, type Reviewing } from "./external-action.js";
export { memoryLedger, resolveDoubt, type Claim, type Finding, type InDoubtEntry, type Ledger } from "./ledger.js";
export { redisLedger, type RedisCommand, type RedisLedgerOptions } from "./redis-ledger.js";
export { ledgerTable, postgresLedger, sqliteLedger, type PostgresClient, type SqliteDatabase, type SqlLedgerOptions } from "./sql-ledger.js";
