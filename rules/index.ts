import noBrandAssertion from "./no-brand-assertion.js";
import noClientInHandler from "./no-client-in-handler.js";
import noExecutedModelOutput from "./no-executed-model-output.js";
import noIdentityFallback from "./no-identity-fallback.js";
import noIdentityInPrompt from "./no-identity-in-prompt.js";
import noInPlaceAssistantUpdate from "./no-in-place-assistant-update.js";
import noInertApproval from "./no-inert-approval.js";
import noInertMiddleware from "./no-inert-middleware.js";
import noLiveModelInTests from "./no-live-model-in-tests.js";
import noLlmIdentityArgs from "./no-llm-identity-args.js";
import noMixedTrustTools from "./no-mixed-trust-tools.js";
import noNeedlessReasoning from "./no-needless-reasoning.js";
import noOpenToolSchema from "./no-open-tool-schema.js";
import noPiiInLogs from "./no-pii-in-logs.js";
import noSharedMcpServer from "./no-shared-mcp-server.js";
import noSideEffectBeforeInterrupt from "./no-side-effect-before-interrupt.js";
import noSilentToolError from "./no-silent-tool-error.js";
import noSwallowedInterrupt from "./no-swallowed-interrupt.js";
import noUnboundedAgentLoop from "./no-unbounded-agent-loop.js";
import noUnsafeRetry from "./no-unsafe-retry.js";
import noUntrustedInvokeConfig from "./no-untrusted-invoke-config.js";
import noUntrustedSystemPrompt from "./no-untrusted-system-prompt.js";
import noUnverifiedIdentity from "./no-unverified-identity.js";
import preferAuthedTool from "./prefer-authed-tool.js";
import preferCachedLookup from "./prefer-cached-lookup.js";
import preferParallelToolCalls from "./prefer-parallel-tool-calls.js";
import preferSmallRouterModel from "./prefer-small-router-model.js";
import preferStreaming from "./prefer-streaming.js";
import requireApprovalForExternal from "./require-approval-for-external.js";
import requireApprovalSecret from "./require-approval-secret.js";
import requireCheckpointer from "./require-checkpointer.js";
import requireFetchTimeout from "./require-fetch-timeout.js";
import requireIdempotencyKey from "./require-idempotency-key.js";
import requireInjectionScreening from "./require-injection-screening.js";
import requireKillSwitch from "./require-kill-switch.js";
import requireMessageTrimming from "./require-message-trimming.js";
import requireModelFallback from "./require-model-fallback.js";
import requireModelRegion from "./require-model-region.js";
import requirePinnedAssistant from "./require-pinned-assistant.js";
import requirePromptCaching from "./require-prompt-caching.js";
import requireRateLimit from "./require-rate-limit.js";
import requireRetry from "./require-retry.js";
import requireStoreNamespace from "./require-store-namespace.js";
import requireThreadNamespace from "./require-thread-namespace.js";
import requireToolAllowlist from "./require-tool-allowlist.js";
import requireToolErrorResult from "./require-tool-error-result.js";
import requireToolQuota from "./require-tool-quota.js";
import requireTraceRedaction from "./require-trace-redaction.js";
import requireUntrustedDelimiters from "./require-untrusted-delimiters.js";

/** Every rule by its name, in alphabetical order. */
export const rules = {
  "no-brand-assertion": noBrandAssertion,
  "no-client-in-handler": noClientInHandler,
  "no-executed-model-output": noExecutedModelOutput,
  "no-identity-fallback": noIdentityFallback,
  "no-identity-in-prompt": noIdentityInPrompt,
  "no-in-place-assistant-update": noInPlaceAssistantUpdate,
  "no-inert-approval": noInertApproval,
  "no-inert-middleware": noInertMiddleware,
  "no-live-model-in-tests": noLiveModelInTests,
  "no-llm-identity-args": noLlmIdentityArgs,
  "no-mixed-trust-tools": noMixedTrustTools,
  "no-needless-reasoning": noNeedlessReasoning,
  "no-open-tool-schema": noOpenToolSchema,
  "no-pii-in-logs": noPiiInLogs,
  "no-shared-mcp-server": noSharedMcpServer,
  "no-side-effect-before-interrupt": noSideEffectBeforeInterrupt,
  "no-silent-tool-error": noSilentToolError,
  "no-swallowed-interrupt": noSwallowedInterrupt,
  "no-unbounded-agent-loop": noUnboundedAgentLoop,
  "no-unsafe-retry": noUnsafeRetry,
  "no-untrusted-invoke-config": noUntrustedInvokeConfig,
  "no-untrusted-system-prompt": noUntrustedSystemPrompt,
  "no-unverified-identity": noUnverifiedIdentity,
  "prefer-authed-tool": preferAuthedTool,
  "prefer-cached-lookup": preferCachedLookup,
  "prefer-parallel-tool-calls": preferParallelToolCalls,
  "prefer-small-router-model": preferSmallRouterModel,
  "prefer-streaming": preferStreaming,
  "require-approval-for-external": requireApprovalForExternal,
  "require-approval-secret": requireApprovalSecret,
  "require-checkpointer": requireCheckpointer,
  "require-fetch-timeout": requireFetchTimeout,
  "require-idempotency-key": requireIdempotencyKey,
  "require-injection-screening": requireInjectionScreening,
  "require-kill-switch": requireKillSwitch,
  "require-message-trimming": requireMessageTrimming,
  "require-model-fallback": requireModelFallback,
  "require-model-region": requireModelRegion,
  "require-pinned-assistant": requirePinnedAssistant,
  "require-prompt-caching": requirePromptCaching,
  "require-rate-limit": requireRateLimit,
  "require-retry": requireRetry,
  "require-store-namespace": requireStoreNamespace,
  "require-thread-namespace": requireThreadNamespace,
  "require-tool-allowlist": requireToolAllowlist,
  "require-tool-error-result": requireToolErrorResult,
  "require-tool-quota": requireToolQuota,
  "require-trace-redaction": requireTraceRedaction,
  "require-untrusted-delimiters": requireUntrustedDelimiters,
};
