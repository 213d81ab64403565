import assert from "node:assert/strict";
import { Clipboard } from "./harness/clipboard";
import { e2e } from "./harness/e2eRun";
import {
  addDemoPortal,
  askForDialog,
  demoName,
  inspect,
  panelOf,
  startAnew,
} from "./harness/steps";

const log = [
  "2026-11-25 10:15:02 INFO ONIMBOTMESSAGEADD DIALOG_ID=chat29 FROM_USER_ID=5",
  "2026-11-25 10:15:07 INFO ONIMBOTMESSAGEADD DIALOG_ID=\u001b[33mchat210\u001b[0m FROM_USER_ID=744",
  '2026-11-25 10:16:41 WARN chat405 refused {"error":"ACCESS_ERROR"}',
].join("\r\n");

/** What developers hold in their hands, in the demo portal. */
describe("With the demo portal", () => {
  before(async () => {
    await startAnew();
    await addDemoPortal();
  });

  afterEach(async () => {
    await e2e().vscode.quickInput.close();
  });

  it("a pasted log is a row for each of its ids, with its line", async () => {
    const { vscode } = e2e();
    await askForDialog();
    await new Clipboard(vscode.page).write(log);
    await vscode.quickInput.choose("Take the id from the clipboard");
    const rows = await vscode.quickInput.rowsWhere((shown) => shown.length === 3);
    assert.deepEqual(
      rows.map(({ label }) => label.trim()),
      ["chat29", "chat210", "chat405"],
    );
    assert.equal(
      rows[1]?.detail,
      "2026-11-25 10:15:07 INFO ONIMBOTMESSAGEADD DIALOG_ID=chat210 FROM_USER_ID=744",
    );
    assert.match(rows[2]?.detail ?? "", /^2026-11-25 10:16:41 WARN chat405 refused/);
  });

  it("a link into an Open Channel of another portal first offers that portal", async () => {
    const { vscode } = e2e();
    await askForDialog();
    await vscode.quickInput.type("https://other.example/online/?IM_LINES=chat210");
    const [first] = await vscode.quickInput.rowsWhere(
      (rows) => rows[1]?.label.trim() === "chat210",
    );
    assert.equal(first?.label.trim(), "Add the portal other.example");
    await vscode.quickInput.choose("chat210");
    const panel = await (await panelOf("chat210")).read();
    await panel.banner
      .getByText(`The id is from other.example. This is chat210 of “${demoName}”.`)
      .waitFor();
  });

  it("the number of a session finds its chat", async () => {
    const { vscode } = e2e();
    await askForDialog();
    await vscode.quickInput.type("session 512");
    await vscode.quickInput.choose("Chat of Open Channel session 512");
    await vscode.quickInput.choose("Ana via Telegram");
    assert.equal(
      await (await (await panelOf("chat210")).read()).title.innerText(),
      "Ana via Telegram",
    );
  });

  it("a comment thread is read as a bot only after a question", async () => {
    const { vscode } = e2e();
    const panel = await (await inspect("chat262")).read();
    await panel.button("Read as…").click();
    await vscode.quickInput.choose("Bot Helper");
    await vscode.dialog.shown("Read “Depot managers” (chat262) as bot Helper?");
    assert.match(await vscode.dialog.detail(), /the portal may add bot Helper to it/);
    await vscode.dialog.press("Cancel");
  });

  it("a token that is not the bot's is not stored", async () => {
    const { vscode } = e2e();
    await vscode.ask("Bitrix24: Add Bot Token", `Add the token of which bot of ${demoName}?`);
    await vscode.quickInput.choose("Delivery & Co bot");
    await vscode.quickInput.shown("Token of bot 39");
    await vscode.quickInput.input.fill("wrong-token");
    await vscode.quickInput.press("Enter");
    await vscode.quickInput.messageWith("The token is not this bot's.");
  });
});
