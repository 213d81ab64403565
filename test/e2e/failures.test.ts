import assert from "node:assert/strict";
import { e2e } from "./harness/e2eRun";
import { eventually } from "./harness/eventually";
import { addEmulatorPortal, emulatorName, inspect, startAnew } from "./harness/steps";

const dialogMethod = "imbot.dialog.get";

function inspectHere(dialogId: string): ReturnType<typeof inspect> {
  return inspect(dialogId, emulatorName);
}

describe("A portal that fails", () => {
  before(async () => {
    await startAnew();
    await addEmulatorPortal();
  });

  beforeEach(async () => {
    e2e().emulator.reset();
    await e2e().vscode.tidy();
  });

  it("is explained, and read again once it is back", async () => {
    const { emulator, vscode } = e2e();
    emulator.setFault({ name: "html502" });
    const panel = await (await inspectHere("chat29")).noticeWith("The portal is busy or down");
    const words = await panel.notice.innerText();
    assert.ok(words.includes("Who can fix it: nobody needs to; wait, and try again"));
    const buttons = ["Try again", "Open raw reply", "Copy report"];
    assert.deepEqual(await panel.noticeButtons(), buttons);
    assert.equal((await panel.fact("answer.method")).value, dialogMethod);

    emulator.clearFaults();
    await panel.button("Refresh").click();
    await panel.read();
    assert.equal(await panel.title.innerText(), "Delivery bot pilot");
    assert.deepEqual(vscode.console.errors, []);
  });

  it("that hangs can be given up, and asked again", async () => {
    const { emulator } = e2e();
    emulator.setFault({ name: "hang" });
    const panel = await inspectHere("chat29");
    await panel.frame.getByText(`Reading chat29 from ${emulatorName}…`).first().waitFor();
    assert.equal(await panel.button("Refresh").getAttribute("aria-disabled"), "true");
    await panel.button("Cancel").click();
    await panel.noticeWith("Stopped");
    await eventually(() => Promise.resolve(emulator.callsTo(dialogMethod)[0]?.wasAborted), {
      what: "the end of the request",
    });
    emulator.clearFaults();
    await panel.button("Try again").click();
    await panel.read();
  });

  it("that has no room for another request is waited for, which the panel and the sidebar say", async () => {
    const { vscode, emulator } = e2e();
    await vscode.sideBar.open("Bitrix24");
    emulator.setFault({ name: "rate", times: 1_000 });
    const panel = await inspectHere("chat29");
    const waits = "Other programs use up the portal's limit of requests: waiting for a turn.";
    await panel.frame.locator(".loading").getByText(waits).waitFor();
    const message = vscode.page.locator(".part.sidebar .tree-explorer-viewlet-tree-view .message");
    await message.getByText(waits).waitFor();
    await vscode.picture("crowded-portal");
    emulator.clearFaults();
    await panel.read();
    await message.getByText(waits).waitFor({ state: "detached" });
  });

  it("and forgot the webhook gets another one from the panel, which then reads", async () => {
    const { vscode, emulator } = e2e();
    emulator.setFault({ name: "secretRotated" });
    const panel = await (await inspectHere("chat30")).noticeWith("The portal rejects the webhook");
    assert.deepEqual((await panel.noticeButtons())[0], "Replace webhook");
    const replace = panel.button("Replace webhook");
    await vscode.ask(() => replace.click(), `Replace the webhook of “${emulatorName}”`);
    assert.equal(await vscode.quickInput.isPassword(), true);
    assert.equal(await vscode.quickInput.value(), "");
    emulator.clearFaults();
    await vscode.quickInput.submit(emulator.webhook());
    await vscode.notification(`“${emulatorName}” has its new webhook.`);
    await panel.read();
    assert.equal(await panel.title.innerText(), "Lobby");
    assert.equal((await panel.fact("answer.actsAs")).value, "User 1, owner of the webhook");
  });
});
