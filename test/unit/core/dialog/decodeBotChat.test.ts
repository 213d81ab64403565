import assert from "node:assert/strict";
import { decodeBotChat } from "../../../../src/core/dialog/decodeDialog";
import type { Dialog, DialogField } from "../../../../src/core/dialog/dialog";
import { fc } from "../../support/generated";

/** A chat as `imbot.v2.Chat.get` answers it (REST brief, dialogs.md section 4). */
const chat = {
  id: 210,
  dialogId: "chat210",
  parentChatId: null,
  parentMessageId: null,
  name: "Ana &amp; Telegram",
  description: null,
  owner: 41,
  extranet: false,
  containsCollaber: false,
  avatar: "",
  color: null,
  type: "lines",
  userCounter: 3,
  guestCount: 1,
  messageCount: 12,
  unreadId: null,
  lastMessageId: 881,
  markedId: null,
  diskFolderId: 0,
  entityType: "LINES",
  entityId: "telegrambot|2|209607941|744",
  entityData1: "Y|DEAL|88|N|Y|512|1773682918|0|0|0",
  entityData2: "LEAD|0|COMPANY|7|CONTACT|31|DEAL|88",
  entityData3: "",
  muteList: [],
  managerList: [],
  dateCreate: null,
  messageType: "L",
  public: "",
  role: "member",
  entityLink: { type: "LINES", url: "" },
  textFieldEnabled: true,
  backgroundId: null,
  permissions: {
    manageUsersAdd: "member",
    manageUsersDelete: "manager",
    manageUi: "member",
    manageSettings: "owner",
    manageMessages: "member",
    manageMessagesAutoDelete: "owner",
    manageGuestInvites: "none",
    manageDelete: "owner",
    canPost: "member",
  },
  isNew: false,
  hasManageCapability: true,
  lastMessageViews: {
    messageId: 881,
    firstViewers: [{ userId: 5, userName: "Omar Haddad", date: "2026-02-25T09:01:00+02:00" }],
    countOfViewers: 1,
  },
};

function decoded(result: unknown): Dialog {
  const dialog = decodeBotChat(result, "asked");
  assert.ok(dialog.ok, "a dialog was expected");
  return dialog.value;
}

function fieldOf(dialog: Dialog, path: string): DialogField {
  const field = dialog.fields.find((candidate) => candidate.path === path);
  assert.ok(field !== undefined, `${path} is missing`);
  return field;
}

describe("A chat as a bot sees it", () => {
  it("becomes the same model as the owner's view", () => {
    const { fields, entity, objectLink, ...dialog } = decoded({ chat });
    assert.deepEqual([objectLink.entityType, objectLink.entityId], ["LINES", chat.entityId]);
    assert.ok(fields.length > Object.keys(chat).length);
    assert.deepEqual(dialog, {
      dialogId: "chat210",
      chatId: 210,
      title: "Ana & Telegram",
      unlistedFields: 0,
      kind: { word: "lines" },
      avatarUrl: undefined,
      color: undefined,
    });
    const session = entity.find(({ name }) => name === "sessionId");
    assert.deepEqual(session?.value, { type: "number", value: 512 });
  });

  it("has every field documented, under the name that the first version gives it", () => {
    const { fields } = decoded({ chat });
    assert.deepEqual(
      fields.filter(({ isDocumented }) => !isDocumented),
      [],
    );
    const names = new Map(fields.map(({ path, name }) => [path, name]));
    assert.equal(names.get("dialogId"), "dialog_id");
    assert.equal(names.get("entityData1"), "entity_data_1");
    assert.equal(names.get("permissions.manageUsersAdd"), "permissions.manage_users_add");
    assert.equal(
      names.get("lastMessageViews.countOfViewers"),
      "last_message_views.count_of_viewers",
    );
    assert.equal(names.get("name"), "name");
  });

  it("reads viewers in its spelling", () => {
    assert.deepEqual(fieldOf(decoded({ chat }), "lastMessageViews.firstViewers").value, {
      type: "receipts",
      receipts: [{ userId: 5, name: "Omar Haddad", date: "2026-02-25T09:01:00+02:00" }],
    });
  });

  it("keeps keys that nobody documented, and what stands beside the chat", () => {
    const { fields } = decoded({ chat: { ...chat, newKey: 7 }, users: [{ id: 1 }] });
    const unknown = fields.filter(({ isDocumented }) => !isDocumented);
    assert.deepEqual(
      unknown.map(({ path, group, wire }) => [path, group, wire]),
      [
        ["newKey", "other", 7],
        ["result.users", "other", [{ id: 1 }]],
      ],
    );
  });

  it("is what was asked when the portal does not name it", () => {
    assert.equal(decoded({ chat: { id: 5 } }).dialogId, "asked");
  });

  for (const [result, path, found] of [
    [[], "result", "empty list"],
    [null, "result", "null"],
    [{}, "result.chat", "nothing"],
    [{ chat: [] }, "result.chat", "empty list"],
    [{ chat: { stranger: 1 } }, "result.chat.id", "nothing"],
  ] as const) {
    it(`is refused for ${JSON.stringify(result)}`, () => {
      assert.deepEqual(decodeBotChat(result, "asked"), { ok: false, error: { path, found } });
    });
  }

  it("never throws and loses no field, whatever the values are", () => {
    const anyChat = fc.dictionary(
      fc.constantFrom(...Object.keys(chat), "stranger"),
      fc.jsonValue({ maxDepth: 3 }),
    );
    fc.assert(
      fc.property(anyChat, (record) => {
        const dialog = decodeBotChat({ chat: record }, "asked");
        if (!dialog.ok) return;
        const tops = new Set(dialog.value.fields.map(({ path }) => path.split(".")[0]));
        for (const key of Object.keys(record)) assert.ok(tops.has(key), `${key} is lost`);
      }),
    );
  });
});
