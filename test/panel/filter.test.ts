import assert from "node:assert/strict";
import { views } from "./fixtures/views";
import { panelSuite } from "./support/panelSuite";

describe("Panel page: filter", () => {
  const suite = panelSuite();
  const shownKeys = ".row:not([hidden])";

  async function openWithFilter(query: string) {
    const panel = await suite.open();
    await panel.show(views.groupChat);
    await panel.page.getByRole("textbox", { name: "Filter fields" }).fill(query);
    return panel;
  }

  for (const [query, where, expected] of [
    ["MESSAGE_COUNT", "the wire name", ["message_count"]],
    ["leave as", "the label", ["restrictions.leave_owner"]],
    ["+02:00", "the original of a date", ["date_create"]],
    ["webhook", "the note", ["role"]],
    ["орлов", "a person", ["readed_list"]],
    ["deal|1663", "JSON", ["entity_link"]],
  ] as const) {
    it(`finds by ${where}`, async () => {
      const panel = await openWithFilter(query);
      const rows = await panel.page.locator(shownKeys).all();
      const keys = await Promise.all(rows.map((row) => row.getAttribute("data-key")));
      assert.deepEqual(keys, expected);
      assert.equal(await panel.page.locator(".group:not([hidden])").count(), 1);
    });
  }

  it("shows of a list the people who match, and all of them again", async () => {
    const panel = await openWithFilter("ivy");
    const shown = panel.page.locator(".person:not([hidden]) .person-name");
    assert.deepEqual(await shown.allInnerTexts(), ["Ivy Stone"]);
    await panel.page.keyboard.press("Escape");
    assert.equal(await shown.count(), 4);
  });

  it("marks what was found without changing the text", async () => {
    const panel = await openWithFilter("deliv");
    const marks = await panel.page.evaluate<string[]>(
      "[...CSS.highlights.get('filter')].map((range) => String(range))",
    );
    assert.deepEqual(marks, ["Deliv", "Deliv"]);
  });

  it("says how many fields of a group it leaves; without it no number stands beside a group", async () => {
    const panel = await openWithFilter("ivy");
    const shown = panel.page.locator(".group:not([hidden]) .group-toggle");
    assert.deepEqual(await shown.allInnerTexts(), ["Members and roles\n1 of 6 fields"]);
    await panel.page.keyboard.press("Escape");
    assert.doesNotMatch((await shown.allInnerTexts()).join("\n"), /\d/);
  });

  it("opens what it found in a closed group and closes it again afterwards", async () => {
    const panel = await suite.open();
    await panel.show(views.groupChat);
    await panel.page.getByRole("button", { name: "Messages", exact: true }).click();
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
    await panel.show(views.groupChat);
    await panel.page.keyboard.press("/");
    assert.equal(await panel.focused(), "filter");
    await panel.page.keyboard.type("a/b");
    assert.equal(await panel.page.getByRole("textbox").inputValue(), "a/b");
  });

  it("stays on through a redraw", async () => {
    const panel = await openWithFilter("unread");
    await panel.show(views.refreshing);
    assert.equal(await panel.page.getByRole("textbox").inputValue(), "unread");
    assert.equal(await panel.page.locator(shownKeys).count(), 2);
    assert.equal(await panel.focused(), "filter");
  });
});
