/**
 * What the text of a file tells of its exports, read without parsing it. Parsing costs a hundred times as much, and most
 * imports lead, over files that only hand things on, to functions, classes and types that the project makes itself, of
 * which nothing more is asked. Where the text leaves a doubt, the answer is no, and the file is parsed.
 */
export interface Outline {
  /** Whether the export is certainly a function, a class or a type of the file's own: it leads to no module. */
  isOwn(name: string): boolean;
  /** What `export { … } from "…"` hands on under a name. */
  handedOn(name: string): HandedOn | undefined;
  /** The modules that the file passes on whole, if it certainly exports nothing of that name itself. */
  onlyStarsFor(name: string): readonly string[] | undefined;
  /** Whether the file may export one value as a whole. */
  mayBeWhole(): boolean;
  /** Whether the export is certainly a class that extends nothing. */
  isBaseClass(name: string): boolean;
  mentions(name: string): boolean;
}

export interface HandedOn {
  readonly source: string;
  /** The name in that module. */
  readonly name: string;
}

/** A statement of the top level, as far as its first line goes. */
const STATEMENT = /^(?:export|declare|abstract|async|function|class|interface|type|enum|const|let|var)\b.*/gmu;
const DECLARATION = /^(export[ \t]+)?(default[ \t]+)?(?:declare[ \t]+)?(?:abstract[ \t]+|async[ \t]+)?(?:const[ \t]+(?=enum\b))?(?:function|class|interface|type|enum)(?:[ \t]+|[ \t]*\*[ \t]*|(?=[({]))([\w$]*)/u;
const VARIABLES = /^(export[ \t]+)?(?:declare[ \t]+)?(?:const|let|var)[ \t]+([\w$]+)?/u;
const INITIALIZER = /^(?:export[ \t]+)?const[ \t]+[\w$]+[ \t]*=[ \t]*/u;
const FUNCTION = /^(?:async[ \t]+)?(?:function\b|[\w$]+[ \t]*=>)/u;
const PARAMETERS = /^(?:async[ \t]*)?(?:<[^()=]*>)?\(/u;
const LONGEST_PARAMETERS = 1_000;

const LIST = /^export[ \t]+(?:type[ \t]+)?\{([^}]*)\}(?:\s*from\s*(?:"([^"\n]+)"|'([^'\n]+)'))?/gmu;
const LISTED = /^(?:type\s+)?([\w$]+)(?:\s+as\s+([\w$]+))?$/u;
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*/gu;
const STAR = /^export[ \t]*(?:type[ \t]*)?\*[ \t]*from[ \t]*(?:"([^"\n]+)"|'([^'\n]+)')/gmu;
const ANY_STAR = /\bexport[ \t]*(?:type[ \t]*)?\*/gu;
/** An export that only a parser can tell: behind something else on its line, indented, by a string, of a pattern, of a namespace, under a name for everything. */
const HARD_EXPORT = /^(?![ \t]*(?:\*|\/\/)).*[;}/ \t]export[ \t]*(?:const|let|var|function|class|async|abstract|default|type|interface|enum|declare|namespace|import|[{*=])|^export[ \t]*(?:(?:const|let|var)\s*[{[]|namespace\b|module\b|import\b|as\b|(?:type[ \t]*)?\*[ \t]*as\b|@|\{[^}]*["'][^}]*\}|$)|\bexports[ \t]*[.[]/mu;
const WHOLE = /\bmodule[ \t]*\.[ \t]*exports\b|\bexport[ \t]*=/u;

export function outlineOf(text: string): Outline {
  let exports: Exports | undefined;
  let stars: readonly string[] | null | undefined;
  let whole: boolean | undefined;
  const readExports = (): Exports => (exports ??= exportsIn(text));
  const mayBeWhole = (): boolean => (whole ??= WHOLE.test(text));
  return {
    isOwn: (name) => readExports().own.has(name),
    handedOn: (name) => readExports().handedOn.get(name),
    onlyStarsFor(name) {
      if (mayBeWhole() || (text.includes(name) && !readExports().lacks(name))) return undefined;
      stars ??= starsIn(text) ?? null;
      return stars ?? undefined;
    },
    mayBeWhole,
    isBaseClass: (name) => readExports().own.has(name) && readExports().baseClasses.has(name),
    mentions: (name) => text.includes(name),
  };
}

/** `undefined` where one of them may be something else. */
function starsIn(text: string): readonly string[] | undefined {
  const stars = Array.from(text.matchAll(STAR), (match) => match[1] ?? match[2] ?? "");
  return stars.length === (text.match(ANY_STAR)?.length ?? 0) ? stars : undefined;
}

interface Exports {
  readonly own: ReadonlySet<string>;
  readonly handedOn: ReadonlyMap<string, HandedOn>;
  readonly baseClasses: ReadonlySet<string>;
  /** Whether the file certainly exports nothing of that name itself. */
  lacks(name: string): boolean;
}

function exportsIn(text: string): Exports {
  const made = new Set<string>();
  const exported = new Set<string>();
  const handedOn = new Map<string, HandedOn>();
  const baseClasses = new Set<string>();
  let isPlain: boolean | undefined;
  // What a name may stand for besides; such a name is no longer certain.
  const doubtful = new Set<string>();
  for (const { 0: line, index } of text.matchAll(STATEMENT)) {
    const declaration = DECLARATION.exec(line);
    if (declaration) {
      const name = declaration[3] ?? "";
      made.add(name);
      if (/\bclass\b/u.test(declaration[0]) && extendsNothing(text, index + declaration[0].length)) baseClasses.add(name);
      if (declaration[2] !== undefined) made.add("default");
      if (declaration[1] !== undefined) exported.add(declaration[2] === undefined ? name : "default");
      continue;
    }
    const variables = VARIABLES.exec(line);
    if (!variables) {
      if (/^export[ \t]+default\b/u.test(line)) {
        doubtful.add("default");
        exported.add("default");
      }
      continue;
    }
    const name = variables[2] ?? "";
    if (holdsFunction(text, index, line)) made.add(name);
    else doubtful.add(name);
    if (variables[1] !== undefined) exported.add(name);
  }
  for (const [, list = "", double, single] of text.matchAll(LIST)) {
    const source = double ?? single;
    for (const entry of list.replace(COMMENT, "").split(",")) {
      const [, local, outer = local] = LISTED.exec(entry.trim()) ?? [];
      if (local === undefined || outer === undefined) continue;
      if (source !== undefined) {
        handedOn.set(outer, { source, name: local });
        continue;
      }
      exported.add(outer);
      if (made.has(local) && !doubtful.has(local)) made.add(outer);
      else doubtful.add(outer);
    }
  }
  const isCertain = (name: string): boolean => !doubtful.has(name) && !(handedOn.has(name) && exported.has(name));
  return {
    own: new Set([...exported].filter((name) => made.has(name) && isCertain(name))),
    handedOn: new Map([...handedOn].filter(([name]) => isCertain(name))),
    baseClasses,
    lacks: (name) => !exported.has(name) && !handedOn.has(name) && (isPlain ??= !HARD_EXPORT.test(text)),
  };
}

/** Whether a class has no `extends`; type parameters may hold braces of their own, and then the answer is no. */
function extendsNothing(text: string, index: number): boolean {
  const head = text.slice(index, text.indexOf("{", index));
  return !head.includes("<") && !/\bextends\b/u.test(head);
}

/** `const name = (a, b) => …`, `const name = async function …`. */
function holdsFunction(text: string, index: number, line: string): boolean {
  const initializer = INITIALIZER.exec(line);
  if (!initializer) return false;
  const start = index + initializer[0].length;
  const value = text.slice(start, start + LONGEST_PARAMETERS);
  if (FUNCTION.test(value)) return true;
  const parameters = PARAMETERS.exec(value);
  if (!parameters) return false;
  let depth = 0;
  for (let at = parameters[0].length - 1; at < value.length; at += 1) {
    const letter = value[at];
    if (letter === "(") depth += 1;
    else if (letter === ")") depth -= 1;
    if (depth === 0) return /^\s*(?:=>|:)/u.test(value.slice(at + 1, at + 20));
  }
  return false;
}
