import { isObject, type JsonObject } from "../../base/json";

/** In what form a text holds an event. */
export type DumpForm = "form" | "json" | "printR" | "varExport" | "varDump" | "python" | "other";

/** What a language or a tool printed of a value. */
export interface Dump {
  readonly form: DumpForm;
  readonly value: unknown;
  /** The text ends before the value does. */
  readonly isCut: boolean;
}

/** An object that is being filled; it inherits nothing, so that a key may have any name. */
export type OpenObject = Record<string, unknown>;

export function newObject(): OpenObject {
  return Object.create(null) as OpenObject;
}

/** Keys that stand twice in one object; of them the last value counts, as in PHP and JSON. */
export type Repeated = Set<string>;

export function put(object: OpenObject, key: string, value: unknown, repeated: Repeated): void {
  if (key in object) repeated.add(key);
  object[key] = value;
}

/** Deeper values are no event's. */
const deepestPath = 20;
const bracketed = /^\w{1,60}(?:\[[^\]]{0,100}\]){1,20}$/;

function isBracketed(key: string): boolean {
  return key.length <= 400 && bracketed.test(key);
}

/** `data[PARAMS][DIALOG_ID]` with its value, as PHP reads a form. */
export function putPath(root: OpenObject, key: string, value: unknown, repeated: Repeated): void {
  const [first = "", ...rest] = key.split(/\]?\[|\]$/).filter((_part, index, all) => {
    return index < all.length - 1 || !key.endsWith("]");
  });
  let object = root;
  let name = first;
  for (const next of rest.slice(0, deepestPath)) {
    const inner = object[name];
    const child = isOpen(inner) ? inner : newObject();
    object[name] = child;
    object = child;
    name = next === "" ? String(Object.keys(child).length) : next;
  }
  put(object, name, value, repeated);
}

function isOpen(value: unknown): value is OpenObject {
  return isObject(value) && Object.getPrototypeOf(value) === null;
}

/** Frameworks that do not know PHP's brackets print the names of a form as they came. */
export function withoutBrackets(object: JsonObject, repeated: Repeated): JsonObject {
  const entries = Object.entries(object);
  if (!entries.some(([key]) => isBracketed(key))) return object;
  const root = newObject();
  for (const [key, value] of entries) {
    // Django keeps a list for each name.
    const plain: unknown = Array.isArray(value) ? value.at(-1) : value;
    if (isBracketed(key)) putPath(root, key, plain, repeated);
    else root[key] = plain;
  }
  return root;
}
