import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Agent } from "../analysis/facts/agents.js";
import type { Tool } from "../analysis/facts/tools.js";
import { isVersionKnown } from "../analysis/frameworks/editions.js";
import { isWholeLiteral } from "../analysis/origin/value.js";
import { fileOf } from "../analysis/project/source-file.js";
import { findProperty, isWithin, unwrap, type Node } from "../analysis/syntax/expression.js";
import { addProperty } from "./object-literal.js";

type Fixer = TSESLint.RuleFixer;
type Fix = TSESLint.RuleFix;

/** An agent's options and the name that it lists the tool under, both written in the agent's own call. */
interface Listing {
  readonly options: TSESTree.ObjectExpression;
  readonly name: string;
}

/**
 * Lets the agents that hold a tool ask a person before they call it, where the framework prefers that to the tool's own option.
 * `undefined` where the tool may be in other hands as well: there it would act unasked.
 */
export function askAtAgents(tool: Tool, agents: readonly Agent[]): { fix: (fixer: Fixer) => Fix[]; key: string; idiom: string } | undefined {
  const { framework } = tool;
  const { asking, toolKeys } = framework.approval;
  const file = fileOf(tool.node);
  if (!asking || !file.linted || !isVersionKnown(framework, file.path)) return undefined;
  // Where the tool's own option says that nobody is asked, that is what to correct.
  const { options } = tool;
  if (options && toolKeys.some((key) => findProperty(options, key))) return undefined;
  const holders = agents.filter(({ tools }) => tools.some((held) => held.tool?.node === tool.node));
  const listings = holders.map((agent) => listingIn(agent, tool));
  const [first] = listings;
  if (!first || !listings.every((listing) => listing !== undefined) || !isHeldOnlyIn(holders, tool)) return undefined;
  const edits = listings.map((listing) => edit(listing, asking));
  if (!edits.every((each) => each !== undefined)) return undefined;
  return { key: asking.key, idiom: `${asking.key}: { ${entry(first.name, asking.answer)} }`, fix: (fixer) => edits.map((each) => each(fixer, file.text)) };
}

function listingIn(agent: Agent, tool: Tool): Listing | undefined {
  const { call, options } = agent;
  if (options?.type !== "ObjectExpression" || !isWithin(options, call) || !isWholeLiteral(options)) return undefined;
  const held = agent.tools.filter((each) => each.tool?.node === tool.node);
  const [only] = held;
  return only?.key !== undefined && held.length === 1 && isWithin(only.node, call) ? { options, name: only.key } : undefined;
}

/** Whether nothing reads the tool but the lists of these agents. */
function isHeldOnlyIn(agents: readonly Agent[], tool: Tool): boolean {
  if (agents.some(({ call }) => isWithin(tool.node, call))) return true;
  const declarator = tool.node.parent;
  if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier" || declarator.parent.parent.type === "ExportNamedDeclaration") return false;
  const references = fileOf(tool.node).variableOf(declarator.id.name, declarator)?.references ?? [];
  const reads = references.filter((reference) => reference.isRead()).map((reference) => reference.identifier as Node);
  return reads.every((read) => agents.some(({ tools }) => tools.some(({ node }) => unwrap(node) === read)));
}

function edit({ options, name }: Listing, { key, answer }: { readonly key: string; readonly answer: string }): ((fixer: Fixer, source: string) => Fix) | undefined {
  const given = findProperty(options, key);
  if (!given) return (fixer, source) => addProperty(fixer, options, `${key}: { ${entry(name, answer)} }`, source);
  const table = unwrap(given.value);
  if (table.type !== "ObjectExpression" || !isWholeLiteral(table)) return undefined;
  const existing = findProperty(table, name);
  if (existing) return (fixer) => fixer.replaceText(existing.value, JSON.stringify(answer));
  return (fixer, source) => addProperty(fixer, table, entry(name, answer), source);
}

function entry(name: string, answer: string): string {
  const key = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : JSON.stringify(name);
  return `${key}: ${JSON.stringify(answer)}`;
}
