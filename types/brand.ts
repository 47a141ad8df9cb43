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
  readonly #agentGuardrails: never;
  get [agentGuardrailsBrand](): Readonly<Record<Name, Meta>>;
}

/** A `Base` that only the functions of this package can make. */
export type Brand<Base, Name extends string, Meta = unknown> = Base & Branded<Name, Meta>;

/** Carries a message into the compiler's diagnostic. Nothing ever has this type. */
export interface Problem<Message extends string> { readonly "agent-guardrails: problem": Message }

/**
 * What was minted in this process, shared by all installed copies of the package.
 *
 * @internal
 */
export function registry<Value>(name: string): WeakMap<WeakKey, Value> {
  const home = globalThis as unknown as Record<symbol, WeakMap<WeakKey, Value> | undefined>;
  return (home[Symbol.for(`agent-guardrails/${name}/v1`)] ??= new WeakMap());
}
