import assert from "node:assert/strict";
import { Refused, refused } from "./support/fakePortal";
import { BrowserBench } from "./support/browserBench";
import { settled } from "../../support/fakeClock";
import { webhookIn } from "../../support/webhooks";

const access = { userId: "1", userName: "", isAdmin: true, scopes: ["im", "imbot"] };
const replacement = webhookIn("https://p1.example/rest/1/0therSentinel777/");

describe("The branch of a portal", () => {
  let bench: BrowserBench;
  beforeEach(async () => {
    bench = new BrowserBench();
    await bench.addPortal();
  });

  const chats = async (): Promise<readonly string[]> =>
    bench.outline(await bench.section("chats"), 1);

  it("goes with its portal, and what is remembered of it too", async () => {
    await bench.addPortal();
    const gone = await bench.dialog("chats", "chat29");
    const kept = await bench.dialog("chats", "chat29", "p2");
    await bench.portals.remove("p1");
    assert.equal(bench.memory.recall("p1", "chat29"), undefined);
    assert.equal(bench.memory.recall("p2", "chat29")?.title, "Delivery bot pilot");
    assert.equal((await bench.open()).length, 1);
    assert.equal(bench.browser.summaryOf(gone).title, "");
    assert.equal(await bench.dialog("chats", "chat29", "p2"), kept);
  });

  it("tries again what failed once it has another webhook", async () => {
    bench.portal.answers["im.recent.list"] = () => {
      throw refused("INVALID_CREDENTIALS");
    };
    assert.deepEqual(await chats(), ["(failed: INVALID_CREDENTIALS)"]);
    bench.portal.answers["im.recent.list"] = () => ({ items: [{ id: "chat1", title: "New" }] });
    await bench.portals.replaceWebhook("p1", replacement, access);
    await settled();
    assert.deepEqual(await chats(), ["chat1: New"]);
  });

  it("tries again when the webhook that was missing is there", async () => {
    await bench.secrets.delete("portal.p1");
    assert.deepEqual(await chats(), ["(webhookNeeded)"]);
    await bench.portals.replaceWebhook("p1", replacement, access);
    await settled();
    assert.equal((await chats()).length, 2);
  });

  it("shows what a scope opened that is granted now", async () => {
    await bench.portals.replaceWebhook("p1", replacement, { ...access, scopes: ["imbot"] });
    assert.deepEqual(await chats(), ["(scope im is missing)"]);
    await bench.portals.replaceWebhook("p1", replacement, access);
    assert.equal((await chats()).length, 2);
  });

  it("does not try again because of anything else", async () => {
    bench.portal.answers["im.recent.list"] = () => {
      throw new Refused({ kind: "timedOut", host: "p1.example", afterMs: 1 });
    };
    await chats();
    await bench.portals.rename("p1", "Renamed");
    await bench.portals.activate("p1");
    bench.portals.reread();
    await settled();
    assert.equal(bench.portal.asked("im.recent.list").length, 1);
  });

  it("keeps what it shows when only the webhook of its owner is another", async () => {
    await chats();
    await bench.portals.replaceWebhook("p1", replacement, access);
    await settled();
    assert.equal((await chats()).length, 2);
    assert.equal(bench.portal.asked("im.recent.list").length, 1);
  });

  it("forgets what another owner may not see, and reads anew", async () => {
    await chats();
    bench.portal.answers["im.recent.list"] = () => ({ items: [{ id: "chat7", title: "Mine" }] });
    const other = webhookIn("https://p1.example/rest/5/0therSentinel777/");
    await bench.portals.replaceWebhook("p1", other, { ...access, userId: "5" });
    assert.deepEqual(await chats(), ["chat7: Mine"]);
    assert.equal(bench.memory.recall("p1", "chat29"), undefined);
    assert.equal(bench.portal.calls.at(-1)?.user, "5");
  });
});
