import assert from "node:assert/strict";
import type { DialogNode } from "../../../../src/core/sidebar/treeNode";
import { settled } from "../../support/fakeClock";
import { BrowserBench } from "./support/browserBench";

/** Reading a bare number, `sgN` or `crm|…` may create or join a chat: that is for a person to decide. */
describe("A dialog whose reading could change the portal", () => {
  let bench: BrowserBench;
  beforeEach(async () => {
    bench = new BrowserBench();
    await bench.addPortal();
  });

  const below = async (node: DialogNode): Promise<readonly string[]> => bench.outline(node, 1);
  const reads = (): readonly unknown[] => [
    ...bench.portal.asked("imbot.dialog.get"),
    ...bench.portal.asked("im.dialog.users.list"),
  ];

  for (const dialogId of ["77", "sg12", "crm|DEAL|88", "nonsense", ""]) {
    it(`is not read by itself: ${dialogId || "an empty id"}`, async () => {
      await bench.pinned(dialogId);
      const node = await bench.dialog("pinned", dialogId);
      assert.deepEqual(await below(node), ["(inspectFirst)"]);
      const [notice] = bench.browser.children(node);
      assert.ok(notice?.type === "notice");
      await bench.browser.refresh(node);
      await bench.browser.refresh(notice);
      await bench.browser.loadMore(node);
      await bench.browser.refresh();
      assert.deepEqual(reads(), []);
    });
  }

  it("is not read for its title either", async () => {
    await bench.pinned("77", "sg12");
    await bench.inspected("crm|DEAL|88", "crm");
    assert.deepEqual(await bench.outline(undefined, 3), [
      "Northwind, active",
      "  pinned",
      "    77: Person 77, pin",
      "    sg12: , pin",
      "  recent",
      "    crm|DEAL|88: , crm",
      "  chats",
      "    chat29: Delivery bot pilot, chat, manager, 2",
      "    5: Omar Haddad, private, 0",
      "  lines",
      "    chat210: Ana via Telegram, lines, owner, 0",
      "  bots",
      "    bot 39: Delivery & Co bot",
    ]);
    assert.deepEqual(reads(), []);
  });

  it("is read once the portal lists it", async () => {
    await bench.pinned("5");
    const node = await bench.dialog("pinned", "5");
    assert.deepEqual(await below(node), ["(inspectFirst)"]);
    await bench.open(await bench.section("chats"));
    assert.ok(bench.fired.includes(node.id), "the tree asks again for what stands below");
    assert.equal((await below(node))[0], 'type = "chat"');
  });

  it("is read once it was inspected", async () => {
    const [bot] = await bench.open(await bench.section("bots"));
    const [dialog] = await bench.open(bot);
    assert.ok(dialog?.type === "dialog" && dialog.dialogId === "39");
    assert.deepEqual(await below(dialog), ["(inspectFirst)"]);
    await bench.inspected("chat29");
    await bench.section("recent");
    bench.fired.length = 0;
    await bench.inspected("39", "private");
    assert.deepEqual(bench.fired, ["p1/recent", dialog.id]);
    assert.equal((await below(dialog))[0], 'type = "chat"');
  });

  it("is not read when the portal did not answer its inspection", async () => {
    await bench.history.add({ portalId: "p1", dialogId: "77", inspectedAtMs: 0 });
    assert.deepEqual(await below(await bench.dialog("recent", "77")), ["(inspectFirst)"]);
    assert.deepEqual(reads(), []);
  });

  it("is known for each portal apart", async () => {
    await bench.addPortal();
    await bench.inspected("77", "private", "p2");
    await bench.pinned("77");
    assert.deepEqual(await below(await bench.dialog("pinned", "77")), ["(inspectFirst)"]);
    assert.equal((await below(await bench.dialog("recent", "77", "p2")))[0], 'type = "chat"');
  });

  it("has no members to open when it left the history meanwhile", async () => {
    await bench.inspected("77", "private");
    const node = await bench.dialog("recent", "77");
    const members = (await bench.open(node)).at(-1);
    assert.ok(members?.type === "members");
    await bench.history.remove([{ portalId: "p1", dialogId: "77" }]);
    await settled();
    assert.deepEqual(await bench.outline(members), ["(inspectFirst)"]);
    await bench.browser.refresh(members);
    assert.deepEqual(bench.portal.asked("im.dialog.users.list"), []);
  });
});
