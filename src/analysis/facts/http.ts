import type { TSESTree } from "@typescript-eslint/utils";
import { httpClients, METHODS, type HttpClient } from "../effects/http-clients.js";
import { isGlobal, matchesModule, originOf, perOrigin, type Origin } from "../origin/origin.js";
import { creationOf, definitionOf } from "../origin/value.js";
import { laterWrites } from "../flow/later-writes.js";
import { fileOf } from "../project/source-file.js";
import { argumentAt, enclosingFunction, isFunction, isUndefined, staticString, type CallNode, type Node } from "../syntax/expression.js";
import { deadlineOf, type ClientUse, type Deadline } from "./http-deadlines.js";
import { lookUp } from "./options.js";
import { definitionIn, firstValueIn, type Frame } from "./reach.js";
import { urlTextOf } from "./url-text.js";

/** An outbound HTTP call. */
export interface HttpCall {
  readonly client: HttpClient;
  readonly call: CallNode;
  /** What the code writes: `fetch`, `axios.post`. */
  readonly label: string;
  readonly url: Node | undefined;
  /** The literal beginning of the url, as far as it is written down. */
  readonly urlPrefix: string;
  /** The whole literal text of the url with `*` for holes. */
  readonly urlText: string;
  /** A relative address is the page's own server, and data in the address is no server at all. */
  readonly isLocal: boolean;
  /** Upper case; `undefined` where it cannot be seen. */
  readonly method: string | undefined;
  /** The expression that gives the options, where there is one. */
  readonly options: Node | undefined;
  /** Number of the argument that is, or would be, the options; absent where they are the first argument. */
  readonly optionsIndex: number | undefined;
  /** The options that the client's instance was made with: `axios.create({ … })`. */
  readonly instance: Node | undefined;
  readonly deadline: Deadline;
  /** `true` where the deadline has been switched off in so many words. */
  readonly switchedOff: boolean;
}

/** Recognises a call of an HTTP client and says whether it has a deadline. */
export function parseHttpCall(call: CallNode, frame: Frame | undefined): HttpCall | undefined {
  if (call.type !== "CallExpression") return undefined;
  const match = matchClient(call);
  if (!match) return undefined;
  const { client } = match;
  const first = argumentAt(call, client.url);
  if (call.arguments.length === 0) return undefined;
  const firstValue = first && definitionIn(first, frame).node;
  const inOptions = client.urlInOptions === true && firstValue?.type === "ObjectExpression";
  const shift = client.bodyMethodsShift && ["post", "put", "patch", "postForm", "putForm", "patchForm"].includes(match.method ?? "") ? 1 : 0;
  const optionsNode = inOptions ? first : optionsArgument(call, client, shift);
  const named = inOptions ? lookUp(firstValue, "url", frame) : undefined;
  const urlNode = named === "unknown" ? undefined : (named?.node ?? (inOptions ? undefined : first));
  const url = urlNode && definitionIn(urlNode, frame);
  // What a redirect or a next page makes of the address comes after the first request.
  const address = url ? urlTextOf(firstValueIn(url.node, call, url.frame), url.frame) : "*";
  const urlText = /^[a-z]+:/iu.test(address) ? address : `${baseOf(match, optionsNode, frame)}${address}`;
  const deadline = deadlineOf(call, match, optionsNode, frame);
  return {
    client,
    call,
    label: fileOf(call).text.slice(call.callee.range[0], call.callee.range[1]).replace(/\s+/gu, ""),
    url: url?.node,
    urlPrefix: urlText.split("*")[0] ?? "",
    urlText,
    isLocal: /^(?:\/|data:|blob:|file:)/u.test(urlText),
    method: methodOf(call, match, optionsNode, frame),
    options: optionsNode,
    optionsIndex: inOptions ? undefined : client.options + shift,
    instance: match.instance,
    deadline: deadline.state,
    switchedOff: deadline.switchedOff,
  };
}

function optionsArgument(call: CallNode, client: HttpClient, shift: number): Node | undefined {
  const node = argumentAt(call, client.options + shift);
  // http.get(url, callback) has no options.
  return node && client.id === "http" && isFunction(definitionOf(node)) ? undefined : node;
}

function matchClient(call: TSESTree.CallExpression): ClientUse | undefined {
  const origin = originOf(call.callee);
  const use = origin && clientUse(origin);
  return use && { client: use.client, method: use.method, instance: use.byInstance ? instanceOptions(call.callee, use.client) : undefined };
}

const clientUse = perOrigin((origin): (Pick<ClientUse, "client" | "method"> & { readonly byInstance: boolean }) | undefined => {
  if (origin.module === undefined) {
    const client = httpClients[0];
    return client && isGlobal(origin, "fetch") ? { client, method: undefined, byInstance: false } : undefined;
  }
  for (const client of httpClients) {
    if (!client.modules || !matchesModule(origin.module, client.modules)) continue;
    const made = instanceOf(origin, client);
    const path = made ?? origin.path;
    for (const pattern of client.paths) {
      const method = matchPath(path, pattern);
      if (method !== undefined) return { client, method: method === "" ? directMethod(client, path) : method, byInstance: made !== undefined };
    }
    // An instance is called as the client itself is.
    if (made && client.instance) {
      if (made.length === 0) return { client, method: undefined, byInstance: true };
      const method = made[0];
      if (made.length === 1 && method !== undefined && method in METHODS) return { client, method, byInstance: true };
    }
  }
  return undefined;
});

/** Whether what has that origin asks a server when it is called. */
export const isHttpFunction = (origin: Origin): boolean => clientUse(origin) !== undefined;

function directMethod(client: HttpClient, path: readonly string[]): string | undefined {
  const last = path.at(-1);
  return client.id === "http" && last === "get" ? "get" : undefined;
}

/** The steps after `axios.create()`; `undefined` where the origin is no instance. */
function instanceOf(origin: Origin, client: HttpClient): readonly string[] | undefined {
  if (!client.instance) return undefined;
  const path = origin.path[0] === "default" || origin.path[0] === client.id ? origin.path.slice(1) : origin.path;
  const { path: maker } = client.instance;
  return maker.every((part, index) => path[index] === part) && path[maker.length] === "()" ? path.slice(maker.length + 1) : undefined;
}

/** "" where the path is the pattern itself, the method where `*` stood for one. */
function matchPath(path: readonly string[], pattern: readonly string[]): string | undefined {
  if (path.length !== pattern.length) return undefined;
  let method = "";
  for (const [index, part] of pattern.entries()) {
    const step = path[index] ?? "";
    if (part === "*") {
      if (!(step in METHODS)) return undefined;
      method = step;
    } else if (part !== step) return undefined;
  }
  return method;
}

/** The options that the instance was made with: the argument of `create` at the end of the callee's definition. */
function instanceOptions(callee: Node, client: HttpClient): Node | undefined {
  let at = creationOf(callee);
  for (let steps = 0; steps < 6; steps += 1) {
    if (at.type === "MemberExpression") at = creationOf(at.object);
    else if (at.type === "CallExpression") {
      const options = client.instance && argumentAt(at, client.instance.options);
      return options;
    } else return undefined;
  }
  return undefined;
}

function methodOf(call: CallNode, match: ClientUse, given: Node | undefined, frame: Frame | undefined): string | undefined {
  const direct = match.method === undefined ? undefined : METHODS[match.method];
  if (direct) return direct;
  if (!given) return "GET";
  const writes = laterWrites(given, "method");
  // `init.method = "POST"`: once, and not under a condition, or it may be either.
  if (writes.length > 0) return writes.length === 1 && writes[0]?.operator === "=" && enclosingFunction(writes[0]) === enclosingFunction(call) && isStraight(writes[0]) ? staticString(definitionOf(writes[0].right))?.toUpperCase() : undefined;
  const { node: options, frame: at } = definitionIn(given, frame);
  const found = lookUp(options, "method", at, call);
  if (found === "unknown") return undefined;
  if (!found) return options.type === "ObjectExpression" ? "GET" : undefined;
  const value = definitionIn(found.node, found.frame);
  return staticString(firstValueIn(value.node, call, value.frame))?.toUpperCase();
}

/** Whether an assignment is a statement of its function's own body. */
function isStraight(write: TSESTree.AssignmentExpression): boolean {
  return write.parent.type === "ExpressionStatement" && write.parent.parent.type === "BlockStatement" && isFunction(write.parent.parent.parent);
}

/** `axios.create({ baseURL })`, `got.extend({ prefixUrl })`: what the url is appended to. */
function baseOf(match: ClientUse, options: Node | undefined, frame: Frame | undefined): string {
  for (const holder of [options, match.instance]) {
    for (const key of match.client.baseKeys ?? []) {
      const found = holder && lookUp(holder, key, frame);
      if (found === "unknown") return "*";
      if (found && !isUndefined(found.node)) return urlTextOf(found.node, found.frame);
    }
  }
  return "";
}
