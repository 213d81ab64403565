import assert from "node:assert/strict";
import { e2e } from "./harness/e2eRun";
import { eventually } from "./harness/eventually";
import {
  addDemoPortal,
  addEmulatorPortal,
  askForDialog,
  demoName,
  emulatorName,
  inspect,
  keep,
  panelOf,
  portalInStatusBar,
  startAnew,
  tabsAre,
} from "./harness/steps";

async function portalBecomes(name: string): Promise<void> {
  await eventually(
    async () => {
      assert.equal((await portalInStatusBar().innerText()).trim(), name);
      return true;
    },
    { what: `${name} in the status bar` },
  );
}

describe("The list of portals", () => {
  before(async () => {
    await startAnew();
    await addDemoPortal();
    await addEmulatorPortal();
  });

  it("uses the one that was added last", async () => {
    await portalBecomes(emulatorName);
  });

  it("is offered by the status bar", async () => {
    const { vscode, emulator } = e2e();
    await portalInStatusBar().click();
    await vscode.quickInput.shown("Portal for lookups");
    const rows = await vscode.quickInput.rowsWhere((shown) => shown.length === 3);
    assert.deepEqual(
      rows.map(({ label, description }) => `${label.trim()} ${description}`.trim()),
      [
        `${demoName} northwind.bitrix24.example · user 1`,
        `${emulatorName} ${new URL(emulator.origin).host} · user 1 · active`,
        "Add Portal",
      ],
    );
    await vscode.quickInput.choose(demoName);
    await portalBecomes(demoName);
  });

  it("is offered by the box that asks for a dialog, which then goes on", async () => {
    const { vscode } = e2e();
    await askForDialog();
    await vscode.quickInput.pressButton("Use another portal");
    await vscode.quickInput.shown("Portal for lookups");
    await vscode.quickInput.choose(emulatorName);
    await vscode.quickInput.shown(`Inspect a dialog of ${emulatorName}`);
    await vscode.quickInput.close();
    await portalBecomes(emulatorName);
  });

  it("is looked through for the portal of a link", async () => {
    const { vscode, emulator } = e2e();
    await portalInStatusBar().click();
    await vscode.quickInput.choose(demoName);
    await portalBecomes(demoName);
    await askForDialog();
    await vscode.quickInput.type(`${emulator.origin}/online/?IM_DIALOG=chat30`);
    const [row] = await vscode.quickInput.rowsWhere(
      ([first]) => first?.detail === "Chat 30, only read",
    );
    assert.equal(row?.description, `in “${emulatorName}”, as user 1`);
    await vscode.quickInput.press("Enter");
    const panel = await (await panelOf("chat30")).read();
    await panel.meta.getByText(emulatorName, { exact: true }).waitFor();
    await panel.banner.getByText("where the id is from: it is not the active portal.").waitFor();
    await vscode.tidy();
    await portalInStatusBar().click();
    await vscode.quickInput.choose(emulatorName);
    await portalBecomes(emulatorName);
  });

  it("is offered for a link of a portal that is not stored; the panel of what is read instead says so", async () => {
    const { vscode } = e2e();
    await askForDialog(emulatorName);
    await vscode.quickInput.type("https://other.example/online/?IM_DIALOG=chat30");
    const [first] = await vscode.quickInput.rowsWhere((rows) => rows[1]?.label.trim() === "chat30");
    assert.equal(first?.label.trim(), "Add the portal other.example");
    await vscode.quickInput.choose("chat30");
    const panel = await (await panelOf("chat30")).read();
    const said = `The id is from other.example. This is chat30 of “${emulatorName}”.`;
    await panel.banner.getByText(said).waitFor();
    const add = panel.banner.getByRole("button", { name: "Add portal" });
    await vscode.ask(() => add.click(), "Add a Bitrix24 portal");
    await vscode.quickInput.close();
    await vscode.tidy();
  });

  it("shows a new name everywhere", async () => {
    const { vscode } = e2e();
    const panel = await (await inspect("chat29", emulatorName)).read();
    const rename = vscode.page.locator(".quick-input-title").getByText(`Rename “${emulatorName}”`);
    await vscode.ask("Bitrix24: Rename Portal", "Rename which portal?", async () => {
      await (await vscode.quickInput.row(emulatorName, 3_000)).click({ timeout: 3_000 });
      await rename.waitFor({ timeout: 3_000 });
    });
    assert.equal(await vscode.quickInput.value(), emulatorName);
    await vscode.quickInput.type(" ");
    await vscode.quickInput.messageWith("The portal needs a name.");
    await vscode.quickInput.submit("Depot");
    await portalBecomes("Depot");
    await panel.meta.getByText("Depot", { exact: true }).waitFor();
  });

  it("asks before a portal is removed, and keeps it after Cancel", async () => {
    const { vscode, emulator } = e2e();
    await vscode.ask("Bitrix24: Remove Portal", "Remove which portal?");
    await vscode.quickInput.choose("Depot");
    await vscode.dialog.shown("Remove “Depot”?");
    assert.match(await vscode.dialog.detail(), /Its webhook is deleted from the keyring/);
    assert.ok((await vscode.dialog.detail()).includes(new URL(emulator.origin).host));
    await vscode.dialog.press("Cancel");
    await portalBecomes("Depot");
  });

  it("takes a portal's panels away with it, and no others", async () => {
    const { vscode } = e2e();
    await portalInStatusBar().click();
    await vscode.quickInput.choose(demoName);
    await keep(await panelOf("chat29"));
    await (await inspect("chat210")).read();
    await tabsAre("chat29 Delivery bot pilot · Depot", "chat210 Ana via Telegram");
    await vscode.ask("Bitrix24: Remove Portal", "Remove which portal?");
    await vscode.quickInput.choose("Depot");
    await vscode.dialog.press("Remove Portal");
    await tabsAre("chat210 Ana via Telegram");
    await portalBecomes(demoName);
  });

  it("ends in an empty status bar", async () => {
    const { vscode } = e2e();
    await vscode.palette("Bitrix24: Remove Portal");
    await vscode.dialog.shown(`Remove “${demoName}”?`);
    await vscode.dialog.press("Remove Portal");
    await portalInStatusBar().waitFor({ state: "detached" });
    await tabsAre();
  });
});
