import assert from "node:assert/strict";
import type { PanelView } from "../../src/panel/protocol/panelView";
import { DemoPanels, type DemoDialog } from "./support/demoPanel";
import { panelSuite } from "./support/panelSuite";
import { during } from "./support/states";

describe("Panel page: filter", () => {
  const suite = panelSuite();
  const shownKeys = ".row:not([hidden])";
  let dialog: DemoDialog;
  let chat29: PanelView;
  before(async () => {
    const demo = await DemoPanels.start({
      record: () => ({ my_link: { type: "DEAL", id: "DEAL|1663", own: true, by: null } }),
    });
    dialog = await demo.read("chat29");
    chat29 = dialog.view();
  });

  async function openWithFilter(query: string) {
    const panel = await suite.open();
    await panel.show(chat29);
    await panel.page.getByRole("textbox", { name: "Filter fields" }).fill(query);
    return panel;
  }

  for (const [query, where, expected] of [
    ["MESSAGE_COUNT", "the wire name", ["message_count"]],
    ["leaving as", "the label", ["restrictions.leave_owner"]],
    ["t13:19:39+02:00", "the original of a date", ["date_create"]],
    ["may differ", "the note", ["last_message_views.count_of_viewers"]],
    ["deal|1663", "JSON", ["other.0.my_link"]],
  ] as const) {
    it(`finds by ${where}`, async () => {
      const panel = await openWithFilter(query);
      const rows = await panel.page.locator(shownKeys).all();
      const keys = await Promise.all(rows.map((row) => row.getAttribute("data-key")));
      assert.deepEqual(keys, expected);
      assert.equal(await panel.page.locator(".group:not([hidden])").count(), 1);
    });
  }

  it("finds people in every list, shows those who match, and all of them again", async () => {
    const panel = await openWithFilter("łukasz");
    const shown = panel.page.locator(`${shownKeys} .person:not([hidden]) .person-name`);
    const lists = ["people.members", "readed_list", "last_message_views.first_viewers"];
    const rows = await panel.page.locator(shownKeys).all();
    const keys = await Promise.all(rows.map((row) => row.getAttribute("data-key")));
    assert.deepEqual(keys, lists);
    assert.deepEqual(
      await shown.allTextContents(),
      lists.map(() => "Zoë Müller-Łukasz"),
    );
    await panel.page.keyboard.press("Escape");
    assert.equal(await shown.count(), 12);
  });

  it("marks what was found without changing the text", async () => {
    const panel = await openWithFilter("delivery bo");
    const marks = await panel.page.evaluate<string[]>(
      "[...CSS.highlights.get('filter')].map((range) => String(range))",
    );
    assert.deepEqual(marks, ["Delivery bo"]);
  });

  it("says how many fields of a group it leaves; without it no number of fields stands there", async () => {
    const panel = await openWithFilter("leaving");
    const shown = panel.page.locator(".group:not([hidden]) .group-toggle");
    assert.deepEqual(await shown.allInnerTexts(), ["Permissions\n2 of 16 fields"]);
    await panel.page.keyboard.press("Escape");
    assert.doesNotMatch((await shown.allInnerTexts()).join("\n"), /\d/);
  });

  it("opens what it found in a closed group and closes it again afterwards", async () => {
    const panel = await suite.open();
    await panel.show(chat29);
    await panel.page.getByRole("button", { name: "Activity and reading", exact: true }).click();
    assert.equal(await panel.page.locator(".row[data-key='counter']").isVisible(), false);
    await panel.page.getByRole("textbox").fill("unread");
    assert.equal(await panel.page.locator(".row[data-key='counter']").isVisible(), true);
    await panel.page.getByRole("button", { name: "Clear the filter" }).click();
    assert.equal(await panel.page.locator(".row[data-key='counter']").isVisible(), false);
    assert.equal(await panel.focused(), "filter");
  });

  it("says when nothing matches", async () => {
    const panel = await openWithFilter("$& nothing");
    assert.equal(
      await panel.page.locator(".nothing").innerText(),
      "No field matches “$& nothing”.",
    );
    assert.equal(
      await panel.page.getByRole("status").innerText(),
      "No field matches “$& nothing”.",
    );
    await panel.page.keyboard.press("Escape");
    assert.equal(await panel.page.locator(".nothing").count(), 0);
  });

  it("is reached with a slash, except while typing", async () => {
    const panel = await suite.open();
    await panel.show(chat29);
    await panel.page.keyboard.press("/");
    assert.equal(await panel.focused(), "filter");
    await panel.page.keyboard.type("a/b");
    assert.equal(await panel.page.getByRole("textbox").inputValue(), "a/b");
  });

  it("stays on through a redraw", async () => {
    const panel = await openWithFilter("unread");
    await panel.show(await during(dialog.read(), () => dialog.view()));
    assert.equal(await panel.page.getByRole("textbox").inputValue(), "unread");
    assert.equal(await panel.page.locator(shownKeys).count(), 3);
    assert.equal(await panel.focused(), "filter");
  });
});
