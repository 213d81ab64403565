import assert from "node:assert/strict";
import { BrowserBench } from "./support/browserBench";
import { ListPage } from "./support/fakePortal";
import { recentList } from "./support/northwind";

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
    const lines = await bench.rowsOf(await bench.section("chats"));
    assert.equal(lines.length, many);
    assert.equal(lines[6], "chat7: Chat number 7, pin");
    assert.equal(lines.at(-1), "chat10000: Chat number 10000");
    assert.equal(lines.filter((line) => line.endsWith("pin")).length, 2);
    assert.equal(bench.portal.calls.length, 1);
    bench.browser.setFilter("number 9999");
    assert.equal((await bench.open(await bench.section("chats"))).length, 1);
  });

  it("members is read by pages, each person once", async () => {
    bench.portal.answers["im.dialog.users.list"] = ({ OFFSET, LIMIT }) => {
      const [offset, limit] = [Number(OFFSET), Number(LIMIT)];
      const page = Array.from({ length: limit }, (_, row) => ({
        id: offset + row + 1,
        name: `Person ${offset + row + 1}`,
      }));
      return new ListPage(page, offset + limit < many ? offset + limit : undefined);
    };
    const members = (await bench.open(await bench.dialog("chats", "chat29"))).at(-1);
    assert.ok(members?.type === "members");
    await bench.open(members);
    while (bench.browser.loadedOf(members).read < many) await bench.browser.loadMore(members);
    const lines = await bench.rowsOf(members);
    assert.equal(lines.length, many);
    assert.equal(lines.at(-1), "10000: Person 10000");
    const wholePages = (many - 200) / 200;
    assert.equal(bench.portal.asked("im.dialog.users.list").length, 4 + wholePages);
  });
});
