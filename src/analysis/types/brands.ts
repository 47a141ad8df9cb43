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
  getContextualType(node: unknown): CheckedType | undefined;
  typeToString(type: CheckedType): string;
}
export interface TypeServices {
  readonly program?: { getTypeChecker(): Checker } | null;
  readonly esTreeNodeToTSNodeMap?: { get(node: Node): unknown };
}

const BRAND_KEY = "agentGuardrailsBrand";
const PACKAGE = "agent-guardrails";

/** Answers about brands, by declaring package and symbol; every answer is `undefined` where there is no type information. */
export interface BrandReader {
  (node: Node): readonly string[] | undefined;
  /** Whether there is type information at all. */
  readonly typed: boolean;
  /** The brands that the place of a value asks for. */
  wanted(node: Node): readonly string[] | undefined;
  /** Whether a value's type is `any`. */
  isAny(node: Node): boolean;
}

export function brandReader(services: TypeServices | undefined): BrandReader {
  const { program, esTreeNodeToTSNodeMap: nodes } = services ?? {};
  if (!program || !nodes) return Object.assign(() => undefined, { typed: false, wanted: () => undefined, isAny: () => false });
  let checker: Checker | undefined;
  const ask = <Answer>(node: Node, question: (checker: Checker, typed: unknown) => Answer): Answer | undefined => {
    const typed = nodes.get(node);
    if (typed === undefined) return undefined;
    checker ??= program.getTypeChecker();
    return question(checker, typed);
  };
  const read = (types: Checker, type: CheckedType | undefined): string[] => (type ? [...brandsOfType(types, type, new Set())] : []);
  return Object.assign((node: Node) => ask(node, (types, typed) => read(types, types.getTypeAtLocation(typed))), {
    typed: true,
    wanted: (node: Node) => ask(node, (types, typed) => read(types, types.getContextualType(typed))),
    isAny: (node: Node) => ask(node, (types, typed) => types.typeToString(types.getTypeAtLocation(typed)) === "any") ?? false,
  });
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
        const content = JSON.parse(readFileSync(manifest, "utf8")) as { name?: unknown };
        name = typeof content.name === "string" ? content.name : "";
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
