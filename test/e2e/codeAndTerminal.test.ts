import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Clipboard } from "./harness/clipboard";
import { e2e } from "./harness/e2eRun";
import { eventually } from "./harness/eventually";
import { goTo } from "./harness/goTo";
import { hoverOf, pointAt, restAt } from "./harness/pointAt";
import { panelOf, startAnew } from "./harness/steps";
import { TextEditor } from "./harness/textEditor";

const file = "bots/delivery_bot.php";

describe("Where a developer works", () => {
  before(async () => {
    await startAnew();
    // A repository, as far as files show it.
    await mkdir(path.join(e2e().vscode.workspace, ".git"), { recursive: true });
  });

  after(async () => {
    await rm(path.join(e2e().vscode.workspace, ".git"), { recursive: true });
  });

  it("a webhook that was pasted into code is underlined, and one click moves it to safety", async () => {
    const { vscode, emulator } = e2e();
    const { page, quickInput } = vscode;
    await vscode.openFile(file);
    const editor = await TextEditor.of("delivery_bot.php");
    await new Clipboard(page).write(`$hook = '${emulator.webhook()}profile';\n`);
    await goTo("3:1");
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Control+KeyV");
    await page.locator(".squiggly-warning").first().waitFor();
    assert.deepEqual(emulator.requests, []);
    const pasted = (await editor.text()).split("\n").findIndex((line) => line.startsWith("$hook"));
    await goTo(`${pasted + 1}:20`);
    const add = page.locator(".action-widget .action", { hasText: "Add this portal" });
    await eventually(
      async () => {
        await page.keyboard.press("Control+Period");
        await add.click({ timeout: 3_000 });
        return true;
      },
      { what: "a click on the fix", withinMs: 20_000 },
    );
    // It stands in a file: who wrote that is not known.
    await vscode.dialog.shown(`Add the portal ${new URL(emulator.origin).host}?`);
    assert.deepEqual(emulator.requests, []);
    await vscode.dialog.press("Add Portal");
    await vscode.notification("The webhook is stored safely, and the code reads B24_WEBHOOK now");
    await quickInput.hidden();
    await vscode.palette("Notifications: Clear All Notifications");
    const text = await (await TextEditor.of("delivery_bot.php")).text();
    assert.ok(text.includes("$hook = getenv('B24_WEBHOOK') . 'profile';"), text);
    assert.ok(!text.includes(emulator.webhook()));
    await page.locator(".squiggly-warning").waitFor({ state: "detached" });
    await page.keyboard.press("Control+KeyS");
  });

  it("a webhook can be pasted as the variable that will hold it, where git would take the file", async () => {
    const { vscode, emulator } = e2e();
    const { page } = vscode;
    await writeFile(path.join(vscode.workspace, "bots/hook.php"), "<?php\n$hook = '';\n");
    await vscode.openFile("bots/hook.php");
    await new Clipboard(page).write(emulator.webhook());
    await goTo("2:10");
    await page.keyboard.press("Control+KeyV");
    // What was copied is there at once, and underlined; the offer stands beside it.
    await page.locator(".squiggly-warning").first().waitFor();
    await page.locator(".post-edit-widget").click();
    await vscode.picture("paste-offer");
    await page.getByText("Paste the webhook as B24_WEBHOOK").last().click();
    // A click in the editor before that would call it off.
    await pointAt(".editor-group-container.active .view-lines", "getenv");
    await page.locator(".squiggly-warning").waitFor({ state: "detached" });
    const editor = await TextEditor.of("hook.php");
    assert.equal(await editor.text(), "<?php\n$hook = getenv('B24_WEBHOOK');\n");
    await page.keyboard.press("Control+KeyS");
  });

  for (const name of ["delivery_bot.php", "supportBot.ts", "fleet_report.py", "bot.log"]) {
    it(`an id says under the pointer what is known of it, and asks nobody: ${name}`, async () => {
      const { vscode, emulator } = e2e();
      const shown = name.endsWith(".log") ? `logs/${name}` : `bots/${name}`;
      await vscode.openFile(shown);
      await vscode.palette("View: Toggle Word Wrap");
      const lines = (await readFile(path.join(vscode.workspace, shown), "utf8")).split("\n");
      await goTo(`${lines.findIndex((line) => line.includes("chat210")) + 1}:1`);
      emulator.reset();
      await hoverOf("chat210", "chat210");
      assert.deepEqual(emulator.requests, []);
    });
  }

  it("an id in code is a link to its dialog", async () => {
    const { vscode, emulator } = e2e();
    const { page } = vscode;
    await vscode.openFile("bots/supportBot.ts");
    emulator.reset();
    await eventually(
      async () => {
        await restAt(await pointAt(".editor-group-container.active .view-lines", "chat210"));
        await page.keyboard.down("Control");
        await page.mouse.move(1, 1);
        await restAt(await pointAt(".editor-group-container.active .view-lines", "chat210"));
        await page.locator(".detected-link-active").first().waitFor({ timeout: 2_000 });
        assert.deepEqual(emulator.requests, []);
        await page.mouse.down();
        await page.mouse.up();
        await page.keyboard.up("Control");
        return panelOf("chat210");
      },
      { what: "the dialog of the link", withinMs: 30_000 },
    );
    await vscode.palette("View: Close All Editors");
  });

  it("an id that a terminal prints is a link to its dialog", async () => {
    const { vscode, emulator } = e2e();
    const { page } = vscode;
    await vscode.palette("Terminal: Create New Terminal");
    emulator.reset();
    await page.locator(".terminal-wrapper.active .xterm-helper-textarea").focus();
    await page.keyboard.type("echo chat2''10");
    await page.keyboard.press("Enter");
    const printed = await pointAt(".terminal-wrapper.active .xterm-rows", "chat210");
    assert.deepEqual(emulator.requests, []);
    const panel = await eventually(
      async () => {
        await page.keyboard.down("Control");
        await restAt(printed);
        await page
          .locator(".terminal-wrapper.active .xterm-cursor-pointer")
          .waitFor({ timeout: 2_000 });
        assert.deepEqual(emulator.requests, []);
        await page.mouse.down();
        await page.mouse.up();
        await page.keyboard.up("Control");
        return panelOf("chat210");
      },
      { what: "the dialog of the terminal's link", withinMs: 30_000 },
    );
    assert.equal(await (await panel.read()).title.innerText(), "Ana via Telegram");
    await vscode.palette("Terminal: Kill the Active Terminal Instance");
  });
});
