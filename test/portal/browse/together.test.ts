import assert from "node:assert/strict";
import type { TreeNode } from "../../../src/core/sidebar/treeNode";
import { portalSuite } from "../support/portalSuite";
import { until } from "../support/until";
import { BrowseBench } from "./support/browseBench";

/** What a view does when it draws a place: asks for what stands below, and lets it load. */
async function drawn(bench: BrowseBench, ...places: readonly TreeNode[]): Promise<void> {
  for (const place of places) bench.browser.children(place);
  // A list has loaded when something else is said than that it loads.
  const isLoading = (node: TreeNode): boolean =>
    node.type === "notice" && bench.browser.noticeOf(node).kind === "loading";
  await bench.run(
    until(() => !places.some((place) => bench.browser.children(place).some(isLoading))),
  );
}

describe("What the sidebar asks for at once", () => {
  const suite = portalSuite();
  let bench: BrowseBench;
  beforeEach(async () => {
    bench = await BrowseBench.start(suite.emulator.webhook());
  });

  /** Those that have something in them. */
  const sections = (): readonly TreeNode[] => {
    const [portal] = bench.browser.children();
    assert.ok(portal !== undefined);
    return bench.browser.children(portal);
  };
  const section = (name: string): TreeNode => {
    const found = sections().find((node) => node.type === "section" && node.section === name);
    assert.ok(found !== undefined);
    return found;
  };
  const methods = (): readonly string[] => suite.emulator.requests.map(({ method }) => method);
  const inspected = async (dialogIds: readonly string[]): Promise<void> => {
    for (const dialogId of dialogIds) {
      await bench.history.add({ portalId: "p1", dialogId, kind: "private", inspectedAtMs: 0 });
    }
  };

  it("is two requests for the chats and fifty persons whose names nobody told", async () => {
    await inspected(Array.from({ length: 50 }, (_, index) => String(900 + index)));
    await drawn(bench, section("recent"), section("chats"));
    await bench.run(until(() => bench.memory.recall("p1", "949")?.title !== undefined));
    assert.deepEqual([...methods()].sort(), ["batch", "im.recent.list"].sort());
    assert.equal(suite.emulator.callsTo("im.user.get").length, 50);
    assert.deepEqual(suite.emulator.effects, [], "no private chat was created");
    const titles = bench.browser
      .children(section("recent"))
      .map((node) => (node.type === "dialog" ? bench.browser.summaryOf(node).title : ""));
    assert.ok(titles.every((title) => title !== ""));
    assert.equal(titles.length, 50);
  });

  it("is one request for all branches of a portal", async () => {
    await bench.pins.add([{ portalId: "p1", dialogId: "chat210" }]);
    await drawn(bench, ...sections());
    await bench.run(until(() => bench.memory.recall("p1", "chat210")?.title !== undefined));
    assert.deepEqual(methods(), ["batch"]);
  });

  it("fails one by one: a refusal inside a batch is nobody else's", async () => {
    suite.emulator.setFault({ name: "error200" }, { dialogId: "chat30" });
    suite.emulator.setFault({ name: "nullResult" }, { dialogId: "chat1" });
    await bench.pins.add(
      ["chat29", "chat30", "chat404", "chat1"].map((dialogId) => ({ portalId: "p1", dialogId })),
    );
    const pinned = bench.browser.children(section("pinned"));
    await drawn(bench, ...pinned);
    assert.deepEqual(methods(), ["batch"]);
    const told = pinned.map((node) => {
      const [first] = bench.browser.children(node);
      if (first?.type !== "notice") return first?.type;
      const notice = bench.browser.noticeOf(first);
      if (notice.kind !== "failed") return notice.kind;
      const { error } = notice.failure;
      return error.kind === "refused" ? error.code : error.kind;
    });
    assert.deepEqual(told, ["fact", "ACCESS_ERROR", "ACCESS_ERROR", "malformed"]);
  });

  it("fails together when the batch itself does, and is one request to try again", async () => {
    suite.emulator.setFault({ name: "html200" }, { calls: 1 });
    await drawn(bench, section("chats"), section("bots"));
    for (const name of ["chats", "bots"]) {
      const [notice] = bench.browser.children(section(name));
      assert.ok(notice?.type === "notice");
      assert.equal(bench.browser.noticeOf(notice).kind, "failed");
    }
    await bench.run(bench.browser.refresh());
    assert.deepEqual(methods(), ["batch", "batch"]);
    assert.equal(suite.emulator.callsTo("scope").length, 1, "what is granted is asked along");
    assert.equal(bench.browser.children(section("bots"))[0]?.type, "bot");
  });

  it("is one request to notice a scope that was granted or taken away", async () => {
    suite.emulator.setFault({ name: "scopeLost", scope: "im" });
    await drawn(bench, section("bots"));
    await bench.run(bench.browser.refresh());
    assert.deepEqual(methods(), ["imbot.bot.list", "batch"]);
    assert.deepEqual(bench.record.scopes, ["imbot", "imopenlines"]);
    const [notice] = bench.browser.children(section("chats"));
    assert.ok(notice?.type === "notice");
    assert.deepEqual(bench.browser.noticeOf(notice), { kind: "scopeMissing", scope: "im" });
    suite.emulator.clearFaults();
    await bench.run(bench.browser.refresh(notice));
    assert.deepEqual(methods(), ["imbot.bot.list", "batch", "scope"]);
    await drawn(bench, section("chats"));
    assert.equal(bench.browser.children(section("chats"))[0]?.type, "dialog");
  });
});
