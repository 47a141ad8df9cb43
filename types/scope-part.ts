/**
 * One part of a name that is joined from several, escaped so that no two lists of parts give one name: everything but ASCII letters,
 * digits and `_` becomes `~hex~` per UTF-16 unit. With plain joining, org "a-b" and user "c" would meet org "a" and user "b-c".
 *
 * @internal
 * @throws {TypeError} if the part is empty.
 */
export function escapePart(part: string): string {
  if (part === "") throw new TypeError("a part of a scope is empty");
  return part.replace(/[^A-Za-z0-9_]/g, (unit) => `~${unit.charCodeAt(0).toString(16)}~`);
}

/**
 * Undoes `escapePart`; `undefined` for text that it never returns.
 *
 * @internal
 */
export function unescapePart(escaped: string): string | undefined {
  const part = escaped.replace(/~([0-9a-f]{1,4})~/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return part !== "" && escapePart(part) === escaped ? part : undefined;
}
