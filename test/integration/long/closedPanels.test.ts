import assert from "node:assert/strict";
import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as vscode from "vscode";
import { commandIds } from "../../../src/ids";
import { Emulator } from "../../emulator/emulator";
import { addedPortal, inspectInOwnTab } from "../support/commands";
import { eventually } from "../support/eventually";
import { usePortal } from "../support/portalUnderTest";
import { agreeing } from "../support/questions";
import { closeAllTabs, dialogTabs } from "../support/tabs";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** In the extension host, when all that nobody holds is gone. */
async function heldBytes(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    await nextTurn();
    collect();
  }
  return process.memoryUsage().heapUsed;
}

function openSockets(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === "TCPSocketWrap").length;
}

/** The first one has ten thousand readers, a megabyte; the last two are refused. */
const dialogs = "282 29 30 12 210 211 212 220 221 230 231 240 250 253 260 271 280 288 404 405"
  .split(" ")
  .map((id) => `chat${id}`);

describe("200 panels that were closed", () => {
  usePortal();

  /** Each on a portal of its own, which goes with them: the limit of requests is one for each portal. */
  async function openAndClose(): Promise<void> {
    const emulator = await Emulator.start();
    const portalId = await addedPortal(emulator.webhook());
    for (const dialogId of dialogs) await inspectInOwnTab(dialogId, portalId);
    await eventually(() => {
      assert.equal(dialogTabs().length, dialogs.length);
    });
    await closeAllTabs();
    await agreeing("Remove Portal", () =>
      vscode.commands.executeCommand(commandIds.removePortal, { portalId }),
    );
    await emulator.stop();
  }

  // That their listeners, boxes and timers are gone is looked for after every test: support/leaks.ts.
  it("are not kept by the extension host: no memory, no sockets", async function () {
    this.timeout(120_000);
    await openAndClose();
    const before = { bytes: await heldBytes(), sockets: openSockets() };
    for (let panels = 0; panels < 200; panels += dialogs.length) await openAndClose();
    const perPanel = ((await heldBytes()) - before.bytes) / 200;
    assert.ok(perPanel < 15_000, `${Math.round(perPanel)} bytes were kept of each`);
    await eventually(() => {
      assert.ok(openSockets() <= before.sockets, `${openSockets()} sockets are open`);
    });
  });
});
