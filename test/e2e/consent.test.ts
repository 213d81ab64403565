import assert from "node:assert/strict";
import { e2e } from "./harness/e2eRun";
import {
  addDemoPortal,
  addEmulatorPortal,
  alwaysRead,
  choose,
  emulatorName,
  inspect,
  panelOf,
  startAnew,
} from "./harness/steps";

describe("Before a read that may change the portal", () => {
  describe("the demo portal", () => {
    before(async () => {
      await startAnew();
      await addDemoPortal();
    });

    it("asks, then shows the person of a private dialog", async () => {
      const { vscode } = e2e();
      await choose("5");
      await vscode.dialog.shown("Read the private dialog with user 5?");
      assert.match(await vscode.dialog.detail(), /A bare number is a user's id\./);
      assert.match(await vscode.dialog.detail(), /user 1\) have no private dialog yet/);
      assert.deepEqual(
        new Set(await vscode.dialog.buttons()),
        new Set(["Read It", alwaysRead, "Inspect chat5", "Cancel"]),
      );
      await vscode.dialog.press("Read It");
      const panel = await (await panelOf("5")).read();
      assert.equal(await panel.title.innerText(), "Omar Haddad");
      assert.match(await panel.meta.innerText(), /^Private dialog/);
      await panel.frame.locator(".avatar img:not([hidden])").waitFor();
    });

    it("asks nothing for a dialog that is open", async () => {
      const panel = await (await inspect("5")).read();
      assert.equal(await panel.title.innerText(), "Omar Haddad");
    });
  });

  describe("a portal that writes down what it was asked", () => {
    beforeEach(async () => {
      await startAnew();
      await addEmulatorPortal();
    });

    it("Cancel sends nothing", async () => {
      const { vscode, emulator } = e2e();
      await choose("77", emulatorName);
      await vscode.dialog.shown("Read the private dialog with user 77?");
      await vscode.dialog.press("Cancel");
      assert.deepEqual(await vscode.openEditors(), []);
      assert.deepEqual(emulator.callsTo("imbot.dialog.get"), []);
      assert.deepEqual(emulator.effects, []);
    });

    it("the chat of the same number is one click away", async () => {
      const { vscode, emulator } = e2e();
      await choose("77", emulatorName);
      await vscode.dialog.shown("Read the private dialog with user 77?");
      await vscode.dialog.press("Inspect chat77");
      await (await panelOf("chat77")).noticeWith("No access, or no such chat");
      const asked = emulator.callsTo("imbot.dialog.get").map(({ parameters }) => parameters);
      assert.deepEqual(asked, [{ DIALOG_ID: "chat77" }]);
      assert.deepEqual(emulator.effects, []);
    });

    it("a read that was agreed to creates the dialog once", async () => {
      const { vscode, emulator } = e2e();
      await choose("77", emulatorName);
      await vscode.dialog.shown("Read the private dialog with user 77?");
      await vscode.dialog.press("Read It");
      const panel = await (await panelOf("77")).read();
      assert.equal(emulator.effects.length, 1);
      assert.deepEqual(
        emulator.effects.map((effect) => effect.kind),
        ["privateChatCreated"],
      );
      await panel.button("Refresh").click();
      await panel.read();
      assert.equal(emulator.effects.length, 1);
    });

    it("whoever need not be asked again is not", async () => {
      const { vscode, emulator } = e2e();
      await choose("5", emulatorName);
      await vscode.dialog.shown("Read the private dialog with user 5?");
      await vscode.dialog.press(alwaysRead);
      await (await panelOf("5")).read();
      await (await inspect("39", emulatorName)).read();
      assert.deepEqual(
        emulator.callsTo("imbot.dialog.get").map(({ parameters }) => parameters["DIALOG_ID"]),
        ["5", "39"],
      );
    });

    it("that can be taken back where the portal is", async () => {
      const { vscode } = e2e();
      await choose("5", emulatorName);
      await vscode.dialog.press(alwaysRead);
      await (await panelOf("5")).read();
      await vscode.sideBar.open("Bitrix24");
      const again = "Ask Again Before Reads That Change the Portal";
      await vscode.sideBar.chooseFromMenu(emulatorName, again);
      const status = vscode.page.locator(".statusbar");
      await status.getByText(`“${emulatorName}” asks again before a read`).first().waitFor();
      await choose("7", emulatorName);
      await vscode.dialog.shown("Read the private dialog with user 7?");
      await vscode.dialog.press("Cancel");
      await vscode.palette(`Bitrix24: ${again}`);
      await vscode.notification("Every portal asks already before a read that may change it.");
    });

    it("the chat of a workgroup and of a CRM object are asked about too", async () => {
      const { vscode, emulator } = e2e();
      await choose("sg12", emulatorName);
      await vscode.dialog.shown("Read the chat of workgroup 12?");
      await vscode.dialog.press("Cancel");
      await choose("crm|DEAL|88", emulatorName);
      await vscode.dialog.shown("Read the chat of the CRM object DEAL|88?");
      assert.match(
        await vscode.dialog.detail(),
        /adds the webhook's owner \(user 1\) to this chat/,
      );
      await vscode.dialog.press("Cancel");
      assert.deepEqual(emulator.callsTo("imbot.dialog.get"), []);
    });
  });
});
