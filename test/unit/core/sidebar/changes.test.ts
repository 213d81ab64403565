import assert from "node:assert/strict";
import { settled } from "../../support/fakeClock";
import { BrowserBench } from "./support/browserBench";
import { Refused } from "./support/fakePortal";
import { pilot } from "./support/northwind";

describe("A change in the sidebar", () => {
  let bench: BrowserBench;
  beforeEach(async () => {
    bench = new BrowserBench();
    await bench.addPortal();
    await bench.addPortal();
    bench.fired.length = 0;
  });

  const firedBy = async (change: () => Promise<unknown>): Promise<readonly string[]> => {
    await settled();
    bench.fired.length = 0;
    await change();
    await settled();
    return [...new Set(bench.fired)];
  };

  it("of the recent list redraws the branches that show it", async () => {
    const chats = await bench.section("chats");
    assert.deepEqual(await firedBy(() => bench.open(chats)), [
      "p1/pinned",
      "p1/recent",
      "p1/chats",
      "p1/lines",
    ]);
  });

  it("of a page more is told once, when it is there, and twice when one had failed", async () => {
    const page = (id: number) => () => ({
      items: [{ ...pilot, id: `chat${id}` }],
      hasMorePages: true,
    });
    const timedOut = (): never => {
      throw new Refused({ kind: "timedOut", host: "portal.example", afterMs: 1 });
    };
    bench.portal.answers["im.recent.list"] = page(1);
    const chats = await bench.section("chats");
    await bench.open(chats);
    const told = async (answer: () => unknown): Promise<number> => {
      bench.portal.answers["im.recent.list"] = answer;
      await settled();
      bench.fired.length = 0;
      await bench.browser.loadMore(chats);
      return bench.fired.filter((id) => id === "p1/chats").length;
    };
    assert.equal(await told(page(2)), 1);
    assert.equal(await told(timedOut), 1);
    assert.equal(await told(page(3)), 2);
  });

  it("of the bots redraws the bots", async () => {
    const bots = await bench.section("bots");
    assert.deepEqual(await firedBy(() => bench.open(bots)), ["p1/bots"]);
  });

  it("of a dialog's facts redraws the dialog wherever it stands", async () => {
    await bench.pinned("chat29");
    const dialog = await bench.dialog("chats", "chat29");
    await bench.dialog("pinned", "chat29");
    assert.deepEqual(await firedBy(() => bench.open(dialog)), [
      "p1/pinned/chat29",
      "p1/chats/chat29",
    ]);
  });

  it("of the members redraws the dialog, whose facts they give names to", async () => {
    const members = (await bench.open(await bench.dialog("chats", "chat29"))).at(-1);
    assert.deepEqual(await firedBy(() => bench.open(members)), ["p1/chats/chat29"]);
  });

  it("of the history redraws what shows it", async () => {
    assert.deepEqual(await firedBy(() => bench.inspected("chat29")), ["p1/recent", "p2/recent"]);
  });

  it("of a pin redraws the pins, and the dialog wherever it stands", async () => {
    await bench.open(await bench.section("chats"));
    await bench.pinned("chat31");
    await bench.section("pinned");
    assert.deepEqual(await firedBy(() => bench.pinned("chat29", "chat30")), [
      "p1/pinned",
      "p1/chats/chat29",
    ]);
    await bench.open(await bench.section("pinned"));
    const [pilot, other] = ["chat29", "chat30"].map((dialogId) => ({ portalId: "p1", dialogId }));
    assert.ok(pilot !== undefined && other !== undefined);
    assert.deepEqual(await firedBy(() => bench.pins.place([other], pilot)), ["p1/pinned"]);
    assert.deepEqual(await firedBy(() => bench.pins.remove([pilot])), [
      "p1/pinned",
      "p1/pinned/chat29",
      "p1/chats/chat29",
    ]);
  });

  it("that brings a branch, or takes one away, redraws the portal", async () => {
    await bench.open(bench.browser.children()[0]);
    assert.deepEqual(await firedBy(() => bench.pinned("chat29")), ["p1"]);
    await bench.section("pinned");
    assert.deepEqual(
      await firedBy(() => bench.pins.remove([{ portalId: "p1", dialogId: "chat29" }])),
      ["p1"],
    );
  });

  it("of portals redraws everything, once for each", async () => {
    for (const change of [
      () => bench.addPortal(),
      () => bench.portals.activate("p1"),
      () => bench.portals.rename("p1", "Northwind Couriers"),
      () => bench.portals.remove("p1"),
    ]) {
      bench.fired.length = 0;
      await change();
      await settled();
      assert.deepEqual(bench.fired, [""]);
    }
  });

  it("in which nothing that is shown changes redraws nothing", async () => {
    await bench.pinned("chat29");
    const again = async (): Promise<void> => {
      bench.portals.reread();
      bench.pins.reread();
      await bench.pinned("chat29");
      await bench.portals.rename("p1", "Northwind");
      await bench.portals.activate("p2");
    };
    assert.deepEqual(await firedBy(again), []);
  });

  it("of the filter redraws everything", () => {
    bench.fired.length = 0;
    bench.browser.setFilter(" pilot ");
    assert.deepEqual(bench.fired, [""]);
    assert.equal(bench.browser.filter, "pilot");
  });

  it("of titles that were learned redraws where they are missing", async () => {
    await bench.inspected("chat404");
    const recent = await bench.section("recent");
    assert.deepEqual(await firedBy(() => bench.open(recent)), [
      "p1/pinned",
      "p1/recent",
      "p1/chats",
    ]);
    assert.deepEqual(await bench.outline(recent, 1), ["chat404: Title of chat404, chat"]);
    assert.deepEqual(await firedBy(() => bench.open(recent)), []);
  });

  it("after the end is told to nobody", async () => {
    const chats = await bench.section("chats");
    bench.browser.children(chats);
    bench.fired.length = 0;
    bench.browser.dispose();
    await bench.pinned("chat29");
    await bench.inspected("chat29");
    await bench.portals.remove("p1");
    await settled();
    assert.deepEqual(bench.fired, []);
  });
});

describe("Refreshing the sidebar", () => {
  let bench: BrowserBench;
  beforeEach(async () => {
    bench = new BrowserBench();
    await bench.addPortal();
    await bench.addPortal();
    await bench.open(await bench.section("chats"));
    await bench.open(await bench.dialog("chats", "chat29"));
    await bench.open(await bench.section("bots", "p2"));
    bench.portal.calls.length = 0;
  });

  const methods = (): readonly string[] => bench.portal.calls.map(({ method }) => method).sort();

  it("reads anew what was opened and what is granted, of all portals", async () => {
    await bench.browser.refresh();
    const lists = ["im.recent.list", "imbot.bot.list", "imbot.dialog.get"];
    assert.deepEqual(methods(), [...lists, "scope", "scope"]);
  });

  it("reads anew what was opened and what is granted, of one portal", async () => {
    const portal = bench.browser.children().at(-1);
    await bench.browser.refresh(portal);
    assert.deepEqual(methods(), ["imbot.bot.list", "scope"]);
  });

  it("reads anew one list, and for what is no list nothing", async () => {
    const dialog = await bench.dialog("chats", "chat29");
    await bench.browser.refresh(dialog);
    assert.deepEqual(methods(), ["imbot.dialog.get"]);
    bench.portal.calls.length = 0;
    const [fact] = bench.browser.children(dialog);
    const [bot] = await bench.open(await bench.section("bots", "p2"));
    await bench.pinned("chat29");
    for (const node of [fact, bot, await bench.section("pinned")]) {
      assert.ok(node !== undefined);
      await bench.browser.refresh(node);
    }
    assert.deepEqual(methods(), []);
  });

  it("asks once more for titles that could not be told", async () => {
    const record = bench.portal.answers["imbot.dialog.get"];
    bench.portal.answers = {};
    await bench.inspected("chat404");
    const recent = await bench.section("recent");
    assert.deepEqual(await bench.outline(recent, 1), ["chat404: , chat"]);
    assert.ok(record !== undefined);
    bench.portal.answers = { "imbot.dialog.get": record };
    await bench.browser.refresh();
    assert.deepEqual(await bench.outline(recent, 1), ["chat404: Title of chat404, chat"]);
  });
});
