import assert from "node:assert/strict";
import { decodeBotChat, decodeDialog } from "../../../../src/core/dialog/decodeDialog";
import type { Dialog } from "../../../../src/core/dialog/dialog";
import type { FieldValue } from "../../../../src/core/dialog/fieldValue";

/** Where documentation and servers disagree about a reply: every side is accepted (REST brief, dialogs.md). */
const ownersView = (record: object): Dialog =>
  valueOf(decodeDialog({ id: 29, ...record }, "chat29"));
const botsView = (record: object): Dialog =>
  valueOf(decodeBotChat({ chat: { id: 29, ...record } }, "chat29"));

function valueOf(decoded: ReturnType<typeof decodeDialog>): Dialog {
  assert.ok(decoded.ok);
  return decoded.value;
}

function value(dialog: Dialog, path: string): FieldValue | undefined {
  return dialog.fields.find((field) => field.path === path)?.value;
}

describe("Documentation and servers disagree about", () => {
  it("the title's name: title in 2017, name on every server", () => {
    assert.equal(ownersView({ title: "Mint chat No.3" }).title, "Mint chat No.3");
    assert.equal(ownersView({ name: "Pilot" }).title, "Pilot");
    assert.equal(ownersView({ name: "Pilot", title: "Old" }).title, "Pilot");
    for (const empty of [null, "", [], false])
      assert.equal(ownersView({ name: empty, title: empty }).title, "");
  });

  it("ids: text in the documentation of 2022, numbers today", () => {
    for (const [id, owner] of [
      ["21191", "2"],
      [21191, 2],
    ]) {
      const dialog = ownersView({ id, owner });
      assert.equal(dialog.chatId, 21_191);
      const ownerValue = value(dialog, "owner");
      assert.ok(ownerValue?.type === "userId" && ownerValue.userId === 2);
    }
  });

  it("entity_id: documented in 2022, absent in its example", () => {
    assert.deepEqual(ownersView({ entity_type: "" }).entity, []);
    assert.equal(value(ownersView({ entity_type: "CRM" }), "entity_id"), undefined);
  });

  it("background_id: an integer in the documentation, a name on servers", () => {
    const read = (background: unknown) =>
      value(ownersView({ background_id: background }), "background_id");
    assert.deepEqual(read(7), { type: "number", value: 7, spelled: "7" });
    assert.deepEqual(read("azure"), { type: "text", text: "azure", length: 5 });
    assert.deepEqual(read(null), { type: "unset", spelled: "null" });
  });

  it("first_viewers: people on servers, bare ids in a type of the documentation", () => {
    const read = (viewers: unknown) =>
      value(
        ownersView({ last_message_views: { first_viewers: viewers } }),
        "last_message_views.first_viewers",
      );
    const nameless = { userId: 5, name: "", date: undefined };
    assert.deepEqual(read([5]), { type: "receipts", receipts: [nameless] });
    assert.deepEqual(read([{ user_id: 5, user_name: "Omar", date: null }]), {
      type: "receipts",
      receipts: [{ ...nameless, name: "Omar" }],
    });
  });

  it("count_of_viewers: it need not be the number of first viewers", () => {
    const views = { count_of_viewers: 0, first_viewers: [{ user_id: 5, user_name: "Omar" }] };
    const dialog = ownersView({ last_message_views: views });
    assert.deepEqual(value(dialog, "last_message_views.count_of_viewers"), {
      type: "number",
      value: 0,
      spelled: "0",
    });
  });

  it("last_message_views: an empty list on old portals", () => {
    const dialog = ownersView({ last_message_views: [] });
    assert.deepEqual(value(dialog, "last_message_views"), { type: "unset", spelled: "[]" });
  });

  it("mute_list: ids in a record, a map of flags in lists", () => {
    for (const list of [[503], { 503: true }]) {
      const muted = value(ownersView({ mute_list: list }), "mute_list");
      assert.deepEqual(muted, { type: "userIds", userIds: [503] });
    }
  });

  it("roles: lower case in a record, upper case in lists", () => {
    for (const role of ["manager", "MANAGER"])
      assert.equal(value(ownersView({ role }), "role")?.type, "code");
  });

  it("the echo of the id: text or number, as it was sent", () => {
    assert.equal(ownersView({ dialog_id: 5 }).dialogId, "5");
    assert.equal(ownersView({ dialog_id: "5" }).dialogId, "5");
  });

  it("textFieldEnabled: Y and N in the documentation, a flag on servers", () => {
    for (const [sent, isOn] of [
      ["Y", true],
      [true, true],
      ["N", false],
      [false, false],
    ] as const) {
      const flag = value(botsView({ textFieldEnabled: sent }), "textFieldEnabled");
      assert.ok(flag?.type === "flag" && flag.isOn === isOn, JSON.stringify(sent));
    }
  });

  it("lastMessageViews: JSON in a string in the documentation, an object on servers", () => {
    const empty = value(botsView({ lastMessageViews: "{}" }), "lastMessageViews");
    assert.deepEqual(empty, { type: "unset", spelled: '"{}"' });
    for (const sent of [{ countOfViewers: 4 }, '{"countOfViewers":4}']) {
      const count = value(botsView({ lastMessageViews: sent }), "lastMessageViews.countOfViewers");
      assert.deepEqual(count, { type: "number", value: 4, spelled: "4" });
    }
    const broken = value(botsView({ lastMessageViews: "{x" }), "lastMessageViews");
    assert.deepEqual(broken, { type: "text", text: "{x", length: 2 });
  });

  it("entityLink and permissions: empty objects in the documentation, lists when empty", () => {
    for (const [empty, spelled] of [
      [{}, "{}"],
      [[], "[]"],
    ] as const) {
      const dialog = botsView({ entityLink: empty, permissions: empty });
      assert.deepEqual(value(dialog, "entityLink"), { type: "unset", spelled });
      assert.deepEqual(value(dialog, "permissions"), { type: "unset", spelled });
    }
  });

  it("the type of a comment thread: comment on servers, thread in the documentation", () => {
    for (const type of ["comment", "thread"])
      assert.deepEqual(botsView({ type, messageType: "T" }).kind, { word: "comment" });
  });

  it("nulls of imbot.v2.Chat.get, which are zeros in the first version", () => {
    const nulls = { parentChatId: null, unreadId: null, color: null, dateCreate: null };
    const dialog = botsView(nulls);
    for (const path of Object.keys(nulls))
      assert.deepEqual(value(dialog, path), { type: "unset", spelled: "null" }, path);
    assert.equal(dialog.color, undefined);
    assert.deepEqual(value(ownersView({ parent_chat_id: 0 }), "parent_chat_id"), {
      type: "unset",
      spelled: "0",
    });
  });
});
