import { identityOf, type AuthedConfig } from "./authed-config.js";
import { refuse } from "./refuse.js";
import { namespaceOrThrow, type TenantNamespace } from "./tenant-namespace.js";

/** The part of LangGraph's `BaseStore` that tenants use. */
export interface NamespacedStore {
  get(namespace: string[], key: string): Promise<{ value: Record<string, unknown>; key: string } | null>;
  put(namespace: string[], key: string, value: Record<string, unknown>): Promise<void>;
  delete(namespace: string[], key: string): Promise<void>;
  search(namespacePrefix: string[], options?: StoreSearch): Promise<{ value: Record<string, unknown>; key: string }[]>;
}

/** What a search narrows by, as LangGraph's stores take it. */
export interface StoreSearch {
  /** Natural language, for stores with an index. */
  query?: string;
  /** Keys of the value, and what they have to hold. */
  filter?: Record<string, unknown>;
  /** Items. The store's own default unless told. */
  limit?: number;
  /** Items to skip. */
  offset?: number;
}

/** A store that takes tenant namespaces and nothing else: each method rejects with a {TypeError} for any other. */
export interface TenantStore {
  get(namespace: TenantNamespace, key: string): Promise<{ value: Record<string, unknown>; key: string } | null>;
  put(namespace: TenantNamespace, key: string, value: Record<string, unknown>): Promise<void>;
  delete(namespace: TenantNamespace, key: string): Promise<void>;
  search(namespace: TenantNamespace, options?: StoreSearch): Promise<{ key: string; value: Record<string, unknown> }[]>;
}

/**
 * Narrows a LangGraph store to tenant namespaces. Given the config of a run, it also refuses those of another caller, such as one that
 * was kept from an earlier run.
 *
 * @param source a store, or the config of a run that was started with one.
 * @throws {TypeError} if the run has no store.
 * @throws {IdentityError} if the config is not one of `require()`.
 */
export function tenantStore(source: NamespacedStore | AuthedConfig): TenantStore {
  const caller = "put" in source ? undefined : identityOf(source);
  const store = "put" in source ? source : (source as { store?: NamespacedStore | null }).store;
  if (!store) refuse("no store");
  // Async, so that a forged namespace is a rejection like every other failure of a store.
  const within = (method: keyof TenantStore) => async (namespace: TenantNamespace, ...rest: never[]) =>
    (store[method] as (namespace: string[], ...rest: unknown[]) => Promise<unknown>)(namespaceOrThrow(namespace, caller), ...rest);
  return { get: within("get"), put: within("put"), delete: within("delete"), search: within("search") } as TenantStore;
}
