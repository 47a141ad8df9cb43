const memos: Map<object, unknown>[] = [];

/**
 * A table of what has been found out about nodes, emptied whenever ESLint goes on to the next file. A `WeakMap` would
 * do without that, and costs more to fill than most answers cost to find.
 */
export function fileMemo<Key extends object, Value>(): Map<Key, Value> {
  const memo = new Map<Key, Value>();
  memos.push(memo);
  return memo;
}

/** Forgets what has been found out, because another file is linted now. */
export function startFile(): void {
  for (const memo of memos) memo.clear();
}
