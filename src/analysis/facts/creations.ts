import type { Certainty } from "../certainty.js";
import type { HttpCall } from "./http.js";
import type { ReachedCall } from "./reach.js";
import { argumentOf, definitionIn, type Frame } from "./reach.js";
import { fieldIn, isFieldOfThis } from "./instance-fields.js";
import { isAbsent, lookUp } from "./options.js";
import { findRequests } from "./requests.js";
import { keyPlaces } from "../frameworks/idempotency.js";
import { namesOf } from "../frameworks/satisfier.js";
import { isReadingBody } from "../effects/reading-body.js";
import { isChangingUrl, isReadingUrl } from "../effects/reading-path.js";
import type { AgentCode, AgentModel } from "../model.js";
import { originOf } from "../origin/origin.js";
import { fileOf, variableOf } from "../project/source-file.js";
import { argumentAt, keyName, memberName, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";

/** A call of a tool that creates something: done twice, it is there twice. */
export interface Creation {
  readonly code: AgentCode;
  readonly reached: ReachedCall;
  readonly certainty: Certainty;
  /** Where it is decided that something is created: the call itself, or that of a helper which is told to send a POST. */
  readonly place: Node;
  readonly label: string;
  /** Whether a key tells the other side that a repetition is the same. */
  readonly keyed: "yes" | "no" | "unknown";
  /** That key, where it is seen. */
  readonly key: Node | undefined;
}

const KEY = /idempoten|(?:^|[-_])(?:request|client(?:[-_]msg)?|dedup\w*)[-_]?(?:id|key|token|reference)$|^x-request-id$/iu;
/** SDK calls that create, with the option or argument by which they take a key. */
const CREATING = /(?:^|\.)(?:create|insert|capture|confirm|pay|createPayment|postMessage|send|sendMail)$/u;
const KEYED_SDKS: Readonly<Record<string, RegExp>> = { stripe: CREATING, square: CREATING, "@adyen/api-library": CREATING };

/** Every creating call that tools reach. */
export function findCreations(model: AgentModel): readonly Creation[] {
  return creationsOf("tool", model);
}

/** Every creating call that tools, or the nodes of graphs, reach. */
export function creationsOf(kind: AgentCode["kind"], model: AgentModel): readonly Creation[] {
  const requests = model.derive(findRequests).filter(({ code }) => code.kind === kind);
  const sent = requests.flatMap(({ code, http, reached }): Creation[] => {
    const certainty = creates(http, reached.frame);
    return certainty ? [{ code, reached, certainty, place: decidingPlace(http, reached), label: http.label, ...keyOf(http, reached.frame, model) }] : [];
  });
  const made = model.agentCode.flatMap((code) => (code.kind === kind ? model.reachedFrom(code).flatMap((reached) => sdkCreation(code, reached)) : []));
  return [...sent, ...made];
}

/** A POST to an address that neither asks nor changes what is there; `possible` where only the path of the address is in sight. */
function creates(http: HttpCall, frame: Frame): Certainty | undefined {
  const certainty = /^https?:\/\//u.test(http.urlText) ? "certain" : SEEN_PATH.test(http.urlText) ? "possible" : undefined;
  if (http.method !== "POST" || !certainty) return undefined;
  return isReadingUrl(http.urlText) || isChangingUrl(http.urlText) || isReadingBody(http, frame) ? undefined : certainty;
}

/** `${base}/rest/api/3/issue`. */
const SEEN_PATH = /^\*\/(?:[^?#]*\/)?[\w-]+(?:[?#]|$)/u;

/** `await this.request(path, "POST", body)`: the call of a helper that is told the method, where the helper serves others with another. */
function decidingPlace(http: HttpCall, { call, frame, place }: ReachedCall): Node {
  const method = http.options && lookUp(http.options, "method", frame, call);
  if (!method || method === "unknown") return place;
  const teller = definitionIn(method.node, method.frame).frame;
  for (let at: Frame | undefined = frame; at?.call; at = at.caller) if (at.caller === teller) return fileOf(at.call).linted ? at.call : place;
  return place;
}

function sdkCreation(code: AgentCode, reached: ReachedCall): Creation[] {
  const origin = originOf(reached.call.callee);
  const pattern = origin?.module === undefined ? undefined : KEYED_SDKS[origin.module];
  if (!origin || !pattern?.test(origin.path.join("."))) return [];
  const last = argumentAt(reached.call, reached.call.arguments.length - 1);
  const options = last && definitionIn(last, reached.frame).node;
  return [{ code, reached, certainty: "certain", place: reached.place, label: labelOf(reached.call), ...(reached.call.arguments.length > 1 && options ? answer(keyIn(options)) : UNKEYED) }];
}

function labelOf(call: CallNode): string {
  const callee = unwrapAwaited(call.callee);
  return callee.type === "MemberExpression" ? (memberName(callee) ?? "") : "";
}

const KEY_PLACES = [...namesOf(keyPlaces, "option")];

type Keyed = Pick<Creation, "keyed" | "key">;

const UNKEYED: Keyed = { keyed: "no", key: undefined };
const UNSEEN: Keyed = { keyed: "unknown", key: undefined };

function answer(found: Node | "none" | undefined): Keyed {
  if (found === undefined) return UNSEEN;
  return found === "none" ? UNKEYED : { keyed: "yes", key: found };
}

/** A header in any spelling, or a field of the body. */
function keyOf(http: HttpCall, frame: Frame, model: AgentModel): Keyed {
  const { options } = http;
  if (!options) return UNKEYED;
  const answers = KEY_PLACES.map((name) => {
    const place = lookUp(options, name, frame, http.call);
    if (place === undefined) return UNKEYED;
    return place === "unknown" ? UNSEEN : answer(keyWithin(place.node, place.frame, model));
  });
  return answers.find(({ keyed }) => keyed === "yes") ?? answers.find(({ keyed }) => keyed === "unknown") ?? UNKEYED;
}

/** How far choices between bodies, and objects that are spread into each other, are followed. */
const DEEPEST = 6;

/** The key in an object, also inside `JSON.stringify`. What the model writes holds none: it knows of no repetition. */
function keyWithin(place: Node, frame: Frame | undefined, model: AgentModel, depth = 0): Node | "none" | undefined {
  if (depth > DEEPEST) return undefined;
  let value = definitionIn(place, frame);
  if (isAbsent(value.node, value.frame)) return "none";
  if (value.node.type === "ConditionalExpression") {
    // body ? JSON.stringify(body) : undefined
    const branches = [value.node.consequent, value.node.alternate].map((branch) => keyWithin(branch, value.frame, model, depth + 1));
    return branches.find((found) => found !== undefined && found !== "none") ?? (branches.includes(undefined) ? undefined : "none");
  }
  const written = value.node.type === "CallExpression" ? value.node.arguments[0] : undefined;
  const holder = written && written.type !== "SpreadElement" ? written : place;
  if (holder === written) value = definitionIn(holder, value.frame);
  if (isAbsent(value.node, value.frame)) return "none";
  const found = keyIn(value.node, value.frame);
  if (found === "none" && isGivenKeyLater(holder, frame)) return undefined;
  return found === undefined && value.node.type !== "ObjectExpression" && isOfModel(place, frame, model) ? "none" : found;
}

/** `body.requestId = run`, after the object was made. */
function isGivenKeyLater(node: Node, frame: Frame | undefined): boolean {
  const passed = argumentOf(node, frame);
  if (passed) return isGivenKeyLater(passed.node, passed.frame);
  const name = unwrapAwaited(node);
  return name.type === "Identifier" && (variableOf(name)?.references ?? []).some(({ identifier }) => {
    const member = (identifier as Node).parent;
    return member?.type === "MemberExpression" && member.object === identifier && member.parent.type === "AssignmentExpression" && member.parent.left === member && isKeyName(memberName(member));
  });
}

/** Whether the model writes all of a value. */
export function isOfModel(node: Node, frame: Frame | undefined, model: AgentModel): boolean {
  const sources = model.sourcesOf(node, frame);
  return sources.length > 0 && sources.every(({ kind }) => kind === "model");
}

/** The value under a key's name; `undefined` where the object cannot be seen whole. */
export function keyIn(node: Node, frame?: Frame, depth = 0): Node | "none" | undefined {
  if (depth > DEEPEST) return undefined;
  if (node.type !== "ObjectExpression") return node.type === "Literal" || node.type === "TemplateLiteral" ? "none" : undefined;
  let whole = true;
  for (const property of node.properties) {
    if (property.type === "SpreadElement") {
      const spread = isFieldOfThis(property.argument) ? frame && fieldIn(property.argument, frame) : definitionIn(property.argument, frame);
      const found = spread?.node.type === "ObjectExpression" ? keyIn(spread.node, spread.frame, depth + 1) : undefined;
      if (found === undefined) whole = false;
      else if (found !== "none") return found;
    } else if (isKeyName(keyName(property))) return property.value;
  }
  return whole ? "none" : undefined;
}

function isKeyName(name: string | undefined): boolean {
  return KEY.test((name ?? "").replace(/([a-z])([A-Z])/gu, "$1-$2"));
}
