/** A file that `init` would write. */
export interface PlannedFile {
  /** Relative to the project, with `/`. */
  readonly name: string;
  /** `undefined` where the file does not exist yet. */
  readonly before: string | undefined;
  readonly after: string;
}

/** A change that only a person can make, with what to do. */
export interface Advice {
  readonly name: string;
  readonly text: string;
}

export type Plan = { readonly file: PlannedFile } | { readonly advice: Advice } | undefined;
