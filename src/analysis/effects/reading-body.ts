import { lookUp, type HttpCall } from "../facts/http.js";
import { definitionIn, type Frame } from "../facts/reach.js";
import { isGlobal, originOf } from "../origin/origin.js";
import { argumentAt, keyName, type Node } from "../syntax/expression.js";

/** Keys by which a body says which part of a long list it wants; who creates something has no use for them. */
const PAGE_KEYS = new Set(["pagesize", "pagetoken", "pagekey", "pagenumber", "pageindex", "pagecursor", "perpage", "startcursor", "nextpagetoken", "itemsperpage", "resultsperpage"]);

/** Keys of options under which clients take the body. */
const BODY_KEYS = ["body", "json", "data"];

/** Whether a request asks for a page of a list in its body: it reads, whatever its method. */
export function asksForPage({ call, options, optionsIndex }: HttpCall, frame: Frame): boolean {
  const inOptions = options ? BODY_KEYS.map((key) => lookUp(options, key, frame)) : [];
  const bodies = inOptions.flatMap((found) => (found === undefined || found === "unknown" ? [] : [definitionIn(found.node, found.frame)]));
  // axios.post(url, body, options)
  const positional = optionsIndex === 2 ? argumentAt(call, 1) : undefined;
  if (positional) bodies.push(definitionIn(positional, frame));
  return bodies.some((body) => namesPage(body.node, body.frame));
}

function namesPage(body: Node, frame: Frame | undefined): boolean {
  if (body.type === "CallExpression" && isGlobal(originOf(body.callee), "JSON", "stringify")) {
    const value = argumentAt(body, 0);
    return value !== undefined && namesPage(definitionIn(value, frame).node, undefined);
  }
  return body.type === "ObjectExpression" && body.properties.some((property) => property.type === "Property" && PAGE_KEYS.has((keyName(property) ?? "").toLowerCase().replace(/[_-]/gu, "")));
}
