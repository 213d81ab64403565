import assert from "node:assert/strict";
import { BrowserBench } from "./support/browserBench";
import { ListPage, Refused, refused } from "./support/fakePortal";
import { omar, pilot, recentList, visitor } from "./support/northwind";
import type { Section } from "../../../../src/core/sidebar/treeNode";

const timedOut = (): never => {
  throw new Refused({ kind: "timedOut", host: "portal.example", afterMs: 1 });
};

/** The first page of a list that has more of them. */
const hasMore =
  (...items: readonly unknown[]) =>
  (): unknown => ({ items, hasMorePages: true });

describe("A branch without items", () => {
  let bench: BrowserBench;
  beforeEach(() => {
    bench = new BrowserBench();
  });

  const under = async (section: Section): Promise<readonly string[]> =>
    bench.outline(await bench.section(section), 1);

  it("says that it loads", async () => {
    await bench.addPortal();
    bench.portal.answers["im.recent.list"] = () => new Promise(() => undefined);
    assert.deepEqual(await under("chats"), ["(loading)"]);
    assert.deepEqual(await under("lines"), ["(loading)"]);
  });

  it("is not there, once that is known; of none at all the chats say so", async () => {
    await bench.addPortal();
    bench.portal.answers = { "im.recent.list": recentList([]), "imbot.bot.list": () => [] };
    assert.deepEqual(await bench.outline(undefined, 2), [
      "Northwind, active",
      "  chats",
      "  lines",
      "  bots",
    ]);
    await bench.open(await bench.section("bots"));
    await bench.open(await bench.section("lines"));
    assert.deepEqual(await bench.outline(undefined, 3), [
      "Northwind, active",
      "  chats",
      "    (empty)",
    ]);
  });

  it("is not there when another branch has all that was loaded", async () => {
    await bench.addPortal();
    bench.portal.answers["im.recent.list"] = recentList([pilot]);
    await bench.open(await bench.section("lines"));
    assert.deepEqual(await bench.outline(undefined, 2), ["Northwind, active", "  chats", "  bots"]);
  });

  it("says what failed, and tries again when asked", async () => {
    await bench.addPortal();
    bench.portal.answers["im.recent.list"] = timedOut;
    const chats = await bench.section("chats");
    assert.deepEqual(await under("chats"), ["(failed: timedOut)"]);
    await under("chats");
    assert.equal(bench.portal.asked("im.recent.list").length, 1, "drawing asks nothing");
    bench.portal.answers["im.recent.list"] = recentList([pilot]);
    const [notice] = bench.browser.children(chats);
    await bench.browser.refresh(notice);
    assert.deepEqual(await under("chats"), ["chat29: Delivery bot pilot, chat, manager, 2"]);
  });

  it("keeps its items when reading anew fails, and says why above them", async () => {
    await bench.addPortal();
    bench.portal.answers["im.recent.list"] = hasMore(pilot);
    await under("chats");
    bench.portal.answers["im.recent.list"] = timedOut;
    const chats = await bench.section("chats");
    await bench.browser.refresh(chats);
    const failed = [
      "(failed: timedOut)",
      "chat29: Delivery bot pilot, chat, manager, 2",
      "more than 1",
    ];
    assert.deepEqual(await under("chats"), failed);
    bench.portal.answers["im.recent.list"] = () => new Promise(() => undefined);
    void bench.browser.refresh(bench.browser.children(chats)[0]);
    assert.deepEqual(await under("chats"), ["(loading)", ...failed.slice(1)]);
    assert.equal(bench.browser.isLoadingMore(chats), false);
  });

  it("says of a page that failed where the page would stand, and tries only that again", async () => {
    await bench.addPortal();
    bench.portal.answers["im.recent.list"] = hasMore(pilot);
    const chats = await bench.section("chats");
    await under("chats");
    bench.portal.answers["im.recent.list"] = timedOut;
    await bench.browser.loadMore(chats);
    assert.deepEqual(await under("chats"), [
      "chat29: Delivery bot pilot, chat, manager, 2",
      "(failed: timedOut)",
    ]);
    bench.portal.answers["im.recent.list"] = recentList([omar]);
    const retry = bench.browser.refresh(bench.browser.children(chats).at(-1));
    assert.equal(bench.browser.isLoadingMore(chats), true);
    await retry;
    assert.deepEqual(await under("chats"), [
      "chat29: Delivery bot pilot, chat, manager, 2",
      "5: Omar Haddad, private, 0",
    ]);
    assert.deepEqual(
      bench.portal.asked("im.recent.list").map(({ OFFSET }) => OFFSET),
      [0, 50, 50],
    );
  });

  it("asks for nothing that the webhook is known not to be granted", async () => {
    await bench.addPortal([]);
    assert.deepEqual(await under("chats"), ["(scope im is missing)"]);
    assert.deepEqual(await under("lines"), ["(scope im is missing)"]);
    assert.deepEqual(await under("bots"), ["(scope imbot is missing)"]);
    await bench.browser.loadMore(await bench.section("bots"));
    assert.deepEqual(bench.portal.calls, []);
  });

  it("with only one scope shows what that one allows", async () => {
    await bench.addPortal(["imbot"]);
    await bench.pinned("chat29");
    const dialog = await bench.dialog("pinned", "chat29");
    assert.deepEqual((await bench.outline(dialog)).slice(-2), [
      "members",
      "  (scope im is missing)",
    ]);
    assert.deepEqual(await under("bots"), ["bot 39: Delivery & Co bot"]);
    assert.deepEqual(bench.portal.asked("im.dialog.users.list"), []);
  });

  it("learns from the portal that a scope is missing", async () => {
    await bench.addPortal("unchecked");
    const noScope = (): never => {
      throw refused("insufficient_scope");
    };
    bench.portal.answers = { "im.recent.list": noScope, "imbot.bot.list": noScope };
    assert.deepEqual(await under("chats"), ["(scope im is missing)"]);
    assert.deepEqual(await under("bots"), ["(scope imbot is missing)"]);
  });

  it("reads a dialog's facts with the scope that is granted", async () => {
    await bench.addPortal("unchecked");
    await bench.pinned("chat29");
    const record = bench.portal.answers["imbot.dialog.get"];
    assert.ok(record !== undefined);
    bench.portal.answers["imbot.dialog.get"] = () => {
      throw refused("insufficient_scope");
    };
    bench.portal.answers["im.dialog.get"] = record;
    const facts = await bench.outline(await bench.dialog("pinned", "chat29"), 1);
    assert.equal(facts[0], 'type = "chat"');
  });

  it("names the scope for facts when none is granted", async () => {
    await bench.addPortal("unchecked");
    await bench.pinned("chat29");
    const noScope = (): never => {
      throw refused("insufficient_scope");
    };
    bench.portal.answers = { "imbot.dialog.get": noScope, "im.dialog.get": noScope };
    const facts = await bench.outline(await bench.dialog("pinned", "chat29"), 1);
    assert.deepEqual(facts, ["(scope imbot is missing)", "members"]);
  });

  it("says that the webhook is needed when it cannot be had", async () => {
    await bench.addPortal();
    await bench.secrets.delete("portal.p1");
    for (const section of ["chats", "lines", "bots"] as const) {
      assert.deepEqual(await under(section), ["(webhookNeeded)"], section);
    }
    assert.deepEqual(bench.portal.calls, []);
  });

  it("counts what it shows itself of a list in which the portal mixes two", async () => {
    await bench.addPortal();
    bench.portal.answers["im.recent.list"] = hasMore(pilot, visitor, omar);
    assert.equal((await under("chats")).at(-1), "more than 2");
    assert.equal((await under("lines")).at(-1), "more than 1");
    bench.browser.setFilter("zzz");
    assert.deepEqual(await under("chats"), ["(nothing of 2 matches)", "more than 0"]);
    assert.deepEqual(await under("lines"), ["(nothing of 1 matches)", "more than 0"]);
  });

  it("never touches another portal's", async () => {
    await bench.addPortal();
    await bench.addPortal();
    bench.portal.answers["im.recent.list"] = (_params, webhook) =>
      webhook.host === "p1.example" ? timedOut() : { items: [pilot] };
    assert.deepEqual(await under("chats"), ["(failed: timedOut)"]);
    const other = await bench.section("chats", "p2");
    assert.deepEqual(await bench.outline(other, 1), [
      "chat29: Delivery bot pilot, chat, manager, 2",
    ]);
    assert.ok(bench.fired.includes("p2"));
    const firedBefore = bench.fired.length;
    await bench.browser.refresh(other);
    assert.ok(bench.fired.slice(firedBefore).every((id) => id.startsWith("p2")));
  });

  it("shows what is loaded, and offers the rest", async () => {
    await bench.addPortal();
    bench.portal.answers["im.dialog.users.list"] = ({ OFFSET }) => {
      const offset = Number(OFFSET);
      const page = Array.from({ length: 50 }, (_, row) => ({ id: offset + row + 1 }));
      return new ListPage(page, offset === 0 ? 50 : undefined);
    };
    const members = (await bench.open(await bench.dialog("chats", "chat29"))).at(-1);
    assert.ok(members?.type === "members");
    assert.deepEqual((await bench.outline(members)).slice(-2), ["50: ", "more than 50"]);
    await bench.browser.loadMore(members);
    assert.deepEqual((await bench.outline(members)).slice(-1), ["100: "]);
  });
});
