import { callsFrom } from "../origin/calls.js";
import { isExport, perOrigin } from "../origin/origin.js";
import { definitionOf, functionOf, propertyValue } from "../origin/value.js";
import { fileOf, type SourceFile } from "../project/source-file.js";
import { argumentAt, staticString } from "../syntax/expression.js";
import type { WorkflowCode } from "./agent-code.js";

const isStepMaker = perOrigin((origin) => isExport(origin, ["@mastra/core/workflows", "@mastra/core"], ["createStep"]));

/** What the steps of workflows run: `createStep({ id: "load", execute: async ({ inputData }) => … })`. */
export function findStepCode(file: SourceFile): WorkflowCode[] {
  return callsFrom(file, isStepMaker).flatMap((call) => {
    const first = argumentAt(call, 0);
    const options = first && definitionOf(first);
    const execute = options && propertyValue(options, "execute");
    const fn = execute && functionOf(execute);
    const id = options && propertyValue(options, "id");
    return fn && fileOf(fn) === file ? [{ kind: "step", fn, self: undefined, tool: undefined, name: staticString(id && definitionOf(id)) }] : [];
  });
}
