import { IdentityError, type VerifiedIdentity } from "./identity.js";

/** How a failure that is written for the model is taken. */
export interface ToolFailureOptions extends ErrorOptions {
  /** Whether the same call may succeed later. `false` unless told. */
  transient?: boolean;
}

/** A failure whose message is written for the model. Every other error reaches the model as its kind only, because messages leak. */
export class ToolFailure extends Error {
  override name = "ToolFailure";
  readonly transient: boolean;

  constructor(message: string, options: ToolFailureOptions = {}) {
    super(message, options);
    this.transient = options.transient ?? false;
  }
}

/** A failure of which the model is told the kind only. */
export interface FailureReport {
  readonly tool: string;
  /** Absent for a foreign tool that was classified without `auth`. */
  readonly identity: VerifiedIdentity | undefined;
  /** Whole, with its message and cause, which may hold secrets: redact it before it is logged. */
  readonly error: unknown;
}

/** Hears of every failure that becomes an `ERROR:` text. Nobody waits for it, and what it throws is dropped. */
export type FailureObserver = (report: FailureReport) => unknown;

/** @internal */
export function reportFailure(observer: FailureObserver | undefined, report: FailureReport): void {
  if (observer) void Promise.resolve(report).then(observer).catch(() => undefined);
}

/** The time of a tool ran out. */
export class DeadlineError extends Error {
  override name = "DeadlineError";

  constructor(milliseconds: number) {
    super(`no answer within ${milliseconds} ms`);
  }
}

const transientStatus = new Set([408, 425, 429, 500, 502, 503, 504]);
const transientCode = new Set([
  "ECONNRESET", "ECONNREFUSED", "ECONNABORTED", "EPIPE", "ETIMEDOUT", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND",
  "UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT", "UND_ERR_SOCKET",
]);

/** Whether an error is worth a retry: a timeout, a lost connection, HTTP 408, 425, 429 or 5xx. */
export function isTransient(error: unknown): boolean {
  if (error instanceof ToolFailure) return error.transient;
  if (error instanceof DeadlineError) return true;
  const { status, code } = kindOf(error);
  if (status !== undefined) return transientStatus.has(status);
  if (code !== undefined) return transientCode.has(code);
  // fetch() hides the reason of a network failure in `cause`.
  const cause = error instanceof Error ? error.cause : undefined;
  return error instanceof Error && (error.name === "TimeoutError" || (cause !== undefined && cause !== error && isTransient(cause)));
}

/**
 * What the model is told of a failure: which tool, what kind of failure, whether to try again. Never the message of a foreign error,
 * which may hold a URL with a token, a query or somebody's data.
 *
 * @internal
 * @throws the error itself if it is fatal for the run.
 */
export function failureText(tool: string, isRepeatable: boolean, error: unknown): string {
  if (error instanceof IdentityError) throw error;
  if (error instanceof ToolFailure) return `ERROR: ${tool}: ${error.message}`;
  const kind = error instanceof DeadlineError ? error.message : describeKind(error);
  return `ERROR: ${tool} failed (${kind}). ${advice(isRepeatable, isTransient(error))}`;
}

function advice(repeatable: boolean, transient: boolean): string {
  if (!transient) return "Calling it again with the same arguments will fail the same way.";
  return repeatable ? "It may be called again later." : "It may have taken effect: do not call it again before that is checked.";
}

function describeKind(error: unknown): string {
  const { name, status, code } = kindOf(error);
  return [name, status === undefined ? undefined : `HTTP ${status}`, code].filter((part) => part !== undefined).join(", ");
}

interface FailureKind {
  name: string;
  status: number | undefined;
  code: string | undefined;
}

/** The parts of an error that name its kind, each only if it has the form of a name: a server may fill them as it likes. */
function kindOf(error: unknown): FailureKind {
  if (typeof error !== "object" || error === null) return { name: "unknown error", status: undefined, code: undefined };
  const { name, status, statusCode, response, code } = error as Record<string, unknown>;
  const nested = typeof response === "object" && response !== null ? (response as { status?: unknown }).status : undefined;
  const number = [status, statusCode, nested].find((value) => typeof value === "number" && value >= 100 && value <= 599);
  return {
    name: typeof name === "string" && /^[A-Z]\w{0,60}$/.test(name) ? name : "error",
    status: typeof number === "number" ? number : undefined,
    code: typeof code === "string" && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : undefined,
  };
}
