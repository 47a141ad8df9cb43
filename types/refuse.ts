/**
 * Throws. A call is an expression and short, where the base door counts every byte.
 *
 * @internal
 */
export function refuse(message: string, Kind: new (message: string) => Error = TypeError): never {
  throw new Kind(message);
}
