export { definePreflight, type PreflightFile } from "./define-preflight.js";
export { preflight, type PreflightOptions } from "./preflight.js";
export { PreflightError } from "./preflight-error.js";
export type * from "./report.js";
