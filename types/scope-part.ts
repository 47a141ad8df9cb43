import { refuse } from "./refuse.js";

/**
 * One part of a name that is joined from several, escaped so that no two lists of parts give one name: everything but ASCII letters,
 * digits and `_` becomes `~hex~` per UTF-16 unit. With plain joining, org "a-b" and user "c" would meet org "a" and user "b-c".
 *
 * @internal
 * @throws {TypeError} if the part is empty.
 */
export function escapePart(part: string): string {
  if (part === "") refuse("empty scope part");
  return part.replace(/[^A-Za-z0-9_]/g, (unit) => `~${unit.charCodeAt(0).toString(16)}~`);
}
