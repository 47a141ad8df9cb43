import { z } from "zod";
import { checklistItems, type ChecklistId } from "../checklist/items.js";

const names = z.array(z.string().min(1)).readonly();
const keys = z.array(z.string().min(1)).readonly();

/** A function's name; `"./mail#send"` and `"@acme/mail#send"` name it by module as well. */
const functionNames = names.default([]);

/** The shape of `settings["agent-guardrails"]`: a team's own vocabulary, said once for all rules. */
export const policySchema = z
  .object({
    identityKeys: keys.default([]),
    notIdentityKeys: keys.default([]),
    externalCalls: functionNames,
    readCalls: functionNames,
    approvalCalls: functionNames,
    untrustedCalls: functionNames,
    delimiterCalls: functionNames,
    screeningCalls: functionNames,
    deadlineClients: functionNames,
    retryCalls: functionNames,
    cacheCalls: functionNames,
    limiterCalls: functionNames,
    quotaCalls: functionNames,
    killSwitchCalls: functionNames,
    redactorCalls: functionNames,
    verifiedIdentityCalls: functionNames,
    smallModels: names.default([]),
    largeModels: names.default([]),
    residency: z.string().min(1).optional(),
    sensitiveAssistants: names.default([]),
    satisfied: z.partialRecord(z.enum(checklistItems.map(({ id }) => id) as [ChecklistId, ...ChecklistId[]]), z.string().min(1)).default({}),
  })
  .strict();

/** A team's vocabulary with every key filled in. */
export type Policy = z.infer<typeof policySchema>;

const SETTINGS_KEY = "agent-guardrails";

/** Settings that the plugin cannot work with; the message names the key. */
export class PolicyError extends Error {
  override readonly name = "PolicyError";
}

const parsed = new WeakMap<object, Policy>();
const defaults: Policy = policySchema.parse({});

/** Reads the policy from ESLint's `settings`. Throws a `PolicyError` that names the wrong key. */
export function policyOf(settings: Readonly<Record<string, unknown>>): Policy {
  const given = settings[SETTINGS_KEY];
  if (given === undefined) return defaults;
  const cached = typeof given === "object" && given !== null ? parsed.get(given) : undefined;
  if (cached) return cached;
  const result = policySchema.safeParse(given);
  if (!result.success) throw new PolicyError(result.error.issues.map((issue) => explain(issue)).join(" "));
  if (typeof given === "object" && given !== null) parsed.set(given, result.data);
  return result.data;
}

function explain(issue: z.core.$ZodIssue): string {
  const place = issue.path.reduce<string>((text, part) => `${text}${typeof part === "string" && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`}`, `settings["${SETTINGS_KEY}"]`);
  if (issue.code === "unrecognized_keys") {
    const [known, list] = issue.path.length === 0 ? [Object.keys(policySchema.shape), "a key of the policy"] : [checklistItems.map(({ id }) => id), "a row of the checklist"];
    return issue.keys.map((key) => `${place}.${key} is not ${list}.${suggest(key, known)}`).join(" ");
  }
  return `${place} is wrong: ${issue.message}.`;
}

/** The known key that is spelt most alike, for a typing error. */
function suggest(key: string, known: readonly string[]): string {
  const folded = fold(key);
  const [nearest] = known.map((candidate) => ({ candidate, distance: distance(folded, fold(candidate)) })).sort((a, b) => a.distance - b.distance);
  return nearest && nearest.distance <= Math.max(1, folded.length / 3) ? ` Did you mean ${nearest.candidate}?` : ` Known keys: ${known.join(", ")}.`;
}

function fold(key: string): string {
  return key.toLowerCase().replace(/[^a-z]/gu, "");
}

/** How many letters have to be added, taken away or changed to get from one word to the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(from).entries()) {
    const next = [index + 1];
    for (const [column, other] of Array.from(to).entries()) next.push(Math.min((row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1, (row[column] ?? 0) + (letter === other ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
}
