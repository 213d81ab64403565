import assert from "node:assert/strict";
import { e2e } from "./harness/e2eRun";
import type { DialogPanel } from "./harness/dialogPanel";
import {
  addDemoPortal,
  addEmulatorPortal,
  agreeToBot,
  emulatorName,
  inspect,
  panelOf,
  startAnew,
} from "./harness/steps";

const refusal = "No access, or no such chat";

describe("A refusal that leaves its cause open", () => {
  before(async () => {
    await startAnew();
    await addEmulatorPortal();
  });

  beforeEach(async () => {
    e2e().emulator.reset();
    await e2e().vscode.tidy();
  });

  /** A bare number is asked about first: reading it may create a private chat. */
  async function refused(dialogId: string): Promise<DialogPanel> {
    const { vscode } = e2e();
    if (!/^\d+$/.test(dialogId)) {
      return (await inspect(dialogId, emulatorName)).noticeWith(refusal);
    }
    const panel = inspect(dialogId, emulatorName);
    await vscode.dialog.shown(new RegExp(dialogId));
    await vscode.dialog.press("Read It");
    return (await panel).noticeWith("No access, or no such user");
  }

  for (const dialogId of ["chat404", "chat405"]) {
    it(`of ${dialogId} is narrowed down with one click, and says what is known`, async () => {
      const { vscode, emulator } = e2e();
      const panel = await refused(dialogId);
      assert.match(await panel.notice.innerText(), /Who can fix it: a member of the chat/);
      assert.deepEqual(await panel.tests(), [
        "Look among your dialogs",
        "Search by title",
        "Add bot token",
      ]);
      await panel.button("Look among your dialogs").click();
      await panel.conclusion(`What is known: user 1 cannot read ${dialogId}.`);
      assert.match(
        await panel.finding("recentDialogs"),
        /^Not among the \d+ dialogs that the portal lists for user 1\./,
      );
      assert.equal(emulator.callsTo("im.recent.list").length, 2);
      assert.deepEqual(vscode.console.errors, []);
    });
  }

  it("of a bare number whose chat is refused likewise says so", async () => {
    const panel = await refused("405");
    assert.match(await panel.notice.innerText(), /Who can fix it: you/);
    await panel.button("Read chat405").click();
    await panel.frame
      .getByText("chat405 is refused in the same way: no access, or no such chat.")
      .first()
      .waitFor();
    await panel.button("Look among your dialogs").click();
    await panel.conclusion("What is known: user 1 can read neither");
  });

  it("of a bare number that meant a chat is found with two clicks", async () => {
    const { emulator } = e2e();
    const panel = await refused("210");
    await panel.button("Read chat210").click();
    await panel.noticeWith("chat210 was meant, not user 210.");
    assert.equal(await panel.finding("asChat"), "chat210 exists. Its title is “Ana via Telegram”.");
    await panel.followUp("asChat", "Inspect chat210").click();
    const chat = await (await panelOf("chat210")).read();
    assert.equal(await chat.title.innerText(), "Ana via Telegram");
    assert.deepEqual(emulator.effects, []);
  });

  it("leads to the search for chats by their title", async () => {
    const { vscode } = e2e();
    const panel = await refused("chat404");
    const search = (): Promise<void> => panel.button("Search by title").click();
    await vscode.ask(search, `Search the chats of ${emulatorName}`);
    await vscode.quickInput.type("telegram");
    await (await vscode.quickInput.row("Ana via Telegram")).click();
    await (await panelOf("chat210")).read();
  });

  it("is forgotten when the dialog is read again", async () => {
    const panel = await refused("chat404");
    await panel.button("Look among your dialogs").click();
    await panel.conclusion("What is known");
    await panel.button("Refresh").click();
    await panel.frame.locator(".conclusion").waitFor({ state: "detached" });
    await panel.noticeWith(refusal);
  });
});

describe("A refusal that a bot's token settles", () => {
  before(async () => {
    await startAnew();
    await addDemoPortal();
  });

  it("is found out line by line, can be reported, and leads to the bot that may read", async () => {
    const { vscode } = e2e();
    const panel = await (await inspect("chat405")).noticeWith(refusal);
    await panel.button("Find the cause").click();
    await agreeToBot();
    await panel.noticeWith("chat405 exists. User 1 is not a member.");
    assert.match(await panel.notice.innerText(), /Found by bot Helper\./);
    assert.match(await panel.finding("recentDialogs"), /^Not among the \d+ dialogs/);
    assert.match(await panel.finding("bot/456"), /^The bot sees chat405\./);
    const before = panel.frame.locator(".disproved");
    assert.equal(await before.getAttribute("open"), null, "what it disproves is folded away");
    assert.match((await before.locator("p").first().textContent()) ?? "", /^No access, or no such/);
    assert.deepEqual((await panel.noticeButtons()).slice(0, 2), [
      "Read as bot Helper",
      "Replace webhook",
    ]);

    await panel.button("Copy report").click();
    await vscode.page.locator(".statusbar").getByText("Copied").waitFor();
    const report = await vscode.copied();
    assert.match(report, /^### chat405 exists\\\. User 1 is not a member\\\.\n/);
    assert.match(report, /Look as the bot “Helper”: The bot sees chat405/);
    assert.doesNotMatch(report, /\/rest\//);

    await panel.button("Read as bot Helper").click();
    assert.equal(await (await panel.read()).viewer.innerText(), "as bot Helper");
  });
});

describe("A renamed portal", () => {
  before(async () => {
    await startAnew();
    await addEmulatorPortal();
  });

  it("is read at its new address after the user agreed to both names, and only then", async () => {
    const { vscode, emulator } = e2e();
    const newOrigin = emulator.origin.replace("127.0.0.1", "localhost");
    emulator.setFault({ name: "redirectRename", to: newOrigin }, { calls: 2 });
    const heading = "The portal has another address now";
    const panel = await (await inspect("chat29", emulatorName)).noticeWith(heading);
    const calls = emulator.requests.length;

    await panel.button("Use the new address").click();
    await vscode.dialog.shown(
      `Send the webhook of “${emulatorName}” to ${new URL(newOrigin).host}?`,
    );
    const detail = await vscode.dialog.detail();
    assert.ok(detail.includes(new URL(emulator.origin).host), detail);
    assert.ok(detail.includes(new URL(newOrigin).host), detail);
    await vscode.dialog.press("Cancel");
    assert.equal(emulator.requests.length, calls);
    await panel.noticeWith(heading);

    emulator.clearFaults();
    await panel.button("Use the new address").click();
    await vscode.dialog.shown("Send the webhook");
    await vscode.dialog.press("Use the New Address");
    await panel.read();
    assert.match(await panel.meta.innerText(), new RegExp(new URL(newOrigin).host));
    assert.equal((await panel.fact("answer.actsAs")).value, "User 1, owner of the webhook");
  });
});

describe("A setting that helps", () => {
  before(async () => {
    await startAnew();
    await addEmulatorPortal();
  });

  it("is a click away, alone", async () => {
    const { vscode, emulator } = e2e();
    emulator.setFault({ name: "html407" });
    const panel = await inspect("chat29", emulatorName);
    await panel.noticeWith("The proxy asks for a sign-in");
    await panel.button("Open proxy settings").click();
    const settings = vscode.page.locator(".settings-editor .setting-item-label");
    await settings.getByText("Proxy Support").waitFor();
    assert.deepEqual((await settings.allInnerTexts()).map((label) => label.trim()).sort(), [
      "No Proxy",
      "Proxy",
      "Proxy Support",
    ]);
  });
});
