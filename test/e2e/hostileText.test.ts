import assert from "node:assert/strict";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { demoBot } from "../../src/core/portal/demoAddress";
import { e2e } from "./harness/e2eRun";
import { eventually } from "./harness/eventually";
import { goTo } from "./harness/goTo";
import {
  askForDialog,
  dismissMessages,
  inspect,
  portalInStatusBar,
  startAnew,
  submitWebhook,
} from "./harness/steps";

const secret = "demo0secret0demo";

/** Each part would be a link, a command, an icon or an element on one surface or another. */
const hostile =
  "[x](command:workbench.action.quit) $(flame) <b id=evil>b</b> <img src=//evil.example/i.png> https://evil.example/?q";
const portalName = `P ${hostile}`;

/** What hostile text would have made in the window or in a panel, if it were more than text. */
const traces = `[...document.querySelectorAll(
  "#evil, .codicon-flame, [src*='evil'], [href*='evil'], [data-href*='evil'], [data-href*='workbench.action.quit'], [href*='workbench.action.quit']"
)].map((element) => element.outerHTML.slice(0, 200))`;

describe("Text of strangers and the secret that they repeat", () => {
  /** Waits until the text is on a surface, and finds nothing there that it has made, and no secret. */
  async function isTextOn(surface: string, selector: string): Promise<void> {
    const { page } = e2e().vscode;
    await eventually(
      async () => {
        for (const text of await page.locator(selector).allInnerTexts())
          if (/command:|flame|evil/.test(text)) return true;
        return undefined;
      },
      { what: `hostile text on ${surface}` },
    );
    await leavesNoTrace(surface);
  }

  async function leavesNoTrace(surface: string): Promise<void> {
    for (const frame of e2e().vscode.page.frames()) {
      // A preview that gives way to another takes its frame along.
      const gone = (error: unknown): undefined => {
        if (!frame.isDetached()) throw error;
      };
      const found = await frame.evaluate<string[]>(traces).catch(gone);
      assert.deepEqual(found ?? [], [], surface);
      const content = (await frame.content().catch(gone)) ?? "";
      assert.ok(!content.includes(secret), `the secret on ${surface}`);
    }
  }

  before(async () => {
    await startAnew();
    const { emulator } = e2e();
    const address = emulator.webhook();
    const echoed = [address, encodeURIComponent(address), address.replaceAll("/", "&#x2F;")];
    emulator.setFault({
      name: "renamed",
      to: hostile,
      description: echoed.join(" "),
    });
  });

  after(() => {
    e2e().emulator.clearFaults();
  });

  it("is text below an input box", async () => {
    const { vscode, emulator } = e2e();
    const description = `${hostile} ${emulator.webhook()}`;
    emulator.setFault({ name: "refuse", status: 403, code: "ODD", description }, { calls: 1 });
    await submitWebhook(emulator.webhook());
    await isTextOn("an input box", ".quick-input-message");
    await vscode.quickInput.press("Enter");
    await vscode.quickInput.shown("Name the portal");
    await vscode.quickInput.submit(portalName);
  });

  it("is text in a notification and in the status bar", async () => {
    await e2e().vscode.notification("Connected to");
    await isTextOn("a notification", ".notification-list-item-message");
    await dismissMessages();
    await portalInStatusBar().waitFor();
    await isTextOn("the status bar", ".statusbar-item");
  });

  it("is text in a panel, its tab, and the side bar", async () => {
    const { vscode } = e2e();
    const panel = await (await inspect("chat29", portalName)).read();
    assert.match(await panel.title.innerText(), /evil/);
    await isTextOn("a tab", ".tabs-container .tab");
    await panel.choose("Copy…", "Copy as Markdown");
    await vscode.sideBar.open("Bitrix24");
    await vscode.sideBar.expand("Chats");
    await isTextOn("the side bar", ".part.sidebar .monaco-list-row");
    await vscode.sideBar.expand(/^\[x\]/);
    await leavesNoTrace("the rows of a dialog");
    await eventually(
      async () => {
        await vscode.page.mouse.move(900, 500);
        await (await vscode.sideBar.row(/^\[x\]/)).hover();
        await vscode.page.locator(".monaco-hover", { hasText: "command:" }).first().waitFor({
          timeout: 3_000,
        });
        return true;
      },
      { what: "the tooltip of a dialog", withinMs: 20_000 },
    );
    await isTextOn("a tooltip", ".monaco-hover");
  });

  it("is text in the pickers", async () => {
    const { vscode } = e2e();
    await askForDialog(portalName);
    await isTextOn("the box that asks for a dialog", ".quick-input-list .monaco-list-row");
    await vscode.quickInput.close();
    await vscode.ask("Bitrix24: Copy as Code", "Copy as Code");
    await leavesNoTrace("Copy as Code");
    await vscode.quickInput.close();
    await vscode.ask("Bitrix24: Search Chats", "Search the chats of");
    await vscode.quickInput.type("delivery");
    await isTextOn("Search Chats", ".quick-input-list .monaco-list-row");
    await vscode.quickInput.close();
  });

  it("is text in a hover and in the list of a workspace's dialogs", async () => {
    const { vscode } = e2e();
    await vscode.tidy();
    await vscode.openFile("bots/fleet_report.py");
    await goTo("8:22");
    await vscode.palette("Show or Focus Hover");
    await isTextOn("a hover", ".monaco-hover");
    await vscode.ask("Bitrix24: List Dialogs in Workspace", "Dialogs in the workspace");
    await isTextOn("the list of dialogs", ".quick-input-list .monaco-list-row");
    await vscode.quickInput.close();
  });

  it("is text in a refusal, a report and a raw reply", async () => {
    const { vscode, emulator } = e2e();
    const description = `${hostile} ${emulator.webhook()}`;
    emulator.setFault(
      { name: "refuse", status: 403, code: "ODD", description },
      { dialogId: "chat30" },
    );
    const panel = await inspect("chat30", portalName);
    await panel.notice.waitFor();
    await leavesNoTrace("a refusal");
    await panel.button("Open raw reply").click();
    await vscode.page.locator(".tab.active[data-resource-name='chat30.json']").waitFor();
    await leavesNoTrace("a raw reply");
  });

  describe("in a folder that they named, with a portal that it names, and in keys of theirs", () => {
    let root: string;

    before(async () => {
      const { vscode, emulator } = e2e();
      await vscode.tidy();
      root = path.join(vscode.workspace, "..", "named");
      await mkdir(path.join(root, "bot", ".vscode"), { recursive: true });
      await writeFile(path.join(root, "bot", "bot.log"), "INFO DIALOG_ID=chat210\n");
      const settings = JSON.stringify({ "bitrix24.portal": hostile });
      await writeFile(path.join(root, "bot", ".vscode", "settings.json"), settings);
      const file = path.join(root, "bots.code-workspace");
      const folders = [{ path: "bot", name: hostile.replaceAll("/", "|") }];
      await writeFile(file, JSON.stringify({ folders }));
      const bot = { botId: demoBot.botId, botToken: demoBot.token };
      await vscode.bindKeys([
        { key: "ctrl+alt+f7", command: "bitrix24.inspectAtCursor" },
        { key: "ctrl+alt+f8", command: "bitrix24.addBot", args: bot },
        { key: "ctrl+alt+f9", command: "bitrix24.removeBot", args: { botId: bot.botId } },
      ]);
      emulator.clearFaults();
      emulator.setFault({ name: "renamed", to: hostile, description: hostile });
      await vscode.openWorkspace(file);
    });

    after(async () => {
      const { vscode } = e2e();
      await vscode.bindKeys([]);
      await vscode.openWorkspace();
      // The next suite takes a window that shows no portal for one that has none.
      await vscode.sideBar.open("Bitrix24");
      await portalInStatusBar().waitFor();
      await rm(root, { recursive: true });
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

    it("is text in the question which portal the folder means", async () => {
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
      it(`is text in a question: ${question}`, async () => {
        const { vscode } = e2e();
        await pressUntil(key, () => vscode.dialog.shown(question, 3_000));
        await isTextOn("the question", ".monaco-dialog-box .dialog-message-text");
        const asked = (await vscode.dialog.text()).replaceAll("\u200b", "");
        assert.ok(asked.includes(`“${portalName}”`), asked);
        await vscode.dialog.press(button);
        await isTextOn("the status bar", ".statusbar-item");
        const done = vscode.page.locator(".statusbar-item", {
          hasText: /can be read as bot|removed/,
        });
        await done.first().waitFor();
        await leavesNoTrace("what was done");
      });
    }
  });

  describe("at the end", () => {
    it("leaves no secret in any log or file of VS Code", async () => {
      const folder = e2e().vscode.userData;
      const files = await readdir(folder, { recursive: true, withFileTypes: true });
      let read = 0;
      for (const entry of files.filter((file) => file.isFile())) {
        const file = path.join(entry.parentPath, entry.name);
        // VS Code's copies of files that were saved, some of them here with a webhook that somebody had pasted.
        if (file.includes(`${path.sep}User${path.sep}History${path.sep}`)) continue;
        const bytes = await readFile(file);
        assert.ok(!bytes.includes(secret), file);
        read += 1;
      }
      assert.ok(read > 10, `only ${read} files were found`);
    });
  });
});
