import assert from "node:assert/strict";
import { readFromEnvironment } from "../../../../src/core/portal/environmentVariable";

const secret = "SECRET/";

/** The text after the edits; `undefined`: nothing is offered. */
function replaced(languageId: string, text: string): string | undefined {
  const place = { offset: text.indexOf(secret), length: secret.length };
  const edits = readFromEnvironment(text, place, languageId, "B24_WEBHOOK");
  return edits
    ?.toSorted((a, b) => b.from - a.from)
    .reduce((done, { from, to, text: put }) => done.slice(0, from) + put + done.slice(to), text);
}

describe("readFromEnvironment", () => {
  for (const [languageId, before, after] of [
    ["php", "$u = 'SECRET/';", "$u = getenv('B24_WEBHOOK');"],
    [
      "php",
      'call("SECRET/im.get?ID={$id}");',
      "call(getenv('B24_WEBHOOK') . \"im.get?ID={$id}\");",
    ],
    ["php", "define('HOOK', 'SECRET/');", "define('HOOK', getenv('B24_WEBHOOK'));"],
    ["typescript", 'const u = "SECRET/";', 'const u = process.env.B24_WEBHOOK ?? "";'],
    ["typescript", 'f("SECRET/".trim())', 'f((process.env.B24_WEBHOOK ?? "").trim())'],
    [
      "javascript",
      "f('SECRET/profile', 'x')",
      "f((process.env.B24_WEBHOOK ?? \"\") + 'profile', 'x')",
    ],
    ["javascript", "f(`SECRET/${method}`)", 'f(`${process.env.B24_WEBHOOK ?? ""}${method}`)'],
    ["typescriptreact", '<A url="SECRET/" />', '<A url={(process.env.B24_WEBHOOK ?? "")} />'],
    ["python", 'import os\nU = "SECRET/"', 'import os\nU = os.environ["B24_WEBHOOK"]'],
    [
      "python",
      '#!/usr/bin/python\nimport json\nget(f"SECRET/{m}")',
      '#!/usr/bin/python\nimport os\nimport json\nget(os.environ["B24_WEBHOOK"] + f"{m}")',
    ],
    ["python", "U = 'SECRET/'\n", 'import os\nU = os.environ["B24_WEBHOOK"]\n'],
    ["go", 'import "os"\nu := "SECRET/" + m', 'import "os"\nu := os.Getenv("B24_WEBHOOK") + m'],
    [
      "go",
      'import (\n\t"fmt"\n)\nvar u = `SECRET/profile`',
      'import (\n\t"os"\n\t"fmt"\n)\nvar u = os.Getenv("B24_WEBHOOK") + `profile`',
    ],
    [
      "csharp",
      'var u = $@"SECRET/{m}\\";',
      'var u = System.Environment.GetEnvironmentVariable("B24_WEBHOOK") + $@"{m}\\";',
    ],
    ["java", 'String u = "SECRET/";', 'String u = System.getenv("B24_WEBHOOK");'],
    ["shellscript", 'curl "SECRET/profile"', 'curl "${B24_WEBHOOK}profile"'],
    ["shellscript", "curl 'SECRET/profile'", "curl ''\"${B24_WEBHOOK}\"'profile'"],
    ["shellscript", "curl SECRET/profile", 'curl "${B24_WEBHOOK}"profile'],
  ] as const) {
    it(`reads the variable in ${languageId}: ${JSON.stringify(before)}`, () => {
      assert.equal(replaced(languageId, before), after);
    });
  }

  for (const [why, languageId, text] of [
    ["JSON cannot", "json", '{"u": "SECRET/"}'],
    ["YAML cannot", "yaml", 'u: "SECRET/"'],
    ["it is one already", "dotenv", "U=SECRET/"],
    ["it is that variable", "shellscript", 'export B24_WEBHOOK="SECRET/"'],
    ["it is a constant of Go", "go", 'const u = "SECRET/"'],
    ["it is among constants of Go", "go", 'const (\n\tu = "SECRET/"\n)'],
    ["it is a constant of C#", "csharp", 'const string U = "SECRET/";'],
    ["it is a constant of PHP", "php", "const U = 'SECRET/';"],
    ["it is a property of PHP", "php", "    private string $u = 'SECRET/';"],
    ["it is a parameter of PHP", "php", "function f($u = 'SECRET/')"],
    ["it is an annotation", "java", '@Url("SECRET/")'],
    ["it is bytes", "python", 'U = b"SECRET/"'],
    ["it is a long string", "python", '"""SECRET/"""'],
    ["it is HTML", "php", '<a href="SECRET/">'],
    ["it is no string", "php", "// SECRET/"],
    ["the string goes on", "javascript", "'SECRET/"],
  ] as const) {
    it(`offers nothing where ${why}`, () => {
      assert.equal(replaced(languageId, text), undefined);
    });
  }
});
