import type { EntityFact, EntityFactName, EntityValue } from "./entityFact";

export type ReadPart = (part: string) => EntityValue;

/** What a place of a pipe list holds. */
export type PartSpec = readonly [name: EntityFactName, read: ReadPart];

/** More parts than any documented list has: the rest is shown raw only. */
const shownParts = 20;

/** Reads a pipe list by its documented places; places beyond them are unknown, missing ones unset. */
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
  const unknown = parts.slice(specs.length, shownParts).map((raw, offset): EntityFact => ({
    name: "unknownPart",
    field,
    index: specs.length + offset,
    raw,
    value: raw === "" ? unset : notUnderstood,
  }));
  return [...known, ...unknown];
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

export function isObjectType(text: string): boolean {
  return /^[A-Z][A-Z0-9_]{0,59}$/.test(text);
}

function positive(part: string): number | EntityValue {
  if (part === "") return unset;
  if (!/^\d{1,15}$/.test(part)) return notUnderstood;
  const number = Number(part);
  return number === 0 ? unset : number;
}
