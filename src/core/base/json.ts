/** An object of a JSON text: unchecked, and with any keys. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * A number of a JSON text that JavaScript's numbers cannot hold as it was written: too long, too large, `1.0`,
 * `1e3`, `-0`. What shows it shows its source.
 */
export class JsonNumber {
  constructor(readonly source: string) {}

  /** The number of JavaScript that comes nearest: maybe not the one that was written, maybe Infinity. */
  get nearest(): number {
    return Number(this.source);
  }

  toString(): string {
    return this.source;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof JsonNumber)
  );
}

/** The same for what is only looked into: what is no object has nothing in it. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The name of a value's JSON type, with PHP's empty map and list told from a full one. */
export function jsonType(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return value.length === 0 ? "empty list" : "list";
  return value instanceof JsonNumber ? "number" : typeof value;
}

/** Codes, names and ids come as strings and as numbers (`"100"`, `100`); "" for anything else. */
export function scalarText(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || value instanceof JsonNumber ? String(value) : "";
}

/** For what is measured or counted: the nearest number is near enough. */
export function finiteNumber(value: unknown): number | undefined {
  const number = value instanceof JsonNumber ? value.nearest : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/** A key and its value, as a JSON text has them. */
export type Member = readonly [key: string, value: unknown];

const members = Symbol("members");

/** For an object that cannot hold its members as they came: a key stands twice, or would change its place. */
export function keepMembers(object: object, list: readonly Member[]): void {
  Object.defineProperty(object, members, { value: list });
}

/** All members in the order of the text, also those that a later one of the same key replaced. */
export function membersOf(object: JsonObject): readonly Member[] {
  const list = (object as { readonly [members]?: readonly Member[] })[members];
  return list ?? Object.entries(object);
}

/** The same one by one: for the many objects that keep no list, none is made. */
export function eachMember(object: JsonObject, visit: (key: string, value: unknown) => void): void {
  if (members in object) {
    for (const [key, value] of membersOf(object)) visit(key, value);
    return;
  }
  // Without a list of the keys; what JSON holds inherits nothing that is enumerable.
  for (const key in object) visit(key, object[key]);
}
