import type { AuthedConfig } from "./authed-config.js";
import { namespaceOrThrow, type TenantNamespace } from "./tenant-namespace.js";

/** The part of LangGraph's `BaseStore` that tenants use. */
export interface NamespacedStore {
  get(namespace: string[], key: string): Promise<{ value: Record<string, unknown>; key: string } | null>;
  put(namespace: string[], key: string, value: Record<string, unknown>): Promise<void>;
  delete(namespace: string[], key: string): Promise<void>;
  search(namespacePrefix: string[], options?: StoreSearch): Promise<{ value: Record<string, unknown>; key: string }[]>;
}

export interface StoreSearch {
  query?: string;
  filter?: Record<string, unknown>;
  limit?: number;
  offset?: number;
}

/** A store that takes tenant namespaces and nothing else. */
export interface TenantStore {
  get(namespace: TenantNamespace, key: string): Promise<{ value: Record<string, unknown>; key: string } | null>;
  put(namespace: TenantNamespace, key: string, value: Record<string, unknown>): Promise<void>;
  delete(namespace: TenantNamespace, key: string): Promise<void>;
  search(namespace: TenantNamespace, options?: StoreSearch): Promise<{ key: string; value: Record<string, unknown> }[]>;
}

/**
 * Narrows a LangGraph store to tenant namespaces.
 *
 * @param source a store, or the config of a run that was started with one.
 * @throws {TypeError} if the run has no store.
 */
export function tenantStore(source: NamespacedStore | AuthedConfig): TenantStore {
  const store = "put" in source ? source : (source as { store?: NamespacedStore | null }).store;
  if (!store) throw new TypeError("no store");
  return {
    // Each is async, so that a forged namespace is a rejection like every other failure of a store.
    get: async (namespace, key) => store.get(namespaceOrThrow(namespace), key),
    put: async (namespace, key, value) => store.put(namespaceOrThrow(namespace), key, value),
    delete: async (namespace, key) => store.delete(namespaceOrThrow(namespace), key),
    search: async (namespace, options) => store.search(namespaceOrThrow(namespace), options),
  };
}
