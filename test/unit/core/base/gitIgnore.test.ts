import assert from "node:assert/strict";
import { isIgnoredByGit } from "../../../../src/core/base/gitIgnore";

describe("isIgnoredByGit", () => {
  const rules = [
    { folder: "", text: ".env\n*.local.php\n/build/\n" },
    { folder: "bots", text: "!keep.local.php\nsecrets/\n" },
    { folder: "build", text: "!*" },
  ];

  for (const [path, isIgnored] of [
    [".env", true],
    ["bots/.env", true],
    [".env.example", false],
    ["settings.local.php", true],
    ["bots/keep.local.php", false],
    ["keep.local.php", true],
    ["bots/secrets/a/b.php", true],
    ["secrets/a.php", false],
    ["build/out.js", true],
    ["bots/build/out.js", false],
    ["botsecrets/x.php", false],
  ] as const) {
    it(`${isIgnored ? "leaves out" : "takes"} ${path}`, () => {
      assert.equal(isIgnoredByGit(path, rules), isIgnored);
    });
  }
});
