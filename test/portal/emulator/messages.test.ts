import assert from "node:assert/strict";
import {
  asList,
  asObject,
  call,
  quietPortal,
  recordOf,
  refusalOf,
  resultOf,
} from "./support/portalCalls";

const portal = quietPortal();

describe("Messages", () => {
  const ids = (parameters: object) =>
    asList(recordOf(call(portal, "im.dialog.messages.get", parameters))["messages"]).map(
      (message) => message["id"],
    );

  it("come newest first, before or after an id", () => {
    assert.deepEqual(ids({ DIALOG_ID: "chat29", LIMIT: 3 }), [5311, 5310, 5309]);
    assert.deepEqual(ids({ DIALOG_ID: "chat29", LIMIT: 2, LAST_ID: 5309 }), [5308, 5307]);
    assert.deepEqual(ids({ DIALOG_ID: "chat29", LIMIT: 2, FIRST_ID: 0 }), [5195, 5194]);
    assert.deepEqual(ids({ DIALOG_ID: "chat29", LIMIT: 2, FIRST_ID: 5310 }), [5311]);
    assert.equal(ids({ DIALOG_ID: "chat29" }).length, 20);
    assert.equal(ids({ DIALOG_ID: "chat282", LIMIT: 500 }).length, 50);
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
    assert.equal(ask({ DIALOG_ID: "chat404" })[1], "ACCESS_ERROR");
  });

  it("grow when somebody writes", () => {
    const busy = quietPortal();
    busy.appendMessage(29, 39, "Scanned in Utrecht.");
    const record = recordOf(call(busy, "imbot.dialog.get", { DIALOG_ID: "chat29" }));
    assert.equal(record["last_message_id"], 5312);
    assert.equal(record["message_count"], 119);
    assert.equal(record["counter"], 3);
    const page = recordOf(call(busy, "im.dialog.messages.get", { DIALOG_ID: "chat29", LIMIT: 2 }));
    assert.deepEqual(
      asList(page["messages"]).map((message) => message["text"]),
      ["Scanned in Utrecht.", "Parcel found 📦 It was on the van to Utrecht."],
    );
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
    const viber = [{ CHAT_ID: "212", CONNECTOR_ID: "viber", CONNECTOR_TITLE: "Viber" }];
    assert.deepEqual(found("lead", 12, "N"), viber);
    assert.deepEqual(found("lead", 12, "Y"), [], "it has no session");
    for (const [type, id] of [
      ["lead", 0],
      ["lead", 88],
      ["dynamic_1038", 5],
      ["none", 0],
    ] as const) {
      assert.deepEqual(found(type, id, "N"), []);
    }
  });

  it("tell the history of a session", () => {
    const history = recordOf(call(portal, "imopenlines.session.history.get", { SESSION_ID: 512 }));
    assert.equal(history["chatId"], 210);
    assert.equal(Object.keys(asObject(history["message"])).length, 14);
    assert.equal(
      call(portal, "imopenlines.session.history.get").json["error"],
      "MISSING_REQUIRED_PARAM",
    );
    const unknown = call(portal, "imopenlines.session.history.get", { SESSION_ID: 1 });
    assert.equal(unknown.json["error"], "INVALID_SESSION_ID");
  });
});
