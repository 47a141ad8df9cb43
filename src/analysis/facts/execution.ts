import { isGlobal, matchesModule, originOf } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import type { SourceFile } from "../project/source-file.js";
import { argumentAt, memberName, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import { SQL_METHODS } from "../effects/sinks.js";

/** A value that is run as code, as a command, as SQL, or shown as HTML. */
export interface Execution {
  readonly node: Node;
  readonly value: Node;
  /** What happens to it, to be read after "is". */
  readonly what: string;
}

const SHELL = new Set(["exec", "execSync"]);
const SPAWN = new Set(["spawn", "spawnSync", "execFile", "execFileSync"]);

export function findExecutions(file: SourceFile): Execution[] {
  const found: Execution[] = [];
  for (const call of file.index.calls) {
    const execution = readCall(call);
    if (execution) found.push(execution);
  }
  for (const name of ["innerHTML", "outerHTML"]) {
    for (const write of file.index.memberWrites.get(name) ?? []) found.push({ node: write, value: write.right, what: "shown as raw HTML" });
  }
  for (const property of file.index.properties.get("__html") ?? []) found.push({ node: property, value: property.value, what: "shown as raw HTML" });
  return found;
}

function readCall(call: CallNode): Execution | undefined {
  const origin = originOf(call.callee);
  const first = argumentAt(call, 0);
  if (!first) return undefined;
  if (isGlobal(origin, "eval")) return { node: call, value: first, what: "evaluated as code" };
  if (isGlobal(origin, "Function")) return { node: call, value: argumentAt(call, call.arguments.length - 1) ?? first, what: "compiled to a function" };
  const name = origin?.path.at(-1) ?? "";
  if (origin?.module === "vm" && ["runInNewContext", "runInThisContext", "runInContext", "Script", "compileFunction"].includes(name)) return { node: call, value: first, what: "run as code" };
  if (origin?.module === "vm2" && name === "run") return { node: call, value: first, what: "run as code" };
  if (origin?.module === "child_process" && SHELL.has(name)) return { node: call, value: first, what: "run by a shell" };
  if (origin?.module === "child_process" && SPAWN.has(name) && usesShell(call)) return { node: call, value: first, what: "run by a shell" };
  if (origin?.module !== undefined && matchesModule(origin.module, ["execa"]) && ["execaCommand", "execaCommandSync"].includes(name)) return { node: call, value: first, what: "run as a command" };
  return readSql(call, first);
}

function usesShell(call: CallNode): boolean {
  return call.arguments.some((argument) => {
    const options = argument.type === "SpreadElement" ? undefined : definitionOf(argument);
    const shell = options?.type === "ObjectExpression" ? propertyValue(options, "shell") : undefined;
    return shell !== undefined && !(shell.type === "Literal" && shell.value === false);
  });
}

/** SQL put together by hand and given to a query method; a tagged template or placeholders are no such thing. */
function readSql(call: CallNode, first: Node): Execution | undefined {
  const callee = unwrapAwaited(call.callee);
  if (callee.type !== "MemberExpression" || !SQL_METHODS.has(memberName(callee) ?? "")) return undefined;
  const text = definitionOf(first);
  const isSql = (value: string): boolean => /^\s*(?:select|insert|update|delete|with|drop|create|alter)\b/iu.test(value);
  if (text.type === "TemplateLiteral" && text.expressions.length > 0 && isSql(text.quasis[0]?.value.cooked ?? "")) return { node: call, value: text, what: "run as SQL" };
  if (text.type === "BinaryExpression" && text.operator === "+") return { node: call, value: text, what: "run as SQL" };
  // `db.run(query)`: only where the client is a database's own.
  const origin = originOf(callee.object);
  if (origin?.module !== undefined && matchesModule(origin.module, ["pg", "mysql2", "mysql2/*", "better-sqlite3", "sqlite3", "sqlite", "typeorm", "@langchain/classic/sql_db", "langchain/sql_db", "postgres", "knex", "@neondatabase/serverless", "duckdb"])) return { node: call, value: first, what: "run as SQL" };
  return undefined;
}

