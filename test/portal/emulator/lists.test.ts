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
  type ParsedObject,
} from "./support/portalCalls";

const portal = quietPortal();

describe("The list of recent dialogs", () => {
  it("starts with the pinned dialog and the newest messages", () => {
    const items = recent({ LIMIT: 5 });
    assert.equal(items[0]?.["id"], "chat29");
    assert.equal(items[0]["pinned"], true);
    const dates = items.slice(1).map((item) => asText(item["date_last_activity"]));
    assert.deepEqual(dates, [...dates].sort().reverse());
  });

  it("has over two hundred rows on pages that overlap", () => {
    const ids: string[] = [];
    let offset: number | undefined = 0;
    let pages = 0;
    while (offset !== undefined) {
      const reply = call(portal, "im.recent.list", { LIMIT: 50, OFFSET: offset });
      const { items, hasMore, hasMorePages } = recordOf(reply);
      ids.push(...asList(items).map((item) => String(item["id"] as string | number)));
      assert.equal(hasMore, hasMorePages);
      assert.equal(reply.json["total"], -1);
      offset = reply.json["next"] as number | undefined;
      assert.equal(hasMore, offset !== undefined);
      pages++;
    }
    const distinct = new Set(ids);
    assert.ok(distinct.size > 200);
    assert.ok(distinct.size < ids.length, "the same dialog on two pages");
    assert.ok(pages > 4);
    assert.ok(distinct.has("chat500") && distinct.has("chat699"));
    for (const hidden of ["chat404", "chat405", "chat406", "chat30", "chat262"]) {
      assert.ok(!distinct.has(hidden), hidden);
    }
  });

  it("writes people with a number and their record, chats with a word", () => {
    const items = recent({ LIMIT: 50 });
    const omar = items.find((item) => item["id"] === 5) ?? assert.fail();
    assert.equal(omar["type"], "user");
    assert.equal(asObject(omar["user"])["name"], "Omar Haddad");
    const bot = items.find((item) => item["id"] === 39) ?? assert.fail();
    assert.deepEqual(asObject(bot["user"])["bot_data"], {
      code: "delivery",
      type: "bot",
      app_id: "",
      is_hidden: false,
      is_support_openline: false,
    });
    const pilot = items.find((item) => item["id"] === "chat29") ?? assert.fail();
    assert.equal(asObject(pilot["chat"])["role"], "OWNER");
    assert.deepEqual(asObject(pilot["chat"])["mute_list"], []);
    assert.deepEqual(pilot["user"], { id: 0 });
    const muted = items.find((item) => item["id"] === "chat282") ?? assert.fail();
    assert.deepEqual(asObject(muted["chat"])["mute_list"], { 1: true });
    const line = items.find((item) => item["id"] === "chat210") ?? assert.fail();
    assert.equal(asObject(line["lines"])["id"], 512);
  });

  it("leaves out what only the letter Y asks to leave out", () => {
    const types = (parameters: object) =>
      new Set(
        recent({ LIMIT: 200, ...parameters }).map((item) => asObject(item["chat"])["message_type"]),
      );
    assert.ok(types({}).has("L"));
    assert.ok(!types({ SKIP_OPENLINES: "Y" }).has("L"));
    assert.ok(types({ SKIP_OPENLINES: true }).has("L"));
    assert.deepEqual([...types({ ONLY_COPILOT: "Y" })], ["A"]);
    assert.deepEqual([...types({ SKIP_CHAT: "Y", SKIP_OPENLINES: "Y" })], [undefined]);
    assert.equal(recent({ UNREAD_ONLY: "Y" }).length, 5);
  });

  it("has an older form without pages", () => {
    const items = asList(resultOf(call(portal, "im.recent.get", { SKIP_CHAT: "Y" })));
    assert.ok(items.some((item) => item["id"] === 5));
    const fresh = { LAST_SYNC_DATE: "2026-03-17T00:00:00+02:00" };
    assert.ok(asList(resultOf(call(portal, "im.recent.get", fresh))).length < 10);
  });

  it("counts what is unread", () => {
    const counters = recordOf(call(portal, "im.counters.get"));
    assert.deepEqual(counters["TYPE"], {
      ALL: 7,
      NOTIFY: 1,
      CHAT: 3,
      LINES: 1,
      DIALOG: 2,
      MESSENGER: 5,
    });
    assert.deepEqual(counters["DIALOG"], { 5: 2 });
    assert.deepEqual(counters["CHAT_MUTED"], { 282: 99 });
  });

  function recent(parameters: object): ParsedObject[] {
    return asList(recordOf(call(portal, "im.recent.list", parameters))["items"]);
  }
});

describe("Searching", () => {
  it("finds chats by a part of their title, as far as the caller may read", () => {
    const reply = call(portal, "im.search.chat.list", { FIND: "route 1", LIMIT: 3 });
    const found = asList(resultOf(reply));
    assert.equal(found.length, 3);
    assert.equal(reply.json["total"], 99);
    assert.equal(reply.json["next"], 3);
    assert.ok(!("readed_list" in (found[0] ?? {})) && !("manager_list" in (found[0] ?? {})));
    const nightShift = call(portal, "im.search.chat.list", { FIND: "night shift" });
    assert.deepEqual(resultOf(nightShift), []);
  });

  it("finds open lines apart", () => {
    const lines = asList(resultOf(call(portal, "im.search.chat.list", { FIND_LINES: "guest" })));
    assert.deepEqual(
      lines.map((chat) => chat["id"]),
      [211],
    );
  });

  it("finds people as a map by id", () => {
    const people = recordOf(call(portal, "im.search.user.list", { FIND: "zo" }));
    assert.deepEqual(Object.keys(people), ["7"]);
    const fired = call(portal, "im.search.user.list", { FIND: "marcus webb" });
    assert.deepEqual(resultOf(fired), []);
  });

  it("refuses phrases that are too short", () => {
    for (const method of ["im.search.chat.list", "im.search.user.list"]) {
      const reply = call(portal, method, { FIND: "a" });
      assert.deepEqual(refusalOf(reply), [400, "FIND_SHORT", "Too short a search phrase."]);
    }
  });
});

describe("Members of a chat", () => {
  it("come in pages, with a total or after an id", () => {
    const reply = call(portal, "im.dialog.users.list", { DIALOG_ID: "chat282", LIMIT: 500 });
    assert.equal(asList(resultOf(reply)).length, 200);
    assert.equal(reply.json["total"], 10_000);
    assert.equal(reply.json["next"], 200);
    const after = call(portal, "im.dialog.users.list", { DIALOG_ID: "chat282", LAST_ID: 10_890 });
    assert.deepEqual(
      asList(resultOf(after)).map((who) => who["id"]),
      [10_891, 10_892, 10_893, 10_894, 10_895, 10_896, 10_897, 10_898],
    );
    assert.equal(after.json["total"], undefined);
    const last = call(portal, "im.dialog.users.list", { DIALOG_ID: "chat29", OFFSET: 3 });
    assert.deepEqual(
      asList(resultOf(last)).map((who) => who["id"]),
      [39],
    );
    assert.equal(last.json["next"], undefined);
  });

  it("may leave bots and visitors out", () => {
    const ids = (parameters: object) =>
      asList(
        resultOf(call(portal, "im.dialog.users.list", { DIALOG_ID: "chat211", ...parameters })),
      ).map((who) => who["id"]);
    assert.deepEqual(ids({}), [1, 41, 745]);
    assert.deepEqual(ids({ SKIP_EXTERNAL: "Y" }), [1]);
    assert.deepEqual(ids({ SKIP_EXTERNAL: "Y", SKIP_EXTERNAL_EXCEPT_TYPES: "bot" }), [1, 41]);
  });

  it("come as ids for chats the caller is in, and not for the general chat", () => {
    const ids = (parameters: object) => call(portal, "im.chat.user.list", parameters);
    assert.deepEqual(resultOf(ids({ CHAT_ID: 29 })), [1, 5, 7, 39]);
    assert.deepEqual(resultOf(ids({ DIALOG_ID: "chat29" })), [1, 5, 7, 39]);
    assert.deepEqual(resultOf(ids({ CHAT_ID: 405 })), []);
    assert.deepEqual(refusalOf(ids({})), [400, "CHAT_ID_EMPTY", "Chat ID can't be empty"]);
    assert.deepEqual(refusalOf(ids({ CHAT_ID: 1 })), [403, "ACCESS_ERROR", "Action unavailable"]);
  });
});

describe("People", () => {
  it("come with every field", () => {
    const ivy = recordOf(call(portal, "im.user.get"));
    assert.equal(ivy["name"], "Ivy Stone");
    assert.deepEqual(
      Object.keys(ivy),
      (
        "id active name first_name last_name work_position color avatar avatar_hr gender birthday " +
        "extranet network bot connector external_auth_id status idle last_activity_date " +
        "mobile_last_date desktop_last_date absent departments phones bot_data type website email"
      ).split(" "),
    );
    assert.equal(recordOf(call(portal, "im.user.get", { ID: 11 }))["active"], false);
    assert.equal(
      recordOf(call(portal, "im.user.get", { ID: 744 }))["external_auth_id"],
      "imconnector",
    );
    assert.equal(recordOf(call(portal, "im.user.get", { ID: "900" }))["name"], "Ada Abel 1");
  });

  it("are refused when empty, unknown or out of a guest's sight", () => {
    const ask = (ID: unknown, user: 1 | 9 = 1) =>
      refusalOf(call(portal, "im.user.get", { ID }, { user }));
    assert.deepEqual(ask(""), [400, "ID_EMPTY", "User ID can't be empty"]);
    assert.deepEqual(ask(899), [400, "USER_NOT_EXISTS", "User is not exists"]);
    assert.deepEqual(ask(5, 9).slice(0, 2), [400, "ACCESS_DENIED"]);
  });

  it("come many at once, as a map or as a list", () => {
    const map = recordOf(call(portal, "im.user.list.get", { ID: [1, 5, 899] }));
    assert.deepEqual(Object.keys(map), ["1", "5", "899"]);
    assert.equal(map["899"], null);
    const unseen = recordOf(call(portal, "im.user.list.get", { ID: [1, 5] }, { user: 9 }));
    assert.deepEqual(Object.keys(unseen), ["1"]);
    assert.deepEqual(refusalOf(call(portal, "im.user.list.get", { ID: "1,5" })), [
      400,
      "INVALID_FORMAT",
      "A wrong format for the ID field is passed",
    ]);
  });
});

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
    const lead = { CRM_ENTITY_TYPE: "lead", CRM_ENTITY: 0 };
    assert.deepEqual(resultOf(call(portal, "imopenlines.crm.chat.get", lead)), []);
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
