import type { Dialog, DialogField } from "./dialog";

/** One field as two readers were told it. */
export interface ComparedField {
  /** As the first version names it. */
  readonly name: string;
  /** Absent: this reader was not told. */
  readonly first: DialogField | undefined;
  readonly second: DialogField | undefined;
  /** Both were told, and not the same. */
  readonly isDifferent: boolean;
}

/**
 * What two readers of the same dialog were told, field by field, in the order of the first reader's reply. The methods
 * spell nothing in different ways (null and 0, false and ""), which is no difference.
 */
export function compareDialogs(first: Dialog, second: Dialog): readonly ComparedField[] {
  const others = new Map(second.fields.map((field) => [field.name, field]));
  const compared = first.fields.map((field): ComparedField => {
    const other = others.get(field.name);
    others.delete(field.name);
    const isDifferent = other !== undefined && meaningOf(field) !== meaningOf(other);
    return { name: field.name, first: field, second: other, isDifferent };
  });
  const onlySecond = [...others.values()].map((field): ComparedField => ({
    name: field.name,
    first: undefined,
    second: field,
    isDifferent: false,
  }));
  return [...compared, ...onlySecond];
}

/** Equal for values that say the same; "" for nothing. */
function meaningOf({ value, wire }: DialogField): string {
  switch (value.type) {
    case "unset":
      return "";
    case "flag":
      return value.isOn ? "true" : "";
    case "number":
      return value.value === 0 ? "" : String(value.value);
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
    case "readers":
      return inOrder(value.readers.map(({ userId }) => userId));
    case "json":
    case "jsonText":
      return JSON.stringify(wire);
  }
}

function inOrder(ids: readonly number[]): string {
  return [...ids].sort((one, other) => one - other).join();
}
