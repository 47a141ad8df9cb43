import noLlmIdentityArgs from "./no-llm-identity-args.js";
import requireApprovalForExternal from "./require-approval-for-external.js";
import requireFetchTimeout from "./require-fetch-timeout.js";
import requireThreadNamespace from "./require-thread-namespace.js";

/** Every rule by its name, in alphabetical order. */
export const rules = {
  "no-llm-identity-args": noLlmIdentityArgs,
  "require-approval-for-external": requireApprovalForExternal,
  "require-fetch-timeout": requireFetchTimeout,
  "require-thread-namespace": requireThreadNamespace,
};
