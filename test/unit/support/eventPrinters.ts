import { isObject } from "../../../src/core/base/json";

/** Every way in which people print an event, by its name. */
export const printers: Readonly<
  Record<string, (event: Readonly<Record<string, unknown>>) => string>
> = {
  "a body": (event) => formPairs(event).map(encoded).join("&"),
  "a body that was decoded": (event) => formPairs(event).map(plain).join("&"),
  "a body, one name on a line": (event) => formPairs(event).map(plain).join("\n"),
  "a body in the line of a log": (event) =>
    `[2026-03-16 17:41:58] app.INFO: POST /bot.php ${formPairs(event).map(encoded).join("&")} 200 12ms`,
  curl: (event) =>
    `curl -sS http://localhost:8080/bot.php ${formPairs(event)
      .map((pair) => `--data-urlencode '${plain(pair)}'`)
      .join(" \\\n  ")}`,
  JSON: (event) => JSON.stringify(event),
  "JSON over lines, in a log": (event) =>
    `[2026-03-16 17:41:58] bot.DEBUG: got [] ${JSON.stringify(event, undefined, 2)} []`,
  "JSON in a string of JSON": (event) =>
    JSON.stringify({ level: "info", body: JSON.stringify(event) }),
  "JSON that was escaped": (event) => `body: "${JSON.stringify(event).replaceAll('"', '\\"')}"`,
  "a body in a string of JSON": (event) =>
    JSON.stringify({
      headers: { host: "bot.example" },
      body: formPairs(event).map(encoded).join("&"),
    }),
  print_r: (event) => `2026-03-16 17:41:58 ${printR(event, "")}\n`,
  "print_r on one line": (event) => printR(event, "").replace(/\s*\n\s*/g, " "),
  "print_r without line breaks": (event) => printR(event, "").replaceAll("\n", ""),
  var_export: (event) => varExport(event, ""),
  "var_export with short lists": (event) =>
    `return ${varExport(event, "")
      .replaceAll(/array \(/g, "[")
      .replaceAll(/^( *)\),?$/gm, "$1],")};`,
  var_dump: (event) => varDump(event, ""),
  "var_dump in the source of a page": (event) =>
    varDump(event, "").replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll(">", "&gt;"),
  Python: (event) => python(event),
  Django: (event) =>
    `<QueryDict: {${formPairs(event)
      .map(([name, value]) => `${python(name)}: [${python(value)}]`)
      .join(", ")}}>`,
  Express: (event) =>
    `{\n${formPairs(event)
      .map(([name, value]) => `  '${name}': ${python(value)}`)
      .join(",\n")}\n}`,
};

function formPairs(value: unknown, name = ""): [name: string, value: string][] {
  if (!isObject(value)) return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, each]) =>
    formPairs(each, name === "" ? key : `${name}[${key}]`),
  );
}

function encoded([name, value]: readonly [string, string]): string {
  return new URLSearchParams([[name, value]]).toString();
}

function plain([name, value]: readonly [string, string]): string {
  return `${name}=${value}`;
}

function printR(value: unknown, indent: string): string {
  if (!isObject(value)) return String(value);
  const inner = Object.entries(value).map(
    ([key, each]) => `${indent}    [${key}] => ${printR(each, `${indent}        `)}\n`,
  );
  return `Array\n${indent}(\n${inner.join("")}${indent})\n`;
}

function varExport(value: unknown, indent: string): string {
  if (!isObject(value)) return `'${String(value).replace(/[\\']/g, String.raw`\$&`)}'`;
  const inner = Object.entries(value).map(([key, each]) => {
    const gap = isObject(each) ? `\n${indent}  ` : "";
    return `${indent}  '${key}' => ${gap}${varExport(each, `${indent}  `)},\n`;
  });
  return `array (\n${inner.join("")}${indent})`;
}

function varDump(value: unknown, indent: string): string {
  if (!isObject(value)) {
    const text = String(value);
    return `string(${new TextEncoder().encode(text).length}) "${text}"`;
  }
  const entries = Object.entries(value);
  const inner = entries.map(([key, each]) => {
    const name = /^\d+$/.test(key) ? key : `"${key}"`;
    return `${indent}  [${name}]=>\n${indent}  ${varDump(each, `${indent}  `)}\n`;
  });
  return `array(${entries.length}) {\n${inner.join("")}${indent}}`;
}

function python(value: unknown): string {
  if (!isObject(value))
    return `'${String(value)
      .replace(/[\\']/g, String.raw`\$&`)
      .replaceAll("\n", String.raw`\n`)}'`;
  const inner = Object.entries(value).map(([key, each]) => `${python(key)}: ${python(each)}`);
  return `{${inner.join(", ")}}`;
}
