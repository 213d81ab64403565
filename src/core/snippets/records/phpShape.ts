import { isPlainName, markOf } from "./marks";
import type { ShapeField, ShapeType } from "./recordShape";
import type { RecordType } from "./recordType";

/** For PHPStan and Psalm. Not all of their versions take a remark inside a shape: remarks stand above it. */
export const phpShape: RecordType = {
  id: "type-php",
  label: "PHP array shape",
  languages: ["php"],
  write: (shape) =>
    `/**
${remarks(shape)} * @phpstan-type DialogRecord ${body(shape, " * ")}
 */
`,
};

function remarks(shape: readonly ShapeField[]): string {
  const marked = paths(shape, "").filter(([, mark]) => mark !== "");
  return marked.length === 0
    ? ""
    : `${marked.map(([path, mark]) => ` * ${path}: ${mark}\n`).join("")} *\n`;
}

function paths(fields: readonly ShapeField[], parent: string): (readonly [string, string])[] {
  return fields.flatMap((field) => {
    const path = parent + withoutEnd(field.name);
    const inner = field.type.kind === "record" ? paths(field.type.fields, `${path}.`) : [];
    return [[path, markOf(field)] as const, ...inner];
  });
}

function body(fields: readonly ShapeField[], margin: string): string {
  const inner = `${margin}    `;
  const lines = fields.map((field) => {
    const orNull = field.canBeNull ? "|null" : "";
    return `${inner}${key(field.name)}: ${written(field.type, inner)}${orNull},\n`;
  });
  return `array{\n${lines.join("")}${margin}}`;
}

function key(name: string): string {
  return isPlainName(name) ? name : `'${withoutEnd(name).replace(/[\\']/g, "\\$&")}'`;
}

/** A name is the portal's text: it must not end the comment, nor its line. */
function withoutEnd(name: string): string {
  return name.replaceAll("*/", "*\\/").replace(/\p{C}/gu, "?");
}

function written(type: ShapeType, margin: string): string {
  switch (type.kind) {
    case "text":
      return "string";
    case "integer":
      return "int";
    case "number":
      return "float";
    case "flag":
      return "bool";
    case "anything":
      return "mixed";
    case "list":
      return `list<${written(type.of, margin)}>`;
    case "map":
      return `array<array-key, ${written(type.of, margin)}>`;
    case "record":
      return body(type.fields, margin);
  }
}
