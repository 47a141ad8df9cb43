import type { TSESTree } from "@typescript-eslint/utils";
import { SQL_METHODS } from "../effects/sinks.js";
import { callsFrom } from "../origin/calls.js";
import { isGlobal, matchesModule, originOf, perOrigin, type Origin } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import type { SourceFile } from "../project/source-file.js";
import { argumentAt, memberName, staticString, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";

/** A value that is run as code, as a command, as SQL, or shown as HTML. */
export interface Execution {
  readonly node: Node;
  readonly value: Node;
  /** What happens to it, to be read after "is". */
  readonly what: string;
}

/** Functions of packages that run their first argument. */
const RUNNERS: readonly { readonly modules: readonly string[]; readonly names: readonly string[]; readonly what: string }[] = [
  { modules: ["vm"], names: ["runInNewContext", "runInThisContext", "runInContext", "Script", "compileFunction"], what: "run as code" },
  { modules: ["vm2"], names: ["run"], what: "run as code" },
  { modules: ["child_process"], names: ["exec", "execSync"], what: "run by a shell" },
  { modules: ["shelljs"], names: ["exec"], what: "run by a shell" },
  { modules: ["execa"], names: ["execaCommand", "execaCommandSync"], what: "run as a command" },
];
/** Functions that start a program without a shell, unless they are told otherwise. */
const SPAWNERS: readonly { readonly module: string; readonly names: readonly string[] }[] = [
  { module: "child_process", names: ["spawn", "spawnSync", "execFile", "execFileSync"] },
  { module: "execa", names: ["execa", "execaSync"] },
  { module: "cross-spawn", names: ["default", "spawn", "sync"] },
];
const SHELLS = /(?:^|[/\\])(?:sh|bash|zsh|dash|cmd|powershell|pwsh)(?:\.exe)?$/iu;
const INTERPRETERS = /(?:^|[/\\])(?:node|deno|bun|python\d?|perl|ruby|php)(?:\.exe)?$/iu;
const CODE_FLAGS = new Set(["-c", "-e", "-p", "--eval", "--print", "-Command", "/c", "/C", "-lc", "-r"]);
const DATABASES = ["pg", "mysql2", "mysql2/*", "better-sqlite3", "sqlite3", "sqlite", "typeorm", "@langchain/classic/sql_db", "langchain/sql_db", "postgres", "knex", "@neondatabase/serverless", "duckdb", "@libsql/client", "@vercel/postgres", "node:sqlite", "sequelize", "mariadb", "mssql", "oracledb", "@duckdb/node-api", "@planetscale/database", "@electric-sql/pglite", "bun:sqlite", "@clickhouse/client", "@google-cloud/bigquery", "snowflake-sdk"];
/** Methods whose text is SQL and goes to the database as it is, whoever's they are. */
const RAW_SQL: readonly { readonly modules: readonly string[]; readonly names: readonly string[] }[] = [
  { modules: ["drizzle-orm", "drizzle-orm/*", "kysely", "sequelize", "knex", "@mikro-orm/*"], names: ["raw"] },
  { modules: ["@prisma/client"], names: ["$queryRawUnsafe", "$executeRawUnsafe", "raw"] },
];

/** Methods that may run what they are given, whoever's they are. */
const METHODS = new Set([...SQL_METHODS, ...RAW_SQL.flatMap(({ names }) => names), "insertAdjacentHTML"]);
const mayExecute = perOrigin((origin) => {
  const name = origin.path.at(-1) ?? "";
  if (origin.module === undefined) return ["eval", "Function", "write", "writeln"].includes(name);
  return RUNNERS.some(({ modules, names }) => modules.includes(origin.module ?? "") && names.includes(name)) || SPAWNERS.some(({ module, names }) => module === origin.module && names.includes(name));
});

export function findExecutions(file: SourceFile): Execution[] {
  const found: Execution[] = [];
  for (const call of callsFrom(file, mayExecute, METHODS)) {
    const execution = readCall(call);
    if (execution) found.push(execution);
  }
  for (const name of ["innerHTML", "outerHTML", "srcdoc"]) {
    for (const write of file.index.memberWrites.get(name) ?? []) found.push({ node: write, value: write.right, what: HTML });
  }
  for (const property of file.index.properties.get("__html") ?? []) found.push({ node: property, value: property.value, what: HTML });
  return found;
}

const HTML = "shown as raw HTML";

function readCall(call: CallNode): Execution | undefined {
  const origin = originOf(call.callee);
  const first = argumentAt(call, 0);
  if (!first) return undefined;
  const made = (value: Node, what: string): Execution => ({ node: call, value, what });
  if (!origin) return readInsertion(call) ?? readSql(call, first);
  if (isGlobal(origin, "eval")) return made(first, "evaluated as code");
  if (isGlobal(origin, "Function")) return made(argumentAt(call, call.arguments.length - 1) ?? first, "compiled to a function");
  if (isGlobal(origin, "document", "write") || isGlobal(origin, "document", "writeln")) return made(first, HTML);
  const name = origin.path.at(-1) ?? "";
  const runner = origin.module === undefined ? undefined : RUNNERS.find((each) => each.modules.includes(origin.module ?? "") && each.names.includes(name));
  if (runner) return made(first, runner.what);
  return readSpawn(call, first, origin) ?? readInsertion(call) ?? readSql(call, first);
}

/** A program that the text chooses, or a shell that is given it: `spawn(command)`, `execFile("bash", ["-c", command])`. */
function readSpawn(call: CallNode, program: Node, origin: Origin | undefined): Execution | undefined {
  if (!SPAWNERS.some(({ module, names }) => origin?.module === module && names.includes(origin.path.at(-1) ?? ""))) return undefined;
  const list = argumentAt(call, 1);
  const given = list && definitionOf(list);
  const name = staticString(definitionOf(program));
  if (name !== undefined && given?.type === "ArrayExpression" && (SHELLS.test(name) || INTERPRETERS.test(name))) return readCode(call, given, SHELLS.test(name) ? "run by a shell" : "run as code");
  if (usesShell(call)) return { node: call, value: name !== undefined && list && given?.type !== "ObjectExpression" ? list : program, what: "run by a shell" };
  return { node: call, value: program, what: "run as a program" };
}

/** The text behind `-c` or `--eval`. */
function readCode(call: CallNode, given: TSESTree.ArrayExpression, what: string): Execution | undefined {
  const flag = given.elements.findIndex((element) => CODE_FLAGS.has(staticString(element) ?? ""));
  const code = flag < 0 ? undefined : given.elements[flag + 1];
  return code && code.type !== "SpreadElement" ? { node: call, value: code, what } : undefined;
}

function usesShell(call: CallNode): boolean {
  return call.arguments.some((argument) => {
    const options = argument.type === "SpreadElement" ? undefined : definitionOf(argument);
    const shell = options?.type === "ObjectExpression" ? propertyValue(options, "shell") : undefined;
    return shell !== undefined && !(shell.type === "Literal" && shell.value === false);
  });
}

/** `element.insertAdjacentHTML("beforeend", html)`. */
function readInsertion(call: CallNode): Execution | undefined {
  const callee = unwrapAwaited(call.callee);
  const html = argumentAt(call, 1);
  return html && callee.type === "MemberExpression" && memberName(callee) === "insertAdjacentHTML" ? { node: call, value: html, what: HTML } : undefined;
}

/** SQL put together by hand and given to a query method; a tagged template or placeholders are no such thing. */
function readSql(call: CallNode, first: Node): Execution | undefined {
  const callee = unwrapAwaited(call.callee);
  if (callee.type !== "MemberExpression") return undefined;
  const name = memberName(callee) ?? "";
  const made = (value: Node): Execution => ({ node: call, value, what: "run as SQL" });
  const origin = originOf(call.callee);
  const module = origin?.module;
  if (module !== undefined && RAW_SQL.some((each) => matchesModule(module, each.modules) && each.names.includes(name))) return made(first);
  if (!SQL_METHODS.has(name)) return undefined;
  const text = definitionOf(first);
  if (text.type === "TemplateLiteral" && text.expressions.length > 0 && isSql(text.quasis[0]?.value.cooked ?? "", text.quasis.map((quasi) => quasi.value.cooked).join("x"))) return made(text);
  if (text.type === "BinaryExpression" && text.operator === "+") {
    const written = sumText(text);
    return isSql(written, written) ? made(text) : undefined;
  }
  // `db.run(query)`: only where the client is a database's own.
  const holder = originOf(callee.object);
  if (holder?.module === undefined || !(matchesModule(holder.module, DATABASES) || isDrizzle(holder, name))) return undefined;
  // { text, values } holds the statement under a key.
  const statement = text.type === "ObjectExpression" ? (propertyValue(text, "text") ?? propertyValue(text, "sql") ?? propertyValue(text, "query")) : first;
  return statement && made(statement);
}

/** `db.execute(text)`: what Drizzle builds itself is no text, and `prepare` on it takes a name. */
function isDrizzle({ module, path }: Origin, method: string): boolean {
  return module !== undefined && matchesModule(module, ["drizzle-orm/*"]) && path.join(".") === "drizzle.()" && ["execute", "run", "all"].includes(method);
}

function sumText(node: Node): string {
  const value = unwrapAwaited(node);
  if (value.type === "BinaryExpression" && value.operator === "+") return `${sumText(value.left)}${sumText(value.right)}`;
  return staticString(definitionOf(value)) ?? "x";
}

/** Whether a text reads as a statement, and not as a sentence that begins with the same word. */
function isSql(start: string, whole: string): boolean {
  if (!/^\s*(?:select|insert|update|delete|with|drop|create|alter|truncate)\b/iu.test(start)) return false;
  return /^\s*(?:select\b[\s\S]*\bfrom\b|insert\s+into\b|update\s+\S+\s+set\b|delete\s+from\b|with\s+\S+\s+as\s*\(|(?:drop|create|alter|truncate)\s+(?:table|index|view|database|schema)\b)/iu.test(whole);
}
