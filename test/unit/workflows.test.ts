import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { billOfMaterials, repository, vsix } from "../host/paths";

const folder = path.join(repository, ".github", "workflows");
const { scripts } = v.parse(
  v.object({ scripts: v.record(v.string(), v.string()) }),
  JSON.parse(readFileSync(path.join(repository, "package.json"), "utf8")),
);

/** What stands behind a key, on each line that has it. */
function valuesOf(text: string, key: string): readonly string[] {
  return [...text.matchAll(new RegExp(`^ *(?:- )?${key}: (.*)$`, "gm"))].map(
    ([, value = ""]) => value,
  );
}

// GitHub alone can run them; prettier has parsed them.
for (const name of readdirSync(folder)) {
  const text = readFileSync(path.join(folder, name), "utf8");

  describe(`The workflow ${name}`, () => {
    it("takes others' actions by the hash of their sources, and ours by their files", () => {
      for (const used of valuesOf(text, "uses")) {
        if (used.startsWith("./")) {
          const called = readFileSync(path.join(repository, used), "utf8");
          assert.match(called, /^ {2}workflow_call:$/m, used);
        } else assert.match(used, /^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
      }
    });

    it("may only read the repository, but where a job says why it needs more", () => {
      assert.match(text, /^permissions:\n {2}contents: read\njobs:$/m);
      assert.doesNotMatch(text, /write-all|pull_request_target/);
      const checkouts = text.match(/actions\/checkout@/g) ?? [];
      assert.equal(text.match(/persist-credentials: false/g)?.length ?? 0, checkouts.length);
    });

    it("runs scripts and names files that are there", () => {
      for (const [, script = ""] of text.matchAll(/\bnpm run ([\w:]+)/g)) {
        assert.ok(script in scripts, script);
      }
      for (const [, script = ""] of text.matchAll(/\bbash (\S+)/g)) {
        assert.ok(existsSync(path.join(repository, script)), script);
      }
      const made = [vsix, `${vsix}.sha256`, billOfMaterials].map((file) =>
        path.relative(repository, file),
      );
      for (const [file] of text.matchAll(/\bout\/bitrix24[\w.-]+/g)) {
        assert.ok(made.includes(file), file);
      }
    });
  });
}
