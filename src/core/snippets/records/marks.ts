import type { ShapeField } from "./recordShape";

/** What is said of a field beside its type; the same in every language of the product. */
export function markOf({ isUnset, isUnknown }: ShapeField): string {
  return [...(isUnset ? ["unset here"] : []), ...(isUnknown ? ["not documented"] : [])].join(", ");
}

/** A name that every language takes as it is. */
export function isPlainName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
}
