import assert from "node:assert/strict";
import { inspect as printed } from "node:util";
import * as vscode from "vscode";
import { addPortal, inspect, inspectInOwnTab } from "./support/commands";
import { eventually } from "./support/eventually";
import { hostLogWith, logWith } from "./support/outputChannels";
import { usePortal } from "./support/portalUnderTest";
import { withRequestTimeout } from "./support/settings";
import { closeAllTabs, showsTabs } from "./support/tabs";

describe("The secret of a webhook", () => {
  const portal = usePortal();
  let secret = "";

  before(() => {
    secret = new URL(portal.emulator.webhook()).pathname.split("/")[3] ?? "";
    assert.match(secret, /^\w{16}$/);
  });

  function assertHidden(text: string, where: string): void {
    assert.ok(!text.includes(secret), `the secret is in ${where}`);
    assert.ok(!text.includes(encodeURIComponent(portal.emulator.webhook())), where);
  }

  /** Everything of the window that another extension can see. */
  function assertWindowHidesIt(): void {
    const tabs = vscode.window.tabGroups.all.flatMap(({ tabs }) =>
      tabs.map(({ label, input }) => [label, input]),
    );
    assertHidden(printed(tabs, { depth: 10 }), "tabs");
    const documents = vscode.workspace.textDocuments.map((document) => [
      document.uri.toString(),
      document.getText(),
    ]);
    assertHidden(JSON.stringify(documents), "documents");
    assertHidden(JSON.stringify(vscode.workspace.getConfiguration("bitrix24")), "settings");
  }

  it("is in no tab, document or setting while dialogs are open", async () => {
    await inspectInOwnTab("chat29");
    await inspect("chat404");
    await showsTabs("Delivery bot pilot", "Chat 404");
    assertWindowHidesIt();
  });

  it("is in no log, even when the portal sends it back in an error", async () => {
    portal.emulator.setFault({ name: "longDescription" });
    await inspect("chat12");
    await showsTabs("Chat 12");
    portal.emulator.clearFaults();
    portal.emulator.setFault({ name: "redirectForeign" });
    await inspect("chat30");
    portal.emulator.clearFaults();
    portal.emulator.setFault({ name: "reset" });
    await inspect("chat1");
    const host = portal.host.replace(".", "\\.");
    const log = await logWith(new RegExp(`at ${host}: (unreachable|interrupted)`));
    assert.match(log, new RegExp(`at ${host}: ERROR_CORE`));
    assert.match(log, new RegExp(`at ${host}: redirected`));
    assertHidden(log, "the log of the extension");
    assertWindowHidesIt();
  });

  it("is in no error of a command, nor in the host's log of it", async () => {
    portal.emulator.setFault({ name: "hang" });
    const error: unknown = await withTimeout(async () =>
      addPortal({ webhook: portal.emulator.webhook() }).catch((reason: unknown) => reason),
    );
    assert.ok(error instanceof Error, "the portal was added unchecked");
    assertHidden(printed(error, { depth: 10, showHidden: true }), "the error");
    assertHidden(await hostLogWith(/\S/), "the log of the extension host");
  });

  it("is in no message about a webhook that is refused", async () => {
    const webhook = portal.emulator.webhook().replace("/rest/1/", "/rest/7/");
    assert.equal(await addPortal({ webhook }), undefined);
    assertHidden(await logWith(/INVALID_CREDENTIALS/), "the log of the extension");
  });

  it("is not on the clipboard after a look-up", async () => {
    await vscode.env.clipboard.writeText("what was copied before");
    await inspect("chat29");
    await showsTabs("Delivery bot pilot");
    assert.equal(await vscode.env.clipboard.readText(), "what was copied before");
    await closeAllTabs();
    await eventually(assertWindowHidesIt);
  });

  async function withTimeout<T>(work: () => Promise<T>): Promise<T | undefined> {
    let outcome: T | undefined;
    await withRequestTimeout(1, async () => {
      outcome = await work();
    });
    return outcome;
  }
});
