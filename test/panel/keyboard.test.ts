import assert from "node:assert/strict";
import type { PanelView } from "../../src/panel/protocol/panelView";
import { group, text, unset } from "./fixtures/fields";
import { views } from "./fixtures/views";
import type { PanelPage } from "./support/panelPage";
import { panelSuite } from "./support/panelSuite";

const short: PanelView = {
  ...views.groupChat,
  body: {
    type: "facts",
    summary: [],
    groups: [
      group(
        "about",
        "About the chat",
        unset("Title", "name", "null"),
        text("Kind", "type", "Private dialog", "private"),
        text("Chat ID", "id", "77"),
        text("Members", "user_counter", "2"),
      ),
    ],
  },
};

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

  it("reaches everything in reading order, the toolbar as one stop", async () => {
    const panel = await suite.open();
    await panel.show(short);
    assert.deepEqual(await walk(panel), [
      "toolbar/refresh",
      "copy-id",
      "filter",
      "show-empty",
      "toggle-all",
      "group/about",
      "copy/type",
    ]);
  });

  it("moves between the rows of a group with arrows, Home and End, and copies with Enter", async () => {
    const panel = await suite.open();
    await panel.show(short);
    const { keyboard } = panel.page;
    await panel.page.locator('[data-focus="group/about"]').focus();
    await keyboard.press("Tab");
    const stops: string[] = [];
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "End", "Home", "ArrowDown"]) {
      await keyboard.press(key);
      stops.push(await panel.focused());
    }
    assert.deepEqual(
      stops.map((stop) => stop.replace("copy/", "")),
      ["id", "user_counter", "type", "user_counter", "type", "id"],
    );
    await keyboard.press("Shift+Tab");
    await keyboard.press("Tab");
    assert.equal(await panel.focused(), "copy/id", "the group is entered where it was left");
    await keyboard.press("Enter");
    assert.deepEqual(await panel.posted("copyValue"), [{ type: "copyValue", key: "id" }]);
  });

  it("reaches the buttons of a notice before its details", async () => {
    const panel = await suite.open();
    await panel.show(views.refused);
    assert.deepEqual((await walk(panel)).slice(0, 5), [
      "toolbar/refresh",
      "copy-id",
      "notice/refresh",
      "notice/inspectAnother",
      "notice/showLog",
    ]);
  });

  it("moves inside the toolbar with arrows, Home and End, and comes back to the same button", async () => {
    const panel = await suite.open();
    await panel.show(views.groupChat);
    const { keyboard } = panel.page;
    await keyboard.press("Tab");
    const stops: string[] = [];
    for (const key of ["ArrowLeft", "ArrowRight", "ArrowRight", "End", "Home", "ArrowRight"]) {
      await keyboard.press(key);
      stops.push(await panel.focused());
    }
    assert.deepEqual(stops, [
      "toolbar/inspectAnother",
      "toolbar/refresh",
      "toolbar/openInBitrix24",
      "toolbar/inspectAnother",
      "toolbar/refresh",
      "toolbar/openInBitrix24",
    ]);
    await keyboard.press("Tab");
    await keyboard.press("Shift+Tab");
    assert.equal(await panel.focused(), "toolbar/openInBitrix24");
    await keyboard.press("Enter");
    assert.deepEqual(await panel.posted("act"), [{ type: "act", action: "openInBitrix24" }]);
  });

  it("says why a button cannot be used, and does not use it", async () => {
    const panel = await suite.open();
    await panel.show(views.refused);
    const button = panel.page.getByRole("button", { name: "Raw JSON" });
    await button.focus();
    await panel.page.keyboard.press("Enter");
    assert.equal(await button.getAttribute("aria-disabled"), "true");
    assert.equal(await button.getAttribute("aria-description"), "There is no answer to show yet.");
    assert.equal(await button.getAttribute("title"), "There is no answer to show yet.");
    assert.deepEqual(await panel.posted("act"), []);
  });

  it("closes a group and copies a value", async () => {
    const panel = await suite.open();
    await panel.show(views.groupChat);
    await panel.page.locator("[data-focus='copy/owner']").focus();
    await panel.page.keyboard.press("Space");
    assert.deepEqual(await panel.posted("copyValue"), [{ type: "copyValue", key: "owner" }]);
    const heading = panel.page.locator("[data-focus='group/members']");
    await heading.focus();
    await panel.page.keyboard.press("Enter");
    assert.equal(await heading.getAttribute("aria-expanded"), "false");
    assert.equal(await panel.focused(), "group/members");
  });

  it("scrolls long values", async () => {
    const panel = await suite.open();
    await panel.show(views.hostile);
    const long = panel.page.getByRole("group", { name: "Long" });
    await long.focus();
    await panel.page.keyboard.press("End");
    await panel.waitFor("document.activeElement.scrollTop > 1000");
  });

  it("does not scroll when the focus goes to the bar, and brings rows out from under it", async () => {
    const panel = await suite.open({ viewport: { width: 1000, height: 400 } });
    await panel.show(views.groupChat);
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
    await panel.show(views.groupChat);
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
});
