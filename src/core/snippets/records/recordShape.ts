import { isObject, JsonNumber, type JsonObject } from "../../base/json";
import type { DialogField } from "../../dialog/dialog";
import { fieldCatalog, fieldTypes, nestedFields, type FieldType } from "../../dialog/fieldCatalog";

export interface PlainType {
  readonly kind: "text" | "integer" | "number" | "flag" | "anything";
}

/** What a value of a record is, whatever the language calls it. */
export type ShapeType =
  | PlainType
  | { readonly kind: "list"; readonly of: ShapeType }
  /** A map whose names are data. */
  | { readonly kind: "map"; readonly of: ShapeType }
  | { readonly kind: "record"; readonly fields: readonly ShapeField[] };

export interface ShapeField {
  /** On the wire. */
  readonly name: string;
  readonly type: ShapeType;
  /** Null came, and it may come again. */
  readonly canBeNull: boolean;
  /** Nothing is set in the record that is shown: the type is that of the documentation. */
  readonly isUnset: boolean;
  /** The REST documentation does not know it. */
  readonly isUnknown: boolean;
}

/**
 * The shape of a record, without a single value of it: fields by the catalog, types as they came. What stood beside
 * the record in its reply is left out.
 */
export function recordShape(fields: readonly DialogField[]): readonly ShapeField[] {
  const shape: ShapeField[] = [];
  const names = new Set<string>();
  const containers = new Map<string, ShapeField[]>();
  for (const field of fields) {
    // A name may stand twice in JSON, not in a type.
    if (names.has(field.path) || field.path.startsWith("result.")) continue;
    names.add(field.path);
    const { container, name } = placeOf(field);
    if (container === undefined) {
      shape.push(shapeOf(field, name));
      continue;
    }
    let entries = containers.get(container);
    if (entries === undefined) {
      entries = [];
      containers.set(container, entries);
      shape.push(plain(container, { kind: "record", fields: entries }));
    }
    entries.push(shapeOf(field, name));
  }
  return shape;
}

function placeOf({ path, name }: DialogField): {
  readonly container?: string;
  readonly name: string;
} {
  const dot = path.indexOf(".");
  const parent = name.split(".")[0] ?? name;
  // A bot's record spells the parts of a name in another way, but has as many of them.
  if (dot < 0 || !nestedFields.has(parent)) return { name: path };
  return { container: path.slice(0, dot), name: path.slice(dot + 1) };
}

function shapeOf(
  { name: catalogName, isDocumented, value, wire }: DialogField,
  name: string,
): ShapeField {
  const isUnset = value.type === "unset";
  const documented = fieldCatalog.get(catalogName)?.type;
  return {
    name,
    type: (isEmpty(wire) ? typeOf(documented) : undefined) ?? typeOfValue(wire, documented),
    canBeNull: wire === null,
    isUnset,
    isUnknown: !isDocumented,
  };
}

/** What says nothing of its type: nothing, or one of PHP's empty lists, which may be a map. */
function isEmpty(wire: unknown): boolean {
  if (Array.isArray(wire)) return wire.length === 0;
  return wire === null || (isObject(wire) && Object.keys(wire).length === 0);
}

/** A reader of a message, with the names that the method which spoke gives it. */
function receiptOf(entry: JsonObject): ShapeType {
  const fields = Object.entries(entry).map(([name, value]) =>
    name === "date"
      ? { ...plain(name, { kind: "text" }), canBeNull: true }
      : plain(name, typeOfValue(value)),
  );
  return { kind: "record", fields };
}

const documentedReceipt = { user_id: 1, user_name: "", date: null };

function plain(name: string, type: ShapeType): ShapeField {
  return { name, type, canBeNull: false, isUnset: false, isUnknown: false };
}

function typeOf(documented: FieldType | undefined): ShapeType | undefined {
  if (documented === undefined) return undefined;
  switch (fieldTypes[documented]) {
    case "integer":
      return { kind: "integer" };
    case "boolean":
      return { kind: "flag" };
    case "string":
      return { kind: "text" };
    case "integers":
      return { kind: "list", of: { kind: "integer" } };
    case "receipts":
      return { kind: "list", of: receiptOf(documentedReceipt) };
  }
}

/** Names inside a value that is not documented may be data themselves, ids of people: they stay out. */
function typeOfValue(wire: unknown, documented?: FieldType): ShapeType {
  switch (typeof wire) {
    case "string":
      return { kind: "text" };
    case "number":
      return { kind: Number.isInteger(wire) ? "integer" : "number" };
    case "boolean":
      return { kind: "flag" };
    default:
      break;
  }
  // A number that was written in a way of its own, as `1.0`: a float to every language.
  if (wire instanceof JsonNumber) return { kind: "number" };
  if (Array.isArray(wire)) {
    const [first] = wire as readonly unknown[];
    const isReceipt = documented === "receipts" && isObject(first);
    return { kind: "list", of: isReceipt ? receiptOf(first) : commonType(wire) };
  }
  if (isObject(wire)) return { kind: "map", of: commonType(Object.values(wire)) };
  return { kind: "anything" };
}

function commonType(values: readonly unknown[]): ShapeType {
  const [first, ...others] = values.map((value) => typeOfValue(value));
  if (first === undefined || !isPlain(first)) return { kind: "anything" };
  return others.every(({ kind }) => kind === first.kind) ? first : { kind: "anything" };
}

function isPlain({ kind }: ShapeType): boolean {
  return kind !== "anything" && kind !== "list" && kind !== "map" && kind !== "record";
}
