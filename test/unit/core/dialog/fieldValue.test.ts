import assert from "node:assert/strict";
import type { FieldType } from "../../../../src/core/dialog/fieldCatalog";
import {
  readFieldValue,
  shownTextLimit,
  type FieldValue,
} from "../../../../src/core/dialog/fieldValue";
import { copyTextOf } from "../../../../src/core/dialog/dialog";
import { fc } from "../../support/generated";

const types: readonly FieldType[] = [
  "text",
  "number",
  "id",
  "flag",
  "date",
  "color",
  "code",
  "userId",
  "userIds",
  "receipts",
];

type Row = readonly [type: FieldType | undefined, wire: unknown, value: FieldValue];

const text = (value: string): FieldValue => ({ type: "text", text: value, length: value.length });
const unset = (spelled: string): FieldValue => ({ type: "unset", spelled });
const flag = (isOn: boolean, spelled: string): FieldValue => ({ type: "flag", isOn, spelled });
const json = (value: unknown): FieldValue => {
  const written = JSON.stringify(value, undefined, 2);
  return { type: "json", text: written, isWhole: true };
};

const rows: readonly Row[] = [
  ["number", 118, { type: "number", value: 118, spelled: "118" }],
  ["number", "118", { type: "number", value: 118, spelled: '"118"' }],
  ["number", 0, { type: "number", value: 0, spelled: "0" }],
  ["number", -1, { type: "number", value: -1, spelled: "-1" }],
  ["number", "12abc", text("12abc")],
  ["number", "12345678901234567890", text("12345678901234567890")],
  ["number", true, flag(true, "true")],
  ["number", [1], json([1])],
  ["id", 204, { type: "number", value: 204, spelled: "204" }],
  ["id", 0, unset("0")],
  ["id", "0", unset('"0"')],
  ["flag", true, flag(true, "true")],
  ["flag", false, flag(false, "false")],
  ["flag", "Y", flag(true, '"Y"')],
  ["flag", "N", flag(false, '"N"')],
  ["flag", "1", flag(true, '"1"')],
  ["flag", "0", flag(false, '"0"')],
  ["flag", 1, flag(true, "1")],
  ["flag", 0, flag(false, "0")],
  ["flag", "", flag(false, '""')],
  ["flag", null, unset("null")],
  ["flag", [], unset("[]")],
  ["flag", {}, unset("{}")],
  ["flag", "maybe", text("maybe")],
  ["flag", 7, { type: "number", value: 7, spelled: "7" }],
  ["date", "2026-02-24T13:19:39+02:00", { type: "date", iso: "2026-02-24T13:19:39+02:00" }],
  ["date", "2026-02-24T13:19:39.123Z", { type: "date", iso: "2026-02-24T13:19:39.123Z" }],
  ["date", "2026-13-24T13:19:39+02:00", text("2026-13-24T13:19:39+02:00")],
  ["date", "2026-02-24", text("2026-02-24")],
  ["date", "2026-02-24T13:19:39", text("2026-02-24T13:19:39")],
  ["date", "2026-02-24T13:19:39+02:00 (x)", text("2026-02-24T13:19:39+02:00 (x)")],
  ["date", "24.02.2026 13:19:39", text("24.02.2026 13:19:39")],
  ["date", 1771937178, { type: "number", value: 1771937178, spelled: "1771937178" }],
  ["color", "#4BA984", { type: "color", hex: "#4ba984" }],
  ["color", "red;background:url(//x)", text("red;background:url(//x)")],
  ["code", "manager", { type: "code", code: "manager" }],
  ["code", "x".repeat(61), text("x".repeat(61))],
  ["userId", 5, { type: "userId", userId: 5, spelled: "5" }],
  ["userId", "5", { type: "userId", userId: 5, spelled: '"5"' }],
  ["userId", 0, { type: "userId", userId: 0, spelled: "0" }],
  ["userId", "ivy", text("ivy")],
  ["userIds", [1, "39"], { type: "userIds", userIds: [1, 39] }],
  ["userIds", { 503: true }, { type: "userIds", userIds: [503] }],
  ["userIds", { 503: "Y", 504: 1 }, { type: "userIds", userIds: [503, 504] }],
  ["userIds", { 503: false, 504: true }, { type: "userIds", userIds: [504] }],
  ["userIds", { 503: false }, { type: "unset", spelled: '{"503":false}' }],
  ["userIds", { 503: "maybe" }, json({ 503: "maybe" })],
  ["userIds", [1, "x"], json([1, "x"])],
  ["userIds", "5", text("5")],
  [
    "receipts",
    [{ user_id: 5 }],
    { type: "receipts", receipts: [{ userId: 5, name: "", date: undefined }] },
  ],
  [
    "receipts",
    [{ user_id: "5", user_name: 7, date: "" }],
    { type: "receipts", receipts: [{ userId: 5, name: "", date: undefined }] },
  ],
  [
    "receipts",
    [5, "6"],
    {
      type: "receipts",
      receipts: [
        { userId: 5, name: "", date: undefined },
        { userId: 6, name: "", date: undefined },
      ],
    },
  ],
  ["receipts", [5, "x"], json([5, "x"])],
  ["receipts", [[5]], json([[5]])],
  ["receipts", [{ user_name: "Omar" }], json([{ user_name: "Omar" }])],
  ["receipts", { 5: {} }, json({ 5: {} })],
  ["text", "<b>&amp;</b>", text("<b>&amp;</b>")],
  ["text", 7, { type: "number", value: 7, spelled: "7" }],
  ["text", { code: "x" }, json({ code: "x" })],
  [undefined, "Y", text("Y")],
  [undefined, false, flag(false, "false")],
  [undefined, 1.5, { type: "number", value: 1.5, spelled: "1.5" }],
  [undefined, { a: [1] }, json({ a: [1] })],
];

describe("A value of a field", () => {
  for (const [type, wire, value] of rows) {
    it(`${JSON.stringify(wire).slice(0, 40)} as ${type ?? "anything"} is ${value.type}`, () => {
      assert.deepEqual(readFieldValue(wire, type), value);
    });
  }

  it("is unset when it is empty in any spelling, whatever it is meant to be", () => {
    for (const type of [undefined, ...types]) {
      for (const [wire, spelled] of [
        [null, "null"],
        [[], "[]"],
        [{}, "{}"],
      ] as const) {
        assert.deepEqual(readFieldValue(wire, type), unset(spelled), type);
      }
      if (type !== "flag") assert.deepEqual(readFieldValue("", type), unset('""'), type);
    }
  });

  it("is drawn up to a limit, and says how much there is", () => {
    const long = readFieldValue("x".repeat(200_000), "text");
    assert.deepEqual(long, { type: "text", text: "x".repeat(shownTextLimit), length: 200_000 });
    const list = readFieldValue(
      Array.from({ length: 20_000 }, () => "x"),
      undefined,
    );
    assert.ok(list.type === "json");
    assert.ok(!list.isWhole && list.text.length <= 20_000);
  });

  it("has all people of a list, however many, and none when one of them is no person", () => {
    const readers = Array.from({ length: 9_999 }, (_, index) => ({ user_id: 900 + index }));
    const value = readFieldValue(readers, "receipts");
    assert.ok(value.type === "receipts");
    assert.equal(value.receipts.length, 9_999);
    assert.equal(readFieldValue([...readers, "x"], "receipts").type, "json");
    const ids = readFieldValue(
      Array.from({ length: 300 }, (_, id) => id + 1),
      "userIds",
    );
    assert.ok(ids.type === "userIds");
    assert.equal(ids.userIds.length, 300);
  });

  it("is never an exception, and never HTML or CSS of the portal's", () => {
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.jsonValue(), (type, wire) => {
        const value = readFieldValue(wire, type);
        if (value.type === "color") assert.match(value.hex, /^#[0-9a-f]{6}$/);
        if (value.type === "date") assert.ok(!Number.isNaN(Date.parse(value.iso)));
      }),
      { numRuns: 300 },
    );
  });
});

describe("A copied value", () => {
  const copied = (wire: unknown) =>
    copyTextOf({
      key: "x",
      path: "x",
      name: "x",
      group: "other",
      isDocumented: false,
      value: unset(""),
      wire,
    });

  it("is the whole text, and JSON for everything else", () => {
    const long = "x".repeat(200_000);
    assert.equal(copied(long), long);
    assert.equal(copied("a\u202Eb"), "a\u202Eb");
    assert.equal(copied(7), "7");
    assert.equal(copied(null), "null");
    assert.equal(copied({ a: [1] }), '{\n  "a": [\n    1\n  ]\n}');
  });
});
