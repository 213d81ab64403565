import assert from "node:assert/strict";
import type { PanelView } from "../../src/panel/protocol/panelView";
import { DemoPanels, panelOf } from "./support/demoPanel";
import type { PanelPage } from "./support/panelPage";
import { panelSuite } from "./support/panelSuite";
import { states } from "./support/states";

/** Everything that Tab reaches, in order, once round. */
async function walk(panel: PanelPage): Promise<string[]> {
  const stops: string[] = [];
  for (;;) {
    await panel.page.keyboard.press("Tab");
    const stop = await panel.focused();
    if (stop === "body" || (stops.length > 0 && stop === stops[0])) return stops;
    stops.push(stop);
  }
}

describe("Panel page: keyboard", () => {
  const suite = panelSuite();
  let chat29: PanelView;
  let short: PanelView;
  before(async () => {
    const demo = await DemoPanels.start();
    chat29 = await demo.view("chat29");
    short = await demo.view("chat21191");
  });

  it("reaches everything in reading order, the toolbar as one stop", async () => {
    const panel = await suite.open();
    await panel.show(short);
    assert.deepEqual(await walk(panel), [
      "toolbar/refresh",
      "copy-id",
      "summary/bots/readAsBot",
      "summary/bots/checkEvents",
      "filter",
      "show-empty",
      "toggle-all",
      "group/messages",
      "group/people",
      "button", // The id of the first of the members.
      "copy/people.members",
      "group/identity",
      "copy/id",
      "group/entity",
      "group/answer",
      "copy/answer.method",
    ]);
  });

  it("moves between the rows of a group with arrows, Home and End, and copies with Enter", async () => {
    const panel = await suite.open();
    await panel.show(chat29);
    const { keyboard } = panel.page;
    await panel.page.locator('[data-focus="group/identity"]').focus();
    await keyboard.press("Tab");
    const stops: string[] = [];
    for (const key of ["ArrowDown", "ArrowDown", "End", "ArrowUp", "Home", "ArrowDown"]) {
      await keyboard.press(key);
      stops.push(await panel.focused());
    }
    assert.deepEqual(
      stops.map((stop) => stop.replace("copy/", "")),
      ["id", "name", "disk_folder_id", "is_new", "dialog_id", "id"],
      "past a row that has nothing to copy",
    );
    await keyboard.press("Shift+Tab");
    await keyboard.press("Tab");
    assert.equal(await panel.focused(), "copy/id", "the group is entered where it was left");
    await keyboard.press("Enter");
    assert.deepEqual(await panel.posted("copyValue"), [{ type: "copyValue", key: "id" }]);
  });

  it("reaches the buttons of a notice before its details", async () => {
    const panel = await suite.open();
    await panel.show(await panelOf({}, "chat405"));
    assert.deepEqual((await walk(panel)).slice(0, 5), [
      "toolbar/refresh",
      "copy-id",
      "notice/findCause",
      "probe/recentDialogs",
      "probe/bot/456",
    ]);
  });

  it("moves inside the toolbar with arrows, Home and End, and comes back to the same button", async () => {
    const panel = await suite.open();
    await panel.show(chat29);
    const { keyboard } = panel.page;
    await keyboard.press("Tab");
    const stops: string[] = [];
    for (const key of ["ArrowLeft", "ArrowRight", "ArrowRight", "End", "Home", "ArrowRight"]) {
      await keyboard.press(key);
      stops.push(await panel.focused());
    }
    assert.deepEqual(stops, [
      "toolbar/more",
      "toolbar/refresh",
      "toolbar/readAs",
      "toolbar/more",
      "toolbar/refresh",
      "toolbar/readAs",
    ]);
    await keyboard.press("Tab");
    await keyboard.press("Shift+Tab");
    assert.equal(await panel.focused(), "toolbar/readAs");
    await keyboard.press("Enter");
    assert.deepEqual(await panel.posted("act"), [{ type: "act", action: "readAs" }]);
  });

  it("says why a button cannot be used, and does not use it", async () => {
    const panel = await suite.open();
    await panel.show(await states.loading());
    const button = panel.page.getByRole("button", { name: "Refresh" });
    await button.focus();
    await panel.page.keyboard.press("Enter");
    assert.equal(await button.getAttribute("aria-disabled"), "true");
    assert.equal(await button.getAttribute("aria-description"), "The dialog is being read.");
    assert.equal(await button.getAttribute("title"), "The dialog is being read.");
    assert.deepEqual(await panel.posted("act"), []);
  });

  it("closes a group and copies a value", async () => {
    const panel = await suite.open();
    await panel.show(chat29);
    await panel.page.locator("[data-focus='copy/owner']").focus();
    await panel.page.keyboard.press("Space");
    assert.deepEqual(await panel.posted("copyValue"), [{ type: "copyValue", key: "owner" }]);
    const heading = panel.page.locator("[data-focus='group/people']");
    await heading.focus();
    await panel.page.keyboard.press("Enter");
    assert.equal(await heading.getAttribute("aria-expanded"), "false");
    assert.equal(await panel.focused(), "group/people");
  });

  it("scrolls long values", async () => {
    const panel = await suite.open();
    await panel.show(await states.hostile());
    const long = panel.page.getByRole("group", { name: "long" });
    await long.focus();
    await panel.page.keyboard.press("End");
    await panel.waitFor("document.activeElement.scrollTop > 1000");
  });

  it("does not scroll when the focus goes to the bar, and brings rows out from under it", async () => {
    const panel = await suite.open({ viewport: { width: 1000, height: 400 } });
    await panel.show(chat29);
    await panel.page.evaluate("scrollTo(0, 300)");
    for (const key of ["filter", "toggle-all"]) {
      await panel.page.locator(`[data-focus="${key}"]`).focus();
      assert.equal(await panel.page.evaluate<number>("scrollY"), 300, key);
    }
    await panel.page.locator("[data-focus='copy/name']").focus();
    const bar = await panel.page.locator(".bar").boundingBox();
    const button = await panel.page.locator("[data-focus='copy/name']").boundingBox();
    assert.ok(bar !== null && button !== null && button.y >= bar.y + bar.height);
  });

  it("shows where the keyboard is", async () => {
    const panel = await suite.open();
    await panel.show(chat29);
    for (const press of ["Tab", "Tab", "Tab", "Tab", "Tab"]) {
      await panel.page.keyboard.press(press);
      const key = await panel.focused();
      if (key === "filter") continue; // Its border is the ring.
      const outline = await panel.page.evaluate<string>(
        "getComputedStyle(document.activeElement).outlineStyle",
      );
      assert.equal(outline, "solid", key);
    }
  });

  it("leaves VS Code its own keys while a menu is open", async () => {
    const panel = await suite.open();
    await panel.show(chat29);
    const { keyboard } = panel.page;
    // As VS Code listens, to hand on what is pressed in a page.
    await panel.page.evaluate(
      "window.heard = []; addEventListener('keydown', ({ key }) => { heard.push(key); })",
    );
    await panel.page.locator("[aria-haspopup=menu]").first().click();
    const first = await panel.focused();
    await keyboard.press("ArrowDown");
    assert.notEqual(await panel.focused(), first);
    for (const key of ["F1", "Control+Shift+KeyP", "Control+KeyW"]) await keyboard.press(key);
    const heard = await panel.page.evaluate<string[]>("heard");
    assert.deepEqual(
      heard.filter((key) => !["Control", "Shift"].includes(key)),
      ["F1", "P", "w"],
    );
    await keyboard.press("Escape");
    await panel.page.locator(".menu").waitFor({ state: "detached" });
    assert.match(await panel.focused(), /^toolbar\//);
  });
});
