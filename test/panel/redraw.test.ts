import assert from "node:assert/strict";
import { refuse } from "../../src/demo/portal/outcome";
import { demoBot } from "../../src/core/portal/demoAddress";
import type { PanelView } from "../../src/panel/protocol/panelView";
import { DemoPanels, type DemoDialog } from "./support/demoPanel";
import { panelSuite } from "./support/panelSuite";
import { during, states } from "./support/states";

describe("Panel page: redrawing", () => {
  const suite = panelSuite();

  let messageCount: number;
  let isRefused: boolean;
  let demo: DemoPanels;
  let dialog: DemoDialog;
  beforeEach(async () => {
    messageCount = 118;
    isRefused = false;
    demo = await DemoPanels.start({
      record: () => ({ message_count: messageCount }),
      watch: ({ method }) =>
        isRefused && method.endsWith(".dialog.get")
          ? { refusal: refuse(403, "ACCESS_ERROR", "You do not have access") }
          : {},
    });
    dialog = await demo.read("chat29");
  });

  /** The dialog, as a refresh a second later finds it. */
  async function refreshed(messages = messageCount): Promise<PanelView> {
    messageCount = messages;
    demo.nowMs += 1_000;
    await dialog.read();
    return dialog.view();
  }

  it("marks what a refresh has changed for some seconds, and says so", async () => {
    const panel = await suite.open();
    await panel.page.clock.install();
    const marked = panel.page.locator(".changed");
    const outcome = panel.page.locator(".outcome");
    await panel.show(dialog.view());
    assert.equal(await outcome.count(), 0, "the first answer changes nothing");
    await panel.show(await refreshed(119));
    assert.equal(await marked.first().getAttribute("data-line"), "activity");
    assert.equal(await marked.last().getAttribute("data-key"), "message_count");
    assert.equal(await marked.count(), 2);
    assert.equal(await outcome.innerText(), "changed: 1");
    assert.equal(await panel.page.getByRole("status").innerText(), "changed: 1");
    await panel.page.clock.fastForward(6_000);
    assert.equal(await marked.count(), 0);
    assert.equal(await outcome.count(), 0);
  });

  it("says that a refresh brought nothing new, and nothing of what only came later", async () => {
    const panel = await suite.open();
    const people = panel.page.locator("[data-line='people']");
    const early = demo.dialog("chat29");
    await early.session.read();
    await panel.show(early.view());
    demo.nowMs += 1_000;
    await early.session.read();
    await panel.show(early.view());
    assert.equal(await panel.page.locator(".outcome").innerText(), "unchanged");
    assert.doesNotMatch(await people.innerText(), /Ivy Stone/);
    await early.read();
    await panel.show(early.view());
    assert.match(await people.innerText(), /Ivy Stone/);
    assert.equal(await panel.page.locator(".changed").count(), 0);
  });

  it("marks nothing of what another reader is told", async () => {
    const panel = await suite.open();
    await panel.show(await demo.view("chat30"));
    demo.nowMs += 1_000;
    await panel.show(await demo.view("chat30", { kind: "bot", botId: demoBot.botId }));
    assert.equal(await panel.page.locator(".changed, .outcome").count(), 0);
  });

  it("marks nothing of another dialog that takes the page", async () => {
    const panel = await suite.open();
    await panel.show(dialog.view());
    demo.nowMs += 1_000;
    await panel.show(await demo.view("chat30"));
    assert.equal(await panel.page.locator(".changed, .outcome").count(), 0);
  });

  it("closes a menu when another dialog takes the page, and at nothing less", async () => {
    const panel = await suite.open();
    const menu = panel.page.getByRole("menu");
    await panel.show(dialog.view());
    await panel.page.locator("[aria-haspopup=menu]").first().click();
    await panel.show(await refreshed(119));
    assert.equal(await menu.count(), 1);
    await panel.show(await demo.view("chat30"));
    assert.equal(await menu.count(), 0);
    assert.equal(await panel.page.locator("[aria-expanded=true][aria-haspopup=menu]").count(), 0);
    assert.equal(await panel.focused(), "main");
    await panel.show(dialog.view());
    assert.equal(await menu.count(), 0);
  });

  it("keeps the focus on a row that changed and on one that did not", async () => {
    const panel = await suite.open();
    await panel.show(dialog.view());
    for (const key of ["copy/message_count", "copy/counter", "group/activity", "toolbar/copy"]) {
      await panel.page.locator(`[data-focus="${key}"]`).focus();
      await panel.show(await refreshed(119));
      assert.equal(await panel.focused(), key);
      await panel.show(await refreshed(118));
      assert.equal(await panel.focused(), key);
    }
    assert.equal(
      await panel.page.locator(".row[data-key='message_count'] .text").innerText(),
      "118",
    );
  });

  it("leaves rows that are equal in place, with their selection", async () => {
    const panel = await suite.open();
    await panel.show(dialog.view());
    await panel.page.locator(".row[data-key='name'] .text").selectText();
    await panel.show(await refreshed(119));
    assert.equal(await panel.page.evaluate<string>("String(getSelection())"), "Delivery bot pilot");
  });

  it("gives the keyboard back to the page when the focused button is gone", async () => {
    const panel = await suite.open();
    await panel.show(await states.loading());
    await panel.page.getByRole("button", { name: "Cancel" }).focus();
    await panel.show(dialog.view());
    assert.equal(await panel.focused(), "main");
  });

  it("moves nothing when a refresh starts and ends", async () => {
    const panel = await suite.open();
    await panel.show(dialog.view());
    const top = async () => (await panel.page.locator(".row[data-key='counter']").boundingBox())?.y;
    await panel.page.evaluate("scrollTo(0, 200)");
    const before = await top();
    await panel.show(await during(dialog.read(), () => dialog.view()));
    assert.equal(await top(), before);
    await panel.page.getByRole("button", { name: "Cancel" }).click();
    assert.deepEqual(await panel.posted("act"), [{ type: "act", action: "cancel" }]);
    await panel.show(await refreshed(119));
    assert.equal(await top(), before);
  });

  it("shows from the top what took the place of the facts, or came above them", async () => {
    const panel = await suite.open();
    for (const fail of [() => (isRefused = true), () => (demo.outage = { kind: "timedOut" })]) {
      isRefused = false;
      await panel.show(await refreshed());
      await panel.page.evaluate("scrollTo(0, 200)");
      fail();
      await panel.show(await during(dialog.read(), () => dialog.view()));
      assert.equal(await panel.page.evaluate<number>("scrollY"), 200);
      await panel.show(dialog.view());
      assert.equal(await panel.page.evaluate<number>("scrollY"), 0);
      // Once it was seen, the reader may go where they like.
      await panel.page.evaluate("scrollTo(0, 60)");
      const scrolled = await panel.page.evaluate<number>("scrollY");
      await panel.show(dialog.view());
      assert.equal(await panel.page.evaluate<number>("scrollY"), scrolled);
    }
  });

  it("announces what changes: waiting, the answer, a refusal", async () => {
    const panel = await suite.open();
    const status = panel.page.getByRole("status");
    await panel.show(await states.loading());
    assert.equal(await status.innerText(), "Reading chat29 from Northwind Couriers…");
    await panel.show(dialog.view());
    assert.equal(await status.innerText(), "Delivery bot pilot");
    isRefused = true;
    await panel.show(await refreshed());
    assert.equal(await status.innerText(), "No access, or no such chat");
  });
});
