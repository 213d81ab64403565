import assert from "node:assert/strict";
import type { PanelProbe, PanelProbes } from "../../src/panel/protocol/panelView";
import { allStates, withTests } from "./fixtures/refusedWithProbes";
import { views } from "./fixtures/views";
import type { PanelPage } from "./support/panelPage";
import { panelSuite } from "./support/panelSuite";

const lookUp = {
  id: "recentDialogs",
  label: "Look among your dialogs",
  codicon: "list-unordered",
} as const;
const running = { type: "running", text: "Looking…", cancelLabel: "Cancel" } as const;

function oneTest(state: PanelProbe["state"], conclusion?: string): PanelProbes {
  return {
    heading: "Find the cause",
    probes: [{ ...lookUp, state }],
    actions: [],
    ...(conclusion === undefined ? {} : { conclusion }),
  };
}

describe("Panel page: tests of a refusal", () => {
  const suite = panelSuite();

  async function open(tests: PanelProbes): Promise<PanelPage> {
    const panel = await suite.open();
    await panel.show(withTests(views.refused, tests));
    return panel;
  }

  it("stand before what helps in any case, a line each, in a region of their own", async () => {
    const panel = await open(allStates);
    const sections = await panel.page.evaluate<string[]>(
      "[...document.querySelector('.content').children].map((node) => node.classList[0])",
    );
    assert.deepEqual(sections, ["notice", "groups"]);
    const top = async (part: string) => (await panel.page.locator(part).boundingBox())?.y ?? 0;
    assert.ok((await top(".tests")) < (await top(".who")));
    const region = panel.page.getByRole("region", { name: "Find the cause" });
    assert.equal(await region.getByRole("button", { name: "Look as the bot “Helper”" }).count(), 1);
    assert.equal(
      await panel.page.locator(".who").innerText(),
      "Who can fix it: a member of the chat",
    );
  });

  it("are run by a click, and once only while they run", async () => {
    const panel = await open(oneTest({ type: "ready" }));
    const button = panel.page.getByRole("button", { name: "Look among your dialogs" });
    await button.click();
    assert.deepEqual(await panel.posted("runProbe"), [{ type: "runProbe", id: "recentDialogs" }]);
    await panel.show(withTests(views.refused, oneTest(running)));
    await button.focus();
    await panel.page.keyboard.press("Enter");
    assert.equal((await panel.posted("runProbe")).length, 1);
    assert.equal(await button.getAttribute("aria-disabled"), "true");
    await panel.page.getByRole("button", { name: "Cancel" }).click();
    assert.deepEqual(await panel.posted("cancelProbe"), [
      { type: "cancelProbe", id: "recentDialogs" },
    ]);
  });

  it("keep the keyboard, and are heard when something comes out", async () => {
    const panel = await open(oneTest({ type: "ready" }));
    const button = panel.page.getByRole("button", { name: "Look among your dialogs" });
    await button.focus();
    await panel.page.keyboard.press("Enter");
    await panel.show(withTests(views.refused, oneTest(running)));
    assert.equal(await panel.focused(), "probe/recentDialogs");
    assert.equal(await panel.page.getByRole("status").innerText(), "Looking…");
    const found = "Not among the 240 dialogs of user 1.";
    const known = "What is known: user 1 cannot read chat4711.";
    const done = oneTest({ type: "done", tone: "info", text: found }, known);
    await panel.show(withTests(views.refused, done));
    assert.equal(await panel.focused(), "probe/recentDialogs");
    assert.equal(await panel.page.getByRole("status").innerText(), `${found} ${known}`);
    assert.equal(await panel.page.locator(".conclusion").innerText(), known);
  });

  it("have the keyboard on their button when they were cancelled", async () => {
    const panel = await open(oneTest(running));
    await panel.page.getByRole("button", { name: "Cancel" }).focus();
    await panel.show(withTests(views.refused, oneTest({ type: "ready" })));
    assert.equal(await panel.focused(), "probe/recentDialogs");
    assert.equal(await panel.page.getByRole("button", { name: "Cancel" }).count(), 0);
  });

  it("offer what a finding makes the next click", async () => {
    const panel = await open(allStates);
    await panel.page.getByRole("button", { name: "Inspect chat4711" }).click();
    await panel.page.getByRole("button", { name: "Search by title" }).click();
    assert.deepEqual(
      (await panel.posted("act")).map(({ action }) => action),
      ["inspectAsChat", "searchChats"],
    );
  });

  it("say why they cannot be run", async () => {
    const panel = await open(allStates);
    const button = panel.page.getByRole("button", { name: "Look in the list" });
    await button.focus();
    await panel.page.keyboard.press("Enter");
    assert.deepEqual(await panel.posted("runProbe"), []);
    assert.equal(
      await button.getAttribute("aria-description"),
      "The webhook lacks the scope “im”.",
    );
  });
});
