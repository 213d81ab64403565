import assert from "node:assert/strict";
import { inspect } from "../support/commands";
import { eventually } from "../support/eventually";
import { usePortal } from "../support/portalUnderTest";
import { closeAllTabs, showsTabs } from "../support/tabs";

describe("Closing a panel", () => {
  const portal = usePortal();

  it("ends the request that it waits for", async () => {
    portal.emulator.setFault({ name: "hang" });
    const command = inspect("chat29");
    await eventually(() => {
      assert.deepEqual(portal.dialogsRead, ["chat29"]);
    });
    await showsTabs("Chat 29");
    await closeAllTabs();
    await command;
    await eventually(() => {
      assert.equal(portal.emulator.callsTo("imbot.dialog.get")[0]?.wasAborted, true);
    });
  });

  it("forgets the panel: the next look-up opens another", async () => {
    await inspect("chat29");
    await showsTabs("Delivery bot pilot");
    await closeAllTabs();
    await inspect("chat29");
    await showsTabs("Delivery bot pilot");
    assert.deepEqual(portal.dialogsRead, ["chat29", "chat29"]);
  });

  it("survives being closed and opened again while the portal is slow", async () => {
    portal.emulator.setFault({ name: "hang" });
    const commands: Promise<void>[] = [];
    for (let round = 0; round < 3; round++) {
      commands.push(inspect("chat30"));
      await showsTabs("Chat 30");
      await closeAllTabs();
    }
    await Promise.all(commands);
    portal.emulator.clearFaults();
    await inspect("chat30");
    await showsTabs("Lobby");
  });
});
