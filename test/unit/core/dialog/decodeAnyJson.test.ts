import assert from "node:assert/strict";
import { decodeDialog } from "../../../../src/core/dialog/decodeDialog";
import { fc, inheritedNames } from "../../support/generated";
import { fullRecord } from "../../support/records";

describe("Any JSON as a dialog", () => {
  const anything = fc.jsonValue({ maxDepth: 4 });
  const known = fc.constantFrom(...Object.keys(fullRecord), "title", "unread_last_id");
  const record = fc.dictionary(fc.oneof(known, inheritedNames, fc.string()), anything);

  it("is decoded or refused, never an exception", () => {
    fc.assert(
      fc.property(anything, (result) => {
        assert.equal(typeof decodeDialog(result, "chat29").ok, "boolean");
      }),
    );
  });

  it("loses no key, and invents none", () => {
    fc.assert(
      fc.property(record, (entries) => {
        const result: unknown = JSON.parse(JSON.stringify({ id: 29, ...entries }));
        const dialog = decodeDialog(result, "chat29");
        assert.ok(dialog.ok);
        const paths = dialog.value.fields.map(({ path }) => path);
        const keys = Object.keys(result as object);
        for (const key of keys) {
          assert.ok(
            paths.some((path) => path === key || path.startsWith(`${key}.`)),
            `${key} is lost`,
          );
        }
        for (const path of paths) {
          assert.ok(keys.some((key) => path === key || path.startsWith(`${key}.`)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is shown as far as there is room, however deep it is nested", () => {
    const deep = JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`) as unknown;
    const dialog = decodeDialog({ id: 1, deep }, "chat1");
    assert.ok(dialog.ok);
    const value = dialog.value.fields.at(-1)?.value;
    assert.ok(value?.type === "json" && !value.isWhole && value.text.length <= 20_000);
  });
});
