import assert from "node:assert/strict";
import { views } from "./fixtures/views";
import { panelSuite } from "./support/panelSuite";

describe("Panel page: memory", () => {
  const suite = panelSuite();

  it("tells the host what is closed, filtered and scrolled", async () => {
    const panel = await suite.open({ viewport: { width: 1000, height: 300 } });
    await panel.show(views.groupChat);
    await panel.page.getByRole("button", { name: "About the chat" }).click();
    await panel.waitForPosted("remember");
    await panel.page.evaluate("scrollTo(0, 80)");
    await panel.waitForPosted("remember", 2);
    await panel.page.getByRole("textbox").fill("a");
    await panel.waitForPosted("remember", 3);
    const last = (await panel.posted("remember")).at(-1);
    assert.deepEqual(last?.memory, { scrollTop: 80, collapsedGroupIds: ["about"], filter: "a" });
  });

  it("takes up what the host kept, also when the answer comes later", async () => {
    const panel = await suite.open({ viewport: { width: 800, height: 400 } });
    const memory = { scrollTop: 150, collapsedGroupIds: ["members"], filter: "" };
    await panel.show(views.loading, { memory });
    await panel.show(views.groupChat);
    assert.equal(await panel.page.evaluate<number>("scrollY"), 150);
    const members = panel.page.getByRole("button", { name: "Members and roles" });
    assert.equal(await members.getAttribute("aria-expanded"), "false");
    assert.equal(await panel.page.locator(".row[data-key='owner']").isVisible(), false);
  });

  it("takes up a filter", async () => {
    const panel = await suite.open();
    await panel.show(views.groupChat, {
      memory: { scrollTop: 0, collapsedGroupIds: [], filter: "unread" },
    });
    assert.equal(await panel.page.getByRole("textbox").inputValue(), "unread");
    assert.equal(await panel.page.locator(".row:not([hidden])").count(), 2);
  });

  it("closes and opens all groups with one button", async () => {
    const panel = await suite.open();
    await panel.show(views.groupChat);
    await panel.page.getByRole("button", { name: "Collapse all" }).click();
    assert.equal(await panel.page.locator(".row:visible").count(), 0);
    await panel.waitForPosted("remember");
    const [first] = await panel.posted("remember");
    assert.equal(first?.memory.collapsedGroupIds.length, 5);
    await panel.page.getByRole("button", { name: "Expand all" }).click();
    assert.equal(await panel.page.locator("[aria-expanded='false']").count(), 0);
  });
});
