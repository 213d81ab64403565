import assert from "node:assert/strict";
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
import {
  askForDialog,
  dismissMessages,
  inspect,
  portalInStatusBar,
  startAnew,
  submitWebhook,
} from "./harness/steps";

describe("Text of strangers and the secret that they repeat", () => {
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
    await vscode.quickInput.submit(hostileName);
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
    const panel = await (await inspect("chat29", hostileName)).read();
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
    await askForDialog(hostileName);
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
    const panel = await inspect("chat30", hostileName);
    await panel.notice.waitFor();
    await leavesNoTrace("a refusal");
    await panel.button("Open raw reply").click();
    await vscode.page.locator(".tab.active[data-resource-name='chat30.json']").waitFor();
    await leavesNoTrace("a raw reply");
  });

  it("leaves no secret in any log or file of VS Code", leavesNoSecretInFiles);
});
