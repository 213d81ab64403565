import assert from "node:assert/strict";
import { OpenRows } from "../../../../src/core/sidebar/openRows";
import { BrowserBench } from "./support/browserBench";

describe("The filter of the sidebar", () => {
  let bench: BrowserBench;
  beforeEach(async () => {
    bench = new BrowserBench();
    await bench.addPortal();
    await bench.pinned("chat29", "chat30");
    await bench.inspected("5", "private");
    await bench.outline(undefined, 3);
  });

  const shown = async (text: string): Promise<readonly string[]> => {
    bench.browser.setFilter(text);
    const lines = await bench.outline(undefined, 3);
    return lines.slice(1).map((line) => line.trim().split(":")[0] ?? "");
  };

  it("lets through what has its words in title or id", async () => {
    assert.deepEqual(await shown("  pilot  DELIVERY "), ["pinned", "chat29", "chats", "chat29"]);
  });

  it("finds ids, bots by code, and a person by a name that only the session knows", async () => {
    assert.ok((await shown("chat210")).includes("chat210"));
    assert.ok((await shown("delivery co")).includes("bot 39"));
    assert.deepEqual(await shown("omar"), ["recent", "5", "chats", "5"]);
  });

  it("leaves the active portal and those that have something", async () => {
    await bench.addPortal();
    bench.browser.setFilter("zzz");
    assert.deepEqual(
      bench.browser.children().map(({ id }) => id),
      ["p2"],
    );
    bench.browser.setFilter("pilot");
    assert.equal(bench.browser.children().length, 2);
    await bench.portals.activate("p1");
    assert.equal(bench.browser.children().length, 1);
  });

  it("counts on each branch that was read what it lets through", async () => {
    const [pinned, chats] = [await bench.section("pinned"), await bench.section("chats")];
    assert.equal(bench.browser.countOf(chats), undefined);
    bench.browser.setFilter("pilot");
    assert.deepEqual(bench.browser.countOf(pinned), { found: 1, of: 2 });
    assert.deepEqual(bench.browser.countOf(chats), { found: 1, of: 2 });
  });

  it("opens what it matches, and gives rows back as they were", async () => {
    const rows = new OpenRows(bench.browser);
    const [chats] = [await bench.section("chats")];
    assert.equal(rows.isOpen(chats), false);
    bench.browser.setFilter("pilot");
    assert.equal(rows.isOpen(chats), true);
    rows.turn(chats, false);
    assert.equal(rows.isOpen(chats), false);
    const id = rows.idOf(chats);
    bench.browser.setFilter("");
    rows.forgetFiltered();
    assert.notEqual(rows.idOf(chats), id);
    rows.turn(chats, true);
    bench.browser.setFilter("omar");
    assert.equal(rows.isOpen(chats), true);
    bench.browser.setFilter("");
    assert.equal(rows.isOpen(chats), true);
  });

  it("counts of a branch only what belongs to it", async () => {
    bench.browser.setFilter("zzz");
    assert.deepEqual(await bench.outline(await bench.section("chats"), 1), [
      "(nothing of 2 matches)",
    ]);
  });

  it("does not reach into dialogs", async () => {
    const dialog = await bench.dialog("chats", "chat29");
    const all = await bench.outline(dialog);
    bench.browser.setFilter("zzz");
    assert.deepEqual(await bench.outline(dialog), all);
  });

  it("asks the portal for nothing, and shows all again when it is cleared", async () => {
    const all = await bench.outline(undefined, 3);
    bench.portal.calls.length = 0;
    await shown("zzz");
    bench.browser.setFilter("");
    assert.deepEqual(await bench.outline(undefined, 3), all);
    assert.deepEqual(bench.portal.calls, []);
  });
});
