/** What an operator holds in hand: switches, quotas, and text that may be logged. Needs zod only. */
export { killSwitch, type FlagSource, type KillSwitch, type ToolCallScope } from "./kill-switch.js";
export {
  commonRedactions, redactor, safeLogger,
  type LineLogger, type LogSafe, type RedactionRule, type Redactor, type RedactorOptions, type SafeLogger,
} from "./log-safe.js";
export { quota, type Limiter, type Quota, type QuotaLimits, type QuotaVerdict } from "./quota.js";
