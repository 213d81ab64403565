import assert from "node:assert/strict";
import { e2e } from "./harness/e2eRun";
import { focusLoadMore } from "./harness/endOfChats";
import { eventually } from "./harness/eventually";
import { addDemoPortal, addEmulatorPortal, demoName, startAnew } from "./harness/steps";
import { focusedRow, focusMovesTo } from "./harness/treeFocus";

async function focusOn(label: string | RegExp): Promise<number> {
  await (await e2e().vscode.sideBar.row(label)).focus();
  const row = await eventually(focusedRow, { what: "a focused row" });
  return row.index;
}

async function press(key: string): Promise<void> {
  await e2e().vscode.page.keyboard.press(key);
}

/** Rows of the branch of chats, from its head on. */
async function chatRows(): Promise<readonly { label: string; description: string }[]> {
  const rows = await e2e().vscode.sideBar.rows();
  return rows.slice(rows.findIndex(({ label }) => label === "Chats"));
}

describe("Loading in the sidebar", () => {
  before(async () => {
    const { vscode } = e2e();
    await startAnew();
    await vscode.sideBar.open("Bitrix24");
    await addEmulatorPortal();
    await vscode.sideBar.expand(/^Chats$/);
    await vscode.sideBar.row("Delivery bot pilot");
  });

  afterEach(() => {
    e2e().emulator.clearFaults();
  });

  it("goes on with the keyboard at the first chat that came", async () => {
    const before = await focusLoadMore();
    await press("Enter");
    const next = await focusMovesTo(({ label }) => label !== "Load more" && label !== "Loading…");
    assert.equal(next.index, before.index, "the first new chat stands where the row stood");
    // VS Code may still be putting the keyboard there, and a key that comes before is lost.
    await eventually(
      async () => {
        await press("ArrowDown");
        return ((await focusedRow())?.index ?? 0) > next.index ? true : undefined;
      },
      { what: "the keyboard to go on from there" },
    );
  });

  it("says above a list that it could not be read anew, and keeps the list", async () => {
    const { vscode, emulator } = e2e();
    await vscode.sideBar.goToStart();
    emulator.setFault({ name: "html503" });
    await vscode.palette("Bitrix24: Refresh Dialogs");
    const failed = await eventually(
      async () => {
        const rows = await chatRows();
        return rows[1]?.label === "Try again" ? rows : undefined;
      },
      { what: "the failure above the chats" },
    );
    assert.equal(failed[1]?.description, "The portal is busy or down");
    assert.ok(failed.length > 4, "the chats are kept");
    emulator.clearFaults();
    await focusOn(/^Try again$/);
    await press("Enter");
    await focusMovesTo(({ label }) => label !== "Try again");
    assert.notEqual((await chatRows())[1]?.label, "Try again");
  });

  it("shows progress while it reads anew", async () => {
    const { vscode, emulator } = e2e();
    emulator.setFault({ name: "hang" }, { calls: 1 });
    await vscode.palette("Bitrix24: Refresh Dialogs");
    await vscode.page.locator(".part.sidebar .monaco-progress-container.active").first().waitFor();
  });

  it("brings a portal into sight that is added below a long list", async () => {
    const { sideBar } = e2e().vscode;
    await sideBar.goToStart();
    const isInSight = async (): Promise<boolean> =>
      (await sideBar.rows()).some(({ label }) => label === demoName);
    assert.equal(await isInSight(), false);
    await addDemoPortal();
    await eventually(async () => ((await isInSight()) ? true : undefined), {
      what: "the portal that was added",
    });
  });
});

describe("The sidebar of a webhook that is rejected", () => {
  before(async () => {
    await startAnew();
    const { vscode, emulator } = e2e();
    await vscode.sideBar.open("Bitrix24");
    await addEmulatorPortal();
    emulator.setFault({ name: "secretRotated" });
    await vscode.sideBar.expand(/^Bots$/);
  });

  it("offers what the diagnosis says first, by a click", async () => {
    const { vscode } = e2e();
    const row = await vscode.sideBar.row("Replace webhook");
    await row.click();
    await vscode.quickInput.shown("Replace the webhook of “Emulator”");
    await vscode.quickInput.close();
  });

  it("has all remedies in its menu", async () => {
    const { vscode } = e2e();
    await (await vscode.sideBar.row("Replace webhook")).click({ button: "right" });
    const menu = vscode.page.locator(".context-view .action-menu-item");
    await menu.getByText("How to Create a Webhook", { exact: true }).waitFor();
    assert.deepEqual(
      (await menu.allInnerTexts()).map((text) => text.trim()),
      ["Try Again", "Replace Webhook", "Check Access", "How to Create a Webhook"],
    );
    await press("Escape");
  });
});
