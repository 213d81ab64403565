import assert from "node:assert/strict";
import { e2e } from "./harness/e2eRun";
import { goTo } from "./harness/goTo";
import { addDemoPortal, askForDialog, panelOf, startAnew } from "./harness/steps";

/** The row that Enter takes, as the user sees it. */
async function offered(): Promise<string> {
  const { quickInput } = e2e().vscode;
  await askForDialog();
  const rows = await quickInput.rowsWhere((shown) => shown.some(({ isFocused }) => isFocused));
  const offer = rows.find(({ isFocused }) => isFocused);
  await quickInput.close();
  return `${offer?.label.trim() ?? ""} (${offer?.description ?? ""})`;
}

describe("An id in the editor", () => {
  before(async () => {
    await startAnew();
    await addDemoPortal();
  });

  it("is offered first when the cursor is on it", async () => {
    await e2e().vscode.openFile("bots/fleet_report.py");
    await goTo("8:22");
    assert.equal(await offered(), "chat220 (fleet_report.py, line 8)");
    await goTo("8:33");
    assert.equal(await offered(), "chat221 (fleet_report.py, line 8)");
  });

  it("is offered when it is the only one of the line", async () => {
    await goTo("7:1");
    assert.equal(await offered(), "chat240 (fleet_report.py, line 7)");
  });

  it("is not invented where there is none", async () => {
    await goTo("1:1");
    assert.equal(await offered(), "Type a DIALOG_ID, for example chat29. ()");
  });

  it("is offered when it is selected", async () => {
    const { vscode } = e2e();
    await vscode.openFile("logs/bot.log");
    await goTo("3:1");
    await vscode.page.keyboard.press("Shift+End");
    assert.equal(await offered(), "chat210 (bot.log, line 3)");
  });

  it("opens beside the code that it came from", async () => {
    const { vscode } = e2e();
    await askForDialog();
    await vscode.quickInput.choose("chat210");
    const panel = await (await panelOf("chat210")).read();
    assert.equal(await panel.title.innerText(), "Ana via Telegram");
    const groups = vscode.page.locator(".editor-group-container");
    assert.equal(await groups.count(), 2);
    assert.match(await groups.nth(1).locator(".tab").innerText(), /Ana via Telegram/);
  });
});
