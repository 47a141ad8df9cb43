import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createJiti } from "jiti";
import type { z } from "zod";
import { checklistItems, type ChecklistId } from "../checklist/items.js";
import type { Policy } from "../policy/policy.js";
import { isAbsent } from "./absent-key.js";
import { preflightFileSchema } from "./define-preflight.js";
import { compare } from "./inventory/file-inventory.js";
import { PreflightError, reasonOf } from "./preflight-error.js";
import type { Attestation } from "./report.js";

export type Attestations = Readonly<Partial<Record<ChecklistId, Attestation>>>;

const NAME = "agent-guardrails.preflight";
const EXTENSIONS = ["ts", "mts", "js", "mjs", "json"];

/** What the preflight file of a folder answers. */
export async function readAttestations(folder: string): Promise<Attestations> {
  const [path, second] = EXTENSIONS.map((extension) => join(folder, `${NAME}.${extension}`)).filter((each) => existsSync(each));
  if (path === undefined) return {};
  if (second !== undefined) throw new PreflightError(`There is more than one preflight file: ${basename(path)} and ${basename(second)}.`);
  return parse(await load(path), basename(path));
}

async function load(path: string): Promise<unknown> {
  try {
    if (path.endsWith(".json")) return JSON.parse(readFileSync(path, "utf8")) as unknown;
    // The file imports `definePreflight` from this package, which need not be installed where it lies.
    const alias = { "eslint-plugin-agent-guardrails/preflight": fileURLToPath(new URL("./define-preflight.js", import.meta.url)) };
    return await createJiti(import.meta.url, { alias, fsCache: false, moduleCache: false }).import(path, { default: true });
  } catch (error) {
    throw new PreflightError(`${basename(path)} cannot be read: ${reasonOf(error).replace(/^ParseError: /u, "")}${lineOf(error, path)}.`);
  }
}

/** jiti says the line of a mistake behind the path of the file. */
function lineOf(error: unknown, path: string): string {
  const [, behind] = error instanceof Error ? error.message.split(`${path}:`) : [];
  const line = /^\d+/u.exec(behind ?? "")?.[0];
  return line === undefined ? "" : ` (line ${line})`;
}

function parse(content: unknown, name: string): Attestations {
  const result = preflightFileSchema.safeParse(content);
  if (!result.success) throw new PreflightError(explain(result.error.issues[0], content, name));
  return Object.fromEntries(Object.entries(result.data.rows).map(([id, answer]) => [id, { by: answer.by, on: answer.on, until: answer.until, statement: answer.statement, link: answer.link ?? null }]));
}

function explain(issue: z.core.$ZodIssue | undefined, content: unknown, name: string): string {
  const place = issue?.path.map(String).join(".") ?? "";
  if (issue?.code === "unrecognized_keys" && place === "rows") return `${name}: rows.${issue.keys[0] ?? ""} is no row of the checklist; its rows are ${checklistItems.map(({ id }) => id).join(", ")}.`;
  if (issue?.code === "unrecognized_keys") {
    const key = issue.keys[0] ?? "";
    return place === "" ? `${name}: ${key} is not known; the file has rows and nothing else.` : `${name}: ${place}.${key} is not known; an answer has by, on, until, statement and link.`;
  }
  if (place === "") return `${name} holds no preflight: ${name.endsWith(".json") ? 'it is written as { "rows": { … } }' : "export `definePreflight({ rows: { … } })` as its default"}.`;
  if (issue !== undefined && isAbsent(content, issue.path)) return `${name}: ${place} is missing.`;
  if (issue?.code === "invalid_type" && (issue.expected === "object" || issue.expected === "record")) return `${name}: ${place} is wrong: it is no object.`;
  return `${name}: ${place} is wrong: ${(issue?.message ?? "").replace(/\.$/u, "")}.`;
}

/** What the policy answers under `satisfied`. Several packages of a workspace may each have their reason. */
export function policyAnswers(policies: Iterable<Policy>): Attestations {
  const reasons = new Map<ChecklistId, Set<string>>();
  for (const { satisfied } of policies) {
    for (const { id } of checklistItems) {
      const reason = satisfied[id];
      if (reason !== undefined) reasons.set(id, (reasons.get(id) ?? new Set()).add(reason));
    }
  }
  return Object.fromEntries([...reasons].map(([id, all]) => [id, byPolicy(all)]));
}

const BETWEEN = " / ";

function byPolicy(reasons: ReadonlySet<string>): Attestation {
  return { by: "policy", on: null, until: null, statement: [...reasons].sort(compare).join(BETWEEN), link: null };
}

/** One answer for each row. The policy's comes first, because it silences rules; of two persons' the one that ends first counts. */
export function joinAttestations(each: readonly Attestations[]): Attestations {
  return Object.fromEntries(
    checklistItems.flatMap(({ id }) => {
      const answers = each.flatMap((attestations) => attestations[id] ?? []);
      const policies = answers.filter(({ until }) => until === null);
      if (policies.length > 0) return [[id, byPolicy(new Set(policies.flatMap(({ statement }) => statement.split(BETWEEN))))]];
      const [first] = answers.sort((a, b) => compare(a.until ?? "", b.until ?? "") || compare(JSON.stringify(a), JSON.stringify(b)));
      return first ? [[id, first]] : [];
    }),
  );
}
