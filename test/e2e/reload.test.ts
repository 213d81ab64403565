import assert from "node:assert/strict";
import { AccessPage, everythingWorks } from "./harness/accessPage";
import { DialogPanel } from "./harness/dialogPanel";
import { e2e } from "./harness/e2eRun";
import { eventually } from "./harness/eventually";
import {
  addEmulatorPortal,
  alwaysRead,
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
    await vscode.palette("Bitrix24: Check Access");
    await (await AccessPage.of(vscode, emulatorName)).says(everythingWorks);
    await (await inspect("chat210", emulatorName)).read();
    e2e().emulator.reset();
    await vscode.reload();
  });

  it("a panel is there again, read anew from the portal", async () => {
    const { vscode, emulator } = e2e();
    const panel = await (await panelOf("chat210")).read();
    assert.equal(await panel.title.innerText(), "Ana via Telegram");
    assert.equal((await vscode.openEditors()).length, 4);
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
    await vscode.picture("question");

    await panel.button("Read it").click();
    await panel.read();
    assert.deepEqual(
      emulator.effects.map(({ kind }) => kind),
      ["privateChatCreated"],
    );
  });

  it("Check Access asks anew what the webhook may do", async () => {
    const { vscode, emulator } = e2e();
    emulator.reset();
    await vscode.page.locator(".tabs-container .tab").nth(2).click();
    await (await AccessPage.of(vscode, emulatorName)).says(everythingWorks);
    assert.equal(emulator.callsTo("batch").length, 1);
  });

  it("the dialogs inspected last are offered, without the titles that were never stored", async () => {
    const { vscode } = e2e();
    await vscode.ask("Bitrix24: Inspect Dialog", "Inspect a dialog of");
    const rows = await vscode.quickInput.rowsWhere((shown) => shown.length === 4);
    assert.deepEqual(
      rows.slice(2).map(({ label, description }) => `${label.trim()} ${description}`),
      // Both have been read since the reload.
      ["5 Omar Haddad · Private dialog", "chat210 Ana via Telegram · Open Channel dialog"],
    );
    await vscode.quickInput.close();
  });
});

interface Kind {
  readonly what: string;
  /** As somebody does who does not see that it is open already. */
  readonly open: () => Promise<void>;
  readonly page: () => Promise<DialogPanel | AccessPage>;
  /** What it says before the first answer. */
  readonly asking: string;
}

const kinds: readonly Kind[] = [
  {
    what: "a dialog",
    open: () => choose("chat210", emulatorName),
    page: () => panelOf("chat210"),
    asking: `Reading chat210 from ${emulatorName}…`,
  },
  {
    what: "Check Access",
    open: () => e2e().vscode.palette("Bitrix24: Check Access"),
    page: () => AccessPage.of(e2e().vscode, emulatorName),
    asking: `Asking ${emulatorName} what the webhook may do…`,
  },
  {
    what: "Check Events",
    open: async () => {
      const { vscode } = e2e();
      await vscode.ask("Bitrix24: Check Events", "Check the events of which bot?");
      await vscode.quickInput.choose("Helper");
    },
    page: () => AccessPage.titled(e2e().vscode, "Events of Helper"),
    asking: `Asking ${emulatorName} about the events…`,
  },
];

describe("Tabs that nobody has looked at since a reload", () => {
  before(async () => {
    const { vscode } = e2e();
    await startAnew();
    await addEmulatorPortal();
    for (const { open, page } of kinds) {
      await open();
      const shown = await page();
      await shown.frame.locator(".loading").waitFor({ state: "detached" });
      if (shown instanceof DialogPanel) await keep(shown);
    }
    await (await inspect("chat29", emulatorName)).read();
    await vscode.reload();
    await (await panelOf("chat29")).read();
  });

  afterEach(() => {
    e2e().emulator.clearFaults();
  });

  for (const { what, open, page } of kinds) {
    it(`become one with what was opened anew meanwhile, which is refreshed: ${what}`, async () => {
      const { vscode, emulator } = e2e();
      await open();
      await page();
      assert.equal((await vscode.openEditors()).length, kinds.length + 2);
      await vscode.page.locator(".tabs-container .tab").first().click();
      await tabsAre(kinds.length + 1);
      const { frame } = await page();
      await frame.locator(".loading, .refreshing").waitFor({ state: "detached" });
      emulator.setFault({ name: "hang" });
      await vscode.palette("Bitrix24: Refresh");
      await (await page()).button("Cancel").click();
      await frame.locator(".loading, .refreshing").waitFor({ state: "detached" });
    });
  }

  it("say that they read, and can be stopped, while the portal never answers", async () => {
    const { vscode, emulator } = e2e();
    emulator.setFault({ name: "hang" });
    await vscode.reload();
    const tabs = vscode.page.locator(".tabs-container .tab");
    // In front is the last of them; the others are brought back by a click.
    for (const [index, { asking }] of [...kinds.entries()].reverse()) {
      await tabs.nth(index + 1).click();
      const frame = await vscode.panelFrame(async (candidate) =>
        candidate.locator(".loading").getByText(asking).isVisible(),
      );
      await frame.getByRole("button", { name: "Cancel", exact: true }).click();
      await frame.getByText("Stopped", { exact: true }).first().waitFor();
    }
  });

  it("leave it at that where the reader need not be asked again", async () => {
    const { vscode, emulator } = e2e();
    await choose("5", emulatorName);
    await vscode.dialog.press(alwaysRead);
    await (await panelOf("5")).read();
    emulator.reset();
    await vscode.reload();
    await (await panelOf("5")).read();
    const panel = await (await inspect("7", emulatorName)).read();
    assert.equal(await panel.title.innerText(), "Zoë Müller-Łukasz");
    assert.deepEqual(
      emulator.callsTo("imbot.dialog.get").map(({ parameters }) => parameters["DIALOG_ID"]),
      ["5", "7"],
    );
  });

  it("go with their portal, also those that were not looked at", async () => {
    const { vscode } = e2e();
    await vscode.palette("Bitrix24: Remove Portal");
    await vscode.dialog.press("Remove Portal");
    // When the tab in front has gone, VS Code shows the next one, and so on.
    await tabsAre(0);
  });
});

async function tabsAre(count: number): Promise<void> {
  const { vscode } = e2e();
  await eventually(async () => (await vscode.openEditors()).length === count || undefined, {
    what: `${count} tabs`,
  });
}
