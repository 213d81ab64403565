import assert from "node:assert/strict";
import {
  asList,
  asObject,
  asText,
  call,
  quietPortal,
  recordOf,
  refusalOf,
  resultOf,
  type Parsed,
  type ParsedObject,
} from "./support/portalCalls";

const portal = quietPortal();

describe("Messages", () => {
  const ids = (parameters: object) =>
    asList(recordOf(call(portal, "im.dialog.messages.get", parameters))["messages"]).map(
      (message) => message["id"],
    );

  it("come newest first, before or after an id", () => {
    assert.deepEqual(ids({ DIALOG_ID: "chat29", LIMIT: 3, LAST_ID: 0 }), [5311, 5310, 5309]);
    assert.deepEqual(ids({ DIALOG_ID: "chat29", LIMIT: 2, LAST_ID: 5309 }), [5308, 5307]);
    assert.deepEqual(ids({ DIALOG_ID: "chat29", LIMIT: 2, FIRST_ID: 0 }), [5195, 5194]);
    assert.deepEqual(ids({ DIALOG_ID: "chat29", LIMIT: 2, FIRST_ID: 5310 }), [5311]);
    assert.equal(ids({ DIALOG_ID: "chat29", LAST_ID: 0 }).length, 20);
    assert.equal(ids({ DIALOG_ID: "chat282", LIMIT: 500, LAST_ID: 0 }).length, 50);
    assert.deepEqual(ids({ DIALOG_ID: "chat29", CHAT_ID: 294, LAST_ID: 0 }), []);
    assert.deepEqual(ids({ DIALOG_ID: "chat294" }), [], "nothing was written there yet");
  });

  it("are chosen by the unread counter where no id is given, and may lack the newest", () => {
    assert.deepEqual(
      ids({ DIALOG_ID: "chat29", LIMIT: 3 }),
      [5311, 5310, 5309, 5308, 5307],
      "the limit and what is unread",
    );
    const trapped = ids({ DIALOG_ID: "chat282", LIMIT: 2 });
    assert.deepEqual(trapped, [2_399_903, 2_399_902, 2_399_901, 2_399_900]);
  });

  it("are of every shape in the pilot's chat", () => {
    const page = recordOf(
      call(portal, "im.dialog.messages.get", { DIALOG_ID: "chat29", LAST_ID: 0 }),
    );
    const messages = asList(page["messages"]);
    const keys = new Set(messages.flatMap(({ params }) => Object.keys(params ?? {})));
    for (const key of ["KEYBOARD", "ATTACH", "FILE_ID", "REPLY_ID", "LIKE", "IS_EDITED"]) {
      assert.ok(keys.has(key), key);
    }
    assert.ok(keys.has("IS_DELETED") && keys.has("FORWARD_ID"));
    assert.ok(messages.some(({ author_id: author }) => author === 0));
    assert.ok(messages.some(({ text }) => asText(text).includes("<img src=x onerror")));
    assert.deepEqual(messages[0]?.["params"], [], "an empty map is a list");
    const reply = messages.find(({ params }) => "REPLY_ID" in asMap(params));
    const answered = messages.find(({ id }) => id === asMap(reply?.["params"])["REPLY_ID"]);
    assert.equal(answered?.["text"], "");
    assert.deepEqual(
      asList(page["files"]).map(({ id, chatId, type, image }) => [id, chatId, type, image]),
      [
        [301, 29, "image", { height: 800, width: 1200 }],
        [302, 29, "file", false],
      ],
    );
  });

  it("repeat nothing but plain text further back", () => {
    const page = recordOf(
      call(portal, "im.dialog.messages.get", { DIALOG_ID: "chat29", LAST_ID: 5290 }),
    );
    assert.deepEqual(
      asList(page["messages"]).filter(({ params }) => Object.keys(asMap(params)).length > 0),
      [],
    );
    assert.deepEqual(page["files"], []);
  });

  it("bring their authors, and the system as author 0", () => {
    const page = recordOf(
      call(portal, "im.dialog.messages.get", { DIALOG_ID: "chat29", FIRST_ID: 0, LIMIT: 50 }),
    );
    const oldest = asList(page["messages"]).at(-1) ?? assert.fail();
    assert.equal(oldest["author_id"], 0);
    assert.deepEqual(oldest["params"], { CODE: ["CHAT_JOIN"], NOTIFY: "N" });
    assert.deepEqual(
      new Set(asList(page["users"]).map((who) => who["id"])),
      new Set([1, 5, 7, 39]),
    );
  });

  it("are refused with words for ids, and like the dialog itself", () => {
    const ask = (parameters: object) =>
      refusalOf(call(portal, "im.dialog.messages.get", parameters));
    assert.equal(ask({ DIALOG_ID: "chat29", FIRST_ID: "x" })[1], "FIRST_ID_STRING");
    assert.equal(ask({ DIALOG_ID: "chat29", LAST_ID: "x" })[1], "LAST_ID_STRING");
    assert.equal(ask({ DIALOG_ID: "chat29", LAST_ID: -1 })[1], "LAST_ID_STRING");
    assert.equal(ask({ DIALOG_ID: "chat404" })[1], "ACCESS_ERROR");
  });

  it("grow when somebody writes", () => {
    const busy = quietPortal();
    busy.appendMessage(29, 39, "Scanned in Utrecht.");
    const record = recordOf(call(busy, "imbot.dialog.get", { DIALOG_ID: "chat29" }));
    assert.equal(record["last_message_id"], 5312);
    assert.equal(record["message_count"], 119);
    assert.equal(record["counter"], 3);
    const page = recordOf(
      call(busy, "im.dialog.messages.get", { DIALOG_ID: "chat29", LIMIT: 2, LAST_ID: 0 }),
    );
    assert.deepEqual(
      asList(page["messages"]).map((message) => message["text"]),
      ["Scanned in Utrecht.", "Parcel found 📦 It was on the van to Utrecht."],
    );
  });
});

describe("Messages for a bot", () => {
  const ask = (parameters: object) =>
    call(portal, "imbot.v2.Chat.Message.getContext", {
      botId: 457,
      botToken: "demo-bot-token",
      ...parameters,
    });
  const newest = Number(
    asObject(
      recordOf(
        call(portal, "imbot.v2.Chat.get", {
          botId: 457,
          botToken: "demo-bot-token",
          dialogId: "chat405",
        }),
      )["chat"],
    )["lastMessageId"],
  );

  it("stand around one of them, oldest first", () => {
    const page = recordOf(ask({ messageId: newest, range: 3 }));
    const messages = asList(page["messages"]);
    assert.deepEqual(
      messages.map(({ id }) => id),
      [newest - 3, newest - 2, newest - 1, newest],
    );
    assert.deepEqual([page["hasPrevPage"], page["hasNextPage"]], [true, false]);
    assert.equal(messages[0]?.["chatId"], 405);
    assert.ok(asList(page["users"]).length > 0);
    const whole = recordOf(ask({ messageId: newest - 5 }));
    assert.equal(asList(whole["messages"]).length, 12);
    assert.equal(whole["hasPrevPage"], false);
  });

  it("are refused by the message, then by the access, then by the bot's type", () => {
    const code = (parameters: object): unknown => ask(parameters).json["error"];
    assert.equal(code({ messageId: 999_999_999 }), "MESSAGE_NOT_FOUND");
    assert.equal(code({ messageId: 5311 }), "MESSAGE_ACCESS_DENIED");
    assert.equal(code({ messageId: newest, botId: 456 }), "BOT_TYPE_NOT_ALLOWED");
    assert.equal(code({ messageId: newest, botToken: "x" }), "BOT_OWNERSHIP_ERROR");
  });

  it("may be one alone, with its author", () => {
    const asked = { botId: 457, botToken: "demo-bot-token", messageId: newest };
    const { message, user } = recordOf(call(portal, "imbot.v2.Chat.Message.get", asked));
    assert.equal(asObject(message)["id"], newest);
    assert.equal(asObject(user)["id"], asObject(message)["authorId"]);
  });
});

describe("Open lines", () => {
  it("are found by chat, dialog, session and connector", () => {
    const keys = [
      { CHAT_ID: 210 },
      { DIALOG_ID: "chat210" },
      { SESSION_ID: "512" },
      { USER_CODE: "telegrambot|2|209607941|744" },
    ];
    for (const key of keys) {
      assert.equal(recordOf(call(portal, "imopenlines.dialog.get", key))["id"], 210);
    }
    assert.equal(
      call(portal, "imopenlines.dialog.get", { CHAT_ID: 29 }).json["error"],
      "ACCESS_ERROR",
    );
  });

  it("are found by what they are bound to in the CRM", () => {
    const deal = { CRM_ENTITY_TYPE: "deal", CRM_ENTITY: 88 };
    assert.deepEqual(resultOf(call(portal, "imopenlines.crm.chat.get", deal)), [
      { CHAT_ID: "210", CONNECTOR_ID: "telegrambot", CONNECTOR_TITLE: "Telegram" },
    ]);
    const found = (type: string, id: number, active: string): unknown =>
      resultOf(
        call(portal, "imopenlines.crm.chat.get", {
          CRM_ENTITY_TYPE: type,
          CRM_ENTITY: id,
          ACTIVE_ONLY: active,
        }),
      );
    assert.deepEqual(found("lead", 12, "N"), [], "its connector is not active any more");
    const closed = call(
      portal,
      "imopenlines.crm.chat.get",
      { CRM_ENTITY_TYPE: "company", CRM_ENTITY: 7 },
      { user: 7 },
    );
    assert.deepEqual(refusalOf(closed).slice(0, 2), [403, "ACCESS_DENIED"]);
    for (const [type, id] of [
      ["lead", 0],
      ["lead", 88],
      ["dynamic_1038", 5],
      ["none", 0],
    ] as const) {
      assert.deepEqual(found(type, id, "N"), []);
    }
  });

  it("are open to a webhook that may see lines and nothing else, though no member", () => {
    const asked = { SESSION_ID: 512 };
    const record = recordOf(call(portal, "imopenlines.dialog.get", asked, { user: 7 }));
    assert.equal(record["id"], 210);
    assert.equal(record["role"], "none");
    assert.equal(call(portal, "imopenlines.session.history.get", asked, { user: 7 }).status, 200);
    const other = call(portal, "imbot.dialog.get", { DIALOG_ID: "chat210" }, { user: 7 });
    assert.equal(other.json["error"], "insufficient_scope");
  });

  it("are found by what they belong to, like tasks and workgroups", () => {
    const found = (type: string, id: string): unknown =>
      resultOf(call(portal, "im.chat.get", { ENTITY_TYPE: type, ENTITY_ID: id }));
    assert.deepEqual(found("LINES", "telegrambot|2|209607941|744"), { ID: 210 });
    assert.deepEqual(found("TASKS", "812"), { ID: 230 });
    assert.deepEqual(found("SONET_GROUP", "12"), { ID: 240 });
  });

  it("tell the history of a session", () => {
    const history = recordOf(call(portal, "imopenlines.session.history.get", { SESSION_ID: 512 }));
    assert.equal(history["chatId"], 210);
    const messages = Object.values(asObject(history["message"])).map(asObject);
    assert.equal(messages.length, 14);
    const picture = messages.find(({ params }) => "fileId" in asMap(params)) ?? assert.fail();
    assert.deepEqual(
      [picture["senderid"], picture["recipientid"], asMap(picture["params"])["fileId"]],
      ["744", "chat210", [410, 411]],
    );
    assert.equal(asObject(asObject(history["files"])["410"])["chatid"], "210");
    assert.equal((asObject(history["usersMessage"])["chat210"] as unknown[]).length, 14);
    assert.equal(
      call(portal, "imopenlines.session.history.get").json["error"],
      "MISSING_REQUIRED_PARAM",
    );
    const unknown = call(portal, "imopenlines.session.history.get", { SESSION_ID: 1 });
    assert.equal(unknown.json["error"], "INVALID_SESSION_ID");
  });
});

/** A map, which is a list where it is empty. */
function asMap(value: Parsed | undefined): ParsedObject {
  return Array.isArray(value) ? {} : asObject(value);
}
