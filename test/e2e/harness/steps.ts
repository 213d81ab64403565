import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { DialogPanel } from "./dialogPanel";
import { e2e } from "./e2eRun";
import { eventually } from "./eventually";
import type { QuickInputRow } from "./quickInput";

export const demoName = "Northwind Couriers (demo)";
/** The name that tests give to the emulator. */
export const emulatorName = "Emulator";

/** The button that agrees to all further reads of a portal. */
export const alwaysRead = "Read, and Do Not Ask Again for This Portal";

/** For boxes that have to come at once, if they come. */
const soonMs = 3_000;

/** Opens the box that asks for a DIALOG_ID, and does something in it. */
export async function askForDialog(
  portalName = demoName,
  then?: () => Promise<void>,
): Promise<void> {
  await e2e().vscode.ask("Bitrix24: Inspect Dialog", boxOf(portalName), then);
}

function boxOf(portalName: string): string {
  return `Inspect a dialog of ${portalName}`;
}

/** Asks for a dialog and takes the reading of exactly this id; a question may follow. */
export async function choose(dialogId: string, portalName = demoName): Promise<void> {
  const { vscode } = e2e();
  const { quickInput } = vscode;
  const fill = async (): Promise<void> => {
    await quickInput.input.fill(dialogId, { timeout: soonMs });
    // Not a dialog inspected before, which stands in the list until the text has been read.
    const isRead = ([first]: readonly QuickInputRow[]): boolean =>
      first?.label.trim() === dialogId && first.detail !== "";
    await quickInput.rowsWhere(isRead, soonMs);
    await quickInput.press("Enter");
    await quickInput.hidden(soonMs);
  };
  await vscode.ask(() => vscode.press("inspectDialog"), boxOf(portalName), fill);
}

/** Opens the panel of a dialog; it may still be waiting for the portal. */
export async function inspect(dialogId: string, portalName = demoName): Promise<DialogPanel> {
  await choose(dialogId, portalName);
  return panelOf(dialogId);
}

/** The tab stays with its dialog: whoever pins one works with it. */
export async function keep(panel: DialogPanel): Promise<void> {
  await panel.button("Pin").click();
  await panel.button("Unpin").click();
  await panel.button("Pin").waitFor();
}

export async function panelOf(dialogId: string): Promise<DialogPanel> {
  return DialogPanel.of(e2e().vscode, dialogId);
}

export async function addDemoPortal(): Promise<void> {
  const { vscode } = e2e();
  await eventually(
    async () => {
      await vscode.press("addDemoPortal");
      await portalInStatusBar().waitFor({ timeout: soonMs });
      return true;
    },
    { what: "the demo portal in the status bar" },
  );
  await vscode.notification("The demo portal is ready.");
  await dismissMessages();
}

/** Adds the emulator, as its sample administrator. */
export async function addEmulatorPortal(name = emulatorName): Promise<void> {
  await addPortal(e2e().emulator.webhook(), name);
}

/** What a chat is that the owner may not see, nobody has said: it may be a thread, which takes in a bot that reads it. */
export async function agreeToBot(name = "Helper"): Promise<void> {
  const { dialog } = e2e().vscode;
  await dialog.shown(`as bot ${name}?`);
  await dialog.press("Read It");
}

/** Adds the portal of a webhook that works. */
export async function addPortal(webhook: string, name: string): Promise<void> {
  const { vscode } = e2e();
  await submitWebhook(webhook);
  await vscode.quickInput.shown("Name the portal");
  await vscode.quickInput.submit(name);
  await vscode.notification(`Connected to “${name}”`);
  await dismissMessages();
}

/** "Add Portal" with a webhook pasted; the check of it begins. */
export async function submitWebhook(webhook: string): Promise<void> {
  const { vscode } = e2e();
  await vscode.ask(() => vscode.press("addPortal"), "Add a Bitrix24 portal");
  await vscode.quickInput.submit(webhook);
}

/** Removes one of several portals. */
export async function removePortal(name: string): Promise<void> {
  const { vscode } = e2e();
  await vscode.ask(() => vscode.press("removePortal"), "Remove which portal?");
  await vscode.quickInput.choose(name);
  await vscode.dialog.press("Remove Portal");
}

/** Back to a window that knows no portal, and an emulator that was never asked. */
export async function startAnew(): Promise<void> {
  const { vscode } = e2e();
  await e2e().renewEmulator();
  await vscode.tidy();
  // The status bar does not tell: in a window that was just loaded nothing of ours has been used yet.
  const none = vscode.notifications.item("There is no portal yet.");
  let askedAtMs = -Infinity;
  await eventually(
    async () => {
      if (await vscode.dialog.offers("Remove Portal")) {
        await vscode.dialog.press("Remove Portal");
        askedAtMs = -Infinity;
      } else if (await vscode.dialog.isShown()) await vscode.dialog.cancel();
      else if (await isRemovalAsked()) await vscode.quickInput.press("Enter");
      else if (await none.isVisible()) return true;
      else if (performance.now() - askedAtMs > soonMs) {
        askedAtMs = performance.now();
        await vscode.press("removePortal");
      }
      return undefined;
    },
    { what: "a window without portals", withinMs: 40_000 },
  );
  await dismissMessages();
}

async function isRemovalAsked(): Promise<boolean> {
  const { page } = e2e().vscode;
  return page.locator(".quick-input-title").getByText("Remove which portal?").isVisible();
}

/** The portal that look-ups use; there as long as there is a portal. */
export function portalInStatusBar(): Locator {
  const id = "dialog-inspector.bitrix24-dialog-inspector.bitrix24.portal";
  return e2e().vscode.page.locator(`.statusbar-item[id="${id}"]`);
}

/** Waits until the tabs, from the left, are called this: they get their names a moment after their pages. */
export async function tabsAre(...expected: readonly string[]): Promise<void> {
  await eventually(
    async () => {
      assert.deepEqual(await e2e().vscode.openEditors(), expected);
      return true;
    },
    { what: `the tabs ${expected.join(", ")}` },
  );
}

/** Waits until the pins in the tree, from the top, are these. */
export async function pinsAre(...expected: readonly string[]): Promise<void> {
  await eventually(
    async () => {
      const labels = (await e2e().vscode.sideBar.rows()).map(({ label }) => label);
      const pins = labels.slice(labels.indexOf("Pinned") + 1, labels.indexOf("Recently inspected"));
      assert.deepEqual(pins, expected);
      return true;
    },
    { what: `the pins ${expected.join(", ")}` },
  );
}

export async function dismissMessages(): Promise<void> {
  const { vscode } = e2e();
  await eventually(
    async () => {
      await vscode.press("clearNotifications");
      await vscode.notifications.none(1_000);
      return true;
    },
    { what: "all messages to go" },
  );
}
