import noLlmIdentityArgs from "./no-llm-identity-args.js";
import requireApprovalForExternal from "./require-approval-for-external.js";
import requireFetchTimeout from "./require-fetch-timeout.js";
import requireStoreNamespace from "./require-store-namespace.js";
import requireThreadNamespace from "./require-thread-namespace.js";

/** Every rule by its name, in alphabetical order. */
export const rules = {
  "no-llm-identity-args": noLlmIdentityArgs,
  "require-approval-for-external": requireApprovalForExternal,
  "require-fetch-timeout": requireFetchTimeout,
  "require-store-namespace": requireStoreNamespace,
  "require-thread-namespace": requireThreadNamespace,
};
