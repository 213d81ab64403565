import assert from "node:assert/strict";
import { e2e } from "./harness/e2eRun";
import { addDemoPortal, askForDialog, inspect, panelOf, startAnew } from "./harness/steps";

/** As fast as a paste or a practised hand: nothing waits for the list. */
async function typeAndEnter(text: string): Promise<void> {
  const { page } = e2e().vscode;
  await page.keyboard.type(text, { delay: 0 });
  await page.keyboard.press("Enter");
}

async function pasteAndEnter(text: string): Promise<void> {
  const { page } = e2e().vscode;
  await page.keyboard.insertText(text);
  await page.keyboard.press("Enter");
}

describe("Enter before the list has caught up", () => {
  before(async () => {
    await startAnew();
    await addDemoPortal();
    // Each of them matches what is typed below, and stands in the list before anything is typed.
    for (const dialogId of ["chat29", "chat210", "chat211", "chat220", "chat230", "chat240"]) {
      await (await inspect(dialogId)).read();
    }
  });

  beforeEach(async () => {
    await e2e().vscode.tidy();
  });

  for (const enter of [typeAndEnter, pasteAndEnter]) {
    for (const dialogId of ["chat2", "chat29", "chat30", "chat210"]) {
      it(`inspects ${dialogId}, and nothing else (${enter.name})`, async () => {
        await askForDialog();
        await enter(dialogId);
        await panelOf(dialogId);
        assert.equal((await e2e().vscode.openEditors()).length, 1);
      });
    }
  }

  for (const text of ["0", "chat2x", "at2"]) {
    it(`inspects nothing for “${text}”, which is no DIALOG_ID`, async () => {
      const { vscode } = e2e();
      await askForDialog();
      await typeAndEnter(text);
      // It says so, or that no chat is called so: words are searched for.
      await vscode.quickInput.rowsWhere(([row]) => row?.label.includes(`“${text}”`) === true);
      assert.equal(await vscode.quickInput.value(), text);
      assert.deepEqual(await vscode.openEditors(), []);
    });
  }

  it("takes a dialog inspected before that was gone to with the keys", async () => {
    const { vscode } = e2e();
    await askForDialog();
    await vscode.quickInput.type("chat2");
    await vscode.quickInput.rowsWhere(([row]) => row?.detail === "Chat 2, only read");
    await vscode.quickInput.press("ArrowDown");
    const rows = await vscode.quickInput.rowsWhere((shown) => shown[1]?.isFocused === true);
    const label = rows[1]?.label.trim() ?? "";
    assert.match(label, /^chat2\d+$/);
    await vscode.quickInput.press("Enter");
    await (await panelOf(label)).read();
  });
});
