import { z } from "zod";
import { threadId, type AuthedConfig, type VerifiedIdentity } from "agent-guardrails";
import { ada, admin, anything, auth, cfg, fromJson } from "./given.js";

// @way VerifiedIdentity: an object literal
export const literal = (): VerifiedIdentity => {
  // @expect is not assignable to type 'VerifiedIdentity'
  return { orgId: "globex", userId: "eve", role: "admin" };
};
// @way VerifiedIdentity: `as`
export const asserted = (): VerifiedIdentity => {
  return admin as VerifiedIdentity; // @lint
};
// @way VerifiedIdentity: `as unknown as`
export const assertedTwice = (): VerifiedIdentity => {
  return admin as unknown as VerifiedIdentity; // @lint
};
// @way VerifiedIdentity: an assertion in angle brackets
export const bracketed = (): VerifiedIdentity => {
  return <VerifiedIdentity>(<unknown>admin); // @lint
};
// @way VerifiedIdentity: a value of type `any`
export const fromAny = (): VerifiedIdentity => {
  return anything; // @lint
};
// @way VerifiedIdentity: `JSON.parse` of a request
export const parsed = (): VerifiedIdentity => {
  const identity: VerifiedIdentity = fromJson(JSON.stringify(admin)); // @lint
  return identity;
};
// @way VerifiedIdentity: a type predicate
export const predicate = (): VerifiedIdentity => {
  const isIdentity = (value: unknown): value is VerifiedIdentity => typeof value === "object"; // @lint
  const value: unknown = admin;
  if (!isIdentity(value)) throw new Error("never");
  return value;
};
// @way VerifiedIdentity: an assertion function
export const assertionFunction = (): VerifiedIdentity => {
  const value: unknown = admin;
  assertIdentity(value);
  return value;
};
function assertIdentity(_value: unknown): asserts _value is VerifiedIdentity {} // @lint
// @way VerifiedIdentity: a generic that returns what it is told
export const laundered = (): VerifiedIdentity => {
  const coerce = <Value>(value: unknown): Value => value as Value;
  return coerce<VerifiedIdentity>(admin); // @lint
};
// @way VerifiedIdentity: `z.custom`
export const zodCustom = (): VerifiedIdentity => {
  return z.custom<VerifiedIdentity>().parse(admin); // @lint
};
// @way VerifiedIdentity: a zod transform that returns `any`
export const zodTransform = (): VerifiedIdentity => {
  const identity: VerifiedIdentity = z.unknown().transform((value): any => value).parse(admin); // @lint
  return identity;
};
// @way VerifiedIdentity: a spread with other claims
export const spread = (): VerifiedIdentity => {
  // @expect is not assignable to type 'VerifiedIdentity'
  return { ...ada, ...admin };
};
// @way VerifiedIdentity: `Object.assign` onto a verified one
export const assigned = (): VerifiedIdentity => {
  return Object.assign(ada, admin); // @lint
};
// @way VerifiedIdentity: `Object.assign` into an empty object
export const assignedCopy = (): VerifiedIdentity => {
  return Object.assign({}, ada, admin); // @lint
};
// @way VerifiedIdentity: `structuredClone`
export const cloned = (): VerifiedIdentity => {
  return structuredClone(ada); // @lint
};
// @way VerifiedIdentity: `Object.create`
export const inherited = (): VerifiedIdentity => {
  return Object.create(ada, { role: { value: "admin" } }); // @lint
};
// @way VerifiedIdentity: writing to a verified one
export const written = (): VerifiedIdentity => {
  // @expect Cannot assign to 'role' because it is a read-only property
  ada.role = "admin";
  return ada;
};
// @way VerifiedIdentity: `Reflect.set` on a verified one
export const reflected = (): VerifiedIdentity => {
  if (!Reflect.set(ada, "role", "admin")) throw new TypeError("frozen");
  return ada;
};
// @way VerifiedIdentity: a Proxy around a verified one
export const proxied = (): VerifiedIdentity => {
  return new Proxy(ada, { get: (_target, key) => Reflect.get(admin, key) });
};
// @way VerifiedIdentity: a class that implements the type
export const implemented = (): VerifiedIdentity => {
  // @expect is not assignable to type 'VerifiedIdentity'
  return new (class { orgId = "globex"; userId = "eve"; role = "admin"; })();
};
// @way VerifiedIdentity: a mapped copy of the type
export const mapped = (): VerifiedIdentity => {
  const copy = { ...ada } as { [Key in keyof VerifiedIdentity]: VerifiedIdentity[Key] }; // @lint
  // @expect is not assignable to type 'VerifiedIdentity'
  return copy;
};
// @way VerifiedIdentity: the entries of a verified one
export const entries = (): VerifiedIdentity => {
  return Object.fromEntries(Object.entries(ada)) as any; // @lint
};
// @way VerifiedIdentity: a suppression comment
export const suppressed = (): VerifiedIdentity => {
  // @ts-expect-error -- the claims are fine
  return admin;
};
// @way VerifiedIdentity: a non-null assertion on a lookup
export const lookedUp = (): VerifiedIdentity => {
  return new Map<string, VerifiedIdentity>(Object.entries({ eve: anything })).get("eve")!; // @lint
};
// @way AuthedConfig: an empty object
export const emptyConfig = (): AuthedConfig => {
  return {} as AuthedConfig; // @lint
};
// @way AuthedConfig: a literal around a verified identity
export const literalConfig = (): AuthedConfig => {
  // @expect is not assignable to type 'AuthedConfig'
  return { configurable: {}, identity: ada };
};
// @way AuthedConfig: a spread with a raw config
export const spreadConfig = (): AuthedConfig => {
  // @expect is not assignable to type 'AuthedConfig'
  return { ...cfg, configurable: { thread_id: "agent-globex-eve-1" } };
};
// @way AuthedConfig: `Object.assign` with another identity
export const assignedConfig = (): AuthedConfig => {
  return Object.assign({}, cfg, { identity: ada }); // @lint
};
// @way AuthedConfig: client-supplied keys in `configurable`
export const clientKeys = (): AuthedConfig => {
  return auth.require({ configurable: { user_id: "eve", org_id: "globex", role: "admin" } });
};
// @way AuthedConfig: a client-supplied identity under our own key
export const clientIdentity = (): AuthedConfig => {
  return auth.require({ configurable: { __agent_guardrails_identity: admin } });
};
// @way AuthedConfig: a client-supplied server user
export const clientServerUser = (): AuthedConfig => {
  return auth.require({ configurable: { langgraph_auth_user: { identity: "eve" }, langgraph_auth_user_id: "eve" } });
};
// @way AuthedConfig: a made-up token
export const madeUpToken = (): AuthedConfig => {
  return auth.require({ configurable: { thread_id: "t", __agent_guardrails_token: `${btoa(JSON.stringify(admin))}.00` } });
};
// @way AuthedConfig: a stamped config after JSON, without a key
export const hopped = (): AuthedConfig => {
  return auth.require(JSON.parse(JSON.stringify(auth.stamp(ada, { threadId: threadId(ada, "s") }))));
};
// @way AuthedConfig: a satisfied type
export const satisfied = (): AuthedConfig => {
  // @expect does not satisfy the expected type 'AuthedConfig'
  // @expect is not assignable to type 'AuthedConfig'
  return { identity: ada } satisfies AuthedConfig;
};
