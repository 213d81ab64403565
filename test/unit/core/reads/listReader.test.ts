import assert from "node:assert/strict";
import { storedSecrets } from "../../support/webhookSources";
import { ListReader } from "../../../../src/core/reads/listReader";
import { parseExactDialogId } from "../../../../src/core/dialog/dialogId";
import type { PortalRecord } from "../../../../src/core/portal/portalRecord";
import type { ReadMethod } from "../../../../src/core/portal/readMethods";
import { webhookIn } from "../../support/webhooks";
import { FakePortal, ListPage } from "../sidebar/support/fakePortal";
import { omar, people, pilot } from "../sidebar/support/northwind";

const never = new AbortController().signal;
const record: PortalRecord = {
  id: "p1",
  name: "Northwind",
  origin: "https://portal.example",
  userId: "1",
  scopes: ["im", "imbot"],
  readsWithoutAsking: false,
};

describe("The lists of a portal", () => {
  let portal: FakePortal;
  let reader: ListReader;
  beforeEach(() => {
    portal = new FakePortal();
    reader = new ListReader(portal, storedSecrets(webhookIn()));
  });

  const recent = (offset = 0) => reader.recent(record, offset, 50, never);
  const ref = parseExactDialogId("chat29");
  assert.ok(ref !== undefined);

  const reads: readonly [ReadMethod, () => Promise<{ ok: boolean; error?: { error: object } }>][] =
    [
      ["im.recent.list", () => recent()],
      ["im.search.chat.list", () => reader.search(record, "pilot", 0, 50, never)],
      ["im.dialog.users.list", () => reader.members(record, "chat29", 0, 50, never)],
      ["imbot.bot.list", () => reader.bots(record, never)],
      ["im.user.get", () => reader.person(record, 5, never)],
      ["im.user.list.get", () => reader.people(record, [5], never)],
      ["imbot.dialog.get", () => reader.dialog(record, ref, never)],
    ];

  for (const [method, read] of reads) {
    it(`need a webhook: ${method}`, async () => {
      reader = new ListReader(portal, storedSecrets(undefined));
      assert.deepEqual(await read(), {
        ok: false,
        error: { error: { kind: "webhookNeeded" }, exchange: undefined },
      });
      assert.deepEqual(portal.calls, []);
    });

    for (const result of [null, "text", 5, true]) {
      it(`are malformed when ${method} answers ${JSON.stringify(result)}`, async () => {
        portal.answers[method] = () => result;
        const outcome = await read();
        assert.ok(!outcome.ok && outcome.error !== undefined);
        const { kind, host, found } = { host: "", found: "", kind: "", ...outcome.error.error };
        assert.equal(kind, "malformed");
        assert.equal(host, "portal.example");
        assert.notEqual(found, "");
      });
    }
  }

  for (const [name, reply, next] of [
    ["a flag", { items: [pilot], hasMorePages: true }, 50],
    ["the older flag", { items: [pilot], hasMore: true }, 50],
    ["the envelope", new ListPage({ items: [pilot] }, 50), 50],
    ["nothing", { items: [pilot], hasMorePages: false, hasMore: false }, undefined],
  ] as const) {
    it(`of recent dialogs go on when ${name} says so`, async () => {
      portal.answers["im.recent.list"] = () => reply;
      const page = await recent();
      assert.ok(page.ok);
      assert.equal(page.value.nextOffset, next);
    });
  }

  it("of recent dialogs step by the limit, whatever the portal's own step is", async () => {
    portal.answers["im.recent.list"] = () => new ListPage({ items: [pilot] }, 7);
    const page = await recent(100);
    assert.ok(page.ok);
    assert.equal(page.value.nextOffset, 150);
    assert.deepEqual(portal.asked("im.recent.list"), [{ OFFSET: 100, LIMIT: 50 }]);
  });

  it("of recent dialogs may come without their wrapper", async () => {
    portal.answers["im.recent.list"] = () => [pilot, omar];
    const page = await recent();
    assert.ok(page.ok);
    assert.deepEqual(
      page.value.items.map(({ dialogId }) => dialogId),
      ["chat29", "5"],
    );
  });

  it("go on without the items that have no id", async () => {
    portal.answers = {
      "im.recent.list": () => ({ items: [null, {}, pilot, "x"] }),
      "im.dialog.users.list": () => [null, ...people, { name: "nobody" }],
      "im.search.chat.list": () => [[], { id: 29, name: "Pilot" }],
    };
    for (const [, read] of reads.slice(0, 3)) {
      const outcome = await read();
      assert.ok(outcome.ok && "value" in outcome);
      const { items } = outcome.value as { items: readonly unknown[] };
      assert.ok(items.length > 0 && items.every((item) => item !== undefined));
    }
  });

  it("of bots come as a map, as a list when PHP saw no gaps, and empty when there are none", async () => {
    const delivery = { ID: 39, NAME: "Delivery" };
    for (const [result, botIds] of [
      [{ "39": delivery, "41": { ID: "41" }, x: null }, [39, 41]],
      [[delivery], [39]],
      [[], []],
    ] as const) {
      portal.answers["imbot.bot.list"] = () => result;
      const page = await reader.bots(record, never);
      assert.ok(page.ok);
      assert.deepEqual(
        page.value.items.map(({ botId }) => botId),
        botIds,
      );
    }
  });

  it("of users come as a map, as a list, empty, and without those who are not there", async () => {
    const ivy = { id: 1, name: "Ivy Stone" };
    for (const [result, userIds] of [
      [{ "1": ivy, "5": { id: "5", name: ["x"] }, "9": null }, [1, 5]],
      [{ "9": null }, []],
      [[ivy, null], [1]],
      [[], []],
      [{ "1": ivy, future: true, constructor: "x" }, [1]],
    ] as const) {
      portal.answers["im.user.list.get"] = () => result;
      const known = await reader.people(record, [1, 5, 9], never);
      assert.ok(known.ok);
      assert.deepEqual(
        known.value.map(({ userId }) => userId),
        userIds,
      );
    }
    assert.deepEqual(portal.asked("im.user.list.get")[0], { ID: [1, 5, 9] });
  });

  it("of users keep nothing personal but the name", async () => {
    portal.answers["im.user.list.get"] = () => ({
      "5": { id: 5, name: "Omar", email: "o@x.example", phones: { inner_phone: "12" } },
    });
    const known = await reader.people(record, [5], never);
    assert.ok(known.ok);
    assert.doesNotMatch(JSON.stringify(known.value), /phone|mail|12/);
  });

  it("of members come as a list or as a map of users, and an object without users is neither", async () => {
    const members = (result: unknown): ReturnType<ListReader["members"]> => {
      portal.answers["im.dialog.users.list"] = () => result;
      return reader.members(record, "chat29", 0, 50, never);
    };
    for (const [result, userIds] of [
      [[], []],
      [[{ id: 5 }], [5]],
      [{ "5": { id: 5 }, "7": { id: "7" } }, [5, 7]],
    ] as const) {
      const page = await members(result);
      assert.ok(page.ok);
      assert.deepEqual(
        page.value.items.map(({ userId }) => userId),
        userIds,
      );
    }
    for (const result of [{}, { users: [] }, { users: [{ id: 5 }] }, { total: 0 }]) {
      const page = await members(result);
      assert.ok(!page.ok, JSON.stringify(result));
      assert.equal(page.error.error.kind, "malformed");
    }
  });

  it("of members say how many there are, where the portal counts them", async () => {
    for (const [total, counted] of [
      [10_000, 10_000],
      [-1, undefined],
      [undefined, undefined],
    ] as const) {
      portal.answers["im.dialog.users.list"] = () => new ListPage(people, 50, total);
      const page = await reader.members(record, "chat29", 0, 50, never);
      assert.ok(page.ok);
      assert.equal(page.value.total, counted);
    }
  });

  it("are not taken for empty when nothing in them can be read", async () => {
    portal.answers = {
      "im.recent.list": () => ({ items: [[], null] }),
      "im.search.chat.list": () => ["text"],
      "im.dialog.users.list": () => [{ name: "nobody" }],
      "imbot.bot.list": () => ({ "39": [] }),
    };
    const found: object[] = [];
    for (const [, read] of reads.slice(0, 4)) {
      const outcome = await read();
      assert.ok(!outcome.ok && outcome.error !== undefined);
      found.push(outcome.error.error);
    }
    const malformed = { kind: "malformed", host: "portal.example", status: 200 };
    assert.deepEqual(found, [
      { ...malformed, path: "result.items.0", found: "empty list" },
      { ...malformed, path: "result.0", found: "string" },
      { ...malformed, path: "result.0", found: "object" },
      { ...malformed, path: "result.0", found: "empty list" },
    ]);
  });

  it("are asked for by their documented parameters", async () => {
    portal.answers = {
      "im.dialog.users.list": () => new ListPage(people, 100),
      "im.search.chat.list": () => new ListPage([], undefined),
    };
    const members = await reader.members(record, "chat29", 50, 50, never);
    assert.ok(members.ok);
    assert.equal(members.value.nextOffset, 100);
    await reader.search(record, "a&b", 10, 50, never);
    assert.deepEqual(portal.asked("im.dialog.users.list"), [
      { DIALOG_ID: "chat29", OFFSET: 50, LIMIT: 50 },
    ]);
    assert.deepEqual(portal.asked("im.search.chat.list"), [{ FIND: "a&b", OFFSET: 10, LIMIT: 50 }]);
  });
});
