import assert from "node:assert/strict";
import * as vscode from "vscode";
import { accessPanelType, commandIds } from "../../../src/ids";
import { addedPortal, refresh } from "../support/commands";
import { eventually } from "../support/eventually";
import { usePortal } from "../support/portalUnderTest";
import { activeTab } from "../support/tabs";

async function checkAccess(argument?: unknown): Promise<void> {
  await vscode.commands.executeCommand(commandIds.checkAccess, argument);
}

async function showsAccess(name: string): Promise<void> {
  await eventually(() => {
    assert.equal(activeTab()?.label, `Access to ${name}`);
  });
}

describe("Checking the access of a webhook", () => {
  const portal = usePortal(5);
  const methods = (): readonly string[] => portal.emulator.requests.map(({ method }) => method);

  it("opens a panel, with one request", async () => {
    await checkAccess({ portalId: portal.id });
    await showsAccess(portal.host);
    assert.deepEqual(methods(), ["batch"]);
    const input = activeTab()?.input;
    assert.ok(input instanceof vscode.TabInputWebview);
    assert.ok(input.viewType.endsWith(`-${accessPanelType}`), input.viewType);
  });

  it("uses the same panel again, and asks anew", async () => {
    await checkAccess({ portalId: portal.id });
    await checkAccess({ portalId: portal.id });
    assert.deepEqual(methods(), ["batch", "batch"]);
    await showsAccess(portal.host);
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    assert.equal(tabs.length, 1);
  });

  it("asks anew with Refresh while its panel is in front", async () => {
    await checkAccess({ portalId: portal.id });
    await showsAccess(portal.host);
    await eventually(async () => {
      await refresh();
      assert.ok(methods().length >= 2);
    });
  });

  it("takes the active portal where there are several, and asks nothing", async () => {
    const other = await addedPortal(portal.emulator.webhook(9));
    for (const portalId of [portal.id, other]) {
      await vscode.commands.executeCommand(commandIds.switchPortal, { portalId });
      portal.emulator.reset();
      await checkAccess();
      assert.deepEqual(methods(), ["batch"]);
    }
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 2);
  });

  it("asks nothing of a portal that is gone", async () => {
    await checkAccess({ portalId: "gone" });
    assert.deepEqual(methods(), []);
    assert.equal(activeTab(), undefined);
  });
});
