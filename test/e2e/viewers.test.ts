import assert from "node:assert/strict";
import type { DialogPanel } from "./harness/dialogPanel";
import { e2e } from "./harness/e2eRun";
import {
  addDemoPortal,
  addEmulatorPortal,
  agreeToBot,
  emulatorName,
  inspect,
  panelOf,
  startAnew,
} from "./harness/steps";

/** Chooses another reader of the dialog in a panel, by the words of the choice. */
async function readAs(
  panel: DialogPanel,
  reader: string,
  agree?: () => Promise<void>,
): Promise<DialogPanel> {
  const { vscode } = e2e();
  await vscode.ask(() => panel.button("Read as…").click(), "Read the dialog as");
  await vscode.quickInput.choose(reader);
  await agree?.();
  return panelOf(panel.dialogId);
}

describe("Two pairs of eyes", () => {
  describe("on the demo portal, which has a bot's token", () => {
    before(async () => {
      await startAnew();
      await addDemoPortal();
    });

    it("see the chat that the webhook's owner may not see, and say so", async () => {
      const refused = await inspect("chat405");
      await refused.noticeWith("No access, or no such chat");
      assert.equal(await refused.viewer.textContent(), "as user 1");
      const both = await readAs(refused, "User 1 and bot Helper, side by side", agreeToBot);
      await both.banner.waitFor();
      assert.equal(
        await both.banner.innerText(),
        "The chat exists: bot Helper may see it, user 1 may not. Below is what bot Helper sees.",
      );
      assert.equal(await both.title.innerText(), "Night shift (bots and dispatch)");
      assert.equal(await both.viewer.textContent(), "as user 1 and Helper");
      assert.equal((await both.fact("second.refusal.error")).value, "ACCESS_ERROR");
    });
  });

  describe("on a portal of one's own", () => {
    before(async () => {
      await startAnew();
      await addEmulatorPortal();
    });

    it("come with a token that the portal has accepted, and it goes nowhere else", async () => {
      const { vscode, emulator } = e2e();
      const { quickInput } = vscode;
      const refused = await inspect("chat405", emulatorName);
      await refused.noticeWith("No access, or no such chat");
      await vscode.ask(() => refused.button("Read as…").click(), "Read the dialog as");
      await quickInput.choose("Add a bot token…");
      await quickInput.shown(`Add the token of which bot of ${emulatorName}?`);
      await quickInput.choose("Helper");
      await quickInput.shown("Token of bot 456");
      assert.ok(await quickInput.isPassword());
      await quickInput.input.fill("wrong-token");
      await quickInput.press("Enter");
      await quickInput.messageWith("The token is not this bot's.");
      await quickInput.input.fill("demo-bot-token");
      await quickInput.press("Enter");
      await agreeToBot();
      const panel = await panelOf("chat405");
      await panel.banner.getByText("The chat exists").waitFor();
      const shown = (await panel.facts()).map(({ value }) => value).join("\n");
      assert.ok(!shown.includes("demo-bot-token"));
      assert.ok(!(await vscode.page.content()).includes("demo-bot-token"));
      assert.equal(emulator.callsTo("imbot.v2.Bot.get").length, 2);
    });
  });
});
