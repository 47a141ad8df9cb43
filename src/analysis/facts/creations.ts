import type { HttpCall } from "./http.js";
import type { ReachedCall } from "./reach.js";
import { definitionIn, type Frame } from "./reach.js";
import { lookUp } from "./options.js";
import { findRequests } from "./requests.js";
import { keyPlaces } from "../frameworks/idempotency.js";
import { namesOf } from "../frameworks/satisfier.js";
import { isReadingBody } from "../effects/reading-body.js";
import { isReadingUrl } from "../effects/reading-path.js";
import type { AgentCode, AgentModel } from "../model.js";
import { originOf } from "../origin/origin.js";
import { argumentAt, keyName, memberName, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";

/** A call of a tool that creates something: done twice, it is there twice. */
export interface Creation {
  readonly code: AgentCode;
  readonly reached: ReachedCall;
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
  const sent = requests.flatMap(({ code, http, reached }): Creation[] => (isCreating(http, reached.frame) ? [{ code, reached, label: http.label, ...keyOf(http, reached.frame, model) }] : []));
  const made = model.agentCode.flatMap((code) => (code.kind === kind ? model.reachedFrom(code).flatMap((reached) => sdkCreation(code, reached)) : []));
  return [...sent, ...made];
}

function isCreating(http: HttpCall, frame: Frame): boolean {
  if (http.method !== "POST" || http.urlPrefix.startsWith("/")) return false;
  return !isReadingUrl(http.urlText) && !isReadingBody(http, frame) && /^https?:\/\//u.test(http.urlText);
}

function sdkCreation(code: AgentCode, reached: ReachedCall): Creation[] {
  const origin = originOf(reached.call.callee);
  const pattern = origin?.module === undefined ? undefined : KEYED_SDKS[origin.module];
  if (!origin || !pattern?.test(origin.path.join("."))) return [];
  const last = argumentAt(reached.call, reached.call.arguments.length - 1);
  const options = last && definitionIn(last, reached.frame).node;
  return [{ code, reached, label: labelOf(reached.call), ...(reached.call.arguments.length > 1 && options ? answer(keyIn(options)) : UNKEYED) }];
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
    const place = lookUp(options, name, frame);
    if (place === undefined) return UNKEYED;
    return place === "unknown" ? UNSEEN : answer(keyWithin(place.node, place.frame, model));
  });
  return answers.find(({ keyed }) => keyed === "yes") ?? answers.find(({ keyed }) => keyed === "unknown") ?? UNKEYED;
}

/** The key in an object, also inside `JSON.stringify`. What the model writes holds none: it knows of no repetition. */
function keyWithin(place: Node, frame: Frame | undefined, model: AgentModel): Node | "none" | undefined {
  let value = definitionIn(place, frame);
  const written = value.node.type === "CallExpression" ? value.node.arguments[0] : undefined;
  if (written && written.type !== "SpreadElement") value = definitionIn(written, value.frame);
  const found = keyIn(value.node);
  return found === undefined && value.node.type !== "ObjectExpression" && isOfModel(place, frame, model) ? "none" : found;
}

/** Whether the model writes all of a value. */
export function isOfModel(node: Node, frame: Frame | undefined, model: AgentModel): boolean {
  const sources = model.sourcesOf(node, frame);
  return sources.length > 0 && sources.every(({ kind }) => kind === "model");
}

/** The value under a key's name; `undefined` where the object cannot be seen whole. */
export function keyIn(node: Node): Node | "none" | undefined {
  if (node.type !== "ObjectExpression") return node.type === "Literal" || node.type === "TemplateLiteral" ? "none" : undefined;
  let whole = true;
  for (const property of node.properties) {
    if (property.type === "SpreadElement") whole = false;
    else if (KEY.test((keyName(property) ?? "").replace(/([a-z])([A-Z])/gu, "$1-$2"))) return property.value;
  }
  return whole ? "none" : undefined;
}
