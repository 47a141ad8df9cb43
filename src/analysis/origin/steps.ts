/**
 * Where a value comes from: an export of a module (or a global) and the steps from it.
 * `new Stripe(key).refunds.create` is `{ module: "stripe", path: ["default", "new", "refunds", "create"] }`;
 * the result of a call is the step `"()"`. A namespace or a `require` has no first step.
 */
export interface Origin {
  /** The module, without `node:` or `npm:` and without a version; `undefined` for a global. */
  readonly module: string | undefined;
  readonly path: readonly string[];
}

/** Origins that were made here are made once, so that what is worked out about one holds wherever it turns up again. */
class Step implements Origin {
  readonly #next = new Map<string, Step>();
  /** What has been worked out about this origin, by the number of the question. */
  readonly #answers: ({ readonly answer: unknown } | undefined)[] = [];

  constructor(
    readonly module: string | undefined,
    readonly path: readonly string[],
  ) {}

  once<Answer>(question: number, answer: (origin: Origin) => Answer): Answer {
    return ((this.#answers[question] ??= { answer: answer(this) }) as { readonly answer: Answer }).answer;
  }

  to(name: string): Step {
    let next = this.#next.get(name);
    if (!next) {
      made += 1;
      this.#next.set(name, (next = new Step(this.module, [...this.path, name])));
    }
    return next;
  }
}

const MOST_STEPS = 50_000;
let made = 0;
const modules = new Map<string | undefined, Step>();

/** A module as a whole, or with `undefined` what all globals start from. */
function root(module: string | undefined): Step {
  if (made > MOST_STEPS) {
    modules.clear();
    made = 0;
  }
  let step = modules.get(module);
  if (!step) modules.set(module, (step = new Step(module, [])));
  return step;
}

/** The origin of an export; `*` stands for the module as a whole. */
export function exportOrigin(module: string, name: string): Origin {
  return name === "*" ? root(module) : root(module).to(name);
}

export function globalOrigin(name: string): Origin {
  return root(undefined).to(name);
}

const GLOBAL_OBJECTS = new Set(["globalThis", "window", "self", "global"]);

export function step(origin: Origin | undefined, name: string): Origin | undefined {
  if (!origin) return undefined;
  if (origin.module === undefined && origin.path.length === 1 && GLOBAL_OBJECTS.has(origin.path[0] ?? "")) return globalOrigin(name);
  return origin instanceof Step ? origin.to(name) : { module: origin.module, path: [...origin.path, name] };
}

let questions = -1;

/** A question about origins whose answer is worked out once for each. */
export function perOrigin<Answer>(answer: (origin: Origin) => Answer): (origin: Origin) => Answer {
  const question = (questions += 1);
  return (origin) => {
    if (!(origin instanceof Step)) return answer(origin);
    return origin.once(question, answer);
  };
}

/** True where the origin is that export; `default` and a namespace are the same thing to CommonJS interop. */
export function isExport(origin: Origin | undefined, modules: readonly string[], path: readonly string[]): boolean {
  if (origin?.module === undefined) return false;
  // The path differs mostly, and comparing it costs less.
  return (samePath(origin.path, path) || (origin.path[0] === "default" && samePath(origin.path.slice(1), path))) && matchesModule(origin.module, modules);
}

export function isGlobal(origin: Origin | undefined, ...path: readonly string[]): boolean {
  return origin !== undefined && origin.module === undefined && samePath(origin.path, path);
}

/** A module pattern is a name, or a name that ends in `/*` for its subpaths too, or in `*` for every package with that beginning. */
export function matchesModule(module: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    if (pattern.endsWith("/*")) return module === pattern.slice(0, -2) || module.startsWith(pattern.slice(0, -1));
    if (pattern.endsWith("*")) return module.startsWith(pattern.slice(0, -1));
    return module === pattern;
  });
}

export function samePath(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = a.length - 1; index >= 0; index -= 1) if (a[index] !== b[index]) return false;
  return true;
}
