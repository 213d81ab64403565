import { javascriptText } from "../languages/javascript";
import { isPlainName, markOf } from "./marks";
import type { ShapeField, ShapeType } from "./recordShape";
import type { RecordType } from "./recordType";

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
    return `${inner}${name}: ${written(field.type, inner)}${orNull};${comment}\n`;
  });
  return `{\n${lines.join("")}${margin}}`;
}

function written(type: ShapeType, margin: string): string {
  switch (type.kind) {
    case "text":
      return "string";
    case "integer":
    case "number":
      return "number";
    case "flag":
      return "boolean";
    case "anything":
      return "unknown";
    case "list":
      return `Array<${written(type.of, margin)}>`;
    case "map":
      return `Record<string, ${written(type.of, margin)}>`;
    case "record":
      return body(type.fields, margin);
  }
}
