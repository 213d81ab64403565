import assert from "node:assert/strict";
import { e2e } from "./harness/e2eRun";
import { eventually } from "./harness/eventually";
import {
  addDemoPortal,
  addEmulatorPortal,
  askForDialog,
  choose,
  demoName,
  emulatorName,
  inspect,
  keep,
  panelOf,
  startAnew,
} from "./harness/steps";

/** The only portal that has a webhook of its own is meant without a question. */
async function pasteWebhook(webhook: string): Promise<void> {
  const { vscode } = e2e();
  await vscode.ask("Bitrix24: Replace Webhook", `Replace the webhook of “${emulatorName}”`);
  await vscode.quickInput.submit(webhook);
}

describe("Another user's webhook for a portal", () => {
  before(async () => {
    await startAnew();
    await addDemoPortal();
    await addEmulatorPortal();
    await choose("7", emulatorName);
    await e2e().vscode.dialog.press("Read It");
    await keep(await (await panelOf("7")).read());
    await (await inspect("chat29", emulatorName)).read();
  });

  it("is asked about, with both names, and changes nothing after Cancel", async () => {
    const { vscode, emulator } = e2e();
    await pasteWebhook(emulator.webhook(5));
    await vscode.dialog.shown(
      `This webhook is from another user, not the one of “${emulatorName}”`,
    );
    const detail = await vscode.dialog.detail();
    assert.match(detail, /Until now: user 1 at 127\.0\.0\.1/);
    assert.match(detail, /From now on: user 5 at 127\.0\.0\.1/);
    assert.deepEqual(
      new Set(await vscode.dialog.buttons()),
      new Set(["Add as Another Portal", "Replace Webhook", "Cancel"]),
    );
    await vscode.dialog.press("Cancel");
    assert.deepEqual(emulator.callsTo("imbot.dialog.get").length, 2);
  });

  it("is added beside it when that was meant; a name that is there already is said", async () => {
    const { vscode, emulator } = e2e();
    await pasteWebhook(emulator.webhook(5));
    await vscode.dialog.press("Add as Another Portal");
    await vscode.quickInput.shown("Name the portal");
    await vscode.quickInput.type(` ${emulatorName.toUpperCase()}`);
    await vscode.quickInput.messageWith("Another portal has this name already.");
    await vscode.quickInput.submit("Second");
    await vscode.notification("Connected to “Second”");
    await vscode.ask("Bitrix24: Remove Portal", "Remove which portal?");
    const rows = await vscode.quickInput.rowsWhere((shown) => shown.length === 3);
    assert.deepEqual(
      rows.map(({ label }) => label.trim()),
      ["Second", demoName, emulatorName],
      "the active one comes first",
    );
    await vscode.quickInput.choose("Second");
    await vscode.dialog.press("Remove Portal");
  });

  it("reads open dialogs anew, asks again where that may change the portal, and forgets the history", async () => {
    const { vscode, emulator } = e2e();
    emulator.reset();
    await pasteWebhook(emulator.webhook(5));
    await vscode.dialog.press("Replace Webhook");
    await vscode.notification(`“${emulatorName}” has its new webhook.`);
    await eventually(
      () => {
        const asked = emulator.callsTo("imbot.dialog.get");
        assert.deepEqual(
          asked.map(({ parameters }) => parameters["DIALOG_ID"]),
          ["chat29"],
        );
        return Promise.resolve(true);
      },
      { what: "the open chat to be read with the new webhook" },
    );
    await (await panelOf("chat29")).read();
    await vscode.page.locator(".tabs-container .tab").first().click();
    await (await panelOf("7")).noticeWith("Read the private dialog with user 7?");
    await vscode.ask("Bitrix24: Switch Portal", "Portal for lookups");
    await vscode.quickInput.choose(emulatorName);
    await askForDialog(emulatorName);
    const rows = await vscode.quickInput.rowsWhere((shown) => shown.length === 2);
    assert.equal(rows[1]?.label.trim(), "chat29", "what was read since, and nothing older");
    await vscode.quickInput.close();
  });

  it("is not taken by the demo portal, which says why", async () => {
    const { vscode } = e2e();
    await vscode.ask("Bitrix24: Remove Portal", "Remove which portal?");
    await vscode.quickInput.choose(emulatorName);
    await vscode.dialog.press("Remove Portal");
    await vscode.palette("Bitrix24: Replace Webhook");
    await vscode.notification(`“${demoName}” is built in`);
  });
});
