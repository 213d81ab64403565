import assert from "node:assert/strict";
import { readJson } from "../../../../src/core/base/jsonReader";
import { copyTextOf } from "../../../../src/core/dialog/dialog";
import { decodeDialog } from "../../../../src/core/dialog/decodeDialog";
import { mostOtherFields } from "../../../../src/core/dialog/recordFields";
import type { Dialog, DialogField } from "../../../../src/core/dialog/dialog";
import { fullRecord, namedRecord, titledRecord } from "../../support/records";

function decoded(result: unknown, askedId = "chat29"): Dialog {
  const dialog = decodeDialog(result, askedId);
  assert.ok(dialog.ok, "a dialog was expected");
  return dialog.value;
}

function fieldOf(dialog: Dialog, path: string): DialogField {
  const field = dialog.fields.find((candidate) => candidate.path === path);
  assert.ok(field !== undefined, `${path} is missing`);
  return field;
}

describe("A dialog", () => {
  it("of the documentation of 2022 has a title and ids as text", () => {
    const { fields, ...dialog } = decoded(titledRecord, "chat21191");
    assert.deepEqual(dialog, {
      dialogId: "chat21191",
      chatId: 21_191,
      title: "Mint chat No.3",
      unlistedFields: 0,
      kind: { word: "chat" },
      avatarUrl: undefined,
      color: "#4ba984",
      entity: [],
      objectLink: { entityType: "", entityId: "", path: "", about: "", template: "" },
    });
    assert.equal(fields.length, Object.keys(titledRecord).length);
    assert.ok(fields.every(({ isDocumented }) => isDocumented));
  });

  it("of about 2021 has a name and a placeholder for a picture", () => {
    const dialog = decoded(namedRecord);
    assert.equal(dialog.title, "Delivery bot pilot");
    assert.equal(dialog.avatarUrl, undefined);
    assert.equal(dialog.color, "#4ba984");
    assert.deepEqual(fieldOf(dialog, "manager_list").value, {
      type: "userIds",
      userIds: [1, 39],
    });
  });

  it("of today has every field documented, and entries of maps as fields of their own", () => {
    const dialog = decoded(fullRecord, "chat1");
    assert.equal(dialog.dialogId, "chat29");
    assert.equal(dialog.avatarUrl, "https://h.example/upload/a.png");
    assert.deepEqual(
      dialog.fields.filter(({ isDocumented }) => !isDocumented),
      [],
    );
    assert.deepEqual(fieldOf(dialog, "restrictions.leave_owner").value, {
      type: "flag",
      isOn: false,
      spelled: "false",
    });
    assert.deepEqual(fieldOf(dialog, "last_message_views.first_viewers").value, {
      type: "receipts",
      receipts: [{ userId: 5, name: "Omar Haddad", date: undefined }],
    });
  });

  it("shows its fields in one order, whatever order they came in", () => {
    const paths = (record: object) => decoded(record).fields.map(({ path }) => path);
    const reversed = Object.fromEntries(Object.entries(fullRecord).reverse());
    assert.deepEqual(paths(reversed), paths(fullRecord));
    assert.deepEqual(paths(fullRecord).slice(0, 3), ["dialog_id", "id", "name"]);
  });

  it("shows both fields when a key is spelled like the entry of another", () => {
    const record = { id: 29, "restrictions.avatar": "flat", restrictions: { avatar: true } };
    const wires = decoded(record).fields.filter(({ path }) => path === "restrictions.avatar");
    assert.deepEqual(
      wires.map(({ wire }) => wire),
      ["flat", true],
    );
  });

  it("keeps each value as it came beside what is shown", () => {
    for (const field of decoded(fullRecord).fields) {
      const [key = "", entry] = field.path.split(".");
      const whole: unknown = Reflect.get(fullRecord, key);
      const wire: unknown =
        entry === undefined ? whole : Reflect.get(Object(whole) as object, entry);
      assert.deepEqual(field.wire, wire, field.path);
    }
  });
});

describe("The id of a dialog", () => {
  for (const [echo, dialogId] of [
    ["chat29", "chat29"],
    ["5", "5"],
    [5, "5"],
    ["", "asked"],
    [null, "asked"],
    [[], "asked"],
    [true, "asked"],
  ] as const) {
    it(`is the portal's echo ${JSON.stringify(echo)}, else what was asked`, () => {
      assert.equal(decoded({ id: 1, dialog_id: echo }, "asked").dialogId, dialogId);
    });
  }

  it("is what was asked when the portal does not echo it", () => {
    assert.equal(decoded({ id: 1 }, "asked").dialogId, "asked");
  });

  for (const [id, chatId] of [
    [29, 29],
    ["29", 29],
    ["", undefined],
    ["x29", undefined],
    [null, undefined],
    [[29], undefined],
    ["9".repeat(30), undefined],
  ] as const) {
    it(`of the chat is ${chatId} for ${JSON.stringify(id)}`, () => {
      assert.equal(decoded({ id, type: "chat" }).chatId, chatId);
    });
  }
});

describe("The title of a dialog", () => {
  const titles: readonly [record: object, title: string][] = [
    [{ name: "Name", title: "Title" }, "Name"],
    [{ name: "", title: "Title" }, "Title"],
    [{ name: null, title: "Title" }, "Title"],
    [{ name: null }, ""],
    [{ name: 7 }, "7"],
    [{ name: "Tom &amp; Co &lt;b&gt;" }, "Tom & Co <b>"],
    [{ name: "<img src=x onerror=alert(1)>" }, "<img src=x onerror=alert(1)>"],
    [{ name: "evil\u202Eeman" }, "evil\u202Eeman"],
    [{ name: "two\nlines" }, "two\nlines"],
    [{ name: "x".repeat(255) }, "x".repeat(255)],
  ];
  for (const [record, title] of titles) {
    it(`of ${JSON.stringify(record).slice(0, 60)} is ${JSON.stringify(title).slice(0, 40)}`, () => {
      assert.equal(decoded({ id: 1, ...record }).title, title);
    });
  }
});

describe("What came and is not documented", () => {
  it("is kept last, under other, as it came", () => {
    const dialog = decoded({ future_map: { depth: 1 }, future_flag: "Y", id: 29 });
    assert.deepEqual(
      dialog.fields.map(({ path, group, isDocumented }) => [path, group, isDocumented]),
      [
        ["id", "identity", true],
        ["future_map", "other", false],
        ["future_flag", "other", false],
      ],
    );
    const value = fieldOf(dialog, "future_flag").value;
    assert.deepEqual(value, { type: "text", text: "Y", length: 1 });
  });

  it("stands beside its documented neighbours inside of a map", () => {
    const field = fieldOf(
      decoded({ id: 1, permissions: { manage_all: "owner" } }),
      "permissions.manage_all",
    );
    assert.deepEqual([field.group, field.isDocumented], ["permissions", false]);
  });

  it("may have a name that every object has", () => {
    const record: unknown = JSON.parse(
      '{"id":29,"constructor":"a","__proto__":{"id":1},"toString":2}',
    );
    const dialog = decoded(record);
    assert.deepEqual(
      dialog.fields.map(({ path, group }) => [path, group]),
      [
        ["id", "identity"],
        ["constructor", "other"],
        ["__proto__", "other"],
        ["toString", "other"],
      ],
    );
  });

  it("is one empty field where PHP writes a map as an empty list", () => {
    for (const [empty, spelled] of [
      [[], "[]"],
      [{}, "{}"],
      ["", '""'],
      [null, "null"],
    ] as const) {
      for (const path of [
        "restrictions",
        "permissions",
        "entity_link",
        "public",
        "last_message_views",
      ]) {
        const field = fieldOf(decoded({ id: 1, [path]: empty }), path);
        assert.deepEqual(field.value, { type: "unset", spelled });
        assert.equal(field.isDocumented, true);
      }
    }
  });

  it("is shown whole where a map is something else", () => {
    const { value } = fieldOf(decoded({ id: 1, entity_link: "none" }), "entity_link");
    assert.deepEqual(value, { type: "text", text: "none", length: 4 });
  });
});

describe("A reply that is no dialog", () => {
  for (const [result, path, found] of [
    [null, "result", "null"],
    [[], "result", "empty list"],
    [[1], "result", "list"],
    ["ok", "result", "string"],
    [true, "result", "boolean"],
    [29, "result", "number"],
    [{}, "result.id", "nothing"],
    [{ unknown: 1 }, "result.id", "nothing"],
  ] as const) {
    it(`${JSON.stringify(result)} is told by where it does not fit`, () => {
      assert.deepEqual(decodeDialog(result, "chat29"), { ok: false, error: { path, found } });
    });
  }
});

describe("A reply with values that JavaScript cannot hold", () => {
  const read = readJson(
    '{"id":29.0,"dialog_id":12345678901234567890,"user_counter":1e400,"id":9007199254740993,"odd":{"10":1,"9":1.50}}',
  );
  assert.ok(read.ok);
  const dialog = decodeDialog(read.value.value, "chat29");
  assert.ok(dialog.ok);
  const { dialogId, chatId, fields } = dialog.value;

  it("is shown as it came, and every member of it", () => {
    assert.deepEqual(
      fields.map((field) => [field.path, copyTextOf(field)]),
      [
        ["dialog_id", "12345678901234567890"],
        ["id", "29.0"],
        ["user_counter", "1e400"],
        ["id", "9007199254740993"],
        ["odd", '{\n  "10": 1,\n  "9": 1.50\n}'],
      ],
    );
  });

  it("has no number that the portal did not send", () => {
    assert.equal(dialogId, "12345678901234567890");
    assert.equal(chatId, undefined);
    const numbers = fields.flatMap(({ value }) => (value.type === "number" ? [value] : []));
    assert.deepEqual(numbers, [
      { type: "number", value: undefined, spelled: "12345678901234567890" },
      { type: "number", value: 29, spelled: "29.0" },
      { type: "number", value: undefined, spelled: "1e400" },
      { type: "number", value: undefined, spelled: "9007199254740993" },
    ]);
  });
});

describe("A reply that is larger than a page", () => {
  const read = (text: string) => {
    const json = readJson(text);
    assert.ok(json.ok);
    const dialog = decodeDialog(json.value.value, "chat29");
    assert.ok(dialog.ok);
    return dialog.value;
  };

  it("lists so many of its unknown fields, and counts the others", () => {
    const keys = Array.from({ length: 100_000 }, (_, index) => `"k${index}":${index}`);
    const { fields, unlistedFields } = read(`{"id":29,${keys.join()},"name":"Late"}`);
    assert.equal(fields.length, 2 + mostOtherFields);
    assert.equal(fields.length + unlistedFields, 100_002);
  });

  it("has a title of one line, and the whole text in its field", () => {
    const dialog = read(`{"id":29,"name":"${"x".repeat(5_000_000)}"}`);
    assert.equal(dialog.title.length, 1_000);
    const name = dialog.fields.find(({ path }) => path === "name");
    assert.ok(name?.value.type === "text");
    assert.equal(name.value.text.length, 4_000);
    assert.equal(copyTextOf(name).length, 5_000_000);
  });

  it("says of strings that no portal stores only that they are not understood", () => {
    const { entity } = read(
      `{"id":29,"entity_type":"LINES","entity_id":"${"a|".repeat(1_000_000)}"}`,
    );
    assert.deepEqual(
      entity.map(({ name, value }) => [name, value.type]),
      [["unknownPart", "notUnderstood"]],
    );
  });

  it("loads no picture of megabytes", () => {
    const picture = `data:image/png;base64,${"A".repeat(1_000_000)}`;
    assert.equal(read(`{"id":29,"avatar":"${picture}"}`).avatarUrl, undefined);
  });
});

describe("The key of a field", () => {
  it("is the path of a documented field, and no other field's, whatever the reply calls it", () => {
    const json = readJson(
      `{"id":1,"id":2,"restrictions":{"avatar":true},"restrictions.avatar":false,"answer.method":"x","people.members":[1],"second.id":3,"${"k".repeat(500)}":4,"${"k".repeat(501)}":5}`,
    );
    assert.ok(json.ok);
    const dialog = decodeDialog(json.value.value, "chat1");
    assert.ok(dialog.ok);
    const { fields } = dialog.value;
    const keys = fields.map(({ key }) => key);
    assert.equal(new Set(keys).size, 9);
    assert.deepEqual(
      keys.filter((key) => !key.startsWith("other.")),
      ["id", "restrictions.avatar"],
    );
    assert.ok(keys.every((key) => key.length <= 200));
  });
});
