import assert from "node:assert/strict";
import { settled } from "../../support/fakeClock";
import { BrowserBench } from "./support/browserBench";
import { pilot, recentList } from "./support/northwind";

describe("What a user of the sidebar's portals is called", () => {
  let bench: BrowserBench;
  beforeEach(async () => {
    bench = new BrowserBench();
    await bench.addPortal();
  });

  it("is what some list told already, and nobody is asked", async () => {
    const chats = await bench.section("chats");
    assert.equal(bench.browser.nameOf(chats, 5), undefined);
    const dialog = await bench.dialog("chats", "chat29");
    assert.equal(bench.browser.nameOf(chats, 5), "Omar Haddad");
    assert.equal(bench.browser.nameOf(chats, 1), undefined);
    await bench.outline(dialog);
    assert.equal(bench.browser.nameOf(dialog, 1), "Ivy Stone");
    assert.deepEqual(bench.portal.asked("im.user.get"), []);
  });

  it("is asked for once a fact names somebody by the id alone, and the facts do not wait", async () => {
    let answer: (people: unknown) => void = () => undefined;
    bench.portal.answers["im.user.list.get"] = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const dialog = await bench.dialog("chats", "chat29");
    assert.ok((await bench.open(dialog)).some(({ type }) => type === "fact"));
    assert.deepEqual(bench.portal.asked("im.user.list.get"), [{ ID: [1] }]);
    bench.fired.length = 0;
    answer([{ id: 1, name: "Ivy Stone" }]);
    await settled();
    assert.deepEqual(bench.fired, [dialog.id]);
    assert.equal(bench.browser.nameOf(dialog, 1), "Ivy Stone");
  });

  it("is a bot's name for the private dialog with it", async () => {
    const [bot] = await bench.open(await bench.section("bots"));
    const [dialog] = await bench.open(bot);
    assert.ok(dialog?.type === "dialog");
    assert.equal(bench.browser.summaryOf(dialog).title, "Delivery & Co bot");
  });

  it("is not the title of one's own notes", async () => {
    const notes = { id: 1, type: "user", title: "My notes", user: { id: 1 } };
    bench.portal.answers["im.recent.list"] = recentList([pilot, notes]);
    const dialog = await bench.dialog("chats", "chat29");
    assert.equal(bench.browser.nameOf(dialog, 1), undefined);
  });
});
