import assert from "node:assert/strict";
import { Emulator } from "../emulator/emulator";
import { e2e } from "./harness/e2eRun";
import {
  addEmulatorPortal,
  dismissMessages,
  emulatorName,
  inspect,
  portalInStatusBar,
  startAnew,
  submitWebhook,
} from "./harness/steps";

const title = "Add a Bitrix24 portal";

function host(origin = e2e().emulator.origin): string {
  return new URL(origin).host;
}

describe("Adding a portal", () => {
  beforeEach(startAnew);

  it("hides what is pasted, says what it is, and asks for a name", async () => {
    const { vscode, emulator } = e2e();
    await vscode.ask("Bitrix24: Add Portal", title);
    assert.equal(await vscode.quickInput.isPassword(), true);
    await vscode.quickInput.messageWith("Paste the address of an incoming webhook");
    await vscode.quickInput.type(`curl -d '{}' "${emulator.webhook()}imbot.dialog.get"`);
    await vscode.quickInput.messageWith(`Webhook of user 1 at ${host()}.`);
    await vscode.quickInput.press("Enter");

    await vscode.quickInput.shown("Name the portal");
    assert.equal(await vscode.quickInput.value(), host());
    await vscode.quickInput.submit("Couriers $(flame)");
    const done = await vscode.notification("Connected to");
    assert.equal(await done.text(), "Connected to “Couriers $(flame)” as Ivy Stone, user 1.");
    const item = portalInStatusBar();
    assert.match(await item.innerText(), /Couriers \$\u200b\(flame\)/);
    assert.equal(
      await item.getAttribute("aria-label"),
      `Couriers $\u200b(flame), Bitrix24 lookups go to ${host()} as user 1. Click to switch.`,
    );
    assert.deepEqual(
      emulator.journal.map(({ method }) => method),
      ["profile", "scope"],
    );
  });

  it("says why a text is no webhook, and stays", async () => {
    const { quickInput } = e2e().vscode;
    await e2e().vscode.ask("Bitrix24: Add Portal", title);
    for (const [typed, why] of [
      ["my portal", "There is no web address in this text."],
      ["demo0secret0demo", "This looks like a token or a bare secret."],
      [
        "https://x.bitrix24.com/rest/imbot.dialog.get?auth=123",
        "This is a call with an OAuth token",
      ],
      ["https://x.bitrix24.com/online/", "An incoming webhook has /rest/ in its address."],
      ["https://x.bitrix24.com/rest/", "After /rest/ the user id is missing"],
      ["https://x.bitrix24.com/rest/1/", "The secret is missing"],
      ["https://x.bitrix24.com/rest/abc/1/", "User id and secret have changed places"],
      ["https://me:pw@x.bitrix24.com/rest/1/abc/", "Remove the user name and password"],
      [
        "http://x.bitrix24.com/rest/1/abc/",
        "Over http:// anybody on the way could read the secret.",
      ],
    ] as const) {
      await quickInput.submit(typed);
      await quickInput.messageWith(why);
      assert.equal(await quickInput.value(), typed);
    }
    await quickInput.submit("");
    await quickInput.messageWith("Paste the address of an incoming webhook.");
    await quickInput.type("x.bitrix24.com/rest/7/abc/");
    await quickInput.messageWith("The text had no scheme, so https:// is used.");
    await quickInput.close();
  });

  it("keeps a rejected webhook in the box, with what the portal said", async () => {
    const { vscode, emulator } = e2e();
    const wrong = emulator.webhook().replace("demo0secret0demo", "demo0wrong0demo");
    await submitWebhook(wrong);
    const why = await vscode.quickInput.messageWith("The portal rejects the webhook.");
    assert.match(why, /The portal says: INVALID_CREDENTIALS/);
    assert.doesNotMatch(why, /demo0wrong0demo/);
    assert.equal(await vscode.quickInput.value(), wrong);
    assert.equal(await vscode.quickInput.isPassword(), true);
    await vscode.quickInput.submit(emulator.webhook());
    await vscode.quickInput.shown("Name the portal");
    await vscode.quickInput.close();
    assert.equal(await portalInStatusBar().count(), 0);
  });

  it("can be cancelled while the portal does not answer", async () => {
    const { vscode, emulator } = e2e();
    emulator.setFault({ name: "hang" });
    await submitWebhook(emulator.webhook());
    const progress = await vscode.notification(`Asking ${host()} about the webhook`);
    await progress.press("Cancel");
    await vscode.quickInput.shown(title);
    assert.equal(await vscode.quickInput.value(), emulator.webhook());
    await vscode.quickInput.close();
  });

  it("warns of a webhook that cannot read dialogs", async () => {
    const { vscode, emulator } = e2e();
    for (const scope of ["im", "imbot", "imopenlines"]) {
      emulator.setFault({ name: "scopeLost", scope });
    }
    await submitWebhook(emulator.webhook());
    await vscode.quickInput.shown("Name the portal");
    await vscode.quickInput.press("Enter");
    const warning = await vscode.notification("none of the scopes “imbot”, “im” and “imopenlines”");
    assert.deepEqual(await warning.buttons(), ["Replace Webhook"]);
  });

  it("saves a webhook unchecked when its portal is down, and reads when it is back", async () => {
    const { vscode } = e2e();
    const down = await Emulator.start();
    await down.stop();
    const webhook = down.webhook();
    await submitWebhook(webhook);
    await vscode.dialog.shown("The webhook could not be checked");
    assert.match(await vscode.dialog.detail(), /^The connection was refused\. Nothing listens at/);
    await vscode.dialog.press("Edit Webhook");
    await vscode.quickInput.shown(title);
    assert.equal(await vscode.quickInput.value(), webhook);
    await vscode.quickInput.press("Enter");
    await vscode.dialog.shown("The webhook could not be checked");
    await vscode.dialog.press("Save Anyway");
    await vscode.quickInput.shown("Name the portal");
    await vscode.quickInput.submit("Sleepy");
    await vscode.notification("“Sleepy” was saved without a check.");
    await dismissMessages();

    const panel = await (
      await inspect("chat29", "Sleepy")
    ).noticeWith("The connection was refused");
    const back = await Emulator.start({ port: Number(new URL(webhook).port) });
    try {
      await panel.button("Try again").click();
      await panel.read();
      assert.equal(await panel.title.innerText(), "Delivery bot pilot");
    } finally {
      await back.stop();
    }
  });

  it("opens the setting that helps, and keeps what was typed", async () => {
    const { vscode, emulator } = e2e();
    emulator.setFault({ name: "html407" });
    await submitWebhook(emulator.webhook());
    await vscode.dialog.shown("The webhook could not be checked");
    await vscode.dialog.press("Open proxy settings");
    const settings = vscode.page.locator(".settings-editor .setting-item-label");
    await settings.getByText("Proxy Support").waitFor();
    await vscode.quickInput.shown(title);
    assert.equal(await vscode.quickInput.value(), emulator.webhook());
    emulator.clearFaults();
    await vscode.quickInput.press("Enter");
    await vscode.quickInput.shown("Name the portal");
    await vscode.quickInput.close();
  });

  it("quotes no more of a long text than there is room for", async () => {
    const { vscode, emulator } = e2e();
    emulator.setFault({ name: "longDescription" });
    await submitWebhook(emulator.webhook());
    await vscode.dialog.shown("The webhook could not be checked");
    assert.ok((await vscode.dialog.detail()).length < 600);
    await vscode.dialog.press("Edit Webhook");
    await vscode.quickInput.shown(title);
    await vscode.quickInput.close();
  });

  it("recognises a portal that is there already", async () => {
    const { vscode, emulator } = e2e();
    await addEmulatorPortal();
    await submitWebhook(emulator.webhook());
    await vscode.dialog.shown(`“${emulatorName}” is this portal already`);
    await vscode.dialog.press("Replace Its Webhook");
    await vscode.notification(`Connected to “${emulatorName}”`);
  });
});
