import type { PlainType, ShapeField, ShapeType } from "./recordShape";

/** A way to write the type of a record. */
export interface RecordType {
  readonly id: string;
  /** A name, the same in every language. */
  readonly label: string;
  readonly languages: readonly [string, ...string[]];
  readonly write: (shape: readonly ShapeField[]) => string;
}

/** What a language calls the types; records have names and lines of their own. */
export interface TypeWords extends Readonly<Record<PlainType["kind"], string>> {
  readonly list: (of: string) => string;
  readonly map: (of: string) => string;
}

export function writeType(
  type: ShapeType,
  words: TypeWords,
  writeRecord: (fields: readonly ShapeField[]) => string,
): string {
  if (type.kind === "record") return writeRecord(type.fields);
  if (type.kind !== "list" && type.kind !== "map") return words[type.kind];
  return words[type.kind](writeType(type.of, words, writeRecord));
}

/** What is said of a field beside its type; the same in every language of the product. */
export function markOf({ isUnset, isUnknown }: ShapeField): string {
  return [...(isUnset ? ["unset here"] : []), ...(isUnknown ? ["not documented"] : [])].join(", ");
}

/** A name that every language takes as it is. */
export function isPlainName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
}
