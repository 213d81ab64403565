import assert from "node:assert/strict";
import { formBodyOf } from "../../src/core/dialog/events/eventFixture";
import { eventSecrets, oldSamples } from "../unit/support/botEvents";
import { e2e } from "./harness/e2eRun";
import { panelFrame } from "./harness/panelFrame";
import { addDemoPortal, panelOf, startAnew } from "./harness/steps";
import { TextEditor } from "./harness/textEditor";

/** A private message at the demo portal, as the body of a request. */
const body = formBodyOf(oldSamples[0]?.event)
  .replaceAll("example.bitrix24.com", "northwind.bitrix24.example")
  .replace(/1407/g, "210");

describe("Explain Event", () => {
  before(async () => {
    await startAnew();
    await addDemoPortal();
  });

  it("leads from a pasted event to its dialog with two keys", async () => {
    const { vscode } = e2e();
    const { quickInput, page } = vscode;
    await vscode.ask("Bitrix24: Explain Event", "Explain Event");
    await quickInput.input.fill(body);
    await quickInput.row("What was pasted here");
    await quickInput.press("Enter");
    const frame = await panelFrame(page, async (candidate) => {
      const title = candidate.locator("h1.title");
      return (await title.count()) === 1 && (await title.innerText()) === "ONIMBOTMESSAGEADD";
    });
    const heading = frame.locator(".notice-heading");
    assert.equal(
      await heading.innerText(),
      "Tom Ode (27) sent a message in the bot's private dialog, chat210.",
    );
    const shown = await frame.content();
    for (const secret of Object.values(eventSecrets)) assert.ok(!shown.includes(secret), secret);
    assert.deepEqual(await vscode.axe(frame), []);
    await vscode.picture("explain-event");
    await page.keyboard.press("Enter");
    const panel = await (await panelOf("chat210")).read();
    assert.equal(await panel.title.innerText(), "Ana via Telegram");
  });

  it("gives the event as a fixture, with other tokens and names", async () => {
    const { vscode } = e2e();
    await vscode.tidy();
    await vscode.ask("Bitrix24: Explain Event", "Explain Event");
    await vscode.quickInput.input.fill(body);
    await vscode.quickInput.row("What was pasted here");
    await vscode.quickInput.press("Enter");
    const frame = await panelFrame(vscode.page);
    await frame.getByRole("button", { name: "Open as a fixture", exact: true }).click();
    await vscode.page.locator(".tab.active", { hasText: "Untitled" }).waitFor();
    const group = vscode.page.locator(".editor-group-container.active");
    const text = await (await TextEditor.in(group)).text();
    assert.match(text, /"NAME": "Person 27"/);
    for (const secret of Object.values(eventSecrets)) assert.ok(!text.includes(secret), secret);
  });
});
