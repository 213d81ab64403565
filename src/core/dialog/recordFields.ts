import { eachMember, isObject, type JsonObject, type Member } from "../base/json";
import { readJson } from "../base/jsonReader";
import { clip } from "../base/visibleText";
import type { Dialog, DialogField } from "./dialog";
import {
  fieldCatalog,
  groupOfUnknown,
  nestedFields,
  nestedPath,
  type FieldSpec,
} from "./fieldCatalog";
import { readFieldValue } from "./fieldValue";
import type { Spelling } from "./spelling";

/** No portal sends as many that nobody documented; a page of more is no page. */
export const mostOtherFields = 500;

/**
 * All fields of a record: documented ones in the order of the catalog, then the others in the order they came.
 * @param siblings what stood beside the record in the reply
 */
export function readFields(
  record: JsonObject,
  spelling: Spelling,
  siblings: readonly Member[],
): Pick<Dialog, "fields" | "unlistedFields"> {
  const documented = new Array<DialogField | undefined>(fieldCatalog.size).fill(undefined);
  const others: DialogField[] = [];
  let unlistedFields = 0;
  const placeOther = (path: string, name: string, wire: unknown): void => {
    if (others.length === mostOtherFields) unlistedFields += 1;
    else others.push(readField(`other.${others.length}.${clip(path, 100)}`, path, name, wire));
  };
  const place = (path: string, name: string, wire: unknown): void => {
    const spec = ranked.get(name);
    // A key may stand twice, or be spelled "restrictions.avatar": two fields have one path, and both are shown.
    if (spec === undefined || documented[spec.rank] !== undefined) placeOther(path, name, wire);
    else {
      const { group, type } = spec;
      const isEmptyText = nestedFields.has(name) && isEmptyJson(wire);
      const value = isEmptyText ? unsetText(wire) : readFieldValue(wire, type);
      documented[spec.rank] = { key: path, path, name, group, isDocumented: true, value, wire };
    }
  };
  const placeMember = (key: string, value: unknown): void => {
    const name = spelling.nameOf(key);
    const map = nestedFields.has(name) ? mapIn(value) : undefined;
    // An empty map stays one field: it came, and it is empty.
    let entries = 0;
    if (map !== undefined) {
      eachMember(map, (entryKey, entry) => {
        entries += 1;
        const path = nestedPath(key, entryKey);
        place(path, spelling.nameOf(path), entry);
      });
    }
    if (entries === 0) place(key, name, value);
  };
  eachMember(record, placeMember);
  for (const [key, value] of siblings) placeOther(`result.${key}`, `result.${key}`, value);
  const fields: DialogField[] = [];
  for (const field of documented) if (field !== undefined) fields.push(field);
  fields.push(...others);
  return { fields, unlistedFields };
}

function readField(key: string, path: string, name: string, wire: unknown): DialogField {
  const spec = fieldCatalog.get(name);
  return {
    key,
    path,
    name,
    group: spec?.group ?? groupOfUnknown(name),
    isDocumented: spec !== undefined || nestedFields.has(name),
    value:
      nestedFields.has(name) && isEmptyJson(wire)
        ? unsetText(wire)
        : readFieldValue(wire, spec?.type ?? (nestedFields.has(name) ? "text" : undefined)),
    wire,
  };
}

function mapIn(value: unknown): JsonObject | undefined {
  const map = typeof value === "string" ? parsed(value) : value;
  return isObject(map) ? map : undefined;
}

/** The documentation of `imbot.v2.Chat.get` shows some maps as text that holds JSON: `"{}"`. */
function parsed(text: string): unknown {
  const read = text.startsWith("{") ? readJson(text) : undefined;
  return read?.ok === true ? read.value.value : undefined;
}

function isEmptyJson(wire: unknown): wire is "{}" | "[]" {
  return wire === "{}" || wire === "[]";
}

function unsetText(wire: "{}" | "[]"): DialogField["value"] {
  return { type: "unset", spelled: JSON.stringify(wire) };
}

/** One look-up for each field of thousands of records. */
const ranked: ReadonlyMap<string, FieldSpec & { readonly rank: number }> = new Map(
  [...fieldCatalog].map(([name, spec], rank) => [name, { ...spec, rank }]),
);
