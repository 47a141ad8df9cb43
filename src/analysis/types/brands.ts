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
  isClassOrInterface(): boolean;
  readonly types?: readonly CheckedType[];
  /** Where a type argument is filled in, the generic type. */
  readonly target?: CheckedType;
  readonly symbol?: CheckedSymbol;
  /** "any"; "error" where an import leads nowhere. */
  readonly intrinsicName?: string;
}
interface Signature {
  readonly parameters: readonly CheckedSymbol[];
}
interface Checker {
  getTypeAtLocation(node: unknown): CheckedType;
  getPropertiesOfType(type: CheckedType): readonly CheckedSymbol[];
  getTypeOfSymbol(symbol: CheckedSymbol): CheckedType;
  getContextualType(node: unknown): CheckedType | undefined;
  getTypeArguments(type: CheckedType): readonly CheckedType[];
  getSignaturesOfType(type: CheckedType, kind: 0): readonly Signature[];
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
  /** The brands that an `any` becomes at the place of a value: the value itself, or an item, a field or a result in it. */
  becomes(node: Node): readonly string[];
  /** Whether a value's type is `any`. */
  isAny(node: Node): boolean;
  /** Whether whoever calls a callback passes an `any` at this position. */
  isGivenAny(callback: Node, position: number): boolean;
}

export function brandReader(services: TypeServices | undefined): BrandReader {
  const { program, esTreeNodeToTSNodeMap: nodes } = services ?? {};
  if (!program || !nodes) return Object.assign(() => undefined, { typed: false, becomes: () => [], isAny: () => false, isGivenAny: () => false });
  let checker: Checker | undefined;
  const ask = <Answer>(node: Node, question: (checker: Checker, typed: unknown) => Answer): Answer | undefined => {
    const typed = nodes.get(node);
    if (typed === undefined) return undefined;
    try {
      checker ??= program.getTypeChecker();
      return question(checker, typed);
    } catch {
      // On CI a file that is linted a second time, after a fix, gets a program without its imports, in which the compiler can fail.
      return undefined;
    }
  };
  const read = (types: Checker, type: CheckedType | undefined): string[] => (type ? [...brandsOfType(types, type, new Set())] : []);
  return Object.assign((node: Node) => ask(node, (types, typed) => read(types, types.getTypeAtLocation(typed))), {
    typed: true,
    becomes: (node: Node) => ask(node, (types, typed) => {
      const wanted = types.getContextualType(typed);
      return wanted ? [...laundered(types, types.getTypeAtLocation(typed), wanted, DEPTH)] : [];
    }) ?? [],
    isAny: (node: Node) => ask(node, (types, typed) => isAny(types.getTypeAtLocation(typed))) ?? false,
    isGivenAny: (callback: Node, position: number) => ask(callback, (types, typed) => {
      const wanted = types.getContextualType(typed);
      return wanted !== undefined && types.getSignaturesOfType(wanted, 0).some(({ parameters }) => {
        const parameter = parameters[position] ?? parameters.at(-1);
        const given = parameter && types.getTypeOfSymbol(parameter);
        if (!given) return false;
        // `...args: any[]`, as listeners have it.
        const rest = position >= parameters.length - 1 ? argumentsOf(types, given)[0] : undefined;
        return (position < parameters.length && isAny(given)) || (rest !== undefined && given.symbol?.name === "Array" && isAny(rest));
      });
    }) ?? false,
  });
}

/** How deep in a value an `any` is looked for. */
const DEPTH = 3;
/** Types with more fields are not data that somebody puts together. */
const MOST_FIELDS = 30;
/** Where one of these is wanted, a list or a map may be given. */
const SEQUENCES = new Set(["Iterable", "ArrayLike", "ReadonlyArray", "Array"]);

function isAny({ intrinsicName }: CheckedType): boolean {
  return intrinsicName === "any";
}

function argumentsOf(checker: Checker, type: CheckedType): readonly CheckedType[] {
  return type.target ? checker.getTypeArguments(type) : [];
}

/** The brands that stand where the given type says `any` and the wanted one a brand. */
function laundered(checker: Checker, given: CheckedType, wanted: CheckedType, depth: number): Set<string> {
  if (isAny(given)) return demanded(checker, wanted, depth);
  if (depth === 0 || given === wanted) return new Set();
  const parts = membersOf(wanted).flatMap((member) => pairs(checker, given, member));
  return new Set(parts.flatMap(([part, place]) => [...laundered(checker, part, place, depth - 1)]));
}

/** The brands that a value of a type has for certain, itself or in a field or an item; with a choice that has none it may have none. */
function demanded(checker: Checker, wanted: CheckedType, depth: number): Set<string> {
  const own = brandsOfType(checker, wanted, new Set());
  const members = membersOf(wanted);
  if (members.length > 1) return members.every((member) => demanded(checker, member, depth).size > 0) ? demanded(checker, members[0] ?? wanted, depth) : new Set();
  if (own.size > 0 || depth === 0) return own;
  const items = argumentsOf(checker, wanted);
  const fields = items.length > 0 || wanted.isUnionOrIntersection() ? [] : checker.getPropertiesOfType(wanted);
  if (fields.length > MOST_FIELDS) return own;
  const parts = items.length > 0 ? items : fields.map((field) => checker.getTypeOfSymbol(field));
  return new Set(parts.flatMap((part) => [...demanded(checker, part, depth - 1)]));
}

/** The choices of a type, but for `undefined` and `null`. */
function membersOf(type: CheckedType): readonly CheckedType[] {
  return type.isUnion() ? (type.types ?? []).filter(({ intrinsicName }) => intrinsicName !== "undefined" && intrinsicName !== "null") : [type];
}

/** Which part of one type becomes which part of another. */
function pairs(checker: Checker, given: CheckedType, wanted: CheckedType): (readonly [CheckedType, CheckedType])[] {
  const places = argumentsOf(checker, wanted);
  if (places.length > 0) {
    const isSame = given.target === wanted.target || given.symbol === wanted.symbol || isTuple(given);
    if (!isSame && !SEQUENCES.has(wanted.symbol?.name ?? "")) return [];
    return argumentsOf(checker, given).flatMap((part, index) => (places[index] ? [[part, places[index]] as const] : []));
  }
  if (given.isUnionOrIntersection() || wanted.isUnionOrIntersection() || given.isClassOrInterface()) return [];
  const fields = checker.getPropertiesOfType(wanted);
  if (fields.length > MOST_FIELDS) return [];
  const known = new Map(checker.getPropertiesOfType(given).map((field) => [field.escapedName, field]));
  return fields.flatMap((field) => {
    const part = known.get(field.escapedName);
    return part && part !== field ? [[checker.getTypeOfSymbol(part), checker.getTypeOfSymbol(field)] as const] : [];
  });
}

function isTuple({ target }: CheckedType): boolean {
  return (target as { fixedLength?: number } | undefined)?.fixedLength !== undefined;
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
