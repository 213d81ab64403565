export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function without(record: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

/**
 * One line of JSON as PHP's `json_encode` with its tag, amp, apos and quot flags writes it: what is
 * not ASCII is escaped, and so is every character that means something in HTML. A map that is empty
 * or whose keys are 0..n-1 becomes a list, because PHP has one type for both.
 */
export function encodePhpJson(value: Json): string {
  return JSON.stringify(value, (_key, inner: Json) => asPhpArray(inner)).replace(
    /\\["\\/bfnrtu]|[<>&'/]|[\u0080-\uffff]/g,
    (found) => escapes[found] ?? (found.startsWith("\\") ? found : `\\u${hex4(found)}`),
  );
}

const escapes: Readonly<Record<string, string>> = {
  '\\"': "\\u0022",
  "/": "\\/",
  "<": "\\u003C",
  ">": "\\u003E",
  "&": "\\u0026",
  "'": "\\u0027",
};

function hex4(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, "0");
}

function asPhpArray(value: Json): Json {
  if (!isJsonObject(value)) return value;
  const keys = Object.keys(value);
  return keys.every((key, index) => key === String(index)) ? Object.values(value) : value;
}
