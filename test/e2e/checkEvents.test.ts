import assert from "node:assert/strict";
import { AccessPage } from "./harness/accessPage";
import { e2e } from "./harness/e2eRun";
import {
  addDemoPortal,
  addEmulatorPortal,
  demoName,
  inspect,
  panelOf,
  startAnew,
} from "./harness/steps";

const waits = /^14 events, the oldest \d+ min old: the bot does not fetch them\.$/;

/** The page about Helper, once it says why. */
async function ofHelper(title = "Events of Helper"): Promise<AccessPage> {
  const page = await AccessPage.titled(e2e().vscode, title);
  await page.summary.locator(".notice-heading").getByText(waits).waitFor();
  return page;
}

describe("Check Events", () => {
  beforeEach(startAnew);

  it("opens from the palette, names the cause and leads to the dialog of an event", async () => {
    const { vscode } = e2e();
    await addDemoPortal();
    await vscode.ask("Bitrix24: Check Events", "Check the events of which bot?");
    await vscode.quickInput.choose("Helper");
    const page = await ofHelper();
    assert.equal(await page.frame.locator("[aria-labelledby=table-waiting] tbody tr").count(), 14);
    assert.deepEqual(await vscode.axe(page.frame), []);
    await vscode.picture("check-events");
    await page.button("Inspect chat240").first().click();
    await (await panelOf("chat240")).read();
  });

  it("opens from a bot's row and from Check Access", async () => {
    const { vscode } = e2e();
    await addDemoPortal();
    await vscode.sideBar.open("Bitrix24");
    await vscode.sideBar.expand("Bots");
    await vscode.sideBar.pressInline("Helper", "Check Events");
    await ofHelper();
    await vscode.tidy();
    await vscode.palette("Bitrix24: Check Access");
    const check = (await AccessPage.of(vscode, demoName)).button("Check events");
    await vscode.ask(() => check.click(), "Check the events of which bot?");
    await vscode.quickInput.choose("Local test bot");
    const page = await AccessPage.titled(vscode, "Events of Local test bot");
    await page.says(
      "No token of Local test bot is stored here: only with it does the portal say how the bot gets its events.",
    );
    await page.button("Add bot token").click();
    await vscode.quickInput.submit("demo-bot-token");
    await page.says("Local test bot is in no chat: no events can come.");
  });

  it("opens from the panel's line of bots, for the bot in this chat", async () => {
    await addDemoPortal();
    const panel = await (await inspect("chat240")).read();
    await panel.button("Check events").click();
    await ofHelper("Events of Helper in chat240");
  });

  it("opens an event as JSON, and confirms none, however often it looks", async () => {
    const { vscode, emulator } = e2e();
    await addEmulatorPortal();
    await vscode.ask("Bitrix24: Check Events", "Check the events of which bot?");
    await vscode.quickInput.choose("Helper");
    const page = await AccessPage.titled(vscode, "Events of Helper");
    await page.button("Add bot token").click();
    await vscode.quickInput.submit("demo-bot-token");
    await ofHelper();
    await page.button("Check again").click();
    await ofHelper();
    await page.frame.locator('tr[data-key="1014"]').hover();
    await page.button("Open event 1014 as JSON").click();
    await vscode.page.locator(".tab.active", { hasText: "event-1014.json" }).waitFor();
    assert.ok(emulator.callsTo("imbot.v2.Event.get").length >= 2);
    assert.equal(emulator.confirmedEvents, undefined);
  });
});
