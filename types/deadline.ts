import { DeadlineError } from "./tool-failure.js";

/** @internal */
export interface DeadlineOptions {
  /** The run's own signal. */
  signal?: AbortSignal | undefined;
  /** Milliseconds. */
  timeoutMs?: number | undefined;
}

/** Longer ones overflow the timer and end at once. */
const longestMs = 2 ** 31 - 1;

/**
 * @internal
 * @throws {TypeError} for a time that no timer can wait.
 */
export function checkTimeout(name: string, timeoutMs: number | undefined): void {
  if (timeoutMs !== undefined && !(timeoutMs > 0 && timeoutMs <= longestMs)) throw new TypeError(`${name}: timeoutMs takes 1 to ${longestMs} ms`);
}

/**
 * Runs a task until it ends, its time is up, or the run is cancelled, whichever comes first. The task gets a signal that tells it of
 * both; one that ignores it goes on unseen, but its caller does not wait.
 *
 * @internal
 * @throws {DeadlineError} when the time is up; the signal's reason when the run is cancelled.
 */
export async function withDeadline<Result>(
  { signal, timeoutMs }: DeadlineOptions, task: (signal: AbortSignal | undefined) => Promise<Result>,
): Promise<Result> {
  if (timeoutMs === undefined && signal === undefined) return task(undefined);
  signal?.throwIfAborted();
  const time = new AbortController();
  const timer = timeoutMs === undefined ? undefined : setTimeout(() => { time.abort(new DeadlineError(timeoutMs)); }, timeoutMs);
  const either = signal ? AbortSignal.any([signal, time.signal]) : time.signal;
  let stop = (): void => undefined;
  const ended = new Promise<never>((_, reject) => {
    stop = () => { reject(either.reason as Error); };
    either.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([task(either), ended]);
  } finally {
    clearTimeout(timer);
    either.removeEventListener("abort", stop);
  }
}
