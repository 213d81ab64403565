import assert from "node:assert/strict";
import type { PanelView } from "../../src/panel/protocol/panelView";
import { cancel, text } from "./fixtures/fields";
import { views } from "./fixtures/views";
import { panelSuite } from "./support/panelSuite";

/** The same answer with another count of messages. */
function withMessages(count: string): PanelView {
  const { body } = views.groupChat;
  assert.ok(body.type === "facts");
  const groups = body.groups.map((group) => ({
    ...group,
    fields: group.fields.map((field) =>
      field.key === "message_count" ? text("Messages", "message_count", count) : field,
    ),
  }));
  return { ...views.groupChat, body: { ...body, groups } };
}

/** The same answer, as it was read at a second of this minute. */
function readAt(second: number, view: PanelView = views.groupChat): PanelView {
  const { body } = view;
  assert.ok(body.type === "facts");
  const value = { type: "date", iso: `2026-02-24T11:19:0${second}Z`, isOurs: true } as const;
  const field = { key: "answer.readAt", label: "Read at", value, canCopy: false };
  const answer = { id: "answer", label: "How this was read", startsOpen: false, fields: [field] };
  return { ...view, body: { ...body, groups: [...body.groups, answer] } };
}

describe("Panel page: redrawing", () => {
  const suite = panelSuite();

  it("marks what a refresh has changed for some seconds, and says so", async () => {
    const panel = await suite.open();
    await panel.page.clock.install();
    const marked = panel.page.locator(".changed");
    const outcome = panel.page.locator(".outcome");
    await panel.show(readAt(1));
    assert.equal(await outcome.count(), 0, "the first answer changes nothing");
    await panel.show(readAt(2, withMessages("119")));
    assert.equal(await marked.getAttribute("data-key"), "message_count");
    assert.equal(await outcome.innerText(), "changed: 1");
    assert.equal(await panel.page.getByRole("status").innerText(), "changed: 1");
    await panel.page.clock.fastForward(6_000);
    assert.equal(await marked.count(), 0);
    assert.equal(await outcome.count(), 0);
  });

  it("says that a refresh brought nothing new, and nothing of what only came later", async () => {
    const panel = await suite.open();
    await panel.show(readAt(1));
    await panel.show(readAt(2));
    assert.equal(await panel.page.locator(".outcome").innerText(), "unchanged");
    await panel.show(readAt(2, withMessages("119")));
    assert.equal(await panel.page.locator(".changed").count(), 0);
  });

  it("marks nothing of another dialog that takes the page", async () => {
    const panel = await suite.open();
    await panel.show(readAt(1));
    const next = readAt(2, withMessages("119"));
    await panel.show({ ...next, header: { ...next.header, dialogId: "chat30" } });
    assert.equal(await panel.page.locator(".changed, .outcome").count(), 0);
  });

  it("keeps the focus on a row that changed and on one that did not", async () => {
    const panel = await suite.open();
    await panel.show(views.groupChat);
    for (const key of ["copy/message_count", "copy/counter", "group/messages", "toolbar/openRaw"]) {
      await panel.page.locator(`[data-focus="${key}"]`).focus();
      await panel.show(withMessages("119"));
      assert.equal(await panel.focused(), key);
      await panel.show(views.groupChat);
      assert.equal(await panel.focused(), key);
    }
    assert.equal(
      await panel.page.locator(".row[data-key='message_count'] .text").innerText(),
      "118",
    );
  });

  it("leaves rows that are equal in place, with their selection", async () => {
    const panel = await suite.open();
    await panel.show(views.groupChat);
    await panel.page.locator(".row[data-key='name'] .text").selectText();
    await panel.show(withMessages("119"));
    assert.equal(await panel.page.evaluate<string>("String(getSelection())"), "Delivery bot pilot");
  });

  it("gives the keyboard back to the page when the focused button is gone", async () => {
    const panel = await suite.open();
    await panel.show(views.loading);
    await panel.page.getByRole("button", { name: "Cancel" }).focus();
    await panel.show(views.groupChat);
    assert.equal(await panel.focused(), "main");
  });

  it("moves nothing when a refresh starts and ends", async () => {
    const panel = await suite.open();
    await panel.show(views.groupChat);
    const top = async () => (await panel.page.locator(".row[data-key='counter']").boundingBox())?.y;
    await panel.page.evaluate("scrollTo(0, 200)");
    const before = await top();
    const { body } = views.groupChat;
    assert.ok(body.type === "facts");
    await panel.show({
      ...views.groupChat,
      body: { ...body, refreshing: { text: "Refreshing…", cancel } },
    });
    assert.equal(await top(), before);
    await panel.page.getByRole("button", { name: "Stop" }).click();
    assert.deepEqual(await panel.posted("act"), [{ type: "act", action: "cancel" }]);
    await panel.show(withMessages("119"));
    assert.equal(await top(), before);
  });

  it("shows from the top what took the place of the facts, or came above them", async () => {
    const panel = await suite.open();
    const { body } = views.groupChat;
    assert.ok(body.type === "facts");
    const refreshing = { ...body, refreshing: { text: "Refreshing…", cancel } };
    const stale = { ...body, banner: { tone: "error", text: "No answer.", actions: [] } } as const;
    for (const failed of [views.refused, { ...views.groupChat, body: stale }]) {
      await panel.show(views.groupChat);
      await panel.page.evaluate("scrollTo(0, 200)");
      await panel.show({ ...views.groupChat, body: refreshing });
      assert.equal(await panel.page.evaluate<number>("scrollY"), 200);
      await panel.show(failed);
      assert.equal(await panel.page.evaluate<number>("scrollY"), 0);
      // Once it was seen, the reader may go where they like.
      await panel.page.evaluate("scrollTo(0, 60)");
      const scrolled = await panel.page.evaluate<number>("scrollY");
      await panel.show(failed);
      assert.equal(await panel.page.evaluate<number>("scrollY"), scrolled);
    }
  });

  it("announces what changes: waiting, the answer, a refusal", async () => {
    const panel = await suite.open();
    const status = panel.page.getByRole("status");
    await panel.show(views.loading);
    assert.equal(await status.innerText(), "Asking northwind.bitrix24.com about chat29…");
    await panel.show(views.groupChat);
    assert.equal(await status.innerText(), "Delivery bot pilot");
    await panel.show(views.refused);
    assert.equal(await status.innerText(), "The owner of the webhook cannot see this dialog");
  });
});
