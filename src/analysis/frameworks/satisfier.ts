/**
 * Something that answers a rule: a middleware, an option, a method, a default of a framework. Kept as data, because three
 * readers share it: the fact that looks for it, the table on the rule's page, and the test that holds each name to the
 * installed declarations.
 */
export interface Satisfier {
  readonly kind: "middleware" | "function" | "class" | "method" | "option" | "default" | "guard";
  /** The export, method or option, as it is written in code. */
  readonly name: string;
  /** The modules that export it, or that export what it belongs to; the first is named on the page. */
  readonly modules: readonly [string, ...string[]];
  /** The versions in which it has that name: `>=1.0`. */
  readonly versions: string;
  /** The export that an option or a method belongs to: `ChatOpenAI`. */
  readonly of?: string;
  /** On which condition it counts, to be read after its name. */
  readonly when?: string;
}

/** The satisfiers of one kind, by their names. */
export function namesOf(satisfiers: readonly Satisfier[], kind: Satisfier["kind"]): ReadonlySet<string> {
  return new Set(satisfiers.filter((satisfier) => satisfier.kind === kind).map(({ name }) => name));
}
