import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Frame, Page } from "playwright-core";
import { DialogPanel } from "../e2e/harness/dialogPanel";
import { eventually } from "../e2e/harness/eventually";
import { VsCodeInBrowser } from "../e2e/harness/vsCodeInBrowser";
import { newestHost } from "../host/versions";
import { englishAmong, russian, russianCommand } from "./harness/russianTexts";
import { misfitsOf, shownTexts } from "./harness/shownTexts";

const panelWidth = 460;
/** The button that VS Code adds to questions and to what takes long, and the heading of its messages. */
const vsCodesOwn = ["Cancel", "Notifications"];

describe("In a Russian VS Code", () => {
  let vscode: VsCodeInBrowser;

  before(async function () {
    // Includes what a first start installs.
    this.timeout(300_000);
    vscode = await VsCodeInBrowser.start(newestHost, "ru");
  });

  after(async () => {
    await vscode.stop();
  });

  beforeEach(async () => {
    await vscode.tidy();
  });

  afterEach(async function () {
    if (this.currentTest?.state !== "failed") return;
    const name = this.currentTest.title.replaceAll(/[^\p{L}\p{N}]+/gu, "-");
    console.log(`      screenshot: ${await vscode.screenshot(`failed-russian-${name}`)}`);
  });

  async function inspect(dialogId: string): Promise<DialogPanel> {
    const [title = ""] = russian("Inspect a dialog of {0}").split("{0}");
    await vscode.ask(russianCommand("inspectDialog"), title);
    const { quickInput } = vscode;
    await quickInput.input.fill(dialogId);
    await quickInput.rowsWhere(
      ([first]) => first?.label.trim() === dialogId && first.detail !== "",
    );
    await assertRussian(vscode.page, ".quick-input-widget");
    await quickInput.press("Enter");
    if (dialogId === "5") {
      await vscode.dialog.shown(/./);
      await assertRussian(vscode.page, ".monaco-dialog-box", vsCodesOwn);
      await vscode.dialog.press(russian("Read It"));
    }
    return DialogPanel.of(vscode, dialogId);
  }

  /** @param ignored what the element shows of VS Code's own, which speaks English here */
  async function assertRussian(
    page: Frame | Page,
    selector: string,
    ignored: readonly string[] = [],
  ): Promise<void> {
    const texts = await eventually(
      async () => {
        const shown = await shownTexts(page, selector);
        return /\p{Script=Cyrillic}/u.test(shown.join("\n")) ? shown : undefined;
      },
      { what: `Russian in ${selector}` },
    );
    assert.deepEqual(englishAmong(texts.filter((text) => !ignored.includes(text))), []);
  }

  async function assertReadable(frame: Frame): Promise<void> {
    await vscode.setPanelWidth(panelWidth);
    await assertRussian(frame, "body");
    assert.deepEqual(await misfitsOf(frame), []);
    assert.deepEqual(await vscode.axe(frame), []);
  }

  it("the demo portal is added", async () => {
    await vscode.palette(russianCommand("addDemoPortal"));
    await vscode.notification(/./);
    // A busy window shows it in the center.
    const shown = ".notifications-toasts.visible, .notifications-center.visible";
    await assertRussian(vscode.page, shown, vsCodesOwn);
  });

  for (const dialogId of ["chat29", "chat210", "5"]) {
    it(`the panel of ${dialogId} is in Russian, and fits into ${panelWidth} pixels`, async () => {
      const { frame } = await (await inspect(dialogId)).read();
      await assertReadable(frame);
      await vscode.picture(`russian-${dialogId}`);
    });
  }

  it(`a refusal is in Russian, and fits into ${panelWidth} pixels`, async () => {
    const panel = await inspect("chat405");
    await panel.notice.waitFor();
    await assertReadable(panel.frame);
    await vscode.picture("russian-chat405");
  });

  it(`Check Access is in Russian, and fits into ${panelWidth} pixels`, async () => {
    await vscode.palette(russianCommand("checkAccess"));
    const frame = await vscode.panelFrame(
      async (candidate) => (await candidate.locator("table").count()) > 0,
    );
    await frame.locator(".loading, .refreshing").waitFor({ state: "detached" });
    await assertReadable(frame);
    await vscode.picture("russian-access");
  });

  for (const [command, title] of [
    ["listDialogsInWorkspace", "Dialogs in the workspace"],
    ["findWebhooksInWorkspace", "Webhooks and bot tokens in the workspace"],
  ] as const) {
    it(`the list of ${command} is in Russian`, async () => {
      const file = path.join(vscode.workspace, "bots", ".env.old");
      await writeFile(file, "B24=https://northwind.bitrix24.de/rest/1/k3x9p2m7v1c8z4q6/\n");
      await vscode.ask(russianCommand(command), russian(title));
      await vscode.quickInput.rowsWhere((rows) => rows.length > 0);
      await assertRussian(vscode.page, ".quick-input-widget");
      await vscode.picture(`russian-${command}`);
      await vscode.quickInput.close();
    });
  }

  it("the sidebar is in Russian", async () => {
    await vscode.sideBar.open("Bitrix24");
    await vscode.sideBar.row(russian("Recently inspected"));
    await assertRussian(vscode.page, ".part.sidebar");
    await vscode.picture("russian-sidebar");
  });

  it("a sidebar of 300 pixels cuts no id, and marks the active portal beside any name", async () => {
    const { sideBar } = vscode;
    await sideBar.open("Bitrix24");
    await sideBar.setWidth(300);
    const [portal] = await sideBar.rows();
    await sideBar.showsBadge(portal?.label ?? "", "●");
    for (const [branch, row] of [
      ["Bots", "Helper"],
      ["Open Channels", "Ana via Telegram"],
      ["Chats", "Delivery bot pilot"],
    ] as const) {
      const label = new RegExp(`^${russian(branch)}$`, "u");
      await sideBar.expand(label);
      await sideBar.row(row);
      await sideBar.leave();
      const cut = (await sideBar.cutRows()).filter((row) => !row.startsWith(portal?.label ?? "?"));
      assert.deepEqual(cut, [], branch);
      await vscode.picture(`russian-sidebar-300-${branch.replace(" ", "-")}`);
      await sideBar.collapse(label);
    }
  });
});
