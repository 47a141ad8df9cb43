/** Why preflight could not run, in one sentence for the person who started it. */
export class PreflightError extends Error {
  override readonly name = "PreflightError";
}

/** The first line of what went wrong elsewhere, to be read behind a colon. */
export function reasonOf(error: unknown): string {
  const refusal = systemReason(error);
  if (refusal !== undefined) return refusal;
  const text = error instanceof Error ? error.message : String(error);
  return (text.split("\n").find((line) => line.trim() !== "") ?? "unknown reason").trim().replace(/\.$/u, "");
}

/** `permission denied` of `EACCES: permission denied, open '/srv/a.ts'`: which file it was, the sentence around says. */
function systemReason(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return undefined;
  return error.code === "EISDIR" ? "it is a folder" : /^[A-Z]\w*: (?<words>[^,]+), \w+/u.exec(error.message)?.groups?.words;
}

/** Whether a file could not be read because there is none. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
