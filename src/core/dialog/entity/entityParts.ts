import type { EntityFact, EntityFactName, EntityValue } from "./entityFact";

export type ReadPart = (part: string) => EntityValue;

/** What a place of a pipe list holds. */
export type PartSpec = readonly [name: EntityFactName, read: ReadPart];

/** More parts than any documented list has: of the rest only their number is said. Even, for lists of pairs. */
export const shownParts = 24;

/**
 * Reads a pipe list by its documented places; places beyond them are unknown, missing ones unset. No part is
 * lost: each stands in a fact, or is counted among those that are cut.
 */
export function readParts(
  field: EntityFact["field"],
  text: string,
  specs: readonly PartSpec[],
): readonly EntityFact[] {
  const parts = text === "" ? [] : text.split("|");
  const known = specs.map(([name, read], index): EntityFact => {
    const raw = parts[index];
    return { name, field, index, raw, value: raw === undefined ? unset : read(raw) };
  });
  return [...known, ...unknownParts(field, parts, specs.length)];
}

/** The parts from a place on, of which nothing is known. */
export function unknownParts(
  field: EntityFact["field"],
  parts: readonly string[],
  from: number,
): readonly EntityFact[] {
  const unknown = parts.slice(from, shownParts).map((raw, offset): EntityFact => ({
    name: "unknownPart",
    field,
    index: from + offset,
    raw,
    value: raw === "" ? unset : notUnderstood,
  }));
  return [...unknown, ...cutParts(field, parts)];
}

/** Says how many parts are not shown; nothing when all are. */
export function cutParts(
  field: EntityFact["field"],
  parts: readonly string[],
): readonly EntityFact[] {
  const hiddenParts = parts.length - shownParts;
  if (hiddenParts <= 0) return [];
  const index = shownParts;
  const lastIndex = parts.length - 1;
  const value = { type: "cut", hiddenParts } as const;
  return [{ name: "cutParts", field, index, lastIndex, raw: undefined, value }];
}

export const unset: EntityValue = { type: "unset" };
export const notUnderstood: EntityValue = { type: "notUnderstood" };

export const readText: ReadPart = (part) => (part === "" ? unset : { type: "text", text: part });

/** `Y` or `N`; an empty part says nothing. */
export const readFlag: ReadPart = (part) => {
  if (part === "") return unset;
  if (part === "Y" || part === "N") return { type: "flag", isOn: part === "Y" };
  return notUnderstood;
};

/** An id: a number from 1; 0 says that there is none. */
export const readId: ReadPart = (part) => {
  const id = positive(part);
  return typeof id === "number" ? { type: "number", value: id } : id;
};

/** Seconds since 1970; 0 says never. */
export const readTime: ReadPart = (part) => {
  const epochS = positive(part);
  if (typeof epochS !== "number") return epochS;
  // Beyond the range of dates it is a number of another kind.
  return epochS <= 8.64e12 ? { type: "time", epochS } : notUnderstood;
};

/** An id of something whose type is known from elsewhere. */
export function readObject(objectType: string): ReadPart {
  return (part) => {
    const objectId = positive(part);
    return typeof objectId === "number" ? { type: "object", objectType, objectId } : objectId;
  };
}

/** `LEAD`, `DYNAMIC_1038`; `NONE` says that there is none. */
export const readType: ReadPart = (part) => {
  if (part === "" || part === "NONE") return unset;
  return isObjectType(part) ? { type: "text", text: part } : notUnderstood;
};

/** `NONE` has the form of a type, and says that there is none. */
export function isObjectType(text: string): boolean {
  return text !== "NONE" && /^[A-Z][A-Z0-9_]{0,59}$/.test(text);
}

function positive(part: string): number | EntityValue {
  if (part === "") return unset;
  if (!/^\d{1,15}$/.test(part)) return notUnderstood;
  const number = Number(part);
  return number === 0 ? unset : number;
}
