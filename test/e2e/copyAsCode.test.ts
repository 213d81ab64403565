import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { isInstalled, run, runners, type Runner } from "../snippets/support/runners";
import { e2e } from "./harness/e2eRun";
import { AccessPage } from "./harness/accessPage";
import { eventually } from "./harness/eventually";
import { goTo } from "./harness/goTo";
import {
  addDemoPortal,
  addEmulatorPortal,
  demoName,
  emulatorName,
  inspect,
  startAnew,
} from "./harness/steps";
import { TextEditor } from "./harness/textEditor";

const labels: Readonly<Record<string, string>> = {
  curl: "cURL",
  fetch: "fetch (TypeScript, JavaScript)",
  php: "PHP with cURL",
  python: "Python (urllib)",
  go: "Go (net/http)",
};

/** The record in what a program printed: the whole reply, or its result alone. */
function recordIn(stdout: string): unknown {
  const printed = JSON.parse(stdout) as Record<string, unknown>;
  return printed["result"] ?? printed;
}

describe("From the panel, the call as code", () => {
  before(async () => {
    await startAnew();
    await addEmulatorPortal();
  });

  let isProgram = false;

  /** Takes the program out of the panel, and runs it with the webhook in its environment. */
  async function takeAndRun(runner: Runner): Promise<unknown> {
    const { vscode, emulator } = e2e();
    const { quickInput } = vscode;
    const panel = await (await inspect("chat210", emulatorName)).read();
    await vscode.ask(() => panel.choose("Copy…", "Copy as code…"), "Copy as Code");
    // Remembered from then on.
    if (!isProgram) {
      await quickInput.type("As a whole program");
      await quickInput.choose("As a whole program");
      isProgram = true;
      await quickInput.rowsWhere(([first]) => first?.label === "cURL");
    }
    const label = labels[runner.client] ?? runner.client;
    await quickInput.type(label);
    await quickInput.choose(label);
    await vscode.page.locator(".statusbar").getByText(`Copied as ${label}`).waitFor();
    const code = await vscode.copied();
    assert.doesNotMatch(code, new RegExp(emulator.webhook()));
    const snippet = { code, shape: "program", name: "fromPanel" } as const;
    const {
      code: status,
      stdout,
      stderr,
    } = await run(runner, snippet, {
      B24_WEBHOOK: emulator.webhook(),
    });
    assert.equal(status, 0, stderr);
    return recordIn(stdout);
  }

  for (const runner of runners.filter(({ client }) => client in labels)) {
    if (!runner.needs.every(isInstalled)) continue;
    it(`runs in a terminal and prints the record: ${labels[runner.client] ?? ""}`, async () => {
      const record = await takeAndRun(runner);
      assert.ok(typeof record === "object" && record !== null);
      assert.deepEqual(Object.entries(record).slice(0, 1), [["id", 210]]);
      assert.equal("entity_data_1" in record, true);
    });
  }
});

describe("The call as code, where it is offered and where it goes", () => {
  before(async () => {
    await startAnew();
    await addDemoPortal();
  });

  /** What the browser's clipboard holds; it may be looked at only while the keyboard is outside the panel. */
  async function copied(label: string): Promise<string> {
    const { vscode } = e2e();
    await vscode.page.locator(".statusbar").getByText(`Copied as ${label}`).waitFor();
    return vscode.copied();
  }

  async function labels(): Promise<readonly string[]> {
    return (await e2e().vscode.quickInput.rows()).map(({ label }) => label.trim());
  }

  const shapes = ["As a whole program", "As the call alone"];

  /** Rows at the end of the list are not drawn. */
  async function takeRow(label: string): Promise<void> {
    const { quickInput } = e2e().vscode;
    await quickInput.type(label);
    await quickInput.choose(label);
    await eventually(async () => ((await quickInput.value()) === "" ? true : undefined), {
      what: "the list that comes after it",
    });
  }

  it("is in the menu of a list, for what it shows", async () => {
    const { sideBar, quickInput } = e2e().vscode;
    await sideBar.open("Bitrix24");
    await sideBar.chooseFromMenu(/^Bots$/, "Copy as Code");
    await quickInput.shown("Copy as Code: imbot.bot.list");
    await quickInput.close();
  });

  it("is in the menu of a dialog's row, and is that dialog's", async () => {
    const { sideBar, quickInput } = e2e().vscode;
    await sideBar.expand(/^Chats$/);
    await sideBar.chooseFromMenu("Delivery bot pilot", "Copy as Code");
    await quickInput.shown("Copy as Code: imbot.dialog.get, chat29");
    await quickInput.choose("cURL");
    assert.match(await copied("cURL"), /imbot\.dialog\.get[^]*chat29/);
  });

  it("is beside each method of Check Access, and opens as a document by the button of its row", async () => {
    const { vscode } = e2e();
    await vscode.palette("Bitrix24: Check Access");
    const page = await AccessPage.of(vscode, demoName);
    assert.equal(
      await page.frame.getByRole("button", { name: /^Copy \S+ as code…$/ }).count(),
      Object.keys(await page.states()).length,
    );
    await page.copyAsCode("im.dialog.users.list");
    await vscode.quickInput.shown("Copy as Code: im.dialog.users.list, chat29");
    await vscode.picture("copy-as-code-of-a-method");
    await vscode.quickInput.pressRowButton("Python (urllib)", "Open as a document");
    const tab = vscode.page.locator(".tab.active", { hasText: "Untitled" });
    await tab.waitFor();
    await vscode.page.locator('.statusbar-item[aria-label="Python"]').waitFor();
    const editor = await TextEditor.in(vscode.page.locator(".editor-group-container.active"));
    assert.match(await editor.text(), /B24_WEBHOOK[^]*im\.dialog\.users\.list/);
  });

  it("offers the last choice first, then the clients of the language in front, and inserts at the cursor", async () => {
    const { vscode } = e2e();
    const file = path.join(vscode.workspace, "bots", "fleet_report.py");
    const original = await readFile(file, "utf8");
    await vscode.openFile("bots/fleet_report.py");
    await goTo("3:1");
    await vscode.ask("Bitrix24: Copy as Code", "Copy as Code");
    await vscode.quickInput.row("cURL");
    assert.deepEqual((await labels()).slice(0, 5), [
      "Python (urllib)",
      "b24pysdk",
      "fast_bitrix24",
      "cURL",
      "fetch (TypeScript, JavaScript)",
    ]);
    await vscode.quickInput.pressRowButton("Python (urllib)", "Insert at the cursor");
    const text = await eventually(
      async () => {
        const now = await (await TextEditor.of("fleet_report.py")).text();
        return now.includes("B24_WEBHOOK") ? now : undefined;
      },
      { what: "the code in the editor" },
    );
    assert.match(text.split("\n").slice(2).join("\n"), /^# Set B24_WEBHOOK/);
    // VS Code may have saved it by itself meanwhile, and other tests read this file.
    await eventually(
      async () => {
        const editor = await TextEditor.of("fleet_report.py");
        await vscode.page.keyboard.press("Control+KeyZ");
        await vscode.page.keyboard.press("Control+KeyS");
        const isBack = (await editor.text()) === original;
        return (isBack && (await readFile(file, "utf8")) === original) || undefined;
      },
      { what: "the file as it was" },
    );
  });

  it("shows what is chosen while it is chosen, and the successor of a deprecated method is a key away", async () => {
    const { vscode } = e2e();
    const { quickInput, page } = vscode;
    await vscode.ask("Bitrix24: Copy as Code", "Copy as Code: imbot.dialog.get, chat29");
    const preview = page.locator(".editor-group-container.active .view-lines");
    await preview.getByText("imbot.dialog.get").first().waitFor();
    await quickInput.press("ArrowUp");
    await quickInput.rowsWhere((rows) =>
      rows.some(({ label, isFocused }) => isFocused && label.includes("im.dialog.get, chat29")),
    );
    await page.locator(".quick-input-list").getByText("imbot.dialog.get is deprecated").waitFor();
    await vscode.picture("copy-as-code-successor");
    await quickInput.press("Enter");
    await quickInput.shown("Copy as Code: im.dialog.get, chat29");
    await preview.getByText("/im.dialog.get").first().waitFor();
    // The shape of the last time is remembered.
    await quickInput.type("As ");
    const rows = await quickInput.rowsWhere((shown) =>
      shown.some(({ label }) => shapes.includes(label.trim())),
    );
    const first =
      rows.map(({ label }) => label.trim()).find((label) => shapes.includes(label)) ?? "";
    await takeRow(first);
    await takeRow(shapes.find((shape) => shape !== first) ?? "");
    await takeRow(first);
    await preview.getByText("/im.dialog.get").first().waitFor();
    await quickInput.close();
  });
});
