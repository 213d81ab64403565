import assert from "node:assert/strict";
import { asObject, call, noon, quietPortal, recordOf } from "./support/portalCalls";

const pilot = { DIALOG_ID: "chat29" };

describe("A portal of revision 24", () => {
  const portal = quietPortal({ portalProfile: "rev24", clock: () => noon + 250 });

  it("writes title and ids as text, and few other fields", () => {
    const record = recordOf(call(portal, "imbot.dialog.get", pilot));
    assert.deepEqual(
      Object.keys(record),
      (
        "id title owner extranet avatar color type entity_type entity_id entity_data_1 entity_data_2 " +
        "entity_data_3 date_create message_type"
      ).split(" "),
    );
    assert.equal(record["id"], "29");
    assert.equal(record["owner"], "1");
    assert.equal(record["title"], "Delivery bot pilot");
  });

  it("shows no operating time and a fraction in its start", () => {
    const time = asObject(call(portal, "profile").json["time"]);
    assert.equal(time["start"], noon / 1000 + 0.25);
    assert.ok(!("operating" in time) && !("operating_reset_at" in time));
  });

  it("calls notes personal and does not know channels", () => {
    const notes = recordOf(call(portal, "imbot.dialog.get", { DIALOG_ID: "1" }));
    assert.equal(notes["entity_type"], "PERSONAL");
    const channel = recordOf(call(portal, "imbot.dialog.get", { DIALOG_ID: "chat260" }));
    assert.equal(channel["type"], "chat");
  });

  it("has no second bot API and says its revision", () => {
    assert.equal(call(portal, "imbot.v2.Chat.get").json["error"], "ERROR_METHOD_NOT_FOUND");
    assert.deepEqual(call(portal, "method.get", { name: "imbot.v2.chat.get" }).json["result"], {
      isExisting: false,
      isAvailable: false,
    });
    assert.equal(recordOf(call(portal, "im.revision.get"))["rest"], 24);
  });
});

describe("A portal of revision 30", () => {
  const portal = quietPortal({ portalProfile: "rev30" });

  it("writes name, ids as numbers and the first counters", () => {
    const record = recordOf(call(portal, "imbot.dialog.get", pilot));
    assert.deepEqual(
      Object.keys(record),
      (
        "id name owner extranet avatar color type entity_type entity_id entity_data_1 entity_data_2 " +
        "entity_data_3 date_create message_type counter unread_id unread_last_id disk_folder_id " +
        "mute_list readed_list manager_list"
      ).split(" "),
    );
    assert.equal(record["id"], 29);
    assert.equal(record["name"], "Delivery bot pilot");
  });

  it("has no second bot API", () => {
    assert.equal(call(portal, "imbot.v2.Bot.list").json["error"], "ERROR_METHOD_NOT_FOUND");
  });
});

describe("A portal on a company's own server", () => {
  const portal = quietPortal({
    portalProfile: "onPremise",
    origin: "https://portal.example:8443",
    isThrottled: true,
    bucket: { capacity: 1, leakPerSecond: 1 },
  });

  it("answers below its own path only", () => {
    assert.equal(portal.webhook(), "https://portal.example:8443/portal/rest/1/demo0secret0demo/");
    assert.equal(call(portal, "profile", {}, { restPath: "/portal/rest" }).status, 200);
    assert.equal(call(portal, "profile").status, 404);
  });

  it("knows no limits and shows no operating time", () => {
    for (let request = 0; request < 5; request++) {
      const reply = call(portal, "profile", {}, { restPath: "/portal/rest" });
      assert.equal(reply.status, 200);
      assert.ok(!("operating" in asObject(reply.json["time"])));
      assert.ok(!("X-Bitrix-Rest-Time" in reply.headers));
    }
  });
});
