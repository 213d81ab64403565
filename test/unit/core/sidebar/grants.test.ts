import assert from "node:assert/strict";
import { settled } from "../../support/fakeClock";
import { BrowserBench } from "./support/browserBench";
import { refused } from "./support/fakePortal";
import { pilot, recentList } from "./support/northwind";

describe("A scope granted at the portal later", () => {
  let bench: BrowserBench;
  beforeEach(() => {
    bench = new BrowserBench();
    bench.portal.answers.scope = () => ["im", "imbot"];
  });

  const under = async (section: "chats" | "bots"): Promise<readonly string[]> =>
    bench.outline(await bench.section(section), 1);
  const chats = ["chat29: Delivery bot pilot, chat, manager, 2"];

  beforeEach(() => {
    bench.portal.answers["im.recent.list"] = recentList([pilot]);
  });

  it("is noticed when the portal is refreshed", async () => {
    await bench.addPortal([]);
    assert.deepEqual(await under("chats"), ["(scope im is missing)"]);
    const [portal] = await bench.open();
    await bench.browser.refresh(portal);
    assert.deepEqual(bench.portals.find("p1")?.scopes, ["im", "imbot"]);
    assert.equal(bench.fired.at(-1), "", "everything is drawn anew");
    assert.deepEqual(await under("chats"), chats);
    assert.deepEqual(await under("bots"), ["bot 39: Delivery & Co bot"]);
  });

  it("is noticed when everything is refreshed", async () => {
    await bench.addPortal([]);
    await under("chats");
    await bench.browser.refresh();
    assert.deepEqual(await under("chats"), chats);
  });

  it("is noticed when the line that says so is tried again, with one question", async () => {
    await bench.addPortal([]);
    const section = await bench.section("chats");
    const [notice] = await bench.open(section);
    await bench.browser.refresh(notice);
    assert.deepEqual(
      bench.portal.calls.map(({ method }) => method),
      ["scope"],
    );
    assert.deepEqual(await under("chats"), chats);
  });

  it("is noticed after the portal itself had refused the list", async () => {
    await bench.addPortal("unchecked");
    bench.portal.answers["im.recent.list"] = () => {
      throw refused("insufficient_scope");
    };
    const section = await bench.section("chats");
    const [notice] = await bench.open(section);
    bench.portal.answers["im.recent.list"] = recentList([pilot]);
    await bench.browser.refresh(notice);
    assert.deepEqual(await under("chats"), chats);
    assert.deepEqual(bench.portals.find("p1")?.scopes, ["im", "imbot"]);
  });

  it("tries again what was refused for lack of it, whoever learned of it", async () => {
    const portal = await bench.addPortal(["imbot"]);
    const webhook = await bench.portals.webhookOf(portal.id);
    assert.ok(webhook !== undefined);
    bench.portal.answers["imbot.dialog.get"] = () => {
      throw refused("insufficient_scope");
    };
    await bench.pinned("chat29");
    const dialog = await bench.dialog("pinned", "chat29");
    const before = await bench.outline(dialog, 1);
    assert.match(before[0] ?? "", /^\(/);
    bench.portal.answers["im.dialog.get"] = () => ({ id: 29, type: "chat" });
    await bench.portals.keepAccess(portal.id, webhook, { scopes: ["im", "imbot"] });
    await settled();
    assert.equal((await bench.outline(dialog, 1))[0], 'type = "chat"');
  });

  it("is asked for in the same turn as the lists", async () => {
    await bench.addPortal(["im", "imbot"]);
    await under("chats");
    bench.portal.calls.length = 0;
    const refreshing = bench.browser.refresh();
    await settled();
    assert.deepEqual(bench.portal.calls.map(({ method }) => method).sort(), [
      "im.recent.list",
      "scope",
    ]);
    await refreshing;
  });

  it("leaves what is known when the portal does not tell", async () => {
    await bench.addPortal(["imbot"]);
    bench.portal.answers.scope = () => {
      throw refused("ERROR_CORE");
    };
    await bench.browser.refresh(await bench.section("chats"));
    bench.portal.answers.scope = () => null;
    await bench.browser.refresh(await bench.section("chats"));
    assert.equal(bench.portal.asked("scope").length, 2);
    assert.deepEqual(bench.portals.find("p1")?.scopes, ["imbot"]);
  });

  it("and taken away again is noticed, too", async () => {
    await bench.addPortal(["im", "imbot"]);
    assert.deepEqual(await under("chats"), chats);
    bench.portal.answers.scope = () => [""];
    await bench.browser.refresh();
    assert.deepEqual(await under("chats"), ["(scope im is missing)"]);
  });

  it("is not asked for by lists that lack none", async () => {
    await bench.addPortal(["im", "imbot"]);
    await under("chats");
    await bench.browser.refresh(await bench.section("chats"));
    assert.deepEqual(bench.portal.asked("scope"), []);
  });
});
