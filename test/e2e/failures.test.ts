import assert from "node:assert/strict";
import type { Fault } from "../emulator/faults";
import { e2e } from "./harness/e2eRun";
import { eventually } from "./harness/eventually";
import { addEmulatorPortal, emulatorName, inspect, startAnew } from "./harness/steps";

const dialogMethod = "imbot.dialog.get";

async function setTimeoutSeconds(seconds: number): Promise<void> {
  await e2e().vscode.updateSettings({ "bitrix24.requestTimeoutSeconds": seconds });
}

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

  const failures: readonly (readonly [Fault, string, string, readonly string[]])[] = [
    [
      { name: "html502" },
      "The portal is busy or down",
      "Who can fix it: nobody needs to; wait, and try again",
      ["Try again", "Open raw reply"],
    ],
    [
      { name: "html404" },
      "There is no portal at this address",
      "the portal's name may be wrong",
      ["Replace webhook", "Try again", "Open raw reply"],
    ],
    [
      { name: "html407" },
      "The proxy asks for a sign-in",
      "Who can fix it: whoever runs your network",
      ["Open proxy settings", "Try again", "Open raw reply"],
    ],
    [
      { name: "html200" },
      "A web page came instead of an answer",
      "a sign-in page of your network stands in between",
      ["Try again", "Replace webhook", "Open raw reply"],
    ],
    [
      { name: "reset" },
      "The connection broke off",
      "closed the connection before it answered (ECONNRESET)",
      ["Try again", "Open proxy settings", "Show log"],
    ],
    [
      { name: "truncate", cut: "json" },
      "The reply cannot be read",
      "text that is not JSON, or broken JSON (HTTP 200)",
      ["Try again", "Replace webhook", "Open raw reply"],
    ],
    [
      { name: "empty200" },
      "The reply is empty",
      "answered with HTTP 200 and nothing else",
      ["Try again"],
    ],
    [
      { name: "redirectForeign" },
      "The portal has another address now",
      "redirects to portal.evil.example (HTTP 302). The redirect was not followed",
      ["Use the new address", "Replace webhook"],
    ],
    [
      { name: "overload" },
      "Bitrix24 has put this webhook on hold",
      "Calling again does not lift it.",
      ["Try again", "Open raw reply"],
    ],
  ];
  for (const [fault, heading, meaning, buttons] of failures) {
    it(`is explained: ${fault.name}`, async () => {
      const { emulator, vscode } = e2e();
      emulator.setFault(fault);
      const panel = await (await inspectHere("chat29")).noticeWith(heading);
      assert.ok((await panel.notice.innerText()).includes(meaning));
      assert.deepEqual(await panel.noticeButtons(), [...buttons, "Copy report"]);
      assert.equal((await panel.fact("answer.method")).value, dialogMethod);

      emulator.clearFaults();
      await panel.button("Refresh").click();
      await panel.read();
      assert.equal(await panel.title.innerText(), "Delivery bot pilot");
      assert.deepEqual(vscode.console.errors, []);
    });
  }

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
    await vscode.screenshot("crowded-portal");
    emulator.clearFaults();
    await panel.read();
    await message.getByText(waits).waitFor({ state: "detached" });
  });

  it("is read with the other method when one scope is lost", async () => {
    const { emulator } = e2e();
    emulator.setFault({ name: "scopeLost", scope: "imbot" });
    const panel = await (await inspectHere("chat29")).read();
    assert.equal((await panel.fact("answer.method")).value, "im.dialog.get");
  });

  it("and has taken both scopes away says which one is needed", async () => {
    const { emulator } = e2e();
    emulator.setFault({ name: "scopeLost", scope: "imbot" });
    emulator.setFault({ name: "scopeLost", scope: "im" });
    const panel = await (await inspectHere("chat29")).noticeWith("The webhook lacks a permission");
    assert.match(
      await panel.notice.innerText(),
      /Granted when last checked: im, imbot, imopenlines/,
    );
    assert.deepEqual(await panel.noticeButtons(), [
      "Check access",
      "Try again",
      "How to create a webhook",
      "Replace webhook",
      "Open raw reply",
      "Copy report",
    ]);
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

  it("that is slow is given up after the time in the settings", async () => {
    const { emulator } = e2e();
    await setTimeoutSeconds(1);
    try {
      emulator.setFault({ name: "hang" });
      const panel = await (await inspectHere("chat29")).noticeWith("No answer in time");
      assert.match(await panel.notice.innerText(), /did not answer within 1 s\./);
      assert.match(await panel.notice.innerText(), /bitrix24\.requestTimeoutSeconds/);
      emulator.clearFaults();
      await panel.button("Try again").click();
      await panel.read();
    } finally {
      await setTimeoutSeconds(30);
    }
  });
});
