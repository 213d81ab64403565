import assert from "node:assert/strict";
import { BrowserBench } from "../support/browserBench";
import { ListPage } from "../support/fakePortal";
import { recentList } from "../support/northwind";

const many = 10_000;

describe("A sidebar of ten thousand", () => {
  let bench: BrowserBench;
  beforeEach(async () => {
    bench = new BrowserBench();
    await bench.addPortal();
  });

  it("chats shows each once, in the portal's order, for one request", async () => {
    const items = Array.from({ length: many }, (_, row) => ({
      id: `chat${row + 1}`,
      title: `Chat number ${row + 1}`,
    }));
    bench.portal.answers["im.recent.list"] = recentList([...items, ...items]);
    await bench.pinned("chat7", "chat9999");
    const chats = await bench.open(await bench.section("chats"));
    assert.equal(chats.length, many);
    const lines = await bench.outline(await bench.section("chats"), 1);
    assert.equal(lines[6], "chat7: Chat number 7, pin");
    assert.equal(lines.at(-1), "chat10000: Chat number 10000");
    assert.equal(lines.filter((line) => line.endsWith("pin")).length, 2);
    assert.equal(bench.portal.calls.length, 1);
    bench.browser.setFilter("number 9999");
    assert.equal((await bench.open(await bench.section("chats"))).length, 1);
  });

  it("members is read by pages, each person once", async () => {
    bench.portal.answers["im.dialog.users.list"] = ({ OFFSET }) => {
      const offset = Number(OFFSET);
      const page = Array.from({ length: 50 }, (_, row) => ({
        id: offset + row + 1,
        name: `Person ${offset + row + 1}`,
      }));
      return new ListPage(page, offset + 50 < many ? offset + 50 : undefined);
    };
    const members = (await bench.open(await bench.dialog("chats", "chat29"))).at(-1);
    assert.ok(members?.type === "members");
    await bench.open(members);
    for (let page = 1; page < many / 50; page++) await bench.browser.loadMore(members);
    const lines = await bench.outline(members);
    assert.equal(lines.length, many);
    assert.equal(lines.at(-1), "10000: Person 10000");
    assert.equal(bench.portal.asked("im.dialog.users.list").length, many / 50);
  });
});
