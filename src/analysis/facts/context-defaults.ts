import type { AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { isExport, perOrigin } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { argumentAt, memberName, unwrap, type Node } from "../syntax/expression.js";
import { namesWhoseData, standsForSomebody, type IdentityFallback } from "./identity-fallbacks.js";
import { parseSchema } from "./schemas.js";

const SCHEMA = "contextSchema";
const FALLING_BACK = new Set(["default", "prefault", "catch"]);

const isMiddleware = perOrigin((origin) => isExport(origin, ["langchain", "langchain/middleware"], ["createMiddleware"]));

/** `contextSchema: z.object({ userId: z.string().default("anonymous") })`: the schema of the run's context gives a missing identity a value. */
export function findContextDefaults(model: AgentModel): readonly IdentityFallback[] {
  const made = callsFrom(model.file, isMiddleware).flatMap((call) => (call.type === "CallExpression" ? (argumentAt(call, 0) ?? []) : []));
  const schemas = [...model.agents.flatMap(({ options }) => options ?? []), ...made].flatMap((options) => propertyValue(definitionOf(options), SCHEMA) ?? []);
  const found = new Map<Node, IdentityFallback>();
  for (const schema of schemas) {
    for (const { key, node: property } of parseSchema(schema).fields) {
      const fallback = namesWhoseData(key, model.traceContext) ? fallbackOf(property.value) : undefined;
      if (fallback && fileOf(property) === model.file && standsForSomebody(fallback)) found.set(property, { node: property, key, fallback });
    }
  }
  return [...found.values()];
}

/** What the chain of a field's type falls back to: `z.string().min(1).default("guest")`. */
function fallbackOf(type: Node): Node | undefined {
  for (let at = definitionOf(type); at.type === "CallExpression"; ) {
    const callee = unwrap(at.callee);
    if (callee.type !== "MemberExpression") return undefined;
    if (FALLING_BACK.has(memberName(callee) ?? "")) return argumentAt(at, 0);
    at = definitionOf(callee.object);
  }
  return undefined;
}
