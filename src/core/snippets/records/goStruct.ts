import type { ShapeField, ShapeType } from "./recordShape";
import { markOf, writeType, type RecordType, type TypeWords } from "./recordType";

export const goStruct: RecordType = {
  id: "type-go",
  label: "Go struct",
  languages: ["go"],
  write: (shape) => `type DialogRecord struct {\n${body(shape, "\t")}}\n`,
};

interface Row {
  readonly name: string;
  readonly type: string;
  readonly tag: string;
  readonly mark: string;
}

function body(fields: readonly ShapeField[], margin: string): string {
  const taken = new Set<string>();
  const writeRecord = (inner: readonly ShapeField[]): string =>
    `struct {\n${body(inner, `${margin}\t`)}${margin}}`;
  const rows = fields.flatMap((field): Row[] => {
    // The tags of encoding/json take no other names.
    if (!/^[A-Za-z0-9_.-]+$/.test(field.name)) return [];
    const pointer = field.canBeNull && isValue(field.type) ? "*" : "";
    return [
      {
        name: freeName(field.name, taken),
        type: pointer + writeType(field.type, words, writeRecord),
        tag: `\`json:"${field.name}"\``,
        mark: markOf(field),
      },
    ];
  });
  return sections(rows)
    .map((section) => lines(section, margin))
    .join("");
}

/** In columns, as gofmt lays them out: a remark begins them anew, a type of several lines ends them. */
function sections(rows: readonly Row[]): readonly (readonly Row[])[] {
  const all: Row[][] = [];
  let isOpen = false;
  for (const row of rows) {
    const isLong = row.type.includes("\n");
    if (isOpen && row.mark === "") all.at(-1)?.push(row);
    else all.push([row]);
    isOpen = !isLong;
  }
  return all;
}

function lines(section: readonly Row[], margin: string): string {
  const nameWidth = Math.max(...section.map(({ name }) => name.length));
  const typeWidth = Math.max(...section.map(({ type }) => (type.includes("\n") ? 0 : type.length)));
  return section
    .map(({ name, type, tag, mark }) => {
      const remark = mark === "" ? "" : `${margin}// ${mark}\n`;
      const columns = type.includes("\n")
        ? `${name.padEnd(nameWidth)} ${type} ${tag}`
        : `${name.padEnd(nameWidth)} ${type.padEnd(typeWidth)} ${tag}`;
      return `${remark}${margin}${columns}\n`;
    })
    .join("");
}

/** What cannot be nil by itself. */
function isValue({ kind }: ShapeType): boolean {
  return kind === "text" || kind === "integer" || kind === "number" || kind === "flag";
}

const words: TypeWords = {
  text: "string",
  integer: "int64",
  number: "float64",
  flag: "bool",
  anything: "any",
  list: (of) => `[]${of}`,
  map: (of) => `map[string]${of}`,
};

/** `entity_data_1` becomes EntityData1; of two that become the same the second gets a number. */
function freeName(wire: string, taken: Set<string>): string {
  const parts = wire.split(/[^A-Za-z0-9]+/);
  const joined = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("");
  const name = /^[A-Z]/.test(joined) ? joined : `Field${joined}`;
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}${count}`;
  taken.add(free);
  return free;
}
