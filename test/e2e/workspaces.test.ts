import assert from "node:assert/strict";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { demoBot } from "../../src/core/portal/demoAddress";
import { changeSettings } from "./harness/changeSettings";
import { e2e } from "./harness/e2eRun";
import { eventually } from "./harness/eventually";
import { goTo } from "./harness/goTo";
import {
  hostile,
  hostileName,
  isTextOn,
  leavesNoSecretInFiles,
  leavesNoTrace,
} from "./harness/hostileText";
import { hoverOf } from "./harness/pointAt";
import {
  addDemoPortal,
  addEmulatorPortal,
  demoName,
  emulatorName,
  panelOf,
  portalInStatusBar,
  removePortal,
  startAnew,
} from "./harness/steps";

const demoHost = "northwind.bitrix24.example";

// One after another in the window that is loaded for them: each load takes longer than most suites.
describe("A workspace", () => {
  before(async () => {
    await startAnew();
    await addDemoPortal();
    await addEmulatorPortal();
    const { botId, token } = demoBot;
    await e2e().vscode.bindKeys([
      { key: "ctrl+alt+f7", command: "bitrix24.inspectAtCursor" },
      { key: "ctrl+alt+f8", command: "bitrix24.addBot", args: { botId, botToken: token } },
      { key: "ctrl+alt+f9", command: "bitrix24.removeBot", args: { botId } },
    ]);
  });

  after(async () => {
    const { vscode } = e2e();
    await vscode.bindKeys([]);
    await vscode.openWorkspace();
    // The next suite takes a window that shows no portal for one that has none.
    await vscode.sideBar.open("Bitrix24");
    await portalInStatusBar().waitFor();
  });

  describe("that nobody trusts, which names the demo portal and turns the leak guard off,", () => {
    const settings = { "bitrix24.portal": demoHost, "bitrix24.leakGuard": false };

    async function write(file: string, content: string): Promise<void> {
      const place = path.join(e2e().vscode.workspace, file);
      await mkdir(path.dirname(place), { recursive: true });
      await writeFile(place, content);
    }

    before(async () => {
      const { vscode, emulator } = e2e();
      await write(".git/HEAD", "ref: refs/heads/main\n");
      await write(".vscode/settings.json", JSON.stringify(settings));
      await write("bots/hook.php", `<?php\n$hook = '${emulator.webhook()}';\ncall('chat210');\n`);
      await changeSettings({ "security.workspace.trust.enabled": true });
      // A side bar with our views would ask the portal what it lists.
      await vscode.palette("View: Show Explorer");
      await vscode.reload();
      await vscode.page.getByText("Restricted Mode").first().waitFor();
      emulator.reset();
    });

    after(async () => {
      const { vscode } = e2e();
      await vscode.tidy();
      for (const place of [".git", ".vscode", "bots/hook.php"])
        await rm(path.join(vscode.workspace, place), { recursive: true });
      await changeSettings({ "security.workspace.trust.enabled": false });
    });

    it("has its webhooks underlined, whatever its settings say", async () => {
      const { vscode, emulator } = e2e();
      await vscode.openFile("bots/hook.php");
      await vscode.page.locator(".squiggly-warning").first().waitFor();
      assert.deepEqual(emulator.requests, []);
    });

    it("does not say which portal its ids are looked up in, and nobody is asked", async () => {
      const { vscode, emulator } = e2e();
      const { quickInput } = vscode;
      await goTo("3:1");
      const hover = await hoverOf("chat210", emulatorName);
      assert.ok(!(await hover.innerText()).includes(demoName));
      assert.deepEqual(emulator.requests, []);
      await hover.getByText("Inspect", { exact: true }).first().click();
      await panelOf("chat210");
      assert.ok(emulator.journal.some(({ method }) => method.endsWith("dialog.get")));
      assert.equal(await quickInput.input.isVisible(), false);
    });
  });

  describe("of several folders", () => {
    let root: string;

    before(async () => {
      const { vscode, emulator } = e2e();
      root = path.join(vscode.workspace, "..", "several");
      const portals = { first: demoHost, second: new URL(emulator.origin).host, bot: hostile };
      for (const [name, portal] of Object.entries(portals)) {
        const folder = path.join(root, name);
        await mkdir(path.join(folder, ".vscode"), { recursive: true });
        const settings = JSON.stringify({ "bitrix24.portal": portal });
        await writeFile(path.join(folder, ".vscode/settings.json"), settings);
        await writeFile(path.join(folder, `${name}.log`), "INFO DIALOG_ID=chat210\n");
      }
      const folders = [
        { path: "first" },
        { path: "second" },
        { path: "bot", name: hostile.replaceAll("/", "|") },
      ];
      const file = path.join(root, "bots.code-workspace");
      await writeFile(file, JSON.stringify({ folders }));
      await vscode.openWorkspace(file);
    });

    after(async () => {
      await rm(root, { recursive: true });
    });

    for (const [name, portal] of [
      ["first", demoName],
      ["second", emulatorName],
    ] as const) {
      it(`has ids looked up in the portal of each: ${name}`, async () => {
        const { vscode, emulator } = e2e();
        emulator.reset();
        await vscode.openFile(`${name}.log`);
        await hoverOf("chat210", portal);
        assert.deepEqual(emulator.requests, []);
      });
    }

    describe("that strangers have named, and the portals, too,", () => {
      before(async () => {
        const { vscode, emulator } = e2e();
        await vscode.tidy();
        // Else all would be asked for a portal first.
        await removePortal(demoName);
        await vscode.palette("Bitrix24: Rename Portal");
        await vscode.quickInput.shown(`Rename “${emulatorName}”`);
        await vscode.quickInput.submit(hostileName);
        await isTextOn("the status bar", ".statusbar-item");
        emulator.setFault({ name: "renamed", to: hostile, description: hostile });
      });

      after(() => {
        e2e().emulator.clearFaults();
      });

      /** Presses a key until VS Code, which has just begun, has heard of it. */
      async function pressUntil(key: string, isThere: () => Promise<void>): Promise<void> {
        const { page } = e2e().vscode;
        await eventually(
          async () => {
            await page.keyboard.press(key);
            await isThere();
            return true;
          },
          { what: `the question behind ${key}`, withinMs: 30_000 },
        );
      }

      it("has their names as text in the question which portal the folder means", async () => {
        const { vscode } = e2e();
        await vscode.openFile("bot.log");
        await goTo("1:20");
        const title = vscode.page.locator(".quick-input-title");
        await pressUntil("Control+Alt+F7", () =>
          title.getByText("The code of “[x](command:").waitFor({ timeout: 3_000 }),
        );
        await isTextOn("the title of the question", ".quick-input-title");
        await isTextOn("the portals to choose from", ".quick-input-list .monaco-list-row");
        const rows = await vscode.quickInput.rows();
        assert.match(rows[0]?.label ?? "", /^\s*Add \[x\]/);
        assert.match(rows[1]?.label ?? "", /^\s*P \[x\]/);
        await vscode.quickInput.close();
      });

      for (const [key, question, button] of [
        ["Control+Alt+F8", "Store a token of bot", "Add Bot Token"],
        ["Control+Alt+F9", "Remove the token of bot", "Remove Bot Token"],
      ] as const) {
        it(`has their names as text in a question: ${question}`, async () => {
          const { vscode } = e2e();
          await pressUntil(key, () => vscode.dialog.shown(question, 3_000));
          await isTextOn("the question", ".monaco-dialog-box .dialog-message-text");
          const asked = (await vscode.dialog.text()).replaceAll("\u200b", "");
          assert.ok(asked.includes(`“${hostileName}”`), asked);
          await vscode.dialog.press(button);
          await isTextOn("the status bar", ".statusbar-item");
          const done = vscode.page.locator(".statusbar-item", {
            hasText: /can be read as bot|removed/,
          });
          await done.first().waitFor();
          await leavesNoTrace("what was done");
        });
      }

      it("leaves no secret in any log or file of VS Code", leavesNoSecretInFiles);
    });
  });
});
