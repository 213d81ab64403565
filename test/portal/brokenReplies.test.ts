import assert from "node:assert/strict";
import { causeOf, type Cause } from "../../src/core/diagnosis/causes";
import type { Dialog } from "../../src/core/dialog/dialog";
import type { Fault } from "../emulator/faults";
import { failureOf, valueOf } from "./support/portalBench";
import { portalSuite } from "./support/portalSuite";

const rows: readonly [fault: Fault, error: object, cause: Cause][] = [
  [{ name: "html404" }, { kind: "notJson", status: 404, looksLike: "html" }, "pageNotFound"],
  [{ name: "html407" }, { kind: "notJson", status: 407, looksLike: "html" }, "proxySignIn"],
  [{ name: "html502" }, { kind: "notJson", status: 502, looksLike: "html" }, "serverBusy"],
  [{ name: "html503" }, { kind: "notJson", status: 503, looksLike: "html" }, "serverBusy"],
  [{ name: "html200" }, { kind: "notJson", status: 200, looksLike: "html" }, "pageSignIn"],
  [{ name: "empty200" }, { kind: "notJson", status: 200, looksLike: "empty" }, "emptyReply"],
  [
    { name: "truncate", cut: "json" },
    { kind: "notJson", status: 200, looksLike: "text" },
    "notJson",
  ],
  [{ name: "notObject" }, malformed("", "empty list"), "malformed"],
  [{ name: "notObject", body: "null" }, malformed("", "null"), "malformed"],
  [{ name: "notObject", body: '"ok"' }, malformed("", "string"), "malformed"],
  [{ name: "noResult" }, malformed("result", "nothing"), "malformed"],
  [{ name: "nullResult" }, malformed("result", "null"), "malformed"],
];

function malformed(path: string, found: string): object {
  return { kind: "malformed", status: 200, path, found };
}

describe("A reply that is no dialog", () => {
  const suite = portalSuite();

  for (const [fault, expected, cause] of rows) {
    const body = "body" in fault ? ` ${fault.body ?? ""}` : "";
    it(`${fault.name}${body} is told for what it is, and kept to be looked at`, async () => {
      suite.emulator.setFault(fault);
      const { error, exchange } = failureOf(await suite.bench.read("chat29"));
      assert.ok(error.kind !== "cancelled");
      assert.deepEqual(error, { ...expected, host: suite.bench.webhook.host });
      assert.equal(causeOf(error), cause);
      assert.equal(typeof exchange?.body, "string");
      assert.equal(exchange?.status, suite.emulator.journal[0]?.status);
    });
  }
});

describe("A dialog that came oddly", () => {
  const suite = portalSuite();

  async function read(dialogId = "chat29"): Promise<Dialog> {
    return valueOf(await suite.bench.read(dialogId)).dialog;
  }

  const valueAt = (dialog: Dialog, path: string) =>
    dialog.fields.find((field) => field.path === path)?.value;

  it("is understood with every number as text, every flag as a letter, every map empty", async () => {
    const usual = await read();
    suite.emulator.setFault({ name: "wrongTypes" });
    const dialog = await read();
    const { chatId, title, kind, color } = dialog;
    assert.deepEqual(
      { chatId, title, kind, color },
      { chatId: usual.chatId, title: usual.title, kind: usual.kind, color: usual.color },
    );
    assert.deepEqual(valueAt(dialog, "message_count"), {
      type: "number",
      value: 118,
      spelled: '"118"',
    });
    assert.deepEqual(valueAt(dialog, "extranet"), { type: "flag", isOn: false, spelled: '"N"' });
    assert.deepEqual(valueAt(dialog, "restrictions"), { type: "unset", spelled: "[]" });
    assert.deepEqual(valueAt(dialog, "owner"), { type: "userId", userId: 1, spelled: '"1"' });
  });

  it("is understood with nothing but an id", async () => {
    suite.emulator.setFault({ name: "missingKeys" });
    const dialog = await read();
    assert.deepEqual(
      dialog.fields.map(({ path }) => path),
      ["id"],
    );
    assert.deepEqual([dialog.dialogId, dialog.chatId, dialog.title], ["chat29", 29, ""]);
  });

  it("shows keys that nobody documented, whatever their names", async () => {
    suite.emulator.setFault({ name: "extraKeys" });
    const unknown = (await read()).fields.filter(({ isDocumented }) => !isDocumented);
    assert.deepEqual(
      unknown.map(({ path, group }) => [path, group]),
      ["future_flag", "future_map", "future_list", "__proto__", "constructor"].map((path) => [
        path,
        "other",
      ]),
    );
  });

  it("is read though a text in it is no UTF-8", async () => {
    suite.emulator.setFault({ name: "utf8Broken" });
    const dialog = await read();
    assert.equal(dialog.chatId, 29);
    assert.ok(dialog.title.includes("\ufffd"));
  });

  it("is read with 5 MB in one field, of which the beginning is drawn", async () => {
    suite.emulator.setFault({ name: "huge" });
    const value = valueAt(await read(), "filler");
    assert.ok(value?.type === "text");
    assert.equal(value.length, 5 * 1024 * 1024);
    assert.ok(value.text.length < 10_000);
  });

  it("is read with ten thousand readers", async () => {
    const value = valueAt(await read("chat282"), "readed_list");
    assert.ok(value?.type === "receipts");
    assert.equal(value.receipts.length, 9_999);
  });

  for (const [dialogId, expected] of [
    ["chat280", { title: '<img src=x onerror=alert(1)> & "quotes" & $(rm)' }],
    ["chat283", { color: undefined }],
    ["chat284", { avatarUrl: undefined }],
    ["chat289", { avatarUrl: undefined }],
    ["chat290", { avatarUrl: undefined }],
    ["chat287", { chatId: 287, title: "" }],
  ] as const) {
    it(`is harmless: ${dialogId}`, async () => {
      const dialog = await read(dialogId);
      for (const [name, value] of Object.entries(expected)) {
        assert.deepEqual(Reflect.get(dialog, name), value, name);
      }
    });
  }

  it("keeps a title that turns text around, whole and as it came", async () => {
    const { title } = await read("chat281");
    assert.equal(title.length, 255);
    assert.ok(title.includes("\u202E") && title.includes("\n"));
  });

  it("loses no key on its way, for any seed dialog", async () => {
    for (const dialogId of ["chat29", "chat210", "chat220", "chat253", "chat261", "chat286"]) {
      const { dialog, answer } = valueOf(await suite.bench.read(dialogId));
      const keys = Object.keys(answer.result as object);
      const shown = new Set(dialog.fields.map(({ path }) => path.split(".")[0]));
      assert.deepEqual(
        keys.filter((key) => !shown.has(key)),
        [],
        dialogId,
      );
      assert.deepEqual(
        dialog.fields.filter(({ isDocumented }) => !isDocumented).map(({ path }) => path),
        [],
        dialogId,
      );
    }
  });
});
