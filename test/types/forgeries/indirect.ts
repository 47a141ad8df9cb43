import { EventEmitter } from "node:events";
import { z } from "zod";
import { threadId, type AuthedConfig, type ThreadId, type VerifiedIdentity } from "agent-guardrails";
import { ada, admin, anything, auth, fromJson } from "./given.js";

// @way VerifiedIdentity: a list of `any`
export const listed = (): VerifiedIdentity => {
  const all: VerifiedIdentity[] = [anything, anything].slice(1); // @lint
  return all[0] as VerifiedIdentity;
};
// @way VerifiedIdentity: a promise of `any`
export const promised = async (): Promise<VerifiedIdentity> => {
  const later: Promise<VerifiedIdentity> = Promise.resolve(anything); // @lint
  return later;
};
// @way VerifiedIdentity: an async function that returns `any`
export const awaited = async (): Promise<VerifiedIdentity> => {
  return fromJson(JSON.stringify(admin)); // @lint
};
// @way VerifiedIdentity: a field of an object
export const field = (): VerifiedIdentity => {
  const box: { id: VerifiedIdentity } = { id: anything }; // @lint
  return box.id;
};
// @way VerifiedIdentity: an item of a list
export const item = (): VerifiedIdentity => {
  const list: VerifiedIdentity[] = [ada, anything]; // @lint
  return list[1] as VerifiedIdentity;
};
// @way VerifiedIdentity: an object with a field of type `any`
export const wholeObject = (): VerifiedIdentity => {
  const answer = { id: anything };
  const box: { id: VerifiedIdentity } = answer; // @lint
  return box.id;
};
// @way VerifiedIdentity: a variable that is set later
export const later = (): VerifiedIdentity => {
  let id: VerifiedIdentity;
  id = anything; // @lint
  return id;
};
// @way VerifiedIdentity: a field that is set later
export const fieldLater = (): VerifiedIdentity => {
  const box: { id: VerifiedIdentity } = { id: ada };
  box.id = anything; // @lint
  return box.id;
};
// @way VerifiedIdentity: a variable that is said to be set
export const definite = (): VerifiedIdentity => {
  let unset!: VerifiedIdentity; // @lint
  return unset;
};
// @way VerifiedIdentity: a field of a class that is filled from data
export const filled = (): VerifiedIdentity => {
  class Session {
    caller!: VerifiedIdentity; // @lint
    constructor(data: object) { Object.assign(this, data); }
  }
  return new Session({ caller: admin }).caller;
};
// @way VerifiedIdentity: a field of a class with a value of type `any`
export const classField = (): VerifiedIdentity => {
  class Session {
    id: VerifiedIdentity = anything; // @lint
  }
  return new Session().id;
};
// @way VerifiedIdentity: an ambient declaration
export const ambient = (): VerifiedIdentity => {
  Object.assign(globalThis, { ambientIdentity: admin });
  return ambientIdentity;
};
declare const ambientIdentity: VerifiedIdentity; // @lint
// @way VerifiedIdentity: an overload that the implementation does not keep
export const overloaded = (): VerifiedIdentity => identityFrom(admin);
function identityFrom(claims: object): VerifiedIdentity;
function identityFrom(claims: any): any {
  return claims; // @lint
}
// @way VerifiedIdentity: what a listener is given
export const listener = (): VerifiedIdentity => {
  const logins = new EventEmitter();
  const heard: VerifiedIdentity[] = [];
  logins.on("login", (id: VerifiedIdentity) => heard.push(id)); // @lint
  logins.emit("login", admin);
  return heard[0] as VerifiedIdentity;
};
// @way VerifiedIdentity: what a callback of `any` is given
export const callback = (): VerifiedIdentity | undefined => {
  const sessions: any[] = [admin];
  return sessions.map((id: VerifiedIdentity) => id)[0]; // @lint
};
// @way VerifiedIdentity: a method whose parameter is wider elsewhere
export const bivariant = (): VerifiedIdentity => {
  const heard: VerifiedIdentity[] = [];
  const sink: { take(id: { orgId: string }): void } = { take(id: VerifiedIdentity) { heard.push(id); } };
  sink.take(admin);
  return heard[0] as VerifiedIdentity;
};
// @way VerifiedIdentity: a list that is wider elsewhere
export const covariant = (): VerifiedIdentity => {
  const ids: VerifiedIdentity[] = [];
  const wide: { orgId: string }[] = ids;
  wide.push(admin); // @lint
  return ids[0] as VerifiedIdentity;
};
// @way VerifiedIdentity: a lookup that finds nothing
export const absent = (): VerifiedIdentity => {
  const sessions: Record<string, VerifiedIdentity> = {};
  return sessions.eve!;
};
// @way VerifiedIdentity: zod's own brand
export const zodBrand = (): VerifiedIdentity => {
  const schema = z.object({ orgId: z.string(), userId: z.string(), role: z.string() }).brand<"VerifiedIdentity">();
  // @expect is not assignable to type 'VerifiedIdentity'
  return schema.parse(admin);
};
// @way VerifiedIdentity: another prototype
export const prototype = (): VerifiedIdentity => {
  return Object.setPrototypeOf({ role: "admin" }, ada); // @lint
};
// @way VerifiedIdentity: the prototype of all objects
export const polluted = async (): Promise<VerifiedIdentity> => {
  Object.assign(Object.prototype, { role: "admin" });
  try {
    const { edgeAuth } = await import("agent-guardrails");
    return await edgeAuth({ verify: () => ({ orgId: "globex", userId: "eve" }) }).authenticate("");
  } finally {
    Reflect.deleteProperty(Object.prototype, "role");
  }
};
// @way AuthedConfig: a stamped run with the thread of somebody else
export const otherThread = (): AuthedConfig => {
  const { configurable } = auth.stamp(ada, { threadId: threadId(ada, "s") });
  return auth.require({ configurable: { ...configurable, thread_id: "agent-globex-eve-1" } });
};
// @way AuthedConfig: an object that inherits from a real one
export const heir = (): AuthedConfig => {
  const real = auth.require(auth.stamp(ada, { threadId: threadId(ada, "s") }));
  return Object.create(real, { identity: { value: admin } }); // @lint
};
// @way ThreadId: a field of an object
export const threadField = (): ThreadId => {
  const run: { thread: ThreadId } = { thread: anything.userId }; // @lint
  return run.thread;
};
