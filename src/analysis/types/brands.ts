import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Node } from "../syntax/expression.js";

/** What the analysis uses of the type checker, written down structurally: the compiler is never imported. */
interface CheckedSymbol {
  readonly escapedName: unknown;
  readonly name: string;
  readonly declarations?: readonly { getSourceFile(): { readonly fileName: string } }[];
}
interface CheckedType {
  isUnionOrIntersection(): boolean;
  isUnion(): boolean;
  readonly types?: readonly CheckedType[];
}
interface Checker {
  getTypeAtLocation(node: unknown): CheckedType;
  getPropertiesOfType(type: CheckedType): readonly CheckedSymbol[];
  getTypeOfSymbol(symbol: CheckedSymbol): CheckedType;
}
export interface TypeServices {
  readonly program?: { getTypeChecker(): Checker } | null;
  readonly esTreeNodeToTSNodeMap?: { get(node: Node): unknown };
}

const BRAND_KEY = "agentGuardrailsBrand";
const PACKAGE = "agent-guardrails";

/** The brands of a value's type, by declaring package and symbol; `undefined` where there is no type information. */
export type BrandReader = (node: Node) => readonly string[] | undefined;

export function brandReader(services: TypeServices | undefined): BrandReader {
  const { program, esTreeNodeToTSNodeMap: nodes } = services ?? {};
  if (!program || !nodes) return () => undefined;
  let checker: Checker | undefined;
  return (node) => {
    const typed = nodes.get(node);
    if (typed === undefined) return undefined;
    checker ??= program.getTypeChecker();
    return [...brandsOfType(checker, checker.getTypeAtLocation(typed), new Set())];
  };
}

function brandsOfType(checker: Checker, type: CheckedType, seen: Set<CheckedType>): Set<string> {
  const brands = new Set<string>();
  if (seen.has(type)) return brands;
  seen.add(type);
  if (type.isUnionOrIntersection()) {
    for (const part of type.types ?? []) for (const brand of brandsOfType(checker, part, seen)) brands.add(brand);
    if (type.isUnion()) return brands;
  }
  for (const property of checker.getPropertiesOfType(type)) {
    // A unique symbol's property is named `__@name@id`.
    if (!String(property.escapedName).startsWith(`__@${BRAND_KEY}@`)) continue;
    if (!(property.declarations ?? []).some((declaration) => packageOf(declaration.getSourceFile().fileName) === PACKAGE)) continue;
    for (const brand of checker.getPropertiesOfType(checker.getTypeOfSymbol(property))) brands.add(brand.name);
  }
  return brands;
}

const packages = new Map<string, string>();

/** The name in the nearest package.json: any copy and any version of the package counts. */
function packageOf(path: string): string {
  const directory = dirname(path);
  const known = packages.get(directory);
  if (known !== undefined) return known;
  let name = "";
  for (let at = directory; ; at = dirname(at)) {
    const manifest = join(at, "package.json");
    if (existsSync(manifest)) {
      try {
        name = String((JSON.parse(readFileSync(manifest, "utf8")) as { name?: unknown }).name ?? "");
      } catch {
        name = "";
      }
      if (name !== "") break;
    }
    if (dirname(at) === at) break;
  }
  packages.set(directory, name);
  return name;
}
