import assert from "node:assert/strict";
import type { ConsoleMessage } from "playwright-core";
import { e2e } from "./harness/e2eRun";
import { eventually } from "./harness/eventually";
import { RequestLog } from "./harness/requestLog";
import { choose, emulatorName, inspect, panelOf, startAnew, submitWebhook } from "./harness/steps";
import { TextEditor } from "./harness/textEditor";

/** The emulator's own; plainly fake, and long enough to be found wherever it leaks. */
const sentinel = "demo0secret0demo";

/** Everything that the browser keeps for VS Code, as text. */
const storedInBrowser = `(async () => {
  const kept = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((opened, failed) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => opened(request.result);
      request.onerror = () => failed(request.error);
    });
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store);
      for (const question of [objects.getAllKeys(), objects.getAll()]) {
        const answer = await new Promise((done) => (question.onsuccess = () => done(question.result)));
        const text = (part) => (ArrayBuffer.isView(part) ? new TextDecoder().decode(part) : part);
        kept.push(name + " " + store + " " + JSON.stringify(answer.map(text)));
      }
    }
    database.close();
  }
  return kept;
})()`;

/** Of all of VS Code. */
async function setLogLevel(level: string): Promise<void> {
  const { vscode } = e2e();
  await eventually(
    async () => {
      await vscode.palette("Developer: Set Log Level...");
      await (await vscode.quickInput.row(level, 2_000)).click({ timeout: 2_000 });
      return true;
    },
    { what: `the log level ${level}`, withinMs: 30_000 },
  );
}

describe("The secret of a webhook", () => {
  const consoleTexts: string[] = [];
  let requests: RequestLog;
  const listen = (message: ConsoleMessage): void => {
    consoleTexts.push(message.text());
  };

  /** What the window and its panels hold, hidden parts too. */
  async function assertNotOnPage(where: string): Promise<void> {
    for (const frame of e2e().vscode.page.frames()) {
      assert.ok(!(await frame.content()).includes(sentinel), `the page: ${where}`);
    }
  }

  before(async () => {
    await startAnew();
    const { page } = e2e().vscode;
    page.on("console", listen);
    requests = new RequestLog(page.context());
  });

  after(() => {
    e2e().vscode.page.off("console", listen);
    requests.stop();
  });

  it("is not on the page while it is typed, refused and accepted", async () => {
    const { vscode, emulator } = e2e();
    const description = `No plan for ${emulator.webhook()}`;
    emulator.setFault({ name: "refuse", status: 403, code: "ACCESS_DENIED", description });
    await submitWebhook(emulator.webhook());
    const why = await vscode.quickInput.messageWith("The portal says:");
    assert.match(why, /ACCESS_DENIED No plan for http:.+\/rest\/1\/\*\*\*\/$/);
    await assertNotOnPage("after a refusal that echoes the secret");
    emulator.clearFaults();
    await vscode.quickInput.press("Enter");
    await vscode.quickInput.shown("Name the portal");
    await vscode.quickInput.submit(emulatorName);
    await vscode.notification(`Connected to “${emulatorName}”`);
    await assertNotOnPage("after it was saved");
  });

  it("is blacked out in a panel and a raw reply where the portal echoes it", async () => {
    const { vscode, emulator } = e2e();
    emulator.setFault({ name: "longDescription" }, { dialogId: "chat29" });
    const panel = await inspect("chat29", emulatorName);
    await panel.notice.waitFor();
    assert.match((await panel.fact("refusal.description")).value, /\*\*\*/);
    await assertNotOnPage("the panel of a refusal");
    await panel.button("Open raw reply").click();
    const raw = await (await TextEditor.of("chat29.json")).text();
    assert.match(raw, /\*\*\*/);
    assert.ok(!raw.includes(sentinel), "the raw reply");
    await vscode.tidy();
  });

  it("is not in a panel after a redirect, a failure or an answer", async () => {
    const { emulator, vscode } = e2e();
    emulator.clearFaults();
    emulator.setFault({ name: "redirectForeign" }, { dialogId: "chat29" });
    await (await inspect("chat29", emulatorName)).notice.waitFor();
    await assertNotOnPage("the panel of a redirect");
    emulator.clearFaults();
    emulator.setFault({ name: "reset" }, { dialogId: "chat30" });
    await (await inspect("chat30", emulatorName)).notice.waitFor();
    await assertNotOnPage("the panel of a lost connection");
    await (await inspect("chat210", emulatorName)).read();
    await choose("5", emulatorName);
    await vscode.dialog.press("Read It");
    await (await panelOf("5")).read();
    await assertNotOnPage("the panels of answers");
  });

  it("is not in the log, which names method, host and outcome", async () => {
    const { vscode, emulator } = e2e();
    await vscode.tidy();
    await vscode.palette("Bitrix24: Show Log");
    const panel = vscode.page.locator(".part.panel");
    await panel.locator(".view-line", { hasText: "imbot.dialog.get" }).first().waitFor();
    const text = await (await TextEditor.in(panel)).text();
    const { host } = new URL(emulator.origin);
    assert.ok(text.includes(`imbot.dialog.get chat29 at ${host}: redirected, HTTP 302`));
    assert.ok(text.includes(`imbot.dialog.get chat210 at ${host}: ok, HTTP 200`));
    assert.ok(!text.includes(sentinel) && !text.includes("/rest/"), "the log");
    await vscode.palette("View: Hide Panel");
  });

  it("is warned of with the log while VS Code's own level has addresses written to disk", async () => {
    const { vscode } = e2e();
    await setLogLevel("Debug");
    await vscode.palette("Bitrix24: Show Log");
    const warning = await vscode.notification("VS Code's log level is Debug");
    await warning.press("Set Log Level");
    await (await vscode.quickInput.row("Info")).click();
    await vscode.palette("Bitrix24: Show Log");
    await vscode.page.locator(".part.panel .view-line").first().waitFor();
    assert.ok(!(await vscode.notifications.texts()).join().includes("log level"));
    await vscode.palette("View: Hide Panel");
  });

  it("is kept by the browser only where VS Code encrypts it", async () => {
    const { page } = e2e().vscode;
    const kept = await page.evaluate<string[]>(storedInBrowser);
    assert.ok(kept.join().includes("secrets.provider"), "the secret store was looked at");
    for (const text of kept) assert.ok(!text.includes(sentinel), text.slice(0, 200));
  });

  it("was never printed, nor asked for at any address by the browser", () => {
    assert.ok(requests.urls.length > 0);
    for (const address of requests.urls) assert.ok(!address.includes(sentinel), address);
    for (const text of consoleTexts) assert.ok(!text.includes(sentinel), text);
  });
});
