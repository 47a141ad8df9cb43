/** Whether the place that a schema complains of holds nothing, rather than something wrong. */
export function isAbsent(content: unknown, path: readonly PropertyKey[]): boolean {
  const held = path.reduce<unknown>((value, key) => (typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), content);
  return path.length > 0 && held === undefined;
}
