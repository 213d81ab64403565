import assert from "node:assert/strict";
import { e2e } from "./harness/e2eRun";
import { eventually } from "./harness/eventually";
import { addEmulatorPortal, askForDialog, emulatorName, panelOf, startAnew } from "./harness/steps";

const offer = "Chats of deal 88";
const asking = `Deal 88: asking ${emulatorName}…`;
const card = "Deal #88: weekly rounds for Blauwe Tulp";

/** Types a CRM object into the box and chooses to look for its chats. */
async function lookFor(typed: string, offered = offer): Promise<void> {
  const { quickInput } = e2e().vscode;
  await askForDialog(emulatorName);
  await quickInput.type(typed);
  await quickInput.rowsWhere(([first]) => first?.label.trim() === offered);
  await quickInput.press("Enter");
}

async function labelsAre(expected: readonly string[]): Promise<void> {
  const { quickInput } = e2e().vscode;
  await eventually(
    async () => {
      const labels = (await quickInput.rows()).map(({ label }) => label.trim());
      assert.deepEqual(labels, expected);
      return true;
    },
    { what: `the rows ${expected.join(", ")}` },
  );
}

describe("The chats of a CRM object", () => {
  before(async () => {
    await startAnew();
    await addEmulatorPortal();
  });

  beforeEach(() => {
    e2e().emulator.reset();
  });

  afterEach(async () => {
    e2e().emulator.clearFaults();
    await e2e().vscode.quickInput.close();
  });

  it("are found by one batch, named by another, and inspected when chosen", async () => {
    const { vscode, emulator } = e2e();
    await lookFor("deal 88");
    const [first, second] = await vscode.quickInput.rowsWhere(
      (rows) =>
        rows.length === 2 && rows[0]?.label.trim() === "Ana via Telegram" && rows[0].isFocused,
    );
    assert.equal(first?.description, "chat210 · Open Channel dialog · Telegram");
    assert.equal(second?.description, "chat220 · CRM chat");
    assert.deepEqual(
      emulator.journal.map(({ method, isBatchItem }) => (isBatchItem ? `- ${method}` : method)),
      [
        "batch",
        "- imopenlines.crm.chat.get",
        "- im.chat.get",
        "batch",
        "- imbot.dialog.get",
        "- imbot.dialog.get",
      ],
    );
    await vscode.quickInput.choose(card);
    const panel = await (await panelOf("chat220")).read();
    assert.equal(await panel.title.innerText(), card);
    assert.deepEqual(emulator.effects, []);
  });

  it("are a list even when there is one, which Enter opens", async () => {
    const { vscode } = e2e();
    await lookFor("компания 7", "Chats of company 7");
    await labelsAre(["Ana via Telegram"]);
    await vscode.quickInput.press("Enter");
    const panel = await (await panelOf("chat210")).read();
    assert.equal(await panel.title.innerText(), "Ana via Telegram");
  });

  it("may be none, and what was asked is said", async () => {
    await lookFor("lead 4", "Chats of lead 4");
    await labelsAre(["Lead 4: no chats found"]);
    const [row] = await e2e().vscode.quickInput.rows();
    assert.equal(row?.detail, "Asked: imopenlines.crm.chat.get, im.chat.get");
  });

  it("are waited for until one cancels, or types something else", async () => {
    const { vscode, emulator } = e2e();
    emulator.setFault({ name: "hang" });
    await lookFor("deal 88");
    await labelsAre([asking, "Cancel"]);
    await vscode.quickInput.choose("Cancel");
    await labelsAre(["Deal 88: stopped", "Try again"]);
    await eventually(
      () => Promise.resolve(emulator.requests[0]?.wasAborted === true ? true : undefined),
      {
        what: "the request to be given up",
      },
    );
    await vscode.quickInput.choose("Try again");
    await labelsAre([asking, "Cancel"]);
    await vscode.quickInput.shown(offer);
    assert.equal(await vscode.quickInput.value(), "");
    await vscode.quickInput.type("contact 31");
    await labelsAre(["Chats of contact 31"]);
    await eventually(
      () => Promise.resolve(emulator.requests[1]?.wasAborted === true ? true : undefined),
      {
        what: "the older request to be given up",
      },
    );
    await vscode.quickInput.press("Enter");
    await labelsAre(["Contact 31: asking Emulator…", "Cancel"]);
    await vscode.quickInput.pressButton("Back");
    await labelsAre(["Chats of contact 31"]);
    assert.equal(await vscode.quickInput.value(), "contact 31");
  });

  it("are explained when they cannot be found, and found at another try", async () => {
    const { vscode, emulator } = e2e();
    emulator.setFault({ name: "empty200" });
    await lookFor("deal 88");
    await labelsAre(["The reply is empty", "Try again"]);
    emulator.clearFaults();
    await vscode.quickInput.choose("Try again");
    await labelsAre(["Ana via Telegram", card]);
  });

  it("are shown with what could not be asked for", async () => {
    const { vscode, emulator } = e2e();
    emulator.setFault({ name: "scopeLost", scope: "imopenlines" });
    await lookFor(`${emulator.origin}/crm/deal/details/88/?a=b`);
    const missing = "Open Channel chats were not looked for";
    const ways = ["Check access", "How to create a webhook", "Replace webhook"];
    await labelsAre([card, missing, ...ways]);
    const row = (await vscode.quickInput.rows()).find(({ label }) => label.trim() === missing);
    const advice = "Grant the webhook the scope “imopenlines”, then check access.";
    assert.equal(row?.detail, advice);
  });
});
