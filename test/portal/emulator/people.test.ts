import assert from "node:assert/strict";
import { asList, call, quietPortal, recordOf, refusalOf, resultOf } from "./support/portalCalls";

const portal = quietPortal();

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
