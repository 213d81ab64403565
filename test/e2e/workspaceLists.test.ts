import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { e2e } from "./harness/e2eRun";
import { eventually } from "./harness/eventually";
import { goTo } from "./harness/goTo";
import { pointAt } from "./harness/pointAt";
import type { QuickInputRow } from "./harness/quickInput";
import { chooseFromContextMenu } from "./harness/sideBar";
import {
  addDemoPortal,
  addEmulatorPortal,
  demoName,
  emulatorName,
  panelOf,
  startAnew,
} from "./harness/steps";

const folder = "strange";
/** Icons, a link and a sign that turns the rest of a line around, all of them allowed in names. */
const names = ["$(flame) [x](command:workbench.action.quit).md", "\u202ephp.txt"];

/** The rows of a list with this title, once there are as many. */
async function listed(command: string, title: string, count: number): Promise<QuickInputRow[]> {
  const { vscode } = e2e();
  await vscode.ask(command, title);
  return vscode.quickInput.rowsWhere((rows) => rows.length >= count);
}

describe("Lists of a workspace", () => {
  before(async () => {
    await startAnew();
    await addDemoPortal();
    const { vscode, emulator } = e2e();
    await mkdir(path.join(vscode.workspace, folder));
    for (const [index, name] of names.entries()) {
      const text = `chat${771 + index} ${emulator.webhook()}`;
      await writeFile(path.join(vscode.workspace, folder, name), text);
    }
  });

  afterEach(async () => {
    await e2e().vscode.quickInput.close();
  });

  after(async () => {
    await rm(path.join(e2e().vscode.workspace, folder), { recursive: true });
  });

  it("show dialogs with their places, whatever the files are called, and ask no portal", async () => {
    const { vscode, emulator } = e2e();
    const rows = await listed("Bitrix24: List Dialogs in Workspace", "Dialogs in the workspace", 5);
    const found = rows.find(({ label }) => label.trim() === "chat210");
    assert.match(found?.detail ?? "", /^[a-z]+\/\w+\.[a-z]+:\d+, .*, \d+ more$/);
    await vscode.quickInput.input.fill("strange/");
    const strange = await vscode.quickInput.rowsWhere((left) => left.length === names.length);
    assert.deepEqual(
      new Set(strange.map(({ detail }) => detail.replaceAll("\u200b", ""))),
      new Set([
        "strange/$(flame) [x](command:workbench.action.quit).md:1",
        "strange/[U+202E]php.txt:1",
      ]),
    );
    assert.equal(await vscode.page.locator(".quick-input-widget .codicon-flame").count(), 0);
    await vscode.picture("list-dialogs");
    assert.deepEqual(emulator.requests, []);
  });

  it("show webhooks where they stand, whatever the files are called, and ask no portal", async () => {
    const { vscode, emulator } = e2e();
    const rows = await listed(
      "Bitrix24: Find Webhooks in Workspace",
      "Webhooks and bot tokens in the workspace",
      names.length,
    );
    assert.equal(rows.length, names.length);
    const { host } = new URL(emulator.webhook());
    for (const { description, detail } of rows) {
      assert.equal(description, host);
      assert.equal(detail, "user 1");
    }
    assert.equal(await vscode.page.locator(".quick-input-widget .codicon-flame").count(), 0);
    await vscode.picture("find-webhooks");
    assert.deepEqual(emulator.requests, []);
  });

  it("of 10,000 files can be stopped, and say that they are not whole", async () => {
    const { vscode } = e2e();
    const many = path.join(vscode.workspace, folder, "many");
    await mkdir(many);
    const numbers = Array.from({ length: 10_100 }, (_, number) => number);
    await Promise.all(
      numbers.map((number) =>
        writeFile(path.join(many, `${number}.log`), `DIALOG_ID=chat${number}`),
      ),
    );
    const { page, quickInput } = vscode;
    await vscode.palette("Bitrix24: List Dialogs in Workspace");
    const progress = page.locator(".notification-list-item", {
      hasText: /Looking for dialogs.*[1-9]\S* of 10,000 files/,
    });
    await progress.waitFor({ timeout: 60_000 });
    await progress.locator(".monaco-button", { hasText: "Cancel" }).click();
    await quickInput.shown("Dialogs in the workspace");
    assert.match(await quickInput.placeholder(), /Stopped: only some files were read\.$/);
    await quickInput.close();
    await vscode.palette("Bitrix24: List Dialogs in Workspace");
    await quickInput.input.waitFor({ timeout: 90_000 });
    await eventually(
      async () =>
        (await quickInput.placeholder()).includes("Only the first 10,000 files") || undefined,
      {
        what: "a list of the first files",
        withinMs: 90_000,
      },
    );
    assert.match(await quickInput.placeholder(), /more, named less often/);
    await quickInput.close();
    await rm(many, { recursive: true });
  });
});

describe("The context menu of an id in code", () => {
  const settingsFile = (): string => path.join(e2e().vscode.workspace, ".vscode/settings.json");

  before(async () => {
    await startAnew();
    await addDemoPortal();
    await addEmulatorPortal();
  });

  after(async () => {
    await rm(path.dirname(settingsFile()), { recursive: true, force: true });
  });

  async function chooseInMenu(): Promise<void> {
    const { page } = e2e().vscode;
    const { x, y } = await pointAt(".editor-group-container.active .view-lines", "chat210");
    const open = (): Promise<void> => page.mouse.click(x, y, { button: "right" });
    await chooseFromContextMenu(page, "Inspect Dialog", open);
  }

  it("inspects it, and asks once which portal the folder's code works with", async () => {
    const { vscode, emulator } = e2e();
    const { quickInput } = vscode;
    await vscode.openFile("bots/fleet_report.py");
    await goTo("1:1");
    emulator.reset();
    await chooseInMenu();
    await quickInput.shown("Which portal does the code of “northwind-bots” work with?");
    const rows = await quickInput.rows();
    assert.deepEqual(
      rows.map(({ label }) => label.trim()),
      [emulatorName, demoName, "Whichever portal is active"],
    );
    await vscode.picture("which-portal");
    await quickInput.choose(demoName);
    await (await panelOf("chat210")).read();
    assert.deepEqual(emulator.requests, []);
    const written = JSON.parse(await readFile(settingsFile(), "utf8")) as unknown;
    assert.deepEqual(written, { "bitrix24.portal": "northwind.bitrix24.example" });
    await vscode.tidy();
    await vscode.openFile("bots/fleet_report.py");
    await goTo("1:1");
    await chooseInMenu();
    await (await panelOf("chat210")).read();
    assert.deepEqual(emulator.requests, []);
  });

  it("is not asked about an id that is not in sight", async () => {
    const { vscode } = e2e();
    const { page } = vscode;
    await vscode.tidy();
    await writeFile(path.join(vscode.workspace, "plain.txt"), "nothing to inspect here\n");
    await vscode.openFile("plain.txt");
    const { x, y } = await pointAt(".editor-group-container.active .view-lines", "nothing");
    await eventually(
      async () => {
        await page.mouse.click(x, y, { button: "right" });
        await page.getByRole("menuitem", { name: "Command Palette..." }).waitFor();
        const count = await page.getByRole("menuitem", { name: "Inspect Dialog" }).count();
        await page.keyboard.press("Escape");
        return count === 0 ? true : undefined;
      },
      { what: "a menu without us" },
    );
    await rm(path.join(vscode.workspace, "plain.txt"));
  });
});
