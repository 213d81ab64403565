import { isObject, type JsonObject } from "../../base/json";

/** In what form a text holds an event. */
export type DumpForm = "form" | "json" | "printR" | "varExport" | "varDump" | "python" | "other";

/** What a language or a tool printed of a value. */
export interface Dump {
  readonly form: DumpForm;
  readonly value: unknown;
  /** The text ends before the value does. */
  readonly isCut: boolean;
  /** What stands in it may be keys or what somebody wrote: the form does not tell. */
  readonly isDoubtful?: boolean;
}

/** An object that is being filled; it inherits nothing, so that a key may have any name. */
export type OpenObject = Record<string, unknown>;

export function newObject(): OpenObject {
  return Object.create(null) as OpenObject;
}

/**
 * What one paste may take, in values, lines and parts: a hundred events and more. Nobody waits for the rest of a text
 * that is nearly an event a million times.
 */
export class Effort {
  private left = 12_000;

  get isSpent(): boolean {
    return this.left <= 0;
  }

  /** @returns whether reading may go on */
  spend(share = 1): boolean {
    this.left -= share;
    return this.left > 0;
  }
}

/** Keys that stand twice in one object, with the values that do not count: the last does, as in PHP and JSON. */
export type Repeated = Map<string, readonly unknown[]>;

export function put(object: OpenObject, key: string, value: unknown, repeated: Repeated): void {
  if (key in object) repeated.set(key, [...(repeated.get(key) ?? []).slice(0, 9), object[key]]);
  object[key] = value;
}

/** Deeper values are no event's. */
const deepestPath = 20;
const bracketed = /^\w{1,60}(?:\[[^\]]{0,100}\]){1,20}$/;

function isBracketed(key: string): boolean {
  return key.length <= 400 && bracketed.test(key);
}

/** The next number of lists that grow by `[]`: to count their keys each time takes minutes. */
export type Lengths = Map<OpenObject, number>;

/** `data[PARAMS][DIALOG_ID]` with its value, as PHP reads a form. */
export function putPath(
  root: OpenObject,
  key: string,
  value: unknown,
  repeated: Repeated,
  lengths: Lengths,
): void {
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
    name = next;
    if (next === "") {
      const length = lengths.get(child) ?? Object.keys(child).length;
      lengths.set(child, length + 1);
      name = String(length);
    }
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
  const lengths: Lengths = new Map();
  for (const [key, value] of entries) {
    // Django keeps a list for each name.
    const plain: unknown = Array.isArray(value) ? value.at(-1) : value;
    if (isBracketed(key)) putPath(root, key, plain, repeated, lengths);
    else root[key] = plain;
  }
  return root;
}
