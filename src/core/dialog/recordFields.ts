import { isObject } from "../base/json";
import type { DialogField } from "./dialog";
import { fieldCatalog, groupOfUnknown, nestedFields, nestedPath } from "./fieldCatalog";
import { readFieldValue } from "./fieldValue";
import type { Spelling } from "./spelling";

/**
 * All fields of a record: documented ones in the order of the catalog, then the others in the order they came.
 * @param siblings what stood beside the record in the reply
 * @throws RangeError when a value is nested too deep
 */
export function readFields(
  record: Readonly<Record<string, unknown>>,
  spelling: Spelling,
  siblings: Readonly<Record<string, unknown>>,
): readonly DialogField[] {
  const documented = new Array<DialogField | undefined>(fieldCatalog.size).fill(undefined);
  const others: DialogField[] = [];
  const place = (path: string, wire: unknown): void => {
    const name = spelling.nameOf(path);
    const rank = ranks.get(name);
    const field = readField(path, name, wire);
    // A key may itself be spelled "restrictions.avatar": then two fields have one path, and both are shown.
    if (rank === undefined || documented[rank] !== undefined) others.push(field);
    else documented[rank] = field;
  };
  for (const [key, value] of Object.entries(record)) {
    const entries = nestedFields.has(spelling.nameOf(key)) ? entriesOf(value) : [];
    // An empty map stays one field: it came, and it is empty.
    if (entries.length === 0) place(key, value);
    for (const [name, entry] of entries) place(nestedPath(key, name), entry);
  }
  for (const [key, value] of Object.entries(siblings)) {
    const path = `result.${key}`;
    others.push(readField(path, path, value));
  }
  return [...documented.filter((field) => field !== undefined), ...others];
}

function readField(path: string, name: string, wire: unknown): DialogField {
  const spec = fieldCatalog.get(name);
  return {
    path,
    name,
    group: spec?.group ?? groupOfUnknown(name),
    isDocumented: spec !== undefined || nestedFields.has(name),
    value:
      nestedFields.has(name) && isEmptyJson(wire)
        ? unsetText(wire)
        : readFieldValue(wire, spec?.type),
    wire,
  };
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  const map = typeof value === "string" ? parsed(value) : value;
  return isObject(map) ? Object.entries(map) : [];
}

/** The documentation of `imbot.v2.Chat.get` shows some maps as text that holds JSON: `"{}"`. */
function parsed(text: string): unknown {
  if (!text.startsWith("{")) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isEmptyJson(wire: unknown): wire is "{}" | "[]" {
  return wire === "{}" || wire === "[]";
}

function unsetText(wire: "{}" | "[]"): DialogField["value"] {
  return { type: "unset", spelled: JSON.stringify(wire) };
}

const ranks: ReadonlyMap<string, number> = new Map(
  [...fieldCatalog.keys()].map((name, rank) => [name, rank]),
);
