import { isIsoDate } from "../base/instantText";
import { isObject, JsonNumber, membersOf } from "../base/json";
import { clip } from "../base/visibleText";
import { safeColor } from "./avatar";
import type { FieldType } from "./fieldCatalog";
import { jsonOf, layOutJson } from "../base/jsonText";

/** A value as it can be shown. What fits no form keeps its own, so nothing is lost or guessed. */
export type FieldValue =
  /** `null`, `""`, `false`, `[]` and `{}` mean that nothing is set, for an id also 0 (REST brief, dialogs.md 5). */
  | { readonly type: "unset"; readonly spelled: string }
  /** `length` in UTF-16 units, of the whole text; `text` may be its beginning. */
  | { readonly type: "text"; readonly text: string; readonly length: number }
  /** `value` is absent where JavaScript has no such number: `spelled` says which it is. */
  | { readonly type: "number"; readonly value: number | undefined; readonly spelled: string }
  | { readonly type: "flag"; readonly isOn: boolean; readonly spelled: string }
  | { readonly type: "date"; readonly iso: string }
  | { readonly type: "color"; readonly hex: string }
  | { readonly type: "code"; readonly code: string }
  /** 0 where the portal says "nobody". */
  | { readonly type: "userId"; readonly userId: number; readonly spelled: string }
  | { readonly type: "userIds"; readonly userIds: readonly number[] }
  | { readonly type: "receipts"; readonly receipts: readonly ReadReceipt[] }
  /** `text` may be its beginning. */
  | { readonly type: "json"; readonly text: string; readonly isWhole: boolean }
  /** Text that holds JSON, laid out; `shownLength` of its `length` are in `text`. */
  | {
      readonly type: "jsonText";
      readonly text: string;
      readonly shownLength: number;
      readonly length: number;
    };

/** A value, and what stood in the reply. */
interface ReadValue {
  readonly value: FieldValue;
  readonly wire: unknown;
}

interface ReadReceipt {
  readonly userId: number;
  readonly name: string;
  /** ISO 8601 with offset. */
  readonly date: string | undefined;
}

/** How much of a value is drawn; the raw reply has the rest. */
export const shownTextLimit = 4_000;
const shownDataUriLimit = 24;
const shownJsonLimit = 20_000;

/** Reads a value as its documented type, tolerating every spelling that portals were seen to use. */
export function readFieldValue(wire: unknown, type: FieldType | undefined): FieldValue {
  const unset = unsetSpelling(wire, type);
  if (unset !== undefined) return { type: "unset", spelled: unset };
  return (type === undefined ? undefined : readAs(wire, type)) ?? readAsItCame(wire);
}

function readAs(wire: unknown, type: FieldType): FieldValue | undefined {
  switch (type) {
    case "number":
      return readNumber(wire);
    case "id": {
      const number = readNumber(wire);
      return number?.value === 0 ? { type: "unset", spelled: number.spelled } : number;
    }
    case "flag":
      return readFlag(wire);
    case "date":
      return typeof wire === "string" && isIsoDate(wire) ? { type: "date", iso: wire } : undefined;
    case "color": {
      const hex = safeColor(wire);
      return hex === undefined ? undefined : { type: "color", hex };
    }
    case "code":
      return typeof wire === "string" && wire.length <= 60
        ? { type: "code", code: wire }
        : undefined;
    case "userId": {
      const userId = toNumber(wire);
      return userId === undefined
        ? undefined
        : { type: "userId", userId, spelled: spellingOf(wire) };
    }
    case "userIds":
      return readUserIds(wire);
    case "receipts":
      return receiptsIn(wire);
    case "text":
      return undefined;
  }
}

/** Equal for values that say the same; "" for nothing. */
export function meaningOf({ value, wire }: ReadValue): string {
  switch (value.type) {
    case "unset":
      return "";
    case "flag":
      return value.isOn ? "true" : "";
    case "number":
      return value.value === 0 ? "" : String(value.value ?? value.spelled);
    case "userId":
      return value.userId === 0 ? "" : String(value.userId);
    case "date":
      return String(Date.parse(value.iso));
    case "code":
      return value.code.toLowerCase();
    case "color":
      return value.hex;
    case "text":
      return String(wire);
    case "userIds":
      return inOrder(value.userIds);
    case "receipts":
      return inOrder(value.receipts.map(({ userId }) => userId));
    case "json":
    case "jsonText":
      return jsonOf(wire).text;
  }
}

function inOrder(ids: readonly number[]): string {
  return [...ids].sort((one, other) => one - other).join();
}

function readAsItCame(wire: unknown): FieldValue {
  if (typeof wire === "string") {
    const laidOut = layOutJson(wire, shownJsonLimit);
    if (laidOut !== undefined) return { type: "jsonText", ...laidOut, length: wire.length };
    // An embedded picture says nothing to a reader; its beginning tells what it is.
    const limit = wire.startsWith("data:") ? shownDataUriLimit : shownTextLimit;
    return { type: "text", text: clip(wire, limit), length: wire.length };
  }
  if (typeof wire === "number") return { type: "number", value: wire, spelled: String(wire) };
  if (wire instanceof JsonNumber) return { type: "number", value: undefined, spelled: wire.source };
  if (typeof wire === "boolean") return { type: "flag", isOn: wire, spelled: String(wire) };
  return { type: "json", ...jsonOf(wire, shownJsonLimit) };
}

function unsetSpelling(wire: unknown, type: FieldType | undefined): string | undefined {
  if (wire === null) return "null";
  // PHP spells a flag that is off "", and with `false` that there is nothing of another type.
  if (wire === "") return type === "flag" ? undefined : '""';
  if (wire === false) return type === "flag" || type === undefined ? undefined : "false";
  if (Array.isArray(wire) && wire.length === 0) return "[]";
  return isObject(wire) && membersOf(wire).length === 0 ? "{}" : undefined;
}

function readNumber(wire: unknown): Extract<FieldValue, { type: "number" }> | undefined {
  const value = toNumber(wire);
  return value === undefined ? undefined : { type: "number", value, spelled: spellingOf(wire) };
}

/** What JSON.stringify gives for text, numbers and flags; it takes far longer for the short ones. */
function spellingOf(wire: unknown): string {
  return typeof wire === "string" ? JSON.stringify(wire) : String(wire);
}

/** Portals before 2019 write ids as strings (REST brief, dialogs.md 1.6), others write 29.0. */
export function toNumber(wire: unknown): number | undefined {
  if (typeof wire === "number") return wire;
  if (wire instanceof JsonNumber)
    return /^-?\d{1,15}\.0+$/.test(wire.source) ? wire.nearest : undefined;
  if (typeof wire !== "string" || !/^-?\d{1,15}$/.test(wire)) return undefined;
  return Number(wire);
}

function readFlag(wire: unknown): FieldValue | undefined {
  const isOn = flagOf(wire);
  return isOn === undefined ? undefined : { type: "flag", isOn, spelled: spellingOf(wire) };
}

/** Whether a flag is on, in every spelling that was seen; `undefined` for what is none. */
export function flagOf(wire: unknown): boolean | undefined {
  return flagSpellings.get(wire);
}

const flagSpellings: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  ["Y", true],
  ["true", true],
  ["1", true],
  [1, true],
  [false, false],
  ["N", false],
  ["false", false],
  ["0", false],
  ["", false],
  [0, false],
]);

/** A list of ids, or a map that says of each whether he is listed: `{"503": true, "450": false}`. */
function readUserIds(wire: unknown): FieldValue | undefined {
  const entries = listedIn(wire) ?? listIn(wire);
  if (entries === undefined) return undefined;
  const userIds: number[] = [];
  for (const entry of entries) {
    const userId = toNumber(entry);
    if (userId === undefined) return undefined;
    userIds.push(userId);
  }
  if (userIds.length > 0) return { type: "userIds", userIds };
  return { type: "unset", spelled: clip(jsonOf(wire, 200).text.replace(/\s/g, ""), 60) };
}

function listedIn(wire: unknown): readonly string[] | undefined {
  if (!isObject(wire)) return undefined;
  const members = membersOf(wire);
  const isMap = members.every(([id, isListed]) => /^\d+$/.test(id) && flagSpellings.has(isListed));
  if (!isMap) return undefined;
  return members.flatMap(([id, isListed]) => (flagOf(isListed) === true ? [id] : []));
}

/** PHP writes a list that lost an entry as a map: `{"0": 5, "2": 7}`. Without a 0 its keys may be people. */
function listIn(wire: unknown): readonly unknown[] | undefined {
  if (Array.isArray(wire)) return wire as readonly unknown[];
  if (!isObject(wire) || membersOf(wire).some(([key]) => !/^\d+$/.test(key))) return undefined;
  const entries = Object.values(wire);
  return "0" in wire || entries.every(isObject) ? entries : undefined;
}

/** People who read something; a list of bare ids is documented too (REST brief, dialogs.md 1.4). */
function receiptsIn(wire: unknown): FieldValue | undefined {
  const entries = listIn(wire);
  if (entries === undefined) return undefined;
  const receipts: ReadReceipt[] = [];
  for (const entry of entries) {
    const receipt = receiptIn(entry);
    if (receipt === undefined) return undefined;
    receipts.push(receipt);
  }
  return { type: "receipts", receipts };
}

/** An object in either spelling; one documented type says a bare id. */
function receiptIn(entry: unknown): ReadReceipt | undefined {
  const person: Readonly<Record<string, unknown>> = isObject(entry) ? entry : { user_id: entry };
  const userId = toNumber(person["user_id"] ?? person["userId"]);
  if (userId === undefined) return undefined;
  const name = person["user_name"] ?? person["userName"];
  const { date } = person;
  return {
    userId,
    name: typeof name === "string" ? name : "",
    date: typeof date === "string" && date !== "" ? date : undefined,
  };
}
