import { pythonText } from "../languages/python";
import type { ShapeField } from "./recordShape";
import { isPlainName, markOf, writeType, type RecordType, type TypeWords } from "./recordType";

export const typedDict: RecordType = {
  id: "type-python",
  label: "Python TypedDict",
  languages: ["python"],
  write: (shape) => {
    const classes: string[] = [];
    define("DialogRecord", shape, classes);
    return `from typing import Any, Dict, List, Optional, TypedDict\n\n${classes.join("\n\n")}`;
  },
};

const keywords: ReadonlySet<string> = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global
   if import in is lambda nonlocal not or pass raise return try while with yield`.split(/\s+/),
);

/** A class of its own for every record; those inside come first. A name that is none for Python needs the other form. */
function define(name: string, fields: readonly ShapeField[], classes: string[]): string {
  const rows = fields.map((field) => {
    const inner = `${name}${pascal(field.name)}`;
    const type = writeType(field.type, words, (record) => define(inner, record, classes));
    const mark = markOf(field);
    return {
      name: field.name,
      type: field.canBeNull ? `Optional[${type}]` : type,
      comment: mark === "" ? "" : `  # ${mark}`,
    };
  });
  const isPlain = rows.every((row) => isClassName(row.name));
  const lines = isPlain
    ? rows.map((row) => `    ${row.name}: ${row.type}${row.comment}\n`)
    : rows.map((row) => `    ${pythonText(row.name)}: ${row.type},${row.comment}\n`);
  classes.push(
    isPlain
      ? `class ${name}(TypedDict):\n${lines.join("")}`
      : `${name} = TypedDict(${pythonText(name)}, {\n${lines.join("")}})\n`,
  );
  return name;
}

/** Inside of a class a name with two underscores in front would become another one. */
function isClassName(name: string): boolean {
  return isPlainName(name) && !keywords.has(name) && !name.startsWith("__");
}

const words: TypeWords = {
  text: "str",
  integer: "int",
  number: "float",
  flag: "bool",
  anything: "Any",
  list: (of) => `List[${of}]`,
  map: (of) => `Dict[str, ${of}]`,
};

function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
}
