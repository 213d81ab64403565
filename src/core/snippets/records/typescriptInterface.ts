import { javascriptText } from "../languages/javascript";
import type { ShapeField } from "./recordShape";
import { isPlainName, markOf, writeType, type RecordType, type TypeWords } from "./recordType";

export const typescriptInterface: RecordType = {
  id: "type-typescript",
  label: "TypeScript interface",
  languages: ["typescript", "typescriptreact", "vue", "svelte"],
  write: (shape) => `export interface DialogRecord ${body(shape, "")}\n`,
};

function body(fields: readonly ShapeField[], margin: string): string {
  const inner = `${margin}  `;
  const lines = fields.map((field) => {
    const name = isPlainName(field.name) ? field.name : javascriptText(field.name);
    const orNull = field.canBeNull ? " | null" : "";
    const mark = markOf(field);
    const comment = mark === "" ? "" : ` // ${mark}`;
    const type = writeType(field.type, words, (record) => body(record, inner));
    return `${inner}${name}: ${type}${orNull};${comment}\n`;
  });
  return `{\n${lines.join("")}${margin}}`;
}

const words: TypeWords = {
  text: "string",
  integer: "number",
  number: "number",
  flag: "boolean",
  anything: "unknown",
  list: (of) => `Array<${of}>`,
  map: (of) => `Record<string, ${of}>`,
};
