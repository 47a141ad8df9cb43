import type { TSESTree } from "@typescript-eslint/utils";
import { originOf } from "../origin/origin.js";
import { staticString, type Node } from "../syntax/expression.js";

/** A guard's type put on a value that the guard did not make. */
export interface BrandAssertion {
  readonly node: Node;
  readonly brand: string;
  readonly how: "assertion" | "custom" | "predicate" | "any" | "laundered" | "widened";
}

export const GUARDS = /^agent-guardrails(?:\/|$)/u;
/** Types of the guards that say something about where a value came from. */
export const BRANDS = new Set(["AuthedConfig", "VerifiedIdentity", "UntrustedText", "ApprovedAction", "ThreadId", "TenantNamespace", "IdempotencyKey", "SystemPromptText", "DelimitedBlock", "ScreenedText", "SealedText", "Plan", "LogSafe", "GuardedTool"]);

/** The guard's type that a type annotation names, also inside `Readonly<…>`, arrays and unions. */
export function brandOfType(type: TSESTree.TypeNode): string | undefined {
  switch (type.type) {
    case "TSTypeReference": {
      const origin = originOf(type);
      const name = origin?.path.at(-1);
      if (origin?.module !== undefined && GUARDS.test(origin.module) && name !== undefined && BRANDS.has(name)) return name;
      return type.typeArguments?.params.map((inner) => brandOfType(inner)).find((inner) => inner !== undefined);
    }
    case "TSImportType": {
      const module = staticString(type.source);
      const name = type.qualifier?.type === "Identifier" ? type.qualifier.name : undefined;
      return module !== undefined && GUARDS.test(module) && name !== undefined && BRANDS.has(name) ? name : undefined;
    }
    case "TSArrayType":
      return brandOfType(type.elementType);
    case "TSUnionType":
    case "TSIntersectionType":
      return type.types.map((inner) => brandOfType(inner)).find((inner) => inner !== undefined);
    default:
      return undefined;
  }
}
