export { definePreflight, type PreflightFile } from "./define-preflight.js";
export { formats, render as renderReport, type Format, type RenderOptions } from "./formats.js";
export { preflight, type PreflightOptions } from "./preflight.js";
export { PreflightError } from "./preflight-error.js";
export { jsonSchema } from "./report-schema.js";
export type * from "./report.js";
