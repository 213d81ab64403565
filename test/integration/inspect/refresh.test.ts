import assert from "node:assert/strict";
import { inspect, refresh } from "../support/commands";
import { eventually } from "../support/eventually";
import { extensionApi } from "../support/extensionApi";
import { OpenPages } from "../support/openPages";
import { usePortal } from "../support/portalUnderTest";
import { activeTab, openFile, showsTabs, titleIn } from "../support/tabs";

describe("Refreshing", () => {
  const portal = usePortal();

  it("reads the dialog in front anew, and no other", async () => {
    await inspect("chat29");
    await inspect("chat30");
    await eventually(() => {
      assert.equal(titleIn(activeTab()?.label), "Lobby");
    });
    await refresh();
    assert.deepEqual(portal.dialogsRead, ["chat29", "chat30", "chat30"]);
  });

  it("lets the page draw what it was sent before it is sent more", async () => {
    const pages = new OpenPages(await extensionApi());
    await inspect("chat29");
    pages.stop();
    await showsTabs("Delivery bot pilot");
    const [page] = pages.all;
    assert.ok(page, "no page was opened");
    // Until it is loaded it is sent nothing.
    await eventually(async () => {
      await refresh();
      assert.ok(page.shownAt.length > 2, "that it reads, and the answer, several times");
    });
    const apartMs = page.shownAt.slice(1).map((at, index) => at - (page.shownAt[index] ?? 0));
    assert.ok(Math.min(...apartMs) > 40, `${apartMs.map(Math.round).join(", ")} ms apart`);
  });

  it("does nothing without a panel", async () => {
    await refresh();
    assert.deepEqual(portal.emulator.requests, []);
  });

  it("does nothing while code is in front", async () => {
    await inspect("chat29");
    await showsTabs("Delivery bot pilot");
    await openFile("bots/supportBot.ts");
    await eventually(() => {
      assert.equal(activeTab()?.label, "supportBot.ts");
    });
    await refresh();
    assert.deepEqual(portal.dialogsRead, ["chat29"]);
  });

  it("replaces the request that is still under way", async () => {
    portal.emulator.setFault({ name: "hang" }, { dialogId: "chat29", calls: 1 });
    const first = inspect("chat29");
    await eventually(() => {
      assert.deepEqual(portal.dialogsRead, ["chat29"]);
    });
    await refresh();
    await first;
    await showsTabs("Delivery bot pilot");
    await eventually(() => {
      assert.deepEqual(
        portal.emulator.callsTo("imbot.dialog.get").map(({ wasAborted }) => wasAborted),
        [true, false],
      );
    });
  });

  it("keeps the title when the portal does not answer any more", async () => {
    await inspect("chat29");
    await showsTabs("Delivery bot pilot");
    portal.emulator.setFault({ name: "html502" });
    await refresh();
    await showsTabs("Delivery bot pilot");
  });

  it("keeps the title when the portal refuses the dialog", async () => {
    await inspect("chat29");
    await showsTabs("Delivery bot pilot");
    portal.emulator.setFault({ name: "secretRotated" });
    await refresh();
    await eventually(() => {
      assert.equal(portal.emulator.callsTo("imbot.dialog.get").at(-1)?.status, 401);
    });
    await showsTabs("Delivery bot pilot");
  });
});
