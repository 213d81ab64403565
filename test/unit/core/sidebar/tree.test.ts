import assert from "node:assert/strict";
import { BrowserBench } from "./support/browserBench";
import { sentinel } from "../../support/webhooks";
import type { TreeNode } from "../../../../src/core/sidebar/treeNode";

describe("The sidebar's tree", () => {
  let bench: BrowserBench;
  beforeEach(() => {
    bench = new BrowserBench();
  });

  it("is empty without a portal, and asks nobody", async () => {
    assert.deepEqual(await bench.outline(), []);
    assert.deepEqual(bench.portal.calls, []);
  });

  it("asks nobody until a branch is opened", async () => {
    await bench.addPortal();
    await bench.addPortal();
    assert.deepEqual(await bench.outline(undefined, 2), [
      "Northwind",
      "  chats",
      "  lines",
      "  bots",
      "Northwind, active",
      "  chats",
      "  lines",
      "  bots",
    ]);
    assert.deepEqual(bench.portal.calls, []);
  });

  it("shows all that is known of a portal", async () => {
    await bench.addPortal();
    await bench.pinned("chat30", "chat29");
    await bench.inspected("chat404", "open");
    assert.deepEqual(await bench.outline(undefined, 3), [
      "Northwind, active",
      "  pinned",
      "    chat30: Title of chat30, chat, pin",
      "    chat29: Title of chat29, chat, pin",
      "  recent",
      "    chat404: Title of chat404, chat",
      "  chats",
      "    chat29: Delivery bot pilot, chat, manager, 2, pin",
      "    5: Omar Haddad, private, 0",
      "  lines",
      "    chat210: Ana via Telegram, lines, owner, 0",
      "  bots",
      "    bot 39: Delivery & Co bot",
    ]);
  });

  it("shows the key facts of a dialog and who is in it", async () => {
    await bench.addPortal();
    assert.deepEqual(await bench.outline(await bench.dialog("chats", "chat29")), [
      'type = "chat"',
      "id = 29",
      'role = "manager"',
      "owner = 1",
      "user_counter = 4",
      "counter = 2",
      "message_count = 118",
      'date_create = "2026-02-24T13:19:39+02:00"',
      "members",
      "  1: Ivy Stone",
      "  39: Delivery & Co bot",
    ]);
  });

  it("names the notes of the webhook's owner", async () => {
    await bench.addPortal(["im", "imbot"], "5");
    assert.ok((await bench.outline()).includes("    5: Omar Haddad, notes, 0"));
  });

  it("loads a list once for its two branches", async () => {
    await bench.addPortal();
    await bench.open(await bench.section("chats"));
    await bench.open(await bench.section("lines"));
    await bench.open(await bench.section("chats"));
    assert.deepEqual(bench.portal.asked("im.recent.list"), [{ OFFSET: 0, LIMIT: 50 }]);
  });

  it("has ids that are unique and hold no secret, and parents that have their children", async () => {
    await bench.addPortal();
    await bench.addPortal();
    await bench.pinned("chat29");
    await bench.inspected("chat29");
    const ids: string[] = [];
    const visit = async (parent?: TreeNode): Promise<void> => {
      for (const node of await bench.open(parent)) {
        ids.push(node.id);
        assert.equal(bench.browser.parent(node), parent);
        await visit(node);
      }
    };
    await visit();
    assert.ok(ids.length > 40);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(!ids.join().includes(sentinel));
  });

  it("keeps its nodes while what they show is read anew", async () => {
    await bench.addPortal();
    const chats = await bench.section("chats");
    const before = await bench.open(chats);
    const members = (await bench.open(before[0])).at(-1);
    const persons = await bench.open(members);
    await bench.browser.refresh();
    const after = await bench.open(chats);
    assert.deepEqual(
      after.map((node, index) => node === before[index]),
      [true, true],
    );
    assert.equal((await bench.open(before[0])).at(-1), members);
    assert.equal((await bench.open(members))[0], persons[0]);
    assert.equal(await bench.section("chats"), chats);
  });
});
