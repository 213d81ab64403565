import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
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

/** The tabs before those of the kinds; the one behind them is in front. */
const privateDialogs = 2;
const usualTabs = privateDialogs + kinds.length + 1;

describe("After a reload of the window", () => {
  before(async () => {
    await startAnew();
    await addEmulatorPortal();
    const { vscode, emulator } = e2e();
    await choose("5", emulatorName);
    await vscode.dialog.shown("Read the private dialog with user 5?");
    await vscode.dialog.press("Read It");
    await keep(await (await panelOf("5")).read());
    emulator.setFault({ name: "html502" }, { method: "imbot.dialog.get", dialogId: "77" });
    await choose("77", emulatorName);
    await vscode.dialog.press("Read It");
    await keep(await (await panelOf("77")).noticeWith("The portal is busy or down"));
    emulator.clearFaults();
    for (const { open, page } of kinds) {
      await open();
      const shown = await page();
      await shown.frame.locator(".loading").waitFor({ state: "detached" });
      if (shown instanceof DialogPanel) await keep(shown);
    }
    await (await inspect("chat29", emulatorName)).read();
    emulator.reset();
    await vscode.reload();
  });

  afterEach(() => {
    e2e().emulator.clearFaults();
  });

  it("a panel is there again, read anew from the portal", async () => {
    const { vscode, emulator } = e2e();
    const panel = await (await panelOf("chat29")).read();
    assert.equal(await panel.title.innerText(), "Delivery bot pilot");
    assert.equal((await vscode.openEditors()).length, usualTabs);
    assert.deepEqual(
      emulator.callsTo("imbot.dialog.get").map(({ parameters }) => parameters),
      [{ DIALOG_ID: "chat29" }],
    );
  });

  it("a private dialog that was read before is read anew, without a question", async () => {
    await tab(0).click();
    const panel = await (await panelOf("5")).read();
    assert.equal(await panel.title.innerText(), "Omar Haddad");
  });

  it("a private dialog that never was asks before it is read", async () => {
    const { vscode, emulator } = e2e();
    await tab(1).click();
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

  it("the dialogs inspected last are offered, without the titles that were never stored", async () => {
    const { vscode } = e2e();
    await vscode.ask("Bitrix24: Inspect Dialog", "Inspect a dialog of");
    const rows = await vscode.quickInput.rowsWhere((shown) => shown.length === 5);
    assert.deepEqual(
      rows.slice(1).map(({ label, description }) => `${label.trim()} ${description}`),
      // All but the last have been read since the reload.
      [
        "77 Priya Raman · Private dialog",
        "5 Omar Haddad · Private dialog",
        "chat29 Delivery bot pilot · Group chat",
        "chat210 Open Channel dialog",
      ],
    );
    await vscode.quickInput.close();
  });

  describe("what is opened anew", () => {
    before(async () => {
      // It comes behind the tab in front.
      await tab(usualTabs - 1).click();
      await (await panelOf("chat29")).read();
    });

    for (const { what, open, page } of kinds) {
      it(`becomes one with its tab when that is looked at, and is refreshed: ${what}`, async () => {
        const { vscode, emulator } = e2e();
        await open();
        await page();
        await tabsAre(usualTabs + 1);
        await tab(privateDialogs).click();
        await tabsAre(usualTabs);
        const { frame } = await page();
        await frame.locator(".loading, .refreshing").waitFor({ state: "detached" });
        emulator.setFault({ name: "hang" });
        await vscode.palette("Bitrix24: Refresh");
        await (await page()).button("Cancel").click();
        await frame.locator(".loading, .refreshing").waitFor({ state: "detached" });
      });
    }
  });

  describe("while the portal never answers", () => {
    /** The tab of the last look-up, which took over that of the first kind; the others come behind it. */
    const lookedUp = usualTabs - kinds.length;

    before(async () => {
      const { vscode, emulator } = e2e();
      await choose("7", emulatorName);
      await vscode.dialog.press(alwaysRead);
      await (await panelOf("7")).read();
      emulator.reset();
      emulator.setFault({ name: "hang" });
      await vscode.reload();
    });

    it("tabs say that they read, and can be stopped", async () => {
      const { vscode } = e2e();
      // The first is in front; the others are brought back by a click.
      for (const [index, { asking }] of kinds.entries()) {
        await tab(lookedUp + index).click();
        const says = asking.replace("chat210", "7");
        const frame = await vscode.panelFrame(async (candidate) =>
          candidate.locator(".loading").getByText(says).isVisible(),
        );
        await frame.getByRole("button", { name: "Cancel", exact: true }).click();
        await frame.getByText("Stopped", { exact: true }).first().waitFor();
      }
    });

    it("Check Access asks anew what the webhook may do", async () => {
      const { vscode, emulator } = e2e();
      emulator.reset();
      await tab(lookedUp + 1).click();
      const page = await AccessPage.of(vscode, emulatorName);
      await page.button("Try again").click();
      await page.says(everythingWorks);
      assert.equal(emulator.callsTo("batch").length, 1);
    });

    it("what a reader need not be asked again is read when it answers, without a question", async () => {
      const { emulator } = e2e();
      emulator.reset();
      await tab(lookedUp).click();
      const known = await panelOf("7");
      await known.button("Try again").click();
      await known.read();
      const panel = await (await inspect("9", emulatorName)).read();
      assert.equal(await panel.title.innerText(), "Lena Harbour");
      assert.deepEqual(
        emulator.callsTo("imbot.dialog.get").map(({ parameters }) => parameters["DIALOG_ID"]),
        ["7", "9"],
      );
    });

    it("tabs go with their portal, also those that were not looked at", async () => {
      const { vscode } = e2e();
      await vscode.palette("Bitrix24: Remove Portal");
      await vscode.dialog.press("Remove Portal");
      // When the tab in front has gone, VS Code shows the next one, and so on.
      await tabsAre(0);
    });
  });
});

/** From the left, 0 for the first. */
function tab(at: number): Locator {
  return e2e().vscode.page.locator(".tabs-container .tab").nth(at);
}

async function tabsAre(count: number): Promise<void> {
  const { vscode } = e2e();
  await eventually(async () => (await vscode.openEditors()).length === count || undefined, {
    what: `${count} tabs`,
  });
}
