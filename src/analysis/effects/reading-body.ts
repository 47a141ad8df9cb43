import type { HttpCall } from "../facts/http.js";
import { lookUp } from "../facts/options.js";
import { definitionIn, type Frame } from "../facts/reach.js";
import { foldKey } from "../facts/identity.js";
import { isGlobal, originOf } from "../origin/origin.js";
import { propertyValue } from "../origin/value.js";
import { argumentAt, keyName, staticString, type Node } from "../syntax/expression.js";
import { isReadingSegment } from "./reading-path.js";

/** Keys by which a body says which part of a long list it wants; who creates something has no use for them. */
const PAGE_KEYS = new Set(["pagesize", "pagetoken", "pagekey", "pagenumber", "pageindex", "pagecursor", "perpage", "startcursor", "nextpagetoken", "itemsperpage", "resultsperpage"]);

/** Keys by which a body says what is looked for. */
const QUESTION_KEYS = new Set(["query", "q", "querytext", "searchquery", "searchterm", "searchterms", "searchtext"]);

/** Keys of options under which clients take the body. */
const BODY_KEYS = ["body", "json", "data"];

/** JSON-RPC methods whose names do not begin with what they ask; what a tool of an MCP server does is written in that server. */
const ASKING_CALLS = new Set(["tools/call", "eth_call", "eth_estimateGas", "eth_blockNumber", "eth_chainId", "eth_gasPrice", "net_version", "initialize", "ping"]);

/** Whether the body of a request says that it only asks, whatever its method: for something to be found, for a page of a list, or by a JSON-RPC method. */
export function isReadingBody(http: HttpCall, frame: Frame | undefined): boolean {
  return bodiesOf(http, frame).some((body) => asks(body.node, body.frame));
}

/** Whether the body of a request is a GraphQL mutation that is written down; a login changes nothing of anybody's. */
export function isMutation(http: HttpCall, frame: Frame | undefined): boolean {
  return bodiesOf(http, frame).some(({ node, frame: within }) => {
    const written = node.type === "CallExpression" && isGlobal(originOf(node.callee), "JSON", "stringify") ? argumentAt(node, 0) : node;
    const body = written && definitionIn(written, within);
    const query = body && propertyValue(body.node, "query");
    const text = query && leadingText(definitionIn(query, body.frame).node);
    return text !== undefined && /^\s*mutation\b/u.test(text.replace(/^\s*#.*$/gmu, "")) && !/\b(?:log[io]n|sign[io]n|authenticate|refresh|token)\w*\s*\(/iu.test(text);
  });
}

function leadingText(query: Node): string | undefined {
  const template = query.type === "TaggedTemplateExpression" ? query.quasi : query;
  return template.type === "TemplateLiteral" ? template.quasis.map(({ value }) => value.cooked).join(" ") : staticString(template);
}

function bodiesOf({ call, options, optionsIndex }: HttpCall, frame: Frame | undefined): { readonly node: Node; readonly frame: Frame | undefined }[] {
  const inOptions = options ? BODY_KEYS.map((key) => lookUp(options, key, frame)) : [];
  const bodies = inOptions.flatMap((found) => (found === undefined || found === "unknown" ? [] : [definitionIn(found.node, found.frame)]));
  // axios.post(url, body, options)
  const positional = optionsIndex === 2 ? argumentAt(call, 1) : undefined;
  if (positional) bodies.push(definitionIn(positional, frame));
  return bodies;
}

function asks(body: Node, frame: Frame | undefined): boolean {
  if (body.type === "CallExpression" && isGlobal(originOf(body.callee), "JSON", "stringify")) {
    const value = argumentAt(body, 0);
    const inner = value && definitionIn(value, frame);
    return inner !== undefined && asks(inner.node, inner.frame);
  }
  if (body.type !== "ObjectExpression") return false;
  const keys = body.properties.flatMap((property) => (property.type === "Property" ? [foldKey(keyName(property) ?? "")] : []));
  return keys.some((key) => PAGE_KEYS.has(key) || QUESTION_KEYS.has(key)) || isAskingCall(body, frame);
}

/** `{ jsonrpc: "2.0", method: "acme_getBalance" }`. */
function isAskingCall(body: Node, frame: Frame | undefined): boolean {
  const method = propertyValue(body, "jsonrpc") && propertyValue(body, "method");
  const name = method && staticString(definitionIn(method, frame).node);
  return name !== undefined && (ASKING_CALLS.has(name) || isReadingSegment(name.split(/[_./]/u).at(-1) ?? ""));
}
