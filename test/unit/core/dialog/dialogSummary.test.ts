import assert from "node:assert/strict";
import {
  decodeFoundChat,
  decodeRecentItem,
  nothingKnown,
  type DialogSummary,
} from "../../../../src/core/dialog/dialogSummary";
import { fc } from "../../support/generated";

const chat = {
  id: "chat29",
  chat_id: 29,
  type: "chat",
  title: "Delivery bot pilot",
  counter: 2,
  date_update: "2026-02-25T09:00:00+02:00",
  date_last_activity: "2026-02-25T09:01:00+02:00",
  chat: { id: 29, name: "Delivery", type: "chat", message_type: "C", role: "MANAGER" },
  user: { id: 0 },
};

const summary: DialogSummary = {
  dialogId: "chat29",
  title: "Delivery bot pilot",
  kind: { word: "chat" },
  unread: 2,
  role: "manager",
  lastActivity: "2026-02-25T09:01:00+02:00",
};

const person = {
  id: 5,
  type: "user",
  title: "Omar Haddad",
  counter: 0,
  chat: { mute_list: [] },
  user: { id: 5, name: "Omar H." },
};

describe("An item of the recent list", () => {
  it("is a chat as today's portals write it", () => {
    assert.deepEqual(decodeRecentItem(chat), summary);
  });

  it("is a person, whose id is the dialog's", () => {
    assert.deepEqual(decodeRecentItem(person), {
      ...nothingKnown("5"),
      title: "Omar Haddad",
      kind: { word: "private" },
      unread: 0,
    });
  });

  it("is a chat as portals of 2017 wrote it: text for numbers, no name but a title", () => {
    const old = {
      id: "chat29",
      type: "chat",
      counter: "2",
      date_update: false,
      chat: { id: "29", title: "Delivery bot pilot", type: "chat", message_type: "C" },
      user: [],
    };
    const expected = { ...summary, role: undefined, lastActivity: undefined };
    assert.deepEqual(decodeRecentItem(old), expected);
    assert.equal(decodeRecentItem({ ...person, id: "5" })?.dialogId, "5");
  });

  const rows: readonly [name: string, item: object, part: Partial<DialogSummary>][] = [
    ["without a title is called as its chat is", { ...chat, title: "" }, { title: "Delivery" }],
    ["with a null title too", { ...chat, title: null }, { title: "Delivery" }],
    ["without a title is called as the person is", { ...person, title: "" }, { title: "Omar H." }],
    ["without any name has none", { id: "chat29", type: "chat" }, { title: "" }],
    ["with `[]` for its maps", { ...chat, chat: [], user: [] }, { role: undefined }],
    ["with null for its maps", { ...chat, chat: null, user: null }, { title: summary.title }],
    ["keeps control characters", { ...chat, title: "a\u202Eb\u0007" }, { title: "a\u202Eb\u0007" }],
    ["is unescaped once", { ...chat, title: "A &amp;amp; B" }, { title: "A &amp; B" }],
    [
      "is a chat by its type, where its id is a number",
      { ...chat, id: 29 },
      { dialogId: "chat29" },
    ],
    ["is a person with a number and no type", { id: 5, type: null }, { dialogId: "5" }],
    ["is a person with a number and an empty type", { id: "5", type: "" }, { dialogId: "5" }],
    ["is a person with a number and another type", { id: 5, type: "private" }, { dialogId: "5" }],
    ["is called by a number", { ...chat, title: 2024 }, { title: "2024" }],
    ["has an id in any case", { ...chat, id: "Chat29" }, { dialogId: "chat29" }],
    [
      "falls back to the older date",
      { ...chat, date_last_activity: null },
      { lastActivity: chat.date_update },
    ],
    ["has a counter that is text", { ...chat, counter: "17" }, { unread: 17 }],
    ["has no counter that is a word", { ...chat, counter: "many" }, { unread: undefined }],
    [
      "is an Open Channel dialog",
      { ...chat, chat: { type: "lines", message_type: "L" } },
      { kind: { word: "lines" } },
    ],
    [
      "is of the kind of its item when the chat is missing",
      { id: "chat1", type: "open" },
      { kind: { word: "open" } },
    ],
  ];
  for (const [name, item, part] of rows) {
    it(name, () => {
      const decoded = decodeRecentItem(item);
      assert.ok(decoded !== undefined);
      assert.deepEqual({ ...decoded, ...part }, decoded);
    });
  }

  for (const id of [
    undefined,
    null,
    0,
    -5,
    1.5,
    "",
    "0",
    "chat",
    "chat0",
    "sg12",
    "x5",
    {},
    [],
    true,
  ]) {
    it(`is left out when its id is ${JSON.stringify(id)}`, () => {
      assert.equal(decodeRecentItem({ ...chat, id }), undefined);
    });
  }

  it("is left out when it is no object", () => {
    for (const item of [null, [], "chat29", 29, undefined]) {
      assert.equal(decodeRecentItem(item), undefined);
    }
  });

  it("never throws, and always has an id that can be sent", () => {
    fc.assert(
      fc.property(
        fc.record({ id: fc.anything(), type: fc.anything(), chat: fc.anything() }),
        (item) => {
          const decoded = decodeRecentItem(item);
          assert.ok(decoded === undefined || /^(chat)?[1-9]\d*$/.test(decoded.dialogId));
        },
      ),
    );
  });
});

describe("A chat that was found", () => {
  const found = {
    id: 29,
    name: "Delivery &amp; more",
    type: "chat",
    message_type: "C",
    entity_type: "",
    counter: 3,
    role: "member",
  };

  it("is a chat as a record tells it", () => {
    assert.deepEqual(decodeFoundChat(found), {
      ...nothingKnown("chat29"),
      title: "Delivery & more",
      kind: { word: "chat" },
      unread: 3,
      role: "member",
    });
  });

  it("may have a title and text for its id", () => {
    const old = decodeFoundChat({ id: "29", title: "Old", type: "chat" });
    assert.deepEqual([old?.dialogId, old?.title], ["chat29", "Old"]);
  });

  it("is left out without an id", () => {
    for (const id of [undefined, null, 0, -1, "", "chat29", {}]) {
      assert.equal(decodeFoundChat({ ...found, id }), undefined);
    }
    assert.equal(decodeFoundChat([]), undefined);
  });
});
