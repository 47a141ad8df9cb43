import type { TSESLint } from "@typescript-eslint/utils";
import type { ThreadId } from "../analysis/facts/invocations.js";
import { fileOf } from "../analysis/project/source-file.js";
import { traceSources, type TraceContext } from "../analysis/flow/trace.js";
import { enclosingFunction, isWithin, memberName, type Node } from "../analysis/syntax/expression.js";

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix;

/** Composes the id from the verified tenant and user, where the same function reads both; `undefined` where it does not. */
export function namespaceThread(thread: ThreadId, context: TraceContext): { fix: Fix; template: string } | undefined {
  const file = fileOf(thread.property);
  const fn = enclosingFunction(thread.property);
  if (!fn || thread.place !== thread.property) return undefined;
  const parts = new Map<string, string>();
  for (const candidate of identityReads(fn, thread.property)) {
    for (const source of traceSources(candidate, context)) {
      if ((source.kind === "tenant" || source.kind === "user") && !parts.has(source.kind)) parts.set(source.kind, file.text.slice(candidate.range[0], candidate.range[1]));
    }
  }
  const tenant = parts.get("tenant");
  const user = parts.get("user");
  if (tenant === undefined || user === undefined) return undefined;
  const value = file.text.slice(thread.value.range[0], thread.value.range[1]);
  const template = `\`\${${tenant}}:\${${user}}:\${${value}}\``;
  return { template, fix: (fixer) => fixer.replaceText(thread.property, `thread_id: ${template}`) };
}

/** The member reads and constants before the thread id that may be an identity. */
function identityReads(fn: Node, before: Node): Node[] {
  const found: Node[] = [];
  const { index } = fileOf(fn);
  for (const call of index.calls) {
    if (!isWithin(call, fn) || call.range[0] > before.range[0]) continue;
    for (const argument of call.arguments) if (argument.type === "MemberExpression") found.push(argument);
  }
  const scope = fileOf(fn).scopeOf(before);
  for (let at = scope; at; at = at.upper ?? undefined) {
    for (const variable of at.variables) {
      const identifier = variable.identifiers[0] as Node | undefined;
      if (identifier && isWithin(identifier, fn) && identifier.range[0] < before.range[0]) {
        for (const reference of variable.references) {
          const read = reference.identifier as Node;
          const member = read.parent;
          if (member?.type === "MemberExpression" && member.object === read && memberName(member) !== undefined) found.push(outermost(member));
        }
        found.push(identifier);
      }
    }
    if (at.block === fn) break;
  }
  return found;
}

function outermost(node: Node): Node {
  let at = node;
  while (at.parent?.type === "MemberExpression" && at.parent.object === at) at = at.parent;
  return at;
}
