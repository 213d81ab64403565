import assert from "node:assert/strict";
import type { PanelView } from "../../src/panel/protocol/panelView";
import { DemoPanels } from "./support/demoPanel";
import { panelSuite } from "./support/panelSuite";
import { states } from "./support/states";

describe("Panel page: memory", () => {
  const suite = panelSuite();
  let chat29: PanelView;
  before(async () => {
    chat29 = await (await DemoPanels.start()).view("chat29");
  });

  it("tells the host what is filtered and scrolled, and apart from it what is closed", async () => {
    const panel = await suite.open({ viewport: { width: 1000, height: 300 } });
    await panel.show(chat29);
    await panel.page.locator("[data-focus='group/people']").click();
    assert.deepEqual(await panel.posted("arrange"), [
      { type: "arrange", groups: { people: false } },
    ]);
    await panel.page.evaluate("scrollTo(0, 80)");
    await panel.waitForPosted("remember");
    await panel.page.getByRole("textbox").fill("a");
    await panel.waitForPosted("remember", 2);
    const last = (await panel.posted("remember")).at(-1);
    assert.deepEqual(last?.memory, { scrollTop: 80, filter: "a" });
  });

  it("takes up what the host kept, also when the answer comes later", async () => {
    const panel = await suite.open({ viewport: { width: 800, height: 400 } });
    const memory = { scrollTop: 100, filter: "" };
    const layout = { groups: { people: false }, showsEmpty: true };
    await panel.show(await states.loading(), { memory, layout });
    await panel.show(chat29, { layout });
    assert.equal(await panel.page.evaluate<number>("scrollY"), 100);
    const members = panel.page.locator("[data-focus='group/people']");
    assert.equal(await members.getAttribute("aria-expanded"), "false");
    assert.equal(await panel.page.locator(".row[data-key='owner']").isVisible(), false);
  });

  it("takes up a filter", async () => {
    const panel = await suite.open();
    await panel.show(chat29, { memory: { scrollTop: 0, filter: "unread" } });
    assert.equal(await panel.page.getByRole("textbox").inputValue(), "unread");
    assert.equal(await panel.page.locator(".row:not([hidden])").count(), 3);
  });

  it("closes and opens all groups with one button", async () => {
    const panel = await suite.open();
    await panel.show(chat29);
    await panel.page.getByRole("button", { name: "Collapse all" }).click();
    assert.equal(await panel.page.locator(".row:visible").count(), 0);
    const [first] = await panel.posted("arrange");
    assert.equal(
      Object.keys(first?.groups ?? {}).length,
      await panel.page.locator(".group").count(),
    );
    await panel.page.getByRole("button", { name: "Expand all" }).click();
    assert.equal(await panel.page.locator(".group-toggle[aria-expanded='false']").count(), 0);
  });

  it("shows fields without a value to those who ask, and says so to the host", async () => {
    const panel = await suite.open();
    await panel.show(chat29, { layout: { groups: { identity: true }, showsEmpty: false } });
    const row = panel.page.locator(".row[data-key='public']");
    assert.equal(await row.isVisible(), false);
    assert.equal(
      await panel.page.locator("[data-group='identity'] .quiet-line").innerText(),
      "Not set: Parent chat, Parent message, Public link",
    );
    await panel.page.getByRole("checkbox").check();
    assert.equal(await row.isVisible(), true);
    assert.deepEqual(await panel.posted("arrange"), [
      { type: "arrange", groups: {}, showsEmpty: true },
    ]);
  });
});
