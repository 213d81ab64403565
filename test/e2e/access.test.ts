import assert from "node:assert/strict";
import { AccessPage, everythingWorks } from "./harness/accessPage";
import { e2e } from "./harness/e2eRun";
import {
  addDemoPortal,
  addEmulatorPortal,
  demoName,
  emulatorName,
  inspect,
  startAnew,
  addPortal,
} from "./harness/steps";

const imbotMethods = [
  "imbot.dialog.get",
  "imbot.chat.get",
  "imbot.bot.list",
  "imbot.v2.Chat.get",
  "imbot.v2.Chat.Message.getContext",
  "imbot.v2.Bot.get",
  "imbot.v2.Event.get",
];

async function check(portalName: string): Promise<AccessPage> {
  const { vscode } = e2e();
  await vscode.palette("Bitrix24: Check Access");
  return AccessPage.of(vscode, portalName);
}

function methodsThat(states: Record<string, string>, state: string): readonly string[] {
  return Object.keys(states).filter((method) => states[method] === state);
}

async function addWebhook(userId: 5 | 9, name: string): Promise<void> {
  await addPortal(e2e().emulator.webhook(userId), name);
}

describe("Check Access", () => {
  beforeEach(startAnew);

  it("says in one sentence that all is well with the demo portal", async () => {
    await addDemoPortal();
    const page = await (await check(demoName)).says(everythingWorks);
    assert.deepEqual(new Set(Object.values(await page.states())), new Set(["works"]));
    assert.equal(await page.fact("owner.name"), "Ivy Stone");
    assert.equal(await page.fact("license"), "de_pro100");
    assert.equal(await page.fact("limit.rate"), "50 at once, then 2 a second");
    await e2e().vscode.picture("access-everything");
  });

  it("tells the owner of a webhook with imbot alone what to tick", async () => {
    const { vscode, emulator } = e2e();
    await addWebhook(5, "Bots only");
    const page = await (
      await check("Bots only")
    ).says("7 of 18 methods can be used with this webhook.");
    assert.deepEqual(methodsThat(await page.states(), "works"), imbotMethods);
    const said = await page.summary.innerText();
    assert.match(said, /acts as Omar Haddad, user 5, not an administrator/);
    assert.match(said, /Tick “im” \(Chat and notifications\), “imopenlines” \(Open Channels\)\./);
    assert.deepEqual(await vscode.axe(page.frame), []);
    await vscode.picture("access-imbot-only");
    await page.button("Open raw reply").click();
    await vscode.page.locator(".tab.active", { hasText: "access.json" }).waitFor();
    assert.equal(emulator.callsTo("batch").length, 1);
  });

  it("tells an external user's webhook that Open Channels are missing", async () => {
    await addWebhook(9, "Partner");
    const page = await (
      await check("Partner")
    ).says("15 of 18 methods can be used with this webhook.");
    assert.deepEqual(methodsThat(await page.states(), "scope missing"), [
      "imopenlines.dialog.get",
      "imopenlines.crm.chat.get",
      "imopenlines.session.history.get",
    ]);
    assert.match(await page.summary.innerText(), /Tick “imopenlines” \(Open Channels\)\./);
  });

  it("notices a scope that was granted meanwhile", async () => {
    const { emulator } = e2e();
    await addEmulatorPortal();
    for (const scope of ["im", "imbot", "imopenlines"]) {
      emulator.setFault({ name: "scopeLost", scope });
    }
    const page = await (
      await check(emulatorName)
    ).says("Dialogs cannot be read with this webhook.");
    emulator.clearFaults();
    await page.button("Check again").click();
    await page.says(everythingWorks);
  });

  it("explains a rejected webhook, and reads with another one", async () => {
    const { vscode, emulator } = e2e();
    await addEmulatorPortal();
    emulator.setFault({ name: "secretRotated" });
    const page = await (await check(emulatorName)).says("The portal rejects the webhook");
    emulator.clearFaults();
    const replace = page.summary.getByRole("button", { name: "Replace webhook" });
    await vscode.ask(() => replace.click(), `Replace the webhook of “${emulatorName}”`);
    await vscode.quickInput.submit(emulator.webhook());
    await page.says(everythingWorks);
  });

  it("can be given up while the portal hangs", async () => {
    const { emulator } = e2e();
    await addEmulatorPortal();
    emulator.setFault({ name: "hang" });
    const page = await check(emulatorName);
    await page.button("Cancel").click();
    await page.says("Stopped");
    emulator.clearFaults();
    await page.button("Try again").click();
    await page.says(everythingWorks);
  });

  it("is offered by a refusal, and by the portal in the sidebar", async () => {
    const { vscode } = e2e();
    await addEmulatorPortal();
    const panel = await (
      await inspect("chat405", emulatorName)
    ).noticeWith("No access, or no such chat");
    await panel.button("Check access").click();
    await (await AccessPage.of(vscode, emulatorName)).says(everythingWorks);
    await vscode.tidy();
    await vscode.sideBar.open("Bitrix24");
    await vscode.sideBar.pressInline(emulatorName, "Check Access");
    await (await AccessPage.of(vscode, emulatorName)).says(everythingWorks);
  });
});

describe("A scope that was granted later", () => {
  before(startAnew);

  it("opens its branches of the sidebar after a refresh, with the same webhook", async () => {
    const { vscode, emulator } = e2e();
    emulator.setFault({ name: "scopeLost", scope: "im" });
    await addEmulatorPortal();
    const { sideBar } = vscode;
    await sideBar.open("Bitrix24");
    await sideBar.expand(/^Chats$/);
    const notice = "Grant “im” to list chats";
    await sideBar.row(notice);
    emulator.clearFaults();
    await sideBar.pressInline(notice, "Try Again");
    await sideBar.row("Delivery bot pilot");
  });
});
