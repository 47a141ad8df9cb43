/** What a ledger knows of an approved action. */
export type Claim =
  /** First of all: the effect may happen now. */
  | { readonly state: "claimed" }
  /** It happened. `result` is what was stored of it. */
  | { readonly state: "settled"; readonly result: string }
  /** Somebody claimed it and never settled: it may have happened. */
  | { readonly state: "in doubt"; readonly claimedAt: Date };

/** An action that was begun and never settled, as an operator sees it. */
export interface InDoubtEntry {
  readonly approvalId: string;
  readonly action: string;
  readonly claimedAt: Date;
}

/**
 * Remembers which approved actions were carried out, so that a graph that runs a node again carries out none twice. `claim` must be
 * atomic over all processes: a unique index or `SET NX`. LangGraph's `BaseStore` has no such operation.
 */
export interface Ledger {
  /**
   * Claims an action, or tells what became of an earlier claim.
   *
   * @throws {TypeError} if the store gives no answer that can be read: nothing may happen then.
   */
  claim(approvalId: string, action: string): Promise<Claim>;
  /** Stores the result. Changes nothing that is settled or unknown; resolves to whether it changed anything. */
  settle(approvalId: string, result: string): Promise<boolean>;
  /** Forgets an unsettled claim, so that the action may happen. Resolves to whether there was one. */
  release(approvalId: string): Promise<boolean>;
  /** Unsettled claims older than a moment, oldest first. */
  inDoubt(claimedBefore: Date): Promise<readonly InDoubtEntry[]>;
}

/**
 * A ledger for one process that forgets on restart: for tests and demonstrations.
 *
 * @param now milliseconds since 1970, for tests.
 */
export function memoryLedger(now: () => number = Date.now): Ledger {
  const entries = new Map<string, Entry>();
  const unsettled = (approvalId: string): Entry | undefined => {
    const entry = entries.get(approvalId);
    return entry?.result === undefined ? entry : undefined;
  };
  return {
    claim(approvalId, action) {
      const entry = entries.get(approvalId);
      if (entry) return Promise.resolve(claimOf(entry.result, entry.claimedAt));
      entries.set(approvalId, { action, claimedAt: now() });
      return Promise.resolve({ state: "claimed" });
    },
    settle(approvalId, result) {
      const entry = unsettled(approvalId);
      if (entry) entry.result = result;
      return Promise.resolve(entry !== undefined);
    },
    release(approvalId) {
      return Promise.resolve(unsettled(approvalId) !== undefined && entries.delete(approvalId));
    },
    inDoubt(claimedBefore) {
      const found = [...entries]
        .filter(([, { result, claimedAt }]) => result === undefined && claimedAt < claimedBefore.getTime())
        .sort(([, left], [, right]) => left.claimedAt - right.claimedAt)
        .map(([approvalId, { action, claimedAt }]) => ({ approvalId, action, claimedAt: new Date(claimedAt) }));
      return Promise.resolve(found);
    },
  };
}

interface Entry {
  readonly action: string;
  readonly claimedAt: number;
  result?: string;
}

/** @internal */
export function claimOf(result: string | null | undefined, claimedAt: number): Claim {
  return typeof result === "string" ? { state: "settled", result } : { state: "in doubt", claimedAt: new Date(claimedAt) };
}

/** What an operator found out about an action in doubt. */
export type Finding = { readonly performed: true; readonly result?: unknown } | { readonly performed: false };

/**
 * An operator's way out of doubt, after a look at the outside world: settle the action with its result, or give it free to happen.
 *
 * @throws {TypeError} if the action is not in doubt (any more).
 */
export async function resolveDoubt(ledger: Ledger, approvalId: string, finding: Finding): Promise<void> {
  const changed = finding.performed ? await ledger.settle(approvalId, encodeResult(finding.result)) : await ledger.release(approvalId);
  if (!changed) throw new TypeError("this action is not in doubt");
}

/** @internal */
export interface StoredResult {
  readonly result?: unknown;
  /** Digest of the arguments that ran; absent where an operator settled. */
  readonly of?: string;
}

/**
 * @internal
 * @throws {TypeError} if JSON cannot hold the result.
 */
export function encodeResult(result: unknown, of?: string): string {
  return JSON.stringify({ result, of } satisfies { [Key in keyof StoredResult]: unknown });
}

/** @internal */
export function decodeResult(stored: string): StoredResult {
  return JSON.parse(stored) as StoredResult;
}
