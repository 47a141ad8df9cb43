import type { TSESTree } from "@typescript-eslint/utils";
import { parseHttpCall } from "../facts/http.js";
import type { Frame, ReachedCall, ReachedTag } from "../facts/reach.js";
import { definitionIn } from "../facts/reach.js";
import type { Tool } from "../facts/tools.js";
import { isGlobal, matchesModule, originOf } from "../origin/origin.js";
import { fileOf } from "../project/source-file.js";
import { argumentAt, enclosingFunction, findAncestor, memberName, staticString, unwrapAwaited, type CallNode, type Node, type FunctionNode } from "../syntax/expression.js";
import type { Certainty } from "../certainty.js";
import { classifyHttp } from "./http-effects.js";
import { isProgramOfInstance, isReadingCommand, isReadingRun } from "./reading-commands.js";
import { awsCommands, DELETES_FILES, SHELL, sinks, SQL_METHODS, type EffectKind, type Sink } from "./sinks.js";

/** An effect on the world outside, at the call that has it. */
export interface Effect {
  readonly kind: EffectKind;
  readonly certainty: Certainty;
  /** What it does, to be read after "it": `sends mail`. */
  readonly does: string;
  /** What the code writes: `stripe.refunds.create`. */
  readonly label: string;
  readonly reached: ReachedCall | ReachedTag;
}

/** What the policy says of a call. */
export interface EffectPolicy {
  readonly isExternal: (call: CallNode) => boolean;
  readonly isRead: (call: CallNode) => boolean;
  /** The tool that a function handles, whose first argument the model writes. */
  readonly toolOf: (fn: FunctionNode) => Tool | undefined;
}

/** Says whether a call that a handler reaches has an effect outside. */
export function classifyEffect(reached: ReachedCall, policy: EffectPolicy): Effect | undefined {
  const { call, frame } = reached;
  if (policy.isRead(call)) return undefined;
  const label = labelOf(call);
  const make = (kind: EffectKind, does: string, certainty: Certainty = "certain"): Effect => ({ kind, does, certainty, label, reached });
  if (policy.isExternal(call)) return make("external", "acts outside");
  const sink = findSink(call.callee);
  if (sink) {
    if (isHarmless(call, sink, frame) || (sink.kind === "destructive" && takesBack(call))) return undefined;
    return make(sink.kind, sink.does, sink.does === SHELL && isProgramOfInstance(call, frame) ? "possible" : "certain");
  }
  const aws = findAwsCommand(call);
  if (aws) return make(aws.kind, aws.does);
  if (isHostShell(call)) return make("destructive", "runs a shell command");
  const sql = findSqlChange(call, frame);
  if (sql) return takesBack(call) ? undefined : make("destructive", sql);
  const http = parseHttpCall(call, frame);
  return http && classifyHttp(http, make, frame, policy.toolOf);
}

/** Says whether a template that its tag runs has an effect outside: a shell command, a SQL statement. */
export function classifyTag(reached: ReachedTag): Effect | undefined {
  const { call } = reached;
  const make = (kind: EffectKind, does: string): Effect => ({ kind, does, certainty: "certain", label: textOf(call.tag), reached });
  const sink = findSink(call.tag);
  if (sink) return sink.does === SHELL && isReadingCommand(sqlText(call.quasi) ?? "") ? undefined : make(sink.kind, sink.does);
  const tag = unwrapAwaited(call.tag);
  const sql = isSqlTag(tag) ? sqlChange(sqlText(call.quasi)) : undefined;
  return sql === undefined ? undefined : make("destructive", sql);
}

/** Clients whose tag runs the statement; a tag that only builds one is given to a method of `SQL_METHODS`. */
const SQL_TAGS: readonly (readonly [module: string, path: RegExp])[] = [
  ["postgres", /^(?:default\.)?\(\)$/u],
  ["@neondatabase/serverless", /^neon\.\(\)$/u],
  ["@vercel/postgres", /^sql$/u],
  ["bun", /^(?:sql|SQL\.new)$/u],
  ["@prisma/client", /^PrismaClient\.new\.\$executeRaw$/u],
];

function isSqlTag(tag: Node): boolean {
  const origin = originOf(tag);
  return SQL_TAGS.some(([module, path]) => module === origin?.module && path.test(origin.path.join(".")));
}

function labelOf(call: CallNode): string {
  return textOf(call.callee);
}

function textOf(node: Node): string {
  const text = fileOf(node).text.slice(node.range[0], node.range[1]).replace(/\s+/gu, " ").replace(/ (?=[.?])/gu, "");
  return text.length > 60 ? `…${text.slice(-50)}` : text;
}

/** Whether a call stands in a catch that passes the failure on: it takes back what was begun, and nothing else was decided. */
function takesBack(call: CallNode): boolean {
  const clause = findAncestor(call, (node): node is TSESTree.CatchClause => node.type === "CatchClause", enclosingFunction(call));
  return clause?.body.body.at(-1)?.type === "ThrowStatement";
}

/** Whether what a sink is given here takes its effect away: a command that only reads, a folder that the program made itself. */
function isHarmless(call: CallNode, sink: Sink, frame: Frame): boolean {
  const first = argumentAt(call, 0);
  if (!first) return false;
  if (sink.does === DELETES_FILES) return isOwnTemporary(first, frame, 0);
  return sink.does === SHELL && isReadingRun(call, frame);
}

/** A temporary folder that the program made, a fixed name in the one of the system, or a name with something random in it, which nobody else's file has. */
function isOwnTemporary(node: Node, frame: Frame, depth: number): boolean {
  if (depth > 4) return false;
  const at = definitionIn(node, frame);
  const value = at.node;
  const within = (base: Node, rest: readonly Node[]): boolean => isOwnTemporary(base, at.frame ?? frame, depth + 1) && rest.every(isChosenHere);
  if (value.type === "TemplateLiteral") {
    const [base, ...rest] = value.expressions;
    if (value.expressions.some((each) => each.type === "CallExpression" && isRandom(each))) return true;
    return base !== undefined && value.quasis[0]?.value.raw === "" && within(base, rest);
  }
  if (value.type !== "CallExpression") return false;
  const origin = originOf(value.callee);
  const last = origin?.path.at(-1) ?? "";
  switch (origin?.module) {
    case "fs":
    case "fs/promises":
    case "fs-extra":
      return /^mkdtemp(?:Sync)?$/u.test(last);
    case "os":
      return last === "tmpdir";
    case "path": {
      const [base, ...rest] = value.arguments;
      return (last === "join" || last === "resolve") && base !== undefined && within(base, rest);
    }
    default:
      return false;
  }
}

/** A literal or a random name: nobody else can make it lead elsewhere. */
function isChosenHere(node: Node): boolean {
  const value = definitionIn(node, undefined).node;
  if (value.type === "TemplateLiteral") return value.expressions.every(isChosenHere);
  if (value.type === "CallExpression") return isRandom(value);
  return staticString(value) !== undefined;
}

function isRandom(call: CallNode): boolean {
  const origin = originOf(call.callee);
  return isGlobal(origin, "crypto", "randomUUID") || isGlobal(origin, "Date", "now") || (origin?.module !== undefined && ["crypto", "uuid", "nanoid"].includes(origin.module));
}

/** Sinks by package, so that a call is compared only with those of its own module. */
const byModule = new Map<string, Sink[]>();
for (const sink of sinks) {
  for (const module of sink.modules) {
    const list = byModule.get(module);
    if (list) list.push(sink);
    else byModule.set(module, [sink]);
  }
}
const patterns = new Map<string, RegExp>();

function findSink(callee: Node): Sink | undefined {
  const origin = originOf(callee);
  if (origin?.module === undefined) return undefined;
  const candidates = byModule.get(origin.module);
  if (!candidates) return undefined;
  const steps = (origin.path[0] === "default" ? origin.path.slice(1) : origin.path).join(".");
  return candidates.find((sink) => patternOf(sink.path).test(steps));
}

function patternOf(path: string): RegExp {
  let pattern = patterns.get(path);
  if (!pattern) {
    const source = path
      .replace(/[()$]/gu, "\\$&")
      .replace(/\*\*\./gu, "(?:~~.)?")
      .replace(/\.\*\*/gu, "(?:.~~)?")
      .replace(/\./gu, "\\.")
      .replace(/\*/gu, "[^.]*")
      .replace(/\(\?:~~\\\.\)/gu, "(?:.*\\.)")
      .replace(/\(\?:\\\.~~\)/gu, "(?:\\..*)");
    pattern = new RegExp(`^${source}$`, "u");
    patterns.set(path, pattern);
  }
  return pattern;
}

/** `client.send(new TerminateInstancesCommand(…))`. */
function findAwsCommand(call: CallNode): { kind: EffectKind; does: string } | undefined {
  const callee = unwrapAwaited(call.callee);
  if (callee.type !== "MemberExpression" || memberName(callee) !== "send") return undefined;
  const first = argumentAt(call, 0);
  const origin = first && originOf(first);
  if (origin?.module === undefined || !matchesModule(origin.module, ["@aws-sdk/client-*"])) return undefined;
  const name = origin.path.at(-1) === "new" ? (origin.path.at(-2) ?? "") : "";
  return awsCommands.find((command) => command.pattern.test(name));
}

function isHostShell(call: CallNode): boolean {
  const origin = originOf(call.callee);
  return isGlobal(origin, "Deno", "Command", "new", "output") || isGlobal(origin, "Deno", "run") || isGlobal(origin, "Deno", "remove") || isGlobal(origin, "Bun", "spawn") || isGlobal(origin, "Bun", "spawnSync");
}

/** SQL that deletes, or that changes every row. The text has to be in sight, and to be given to a query method. */
function findSqlChange(call: CallNode, frame: Frame): string | undefined {
  const callee = unwrapAwaited(call.callee);
  if (callee.type !== "MemberExpression" || !SQL_METHODS.has(memberName(callee) ?? "")) return undefined;
  const first = argumentAt(call, 0);
  const value = first && definitionIn(first, frame).node;
  const change = sqlChange(value && sqlText(value));
  return change !== undefined && isMigration(call) ? undefined : change;
}

/** Whether the function around a statement keeps the tables themselves in shape: what it empties, it fills anew. */
function isMigration(call: CallNode): boolean {
  const fn = enclosingFunction(call);
  const calls = (fn && fileOf(fn).index.bodies.get(fn)?.calls) ?? [];
  return calls.some((each) => {
    const callee = unwrapAwaited(each.callee);
    const text = argumentAt(each, 0);
    return callee.type === "MemberExpression" && SQL_METHODS.has(memberName(callee) ?? "") && text !== undefined && /^\s*(?:create\s+table|alter\s+table)\b/iu.test(sqlText(unwrapAwaited(text)) ?? "");
  });
}

function sqlChange(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const statement = text.replace(/--[^\n]*\n/gu, " ").trim();
  if (/^(?:delete\s+from|truncate(?:\s+table)?|drop\s+(?:table|database|schema|index|view))\b/iu.test(statement)) return "deletes from a database";
  if (/^update\s+\S+\s+set\b/iu.test(statement) && !/\bwhere\b/iu.test(statement) && !statement.includes("*hole*")) return "changes every row of a table";
  return undefined;
}

function sqlText(node: Node): string | undefined {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  if (node.type === "TemplateLiteral") return node.quasis.map((quasi) => quasi.value.cooked).join("*hole*");
  if (node.type === "TaggedTemplateExpression") return sqlText(node.quasi);
  if (node.type === "BinaryExpression" && node.operator === "+") {
    const left = sqlText(node.left);
    return left === undefined ? undefined : `${left}${sqlText(node.right) ?? "*hole*"}`;
  }
  if (node.type === "ObjectExpression") {
    const text = node.properties.find((property) => property.type === "Property" && property.key.type === "Identifier" && ["text", "sql"].includes(property.key.name));
    return text?.type === "Property" ? sqlText(unwrapAwaited(text.value)) : undefined;
  }
  return undefined;
}
