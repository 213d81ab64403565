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
