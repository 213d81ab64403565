import assert from "node:assert/strict";
import { e2e } from "./harness/e2eRun";
import {
  addEmulatorPortal,
  choose,
  emulatorName,
  inspect,
  keep,
  panelOf,
  startAnew,
} from "./harness/steps";

describe("After a reload of the window", () => {
  before(async () => {
    const { vscode } = e2e();
    await startAnew();
    await addEmulatorPortal();
    await choose("5", emulatorName);
    await vscode.dialog.shown("Read the private dialog with user 5?");
    await vscode.dialog.press("Read It");
    await keep(await (await panelOf("5")).read());
    e2e().emulator.setFault({ name: "html502" }, { method: "imbot.dialog.get", dialogId: "77" });
    await choose("77", emulatorName);
    await vscode.dialog.press("Read It");
    await keep(await (await panelOf("77")).noticeWith("The portal is busy or down"));
    e2e().emulator.reset();
    await (await inspect("chat210", emulatorName)).read();
    e2e().emulator.reset();
    await vscode.reload();
  });

  it("a panel is there again, read anew from the portal", async () => {
    const { vscode, emulator } = e2e();
    const panel = await (await panelOf("chat210")).read();
    assert.equal(await panel.title.innerText(), "Ana via Telegram");
    assert.equal((await vscode.openEditors()).length, 3);
    assert.deepEqual(
      emulator.callsTo("imbot.dialog.get").map(({ parameters }) => parameters),
      [{ DIALOG_ID: "chat210" }],
    );
  });

  it("a private dialog that was read before is read anew, without a question", async () => {
    const { vscode } = e2e();
    await vscode.page.locator(".tabs-container .tab").first().click();
    const panel = await (await panelOf("5")).read();
    assert.equal(await panel.title.innerText(), "Omar Haddad");
  });

  it("a private dialog that never was asks before it is read", async () => {
    const { vscode, emulator } = e2e();
    await vscode.page.locator(".tabs-container .tab").nth(1).click();
    const panel = await panelOf("77");
    await panel.noticeWith("Read the private dialog with user 77?");
    assert.match(
      await panel.notice.innerText(),
      /If you meant a chat, inspect chat77: that only reads\./,
    );
    assert.deepEqual(await panel.noticeButtons(), ["Read it", "Inspect chat77"]);
    assert.equal(emulator.callsTo("imbot.dialog.get").length, 2);
    const refresh = panel.button("Refresh");
    assert.equal(await refresh.getAttribute("aria-disabled"), "true");
    assert.equal(
      await refresh.getAttribute("aria-description"),
      "Read the private dialog with user 77?",
    );
    await vscode.screenshot("question");

    await panel.button("Read it").click();
    await panel.read();
    assert.deepEqual(
      emulator.effects.map(({ kind }) => kind),
      ["privateChatCreated"],
    );
  });

  it("the dialogs inspected last are offered, without the titles that were never stored", async () => {
    const { vscode } = e2e();
    await vscode.palette("Bitrix24: Inspect Dialog");
    const rows = await vscode.quickInput.rowsWhere((shown) => shown.length === 4);
    assert.deepEqual(
      rows.slice(2).map(({ label, description }) => `${label.trim()} ${description}`),
      // Both have been read since the reload.
      ["5 Omar Haddad · Private dialog", "chat210 Ana via Telegram · Open Channel dialog"],
    );
    await vscode.quickInput.close();
  });
});
