/**
 * The one key that every brand hangs from. It is not exported, so no other module can name a property with it: a forgery needs an
 * assertion, an `any` or a type predicate, and lint can see those. Tools recognise a brand by this symbol's name and by the package
 * that declares it, so do not rename it.
 */
declare const agentGuardrailsBrand: unique symbol;

/**
 * The nominal half of a branded type. Nothing of it exists at run time.
 *
 * `#agentGuardrails` makes the type nominal: `Omit`, `Pick` and mapped types lose it, and two versions of the package do not mix.
 * The getter carries the type arguments, because declaration files erase the type of a private member, and getters are not
 * spread: `{ ...approval, args }` is no approval any more.
 */
export declare abstract class Branded<Name extends string, Meta = unknown> {
  #agentGuardrails: never;
  get [agentGuardrailsBrand](): { readonly [Key in Name]: Meta };
}

/** A `Base` that only the functions of this package can make. */
export type Brand<Base, Name extends string, Meta = unknown> = Base & Branded<Name, Meta>;

/** Carries a message into the compiler's diagnostic. Nothing ever has this type. */
export type Problem<Message extends string> = { readonly "agent-guardrails: problem": Message };

/**
 * What was minted in this process, shared by all installed copies of the package.
 *
 * @internal
 */
export function registry<Value>(name: string): WeakMap<WeakKey, Value> {
  return shared(name, () => new WeakMap<WeakKey, Value>());
}

/**
 * A value that all installed copies of the package share.
 *
 * @internal
 */
export function shared<Value>(name: string, create: () => Value): Value {
  const key = Symbol.for(`agent-guardrails/${name}/v1`);
  const home = globalThis as unknown as Record<symbol, Value | undefined>;
  const present = home[key];
  if (present !== undefined) return present;
  const value = create();
  Object.defineProperty(home, key, { value });
  return value;
}
