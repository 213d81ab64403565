import assert from "node:assert/strict";
import {
  asText,
  call,
  quietPortal,
  recordOf,
  refusalOf,
  type ParsedObject,
} from "./support/portalCalls";

const empty = [400, "DIALOG_ID_EMPTY", "Dialog ID can't be empty"];
const noAccess = [403, "ACCESS_ERROR", "You do not have access to the specified dialog"];
const unreadable = [400, "ACCESS_ERROR", "You don't have access to this chat"];

/** Every field of today's record (REST brief, dialogs.md section 1.4). */
const fields =
  "id parent_chat_id parent_message_id name description owner extranet contains_collaber avatar color " +
  "type counter user_counter message_count unread_id restrictions last_message_id last_id marked_id " +
  "disk_folder_id entity_type entity_id entity_data_1 entity_data_2 entity_data_3 mute_list " +
  "date_create message_type public role entity_link text_field_enabled background_id permissions " +
  "is_new readed_list manager_list last_message_views dialog_id";

/** What the seed table promises of each dialog, as user 1 sees it. */
const seeds: readonly [id: string, expected: ParsedObject][] = [
  [
    "chat29",
    {
      name: "Delivery bot pilot",
      type: "chat",
      message_type: "C",
      message_count: 118,
      counter: 2,
      unread_id: 5310,
      last_message_id: 5311,
      user_counter: 4,
    },
  ],
  ["chat30", { type: "open", message_type: "O", role: "guest" }],
  ["chat1", { type: "general", entity_type: "GENERAL" }],
  ["5", { id: 12, name: null, type: "private", message_type: "P", user_counter: 2 }],
  ["39", { id: 13, name: "", type: "private" }],
  ["1", { type: "private", entity_type: "FAVORITE", user_counter: 1 }],
  [
    "chat210",
    {
      type: "lines",
      message_type: "L",
      entity_id: "telegrambot|2|209607941|744",
      entity_data_1: "Y|DEAL|88|N|Y|512|1773682918|0|0|0",
      entity_data_2: "LEAD|0|COMPANY|7|CONTACT|31|DEAL|88",
      entity_link: { type: "LINES", url: "" },
    },
  ],
  ["chat211", { type: "lines", owner: 0, entity_data_1: "N|NONE|0|N|N|0|0", entity_data_3: "Y" }],
  ["chat212", { entity_data_1: "Y||x|", entity_data_2: "LEAD|12|COMPANY" }],
  [
    "chat220",
    { type: "crm", entity_link: { type: "DEAL", url: "/crm/deal/details/88/", id: "DEAL|88" } },
  ],
  [
    "chat221",
    { entity_link: { type: "DYNAMIC", url: "/crm/type/1038/details/5/", id: "DYNAMIC_1038|5" } },
  ],
  ["chat230", { type: "tasks", entity_id: "812" }],
  ["chat231", { type: "tasksTask", message_type: "X" }],
  [
    "chat240",
    {
      type: "sonetGroup",
      entity_link: { type: "SONET_GROUP", url: "/workgroups/group/12/", id: "12" },
    },
  ],
  ["sg12", { id: 240, dialog_id: "sg12" }],
  ["chat250", { type: "calendar" }],
  ["chat251", { type: "mail" }],
  ["chat252", { type: "call", entity_data_1: "N|LEAD|3" }],
  ["chat253", { type: "videoconf" }],
  ["chat260", { type: "channel", message_type: "N" }],
  ["chat261", { type: "openChannel", message_type: "J", is_new: true }],
  ["chat262", { type: "comment", message_type: "T", parent_chat_id: 260, parent_message_id: 5202 }],
  ["chat270", { type: "copilot", message_type: "A" }],
  ["chat271", { type: "collab", contains_collaber: true, extranet: true }],
  ["chat272", { type: "support24Question" }],
  ["chat273", { type: "private", entity_type: "AI_ASSISTANT_PRIVATE" }],
  ["chat293", { type: "thread", message_type: "C", entity_type: "THREAD" }],
  ["chat1775", { type: "livechat", entity_type: "LIVECHAT", entity_id: "22|745" }],
  ["chat280", { name: '<img src=x onerror=alert(1)> & "quotes" &amp; $(rm)' }],
  ["chat282", { name: "All hands", user_counter: 10_000, message_count: 1_200_000 }],
  ["chat283", { color: "red;background:url(//x)", avatar: "" }],
  ["chat284", { avatar: "/bitrix/js/im/images/blank.gif" }],
  ["chat286", { type: "myApp", entity_type: "MY_APP" }],
  ["chat288", { entity_link: { type: "DEAL", url: "//evil.example/x", id: "DEAL|99" } }],
  ["chat292", { entity_link: { type: "DEAL", url: "javascript:1", id: "DEAL|98" } }],
  ["chat500", { type: "chat" }],
  ["chat699", { type: "chat" }],
];

describe("Reading a dialog", () => {
  for (const [dialogId, expected] of seeds) {
    it(`gives ${dialogId} with every field of today's shape`, () => {
      const record = read(dialogId);
      assert.deepEqual(Object.keys(record), fields.split(" "));
      for (const [field, value] of Object.entries(expected)) {
        assert.deepEqual(record[field], value, field);
      }
    });
  }

  it("gives the two records that keep a shape of their own", () => {
    assert.deepEqual(read("chat287"), { id: 287, type: "chat" });
    const mint = read("chat21191");
    assert.equal(mint["title"], "Mint chat No.3");
    assert.equal(mint["id"], "21191");
    assert.equal(mint["owner"], "2");
    assert.match(asText(mint["date_create"]), /^2017-/);
    assert.ok(!("name" in mint) && !("entity_id" in mint));
  });

  it("has the awkward sizes that were promised", () => {
    assert.equal(asText(read("chat281")["name"]).length, 255);
    assert.equal(asText(read("chat286")["entity_id"]).length, 255);
    const data = asText(read("chat286")["entity_data_1"]);
    assert.ok(data.length >= 200 * 1024);
    assert.ok(Array.isArray(JSON.parse(data)));
    const readers = read("chat282")["readed_list"];
    assert.ok(Array.isArray(readers) && readers.length === 9_999);
  });

  it("draws its pictures itself in the built-in demo", () => {
    assert.match(asText(read("chat29")["avatar"]), /^data:image\/png;base64,iVBOR/);
    const served = quietPortal({ origin: "http://127.0.0.1:8080" });
    const { avatar } = recordOf(call(served, "imbot.dialog.get", { DIALOG_ID: "chat29" }));
    assert.match(asText(avatar), /^http:\/\/127\.0\.0\.1:8080\/upload\/avatar-\d\.png$/);
  });

  it("echoes the id with the type and the case it came with", () => {
    assert.equal(read(5)["dialog_id"], 5);
    assert.equal(read("5")["dialog_id"], "5");
    assert.equal(read("CHAT29")["dialog_id"], "CHAT29");
    assert.equal(read("chat12")["dialog_id"], "chat12");
  });

  it("refuses what is no dialog id", () => {
    const wrong = [
      "",
      "0",
      "chat",
      "abc",
      "chat29x",
      "-5",
      " chat29",
      "crm|DEAL|88",
      0,
      null,
      [],
      {},
    ];
    for (const dialogId of wrong) {
      const reply = call(quietPortal(), "imbot.dialog.get", { DIALOG_ID: dialogId });
      assert.deepEqual(refusalOf(reply), empty, JSON.stringify(dialogId));
    }
    assert.deepEqual(refusalOf(call(quietPortal(), "im.dialog.get")), empty);
  });

  it("does not tell a missing dialog from a closed one", () => {
    for (const dialogId of ["chat404", "chat405", "chat0", "99999999", "sg99"]) {
      const reply = call(quietPortal(), "imbot.dialog.get", { DIALOG_ID: dialogId });
      assert.deepEqual(refusalOf(reply), noAccess, dialogId);
    }
  });

  it("has another text for a record that cannot be read", () => {
    for (const dialogId of ["chat406", "crm88"]) {
      const reply = call(quietPortal(), "imbot.dialog.get", { DIALOG_ID: dialogId });
      assert.deepEqual(refusalOf(reply), unreadable, dialogId);
    }
  });

  it("finds a chat by what it belongs to, and answers null for nothing", () => {
    const portal = quietPortal();
    const deal = { ENTITY_TYPE: "CRM", ENTITY_ID: "DEAL|88" };
    assert.deepEqual(call(portal, "imbot.chat.get", deal).json["result"], { ID: 220 });
    for (const parameters of [{ ...deal, ENTITY_ID: "DEAL|1" }, { ENTITY_TYPE: "CRM" }, {}]) {
      const reply = call(portal, "im.chat.get", parameters);
      assert.equal(reply.status, 200);
      assert.equal(reply.json["result"], null);
    }
  });

  it("forbids by kind what the kind forbids", () => {
    const general = read("chat1")["restrictions"];
    assert.deepEqual(general, {
      avatar: false,
      rename: false,
      extend: false,
      call: true,
      mute: true,
      leave: false,
      leave_owner: false,
      send: true,
      user_list: true,
    });
    assert.equal(
      (read("chat240")["restrictions"] as ParsedObject)["path"],
      "/workgroups/group/#ID#/",
    );
  });
});

function read(dialogId: string | number): ParsedObject {
  return recordOf(call(quietPortal(), "imbot.dialog.get", { DIALOG_ID: dialogId }));
}
