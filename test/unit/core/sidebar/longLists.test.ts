import assert from "node:assert/strict";
import { firstNewRow } from "../../../../src/core/sidebar/firstNewRow";
import type { SectionNode, TreeNode } from "../../../../src/core/sidebar/treeNode";
import type { RowOrder } from "../../../../src/core/sidebar/arrangement";
import { BrowserBench } from "./support/browserBench";
import { ListPage, type Answerer } from "./support/fakePortal";

/** A list of so many chats, by pages. */
function chats(count: number): Answerer {
  return ({ OFFSET, LIMIT }) => {
    const [offset, limit] = [Number(OFFSET), Number(LIMIT)];
    const items = Array.from({ length: Math.min(limit, count - offset) }, (_, row) => ({
      id: `chat${offset + row + 1}`,
      title: `Chat number ${offset + row + 1}`,
      counter: 1,
    }));
    const hasMore = offset + limit < count;
    return new ListPage({ items, hasMorePages: hasMore }, hasMore ? offset + limit : undefined);
  };
}

describe("A long list of the sidebar", () => {
  let bench: BrowserBench;
  let section: SectionNode;

  beforeEach(async () => {
    bench = new BrowserBench();
    await bench.addPortal();
    section = await bench.section("chats");
  });

  /** Loads until so many chats are there. */
  async function load(count: number, of = 10_000): Promise<void> {
    bench.portal.answers["im.recent.list"] = chats(of);
    await bench.open(section);
    while (bench.browser.loadedOf(section).read < count) await bench.browser.loadMore(section);
  }

  function shape(): readonly string[] {
    const rows = bench.browser.children(section);
    const dialogs = rows.filter(({ type }) => type === "dialog").length;
    return rows.flatMap((row, index) => {
      if (row.type === "range") return [`from ${row.first}`];
      if (row.type !== "dialog") return [row.type];
      return rows[index - 1]?.type === "dialog" ? [] : [`${dialogs} chats`];
    });
  }

  it("stands in the open as long as a view takes it at once", async () => {
    await load(500, 500);
    assert.deepEqual(shape(), ["500 chats"]);
  });

  it("is folded into ranges beyond that, up to its last rows", async () => {
    await load(600);
    assert.deepEqual(shape(), ["600 chats", "loadMore"]);
    await load(800);
    assert.deepEqual(shape(), ["from 1", "300 chats", "loadMore"]);
    await load(1_000);
    assert.deepEqual(shape(), ["from 1", "500 chats", "loadMore"]);
    await load(1_200);
    assert.deepEqual(shape(), ["from 1", "from 501", "200 chats", "loadMore"]);
    const [first, second] = bench.browser.children(section);
    assert.deepEqual(
      [first, second].map((range) => bench.browser.children(range).length),
      [500, 500],
    );
    assert.deepEqual((await bench.outline(second, 1)).slice(0, 2), [
      "chat501: Chat number 501, 1",
      "chat502: Chat number 502, 1",
    ]);
    assert.ok(second?.type === "range");
    assert.equal(bench.browser.rangeSummaryOf(second).unread, 500);
  });

  it("keeps the objects and knows the parents of what is folded and unfolded", async () => {
    await load(400);
    const [before] = bench.browser.children(section);
    assert.ok(before !== undefined);
    assert.equal(bench.browser.parent(before), section);
    await load(800);
    const [range] = bench.browser.children(section);
    assert.ok(range !== undefined);
    assert.equal(bench.browser.children(range)[0], before);
    assert.equal(bench.browser.parent(before), range);
    assert.equal(bench.browser.parent(range), section);
    bench.browser.setFilter("number 1");
    assert.ok(bench.browser.children(section).includes(before));
    assert.equal(bench.browser.parent(before), section);
  });

  it("is folded by what the filter lets through", async () => {
    await load(1_200);
    bench.browser.setFilter("number 1");
    // Those with a 1 in their number.
    assert.deepEqual(shape(), ["472 chats", "loadMore"]);
    bench.browser.setFilter("chat number");
    assert.deepEqual(shape(), ["from 1", "from 501", "200 chats", "loadMore"]);
  });

  it("goes on at the first chat that came, which is in no range, also where others were folded meanwhile", async () => {
    for (let loaded = 400; loaded < 3_000; loaded += 200) {
      await load(loaded);
      const before = bench.browser.rowsOf(section);
      const pressed = before.at(-1);
      assert.equal(pressed?.type, "loadMore");
      await bench.browser.loadMore(section);
      const rows = bench.browser.rowsOf(section);
      const next: TreeNode | undefined = firstNewRow(pressed, before, rows);
      assert.ok(next?.type === "dialog");
      assert.equal(next.dialogId, `chat${loaded + 1}`);
      assert.equal(bench.browser.parent(next), section);
    }
  });

  it("says above its ranges that it could not be read anew", async () => {
    await load(800);
    bench.portal.answers["im.recent.list"] = () => "nonsense";
    await bench.browser.refresh(section);
    assert.deepEqual(shape(), ["notice", "from 1", "300 chats", "loadMore"]);
  });

  it("goes on until something came that is shown, and says how far it looked", async () => {
    bench.portal.answers["im.recent.list"] = chats(10_000);
    await bench.open(section);
    bench.browser.setFilter("number 730");
    assert.deepEqual(bench.browser.loadedOf(section), { shown: 0, read: 50 });
    await bench.browser.loadMore(section);
    assert.deepEqual(bench.browser.loadedOf(section), { shown: 1, read: 800 });
    bench.browser.setFilter("no such title");
    bench.portal.calls.length = 0;
    await bench.browser.loadMore(section);
    assert.equal(bench.portal.asked("im.recent.list").length, 10);
    assert.deepEqual(bench.browser.loadedOf(section), { shown: 0, read: 2_800 });
  });

  it("is sorted by title or with what is unread first, and shows unread alone", async () => {
    const titles = ["Zebra 10", "Zebra 9", "Ёлка", "apple"];
    bench.portal.answers["im.recent.list"] = () => ({
      items: titles.map((title, row) => ({ id: `chat${row + 1}`, title, counter: row % 2 })),
    });
    await bench.open(section);
    const shown = (order: RowOrder, unreadOnly = false): readonly string[] => {
      bench.browser.setArrangement({ order, unreadOnly });
      return bench.browser
        .rowsOf(section)
        .flatMap((row) => (row.type === "dialog" ? [row.dialogId] : []));
    };
    assert.deepEqual(shown("activity"), ["chat1", "chat2", "chat3", "chat4"]);
    assert.deepEqual(shown("unread"), ["chat2", "chat4", "chat1", "chat3"]);
    assert.deepEqual(shown("title"), ["chat4", "chat2", "chat1", "chat3"]);
    assert.deepEqual(shown("title", true), ["chat4", "chat2"]);
    assert.deepEqual(bench.browser.countOf(section), { found: 2, of: 4 });
  });

  it("of a portal that was removed is forgotten", async () => {
    await load(600);
    const known = new Set(bench.browser.rowsOf(section));
    await bench.portals.remove("p1");
    await bench.addPortal();
    const anew = await bench.open(await bench.section("chats", "p2"));
    assert.equal(anew.length, 51);
    assert.ok(!anew.some((row) => known.has(row)));
  });
});
