import type { ShapeField } from "./recordShape";
import { isPlainName, markOf, writeType, type RecordType, type TypeWords } from "./recordType";

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
    const type = writeType(field.type, words, (record) => body(record, inner));
    return `${inner}${key(field.name)}: ${type}${orNull},\n`;
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

const words: TypeWords = {
  text: "string",
  integer: "int",
  number: "float",
  flag: "bool",
  anything: "mixed",
  list: (of) => `list<${of}>`,
  map: (of) => `array<array-key, ${of}>`,
};
