import type { TSESLint } from "@typescript-eslint/utils";
import type { ThreadId } from "../analysis/facts/invocations.js";
import { fileOf } from "../analysis/project/source-file.js";
import type { TraceContext } from "../analysis/flow/sources.js";
import { traceSources } from "../analysis/flow/trace.js";
import { enclosingFunction, isWithin, memberName, staticString, unwrap, type Node } from "../analysis/syntax/expression.js";

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix;

/** Composes the id from the verified tenant and user, where the same function reads both; `undefined` where it does not. */
export function namespaceThread(thread: ThreadId, context: TraceContext): { fix: Fix; template: string } | undefined {
  const { property } = thread;
  const fn = enclosingFunction(property);
  if (!fn || thread.place !== property) return undefined;
  const named = new Set(traceSources(thread.value, context, thread.frame).map(({ kind }) => kind));
  const prefix = (["tenant", "user"] as const).filter((kind) => !named.has(kind)).map((kind) => findRead(kind, fn, property, context));
  // What names one of the two already is completed only where it is one text, not a choice between several.
  if (prefix.length === 0 || prefix.includes(undefined) || (prefix.length === 1 && unwrap(thread.value).type !== "TemplateLiteral")) return undefined;
  const template = `\`${prefix.map((read) => `\${${read ?? ""}}:`).join("")}${asTemplateText(thread.value)}\``;
  return { template, fix: (fixer) => (property.shorthand ? fixer.replaceText(property, `thread_id: ${template}`) : fixer.replaceText(property.value, template)) };
}

/** What an expression is inside of a template: its own text where it is one, otherwise a hole. */
function asTemplateText(node: Node): string {
  const value = unwrap(node);
  const text = textOf(node);
  if (value.type === "TemplateLiteral") return textOf(value).slice(1, -1);
  const plain = staticString(value);
  return plain !== undefined && /^[\w:./-]*$/u.test(plain) ? plain : `\${${text}}`;
}

function textOf(node: Node): string {
  return fileOf(node).text.slice(node.range[0], node.range[1]);
}

/** The source text of a tenant's or a user's id that can be read at the thread id. */
function findRead(kind: "tenant" | "user", fn: Node, at: Node, context: TraceContext): string | undefined {
  const read = identityReads(fn, at).find((candidate) => isId(candidate) && traceSources(candidate, context).some((source) => source.kind === kind));
  return read && textOf(read);
}

/** `session.user.id` is an id; `session` and `session.user` are objects. */
function isId(node: Node): boolean {
  const name = node.type === "MemberExpression" ? memberName(node) : node.type === "Identifier" ? node.name : undefined;
  return name !== undefined && /^(?:id|sub|uid|email)$|(?:Id|ID|_id|Email|_email|Slug)$/u.test(name);
}

/** The names in scope before the thread id, and the members that the function reads off them. */
function identityReads(fn: Node, before: Node): Node[] {
  const found: Node[] = [];
  for (let scope = fileOf(fn).scopeOf(before); scope; scope = scope.upper ?? undefined) {
    for (const variable of scope.variables) {
      const identifier = variable.identifiers[0] as Node | undefined;
      if (!identifier || !isWithin(identifier, fn) || identifier.range[0] > before.range[0]) continue;
      for (const reference of variable.references) {
        const read = reference.identifier as Node;
        if (read.parent?.type === "MemberExpression" && read.parent.object === read) found.push(outermost(read.parent));
      }
      found.push(identifier);
    }
    if (scope.block === fn) break;
  }
  return found;
}

function outermost(node: Node): Node {
  let at = node;
  while (at.parent?.type === "MemberExpression" && at.parent.object === at) at = at.parent;
  return at;
}
