import assert from "node:assert/strict";
import { Clipboard } from "./harness/clipboard";
import { e2e } from "./harness/e2eRun";
import { eventually } from "./harness/eventually";
import { addDemoPortal, askForDialog, inspect, panelOf, startAnew } from "./harness/steps";

/** Types a text and waits until the box says this about it, one line a row. */
async function reads(typed: string, expected: readonly string[]): Promise<void> {
  const { quickInput } = e2e().vscode;
  await quickInput.type(typed);
  await eventually(
    async () => {
      const rows = await quickInput.rows();
      const lines = rows.map(({ label, detail }) => [label, detail].filter(Boolean).join(": "));
      assert.deepEqual(lines, expected);
      return true;
    },
    { what: `the readings of “${typed}”` },
  );
}

describe("The box that asks for a dialog", () => {
  before(async () => {
    await startAnew();
    await addDemoPortal();
    await askForDialog();
  });

  after(async () => {
    await e2e().vscode.quickInput.close();
  });

  const addOther =
    "Add the portal other.example: Paste a webhook of that portal, and the dialog is read there";
  const chat29 = "chat29: Chat 29, only read";
  const itsChats = "Open Channel chats and the chat of its CRM card, only read";
  const deal88 = `Chats of deal 88: ${itsChats}`;
  const user29 = "29: Private dialog with user 29, created if there is none";
  for (const [typed, expected] of [
    ["29", [user29, chat29]],
    ["#29", [chat29, user29]],
    ["chat29", [chat29]],
    ["CHAT29", [chat29]],
    [" chat29 ", [chat29]],
    ["chat 29", [chat29]],
    ["https://northwind.bitrix24.example/online/?IM_DIALOG=chat29", [chat29]],
    [
      "https://other.example/online/?IM_DIALOG=chat29",
      [
        addOther,
        "chat29: This is from other.example, not from this portal (northwind.bitrix24.example). Chat 29, only read",
      ],
    ],
    ["'DIALOG_ID' => 'chat29',", [chat29]],
    ["1", ["1: Your own notes, created if there are none", "chat1: Chat 1, only read"]],
    ["sg12", ["sg12: Chat of workgroup 12, created if there is none"]],
    ["crm|DEAL|88", ["crm|DEAL|88: Chat of the CRM object DEAL|88; reading joins it", deal88]],
    ["deal 88", [deal88]],
    ["Сделка №88", [deal88]],
    ["DEAL|88", [deal88]],
    ["https://northwind.bitrix24.example/crm/deal/details/88/?IFRAME=Y", [deal88]],
    [
      "https://other.example/crm/deal/details/88/",
      [
        addOther,
        `Chats of deal 88: This is from other.example, not from this portal (northwind.bitrix24.example). ${itsChats}`,
      ],
    ],
    ["лид 12", [`Chats of lead 12: ${itsChats}`]],
    ["smart process 1038 5", [`Chats of item 5 of smart process 1038: ${itsChats}`]],
    ["invoice 9", [`Chats of the CRM object: Invoice 9: ${itsChats}`]],
  ] as const) {
    it(`says what “${typed}” reads`, async () => {
      await reads(typed, expected);
    });
  }

  const digits = "123456789012345678901234567890";
  for (const [typed, why] of [
    ["0", "Ids begin at 1: the portal refuses 0."],
    ["chat", "The number is missing, for example chat29."],
    ["-5", "A DIALOG_ID is never negative."],
    ["1e3", "Write the number in plain digits, for example 1000."],
    [digits, "This number is larger than any id of a portal."],
  ] as const) {
    it(`says why “${typed}” is no id, and stays open`, async () => {
      const { vscode } = e2e();
      await reads(typed, [`“${typed}” is not a DIALOG_ID: ${why}`]);
      await vscode.quickInput.press("Enter");
      assert.equal(await vscode.quickInput.value(), typed);
      assert.deepEqual(await vscode.openEditors(), []);
    });
  }

  it("offers to search for words that are no id", async () => {
    await reads("abc", [
      "Search chats for “abc”: A DIALOG_ID is chat29 for a chat, or 5 for the private dialog with user 5.",
    ]);
  });

  it("shows what no text turns around", async () => {
    await reads("chat\u202e29", [
      "Search chats for “chat[U+202E]29”: A DIALOG_ID is chat29 for a chat, or 5 for the private dialog with user 5.",
    ]);
  });
});

describe("The dialogs that the box offers", () => {
  before(async () => {
    await startAnew();
    await addDemoPortal();
  });

  it("begin with none", async () => {
    const { quickInput } = e2e().vscode;
    await askForDialog();
    const rows = await quickInput.rowsWhere((shown) => shown.length === 2);
    assert.deepEqual(
      rows.map(({ label }) => label),
      ["Take the id from the clipboard", "Type a DIALOG_ID, for example chat29."],
    );
    await quickInput.close();
  });

  it("are the ones inspected last, the newest first and ready for Enter", async () => {
    const { vscode } = e2e();
    await (await inspect("chat29")).read();
    await (await inspect("chat210")).read();
    await askForDialog();
    const rows = await vscode.quickInput.rowsWhere((shown) => shown.length === 3);
    assert.deepEqual(
      rows.map(({ label, description }) => `${label.trim()} ${description}`.trim()),
      [
        "Take the id from the clipboard",
        "chat210 Ana via Telegram · Open Channel dialog",
        "chat29 Delivery bot pilot · Group chat",
      ],
    );
    assert.equal(
      rows.findIndex(({ isFocused }) => isFocused),
      1,
    );
    await vscode.quickInput.close();
  });

  it("do not name a dialog that was refused", async () => {
    const { quickInput } = e2e().vscode;
    await (await inspect("chat404")).noticeWith("No access, or no such chat");
    await askForDialog();
    await quickInput.type("chat404");
    const rows = await quickInput.rowsWhere(([first]) => first?.label.trim() === "chat404");
    assert.equal(rows[0]?.description, "");
    await quickInput.close();
  });

  it("come from the clipboard when one asks for it", async () => {
    const { vscode } = e2e();
    await askForDialog();
    await new Clipboard(vscode.page).write("DIALOG_ID=chat220&x=1");
    await vscode.quickInput.choose("Take the id from the clipboard");
    await vscode.quickInput.choose("chat220");
    const panel = await (await panelOf("chat220")).read();
    assert.equal(await panel.title.innerText(), "Deal #88: weekly rounds for Blauwe Tulp");
  });

  it("say when the clipboard holds none", async () => {
    const { vscode } = e2e();
    await askForDialog();
    await new Clipboard(vscode.page).write("nothing of the kind");
    await vscode.quickInput.choose("Take the id from the clipboard");
    await vscode.quickInput.row("There is no DIALOG_ID on the clipboard");
    await vscode.quickInput.close();
  });
});
