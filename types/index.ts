/** Identity, scope, untrusted text and prompts. Needs zod only. */
export type { ApprovedAction } from "./approved-action.js";
export { withConfig, type AuthedConfig, type RunOptions, type RunOptionsPatch } from "./authed-config.js";
export type { Brand, Branded, Problem } from "./brand.js";
export { delimit, type DelimitedBlock, type DelimitOptions } from "./delimited-block.js";
export { provideDigests, type DigestPrimitives } from "./digest.js";
export { edgeAuth, type EdgeAuth, type EdgeAuthOptions, type StampedConfig, type StampOptions, type TokenKey } from "./edge-auth.js";
export { idempotencyKey, type IdempotencyKey } from "./idempotency-key.js";
export { IdentityError, isVerified, type Identity, type VerifiedIdentity } from "./identity.js";
export { isScreened, screen, type Detector, type ScreenedText, type Verdict } from "./screened-text.js";
export { seal, unseal, type SealedText } from "./sealed-text.js";
export { systemPrompt, type SystemPromptText } from "./system-prompt.js";
export { sharedNamespace, tenantNamespace, type TenantNamespace } from "./tenant-namespace.js";
export { tenantStore, type NamespacedStore, type StoreSearch, type TenantStore } from "./tenant-store.js";
export { ownThreadId, threadId, type ThreadId } from "./thread-id.js";
export { isUntrusted, untrusted, type UntrustedText } from "./untrusted-text.js";
