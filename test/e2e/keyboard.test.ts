import assert from "node:assert/strict";
import type { DialogPanel } from "./harness/dialogPanel";
import { e2e } from "./harness/e2eRun";
import { eventually } from "./harness/eventually";
import { panelOf, startAnew, tabsAre } from "./harness/steps";

/** F1, the title, Enter. */
async function run(title: string): Promise<void> {
  const { vscode } = e2e();
  await vscode.findInPalette(title);
  await vscode.page.keyboard.press("Enter");
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await e2e().vscode.page.keyboard.press(key);
}

async function focusBecomes(panel: DialogPanel, place: string): Promise<void> {
  await eventually(async () => ((await panel.focused()) === place ? true : undefined), {
    what: `the focus at ${place}`,
  });
}

/** Tab after Tab until a place is reached. */
async function tabTo(panel: DialogPanel, place: string): Promise<void> {
  for (let stops = 0; stops < 40; stops++) {
    await press("Tab");
    if ((await panel.focused()) === place) return;
  }
  assert.fail(`Tab does not lead to ${place}`);
}

describe("With the keyboard alone", () => {
  let panel: DialogPanel;

  before(startAnew);

  it("a dialog is opened", async () => {
    const { vscode } = e2e();
    await run("Bitrix24: Add Demo Portal");
    await vscode.notification("The demo portal is ready.");
    await run("Bitrix24: Inspect Dialog");
    await vscode.quickInput.shown("Inspect a dialog of Northwind Couriers (demo)");
    await vscode.page.keyboard.type("chat210");
    await vscode.quickInput.row("chat210");
    await press("Enter");
    panel = await (await panelOf("chat210")).read();
    assert.equal(await panel.title.innerText(), "Ana via Telegram");
  });

  it("F6 leads from the side bar into the panel, and Tab to its toolbar", async () => {
    await run("View: Focus into Primary Side Bar");
    await eventually(
      async () =>
        (await panel.frame.evaluate("document.hasFocus()")) === false ? true : undefined,
      { what: "the focus outside of the panel" },
    );
    await press("F6");
    await eventually(
      async () => ((await panel.frame.evaluate("document.hasFocus()")) === true ? true : undefined),
      { what: "the focus inside the panel" },
    );
    await press("Tab");
    await focusBecomes(panel, "toolbar/refresh");
  });

  it("arrows, Home and End move in the toolbar, and a button without use says why", async () => {
    await press("ArrowRight");
    await focusBecomes(panel, "toolbar/readAs");
    await press("End");
    await focusBecomes(panel, "toolbar/more");
    await press("ArrowDown");
    await focusBecomes(panel, "menu/openInBitrix24");
    const open = panel.frame.getByRole("menuitem", { name: "Open in Bitrix24" });
    assert.equal(await open.getAttribute("aria-disabled"), "true");
    assert.equal(
      await open.getAttribute("aria-description"),
      "The demo portal has no pages to open.",
    );
    await press("Escape");
    await focusBecomes(panel, "toolbar/more");
    await press("ArrowRight");
    await focusBecomes(panel, "toolbar/refresh");
    await press("ArrowLeft", "Home");
    await focusBecomes(panel, "toolbar/refresh");
  });

  it("a slash leads to the filter, and Escape brings all fields back", async () => {
    const all = (await panel.facts()).length;
    await press("/");
    await focusBecomes(panel, "filter");
    await e2e().vscode.page.keyboard.type("r_list");
    const found = (await panel.facts()).map(({ key }) => key);
    assert.deepEqual(found, ["manager_list", "restrictions.user_list"]);
    await press("Escape");
    assert.equal(await panel.filter.inputValue(), "");
    assert.equal((await panel.facts()).length, all);
    await focusBecomes(panel, "filter");
  });

  it("a value is copied", async () => {
    const { vscode } = e2e();
    await vscode.page.keyboard.type("entity_id");
    await tabTo(panel, "copy/entity_id");
    await press("Enter");
    await panel.row("entity_id").locator(".copy.copied").waitFor();
    await focusBecomes(panel, "copy/entity_id");

    assert.equal(await vscode.copied(), "telegrambot|2|209607941|744");
  });

  it("the palette gives the keyboard back to where it was", async () => {
    await focusBecomes(panel, "copy/entity_id");
  });

  it("a group is opened and closed", async () => {
    await press("/", "Escape");
    await tabTo(panel, "group/entity");
    const toggle = panel.frame.locator('[data-focus="group/entity"]');
    assert.equal(await panel.row("entity_id").isVisible(), false);
    await press("Enter");
    assert.equal(await toggle.getAttribute("aria-expanded"), "true");
    assert.equal(await panel.row("entity_id").isVisible(), true);
    await press("Enter");
    assert.equal(await toggle.getAttribute("aria-expanded"), "false");
  });

  it("the question before a private dialog is answered", async () => {
    const { vscode } = e2e();
    await run("Bitrix24: Inspect Dialog");
    await vscode.quickInput.shown();
    await vscode.page.keyboard.type("5");
    await vscode.quickInput.rowsWhere((rows) => rows.length > 1 && rows[0]?.detail !== "");
    await press("Enter");
    await vscode.dialog.shown("Read the private dialog with user 5?");
    await press("Escape");
    await vscode.dialog.hidden();
    await tabsAre("chat210 Ana via Telegram");
  });
});
