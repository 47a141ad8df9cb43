import type { z } from "zod";

const DEADLINE_MS = 5_000;

/** An answer of the intranet that is no success. Its status tells a failure that will pass from one that will not. */
export class IntranetError extends Error {
  override name = "IntranetError";

  constructor(readonly status: number) {
    super(`the intranet answered with ${status}`);
  }
}

export async function getJson<Schema extends z.ZodType>(path: string, schema: Schema, signal: AbortSignal | undefined): Promise<z.output<Schema>> {
  const response = await fetch(addressOf(path), { signal: withDeadline(signal) });
  return schema.parse(await bodyOf(response));
}

/** Creates something. The intranet answers a second request with the same key as it answered the first. */
export async function postJson<Schema extends z.ZodType>(
  path: string, body: unknown, schema: Schema, key: string, signal: AbortSignal | undefined,
): Promise<z.output<Schema>> {
  const response = await fetch(addressOf(path), {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": key },
    body: JSON.stringify(body),
    signal: withDeadline(signal),
  });
  return schema.parse(await bodyOf(response));
}

function addressOf(path: string): URL {
  return new URL(path, process.env.INTRANET_URL ?? "https://intranet.acme.example");
}

function withDeadline(signal: AbortSignal | undefined): AbortSignal {
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  return signal ? AbortSignal.any([signal, deadline]) : deadline;
}

async function bodyOf(response: Response): Promise<unknown> {
  if (!response.ok) throw new IntranetError(response.status);
  return response.json();
}
