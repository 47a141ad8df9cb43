import type { TSESTree } from "@typescript-eslint/utils";
import type { Certainty } from "../certainty.js";
import type { HttpCall } from "../facts/http.js";
import { lookUp } from "../facts/options.js";
import { runPathOf } from "../facts/identity-reads.js";
import { definitionIn, firstValueIn, isParameter, outermostOf, type Frame } from "../facts/reach.js";
import type { SchemaField } from "../facts/schemas.js";
import type { Tool } from "../facts/tools.js";
import { isGlobal, originOf, samePath } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { variableOf } from "../project/source-file.js";
import { argumentAt, staticString, unwrapAwaited, type FunctionNode, type Node } from "../syntax/expression.js";
import type { Effect } from "./effects.js";
import { MUTATING } from "./http-clients.js";
import { isMutation, isReadingBody } from "./reading-body.js";
import { isReadingUrl } from "./reading-path.js";
import { LOCAL_HOST, type EffectKind } from "./sinks.js";

type Make = (kind: EffectKind, does: string, certainty?: Certainty) => Effect;
type ToolOf = (fn: FunctionNode) => Tool | undefined;

/** A mutating request to another host, unless its address says that it only asks. */
export function classifyHttp(http: HttpCall, make: Make, frame: Frame, toolOf: ToolOf): Effect | undefined {
  const kind: EffectKind = http.method === "DELETE" ? "destructive" : "external";
  const sent = http.method === undefined ? methodOfModel(http, frame, toolOf) : MUTATING.has(http.method) ? `a ${http.method}` : undefined;
  if (sent === undefined) return undefined;
  const url = http.urlText;
  if (url.startsWith("/") || LOCAL_HOST.test(url)) return undefined;
  const mutates = http.method === "POST" && isMutation(http, frame);
  const anywhere = http.url !== undefined && isModelWritten(firstValueIn(http.url, http.call, frame), frame, toolOf);
  if (!mutates && (isReadingUrl(url) || (http.method === "POST" && !anywhere && isReadingBody(http, frame)))) return undefined;
  if (/^https?:\/\/[^*/]+/iu.test(url)) return make(kind, `sends ${mutates ? "a GraphQL mutation" : sent} to another host`);
  // An address that the model wrote can be any host.
  if (anywhere) return make(kind, `sends ${sent} to an address that the model writes`);
  return make(kind, `sends ${sent} to another host`, "possible");
}

/** What is sent where the model chooses the method and the schema of its tool does not hold it to those that read. */
function methodOfModel(http: HttpCall, frame: Frame, toolOf: ToolOf): string | undefined {
  const found = http.options && lookUp(http.options, "method", frame);
  if (!found || found === "unknown") return undefined;
  const { fn } = outermostOf(frame);
  const tool = toolOf(fn);
  const path = tool && runPathOf(definitionIn(found.node, found.frame).node, { configParameter: (each) => (each === fn ? 0 : undefined) });
  const field = path && tool.schema?.fields.find((each) => samePath(each.path, path));
  return field && mayChange(field) ? "a request whose method the model chooses" : undefined;
}

function mayChange({ node, scalar, fixed, choice }: SchemaField): boolean {
  if (fixed || scalar !== "string") return false;
  return !choice || (choicesOf(node.value)?.some((each) => MUTATING.has(each.toUpperCase())) ?? false);
}

/** The texts in `z.enum(["GET", "POST"]).default("GET")` and in `{ enum: ["GET", "POST"] }`. */
function choicesOf(value: Node): readonly string[] | undefined {
  let at = definitionOf(value);
  const listed = propertyValue(at, "enum");
  if (listed) return textsOf(listed);
  for (let links = 0; links < 8 && at.type === "CallExpression"; links += 1) {
    const first = argumentAt(at, 0);
    const texts = originOf(at.callee)?.path.at(-1) === "enum" && first ? textsOf(first) : undefined;
    if (texts || at.callee.type !== "MemberExpression") return texts;
    at = definitionOf(at.callee.object);
  }
  return undefined;
}

function textsOf(node: Node): readonly string[] | undefined {
  const list = definitionOf(node);
  return list.type === "ArrayExpression" ? list.elements.flatMap((element) => (element ? (staticString(element) ?? []) : [])) : undefined;
}

/** Whether an address is, in the whole, an argument of the handler that was entered first. */
function isModelWritten(url: Node, frame: Frame, toolOf: ToolOf): boolean {
  const first = outermostOf(frame);
  const value = unwrapAwaited(url);
  if (value.type === "MemberExpression") return isModelWritten(value.object, frame, toolOf);
  return toolOf(first.fn) !== undefined && value.type === "Identifier" && isModelParameter(value, first);
}

function isModelParameter(name: TSESTree.Identifier, first: Frame): boolean {
  const definition = variableOf(name)?.defs[0];
  if (!definition) return false;
  const node = definition.node as Node;
  if (definition.type === "Parameter") return node === first.fn && isParameter(name) && isFirstParameter(name, first);
  // `const { url } = JSON.parse(input)` and `const { url } = input`.
  if (node.type !== "VariableDeclarator" || !node.init) return false;
  let init = unwrapAwaited(node.init);
  if (init.type === "CallExpression" && isGlobal(originOf(init.callee), "JSON", "parse")) {
    const text = argumentAt(init, 0);
    if (text) init = unwrapAwaited(text);
  }
  while (init.type === "MemberExpression") init = unwrapAwaited(init.object);
  return init.type === "Identifier" && init !== name && isModelParameter(init, first);
}

function isFirstParameter(name: TSESTree.Identifier, first: Frame): boolean {
  const parameter = first.fn.params[0];
  if (!parameter) return false;
  const definition = variableOf(name)?.defs[0];
  const binding = definition?.name as Node | undefined;
  for (let at: Node | undefined = binding; at && at !== first.fn; at = at.parent) if (at === parameter) return true;
  return false;
}
