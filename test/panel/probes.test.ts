import assert from "node:assert/strict";
import { demoOrigin } from "../../src/core/portal/demoAddress";
import type { PanelView } from "../../src/panel/protocol/panelView";
import { DemoPanels, type DemoDialog } from "./support/demoPanel";
import type { PanelPage } from "./support/panelPage";
import { panelSuite } from "./support/panelSuite";
import { during, states } from "./support/states";

const id = "recentDialogs";
const found =
  "Not among the 240 dialogs that the portal lists for user 1. It never lists task chats.";

describe("Panel page: tests of a refusal", () => {
  const suite = panelSuite();
  let refused: DemoDialog;
  beforeEach(async () => {
    refused = await (await DemoPanels.start()).read("chat404");
  });

  const running = (): Promise<PanelView> => during(refused.probes.run(id), () => refused.view());

  async function open(view: PanelView): Promise<PanelPage> {
    const panel = await suite.open();
    await panel.show(view);
    return panel;
  }

  it("stand before what helps in any case, a line each, in a region of their own", async () => {
    const panel = await open(await states.probing());
    const sections = await panel.page.evaluate<string[]>(
      "[...document.querySelector('.content').children].map((node) => node.classList[0])",
    );
    assert.deepEqual(sections, ["notice", "groups"]);
    const top = async (part: string) => (await panel.page.locator(part).boundingBox())?.y ?? 0;
    assert.ok((await top(".tests")) < (await top(".who")));
    const region = panel.page.getByRole("region", { name: "Find the cause" });
    assert.equal(await region.getByRole("button", { name: "Look as the bot “Helper”" }).count(), 1);
    assert.equal(await panel.page.locator(".who").innerText(), "Who can fix it: you");
    const icons = region.locator(".test > .codicon");
    const classes = await Promise.all(
      (await icons.all()).map((icon) => icon.getAttribute("class")),
    );
    assert.deepEqual(classes, [
      "codicon codicon-circle-slash",
      "codicon codicon-loading busy",
      "codicon codicon-warning",
    ]);
  });

  it("are run by a click, and once only while they run", async () => {
    const panel = await open(refused.view());
    const button = panel.page.getByRole("button", { name: "Look among your dialogs" });
    await button.click();
    assert.deepEqual(await panel.posted("runProbe"), [{ type: "runProbe", id }]);
    await panel.show(await running());
    await button.focus();
    await panel.page.keyboard.press("Enter");
    assert.equal((await panel.posted("runProbe")).length, 1);
    assert.equal(await button.getAttribute("aria-disabled"), "true");
    await panel.page.getByRole("button", { name: "Cancel" }).click();
    assert.deepEqual(await panel.posted("cancelProbe"), [{ type: "cancelProbe", id }]);
  });

  it("keep the keyboard, and are heard when something comes out", async () => {
    const panel = await open(refused.view());
    const status = panel.page.getByRole("status");
    const button = panel.page.getByRole("button", { name: "Look among your dialogs" });
    await button.focus();
    await panel.page.keyboard.press("Enter");
    await panel.show(await running());
    assert.equal(await panel.focused(), `probe/${id}`);
    assert.equal(await status.innerText(), "Looking through up to 1,000 dialogs…");
    await panel.show(refused.view());
    assert.equal(await panel.focused(), `probe/${id}`);
    assert.equal(await status.innerText(), found);
  });

  it("say what is known where none of them proves anything", async () => {
    const alone = await (await DemoPanels.start({ withoutBot: true })).read("chat405");
    const panel = await open(alone.view());
    await alone.probes.runAll();
    await panel.show(alone.view());
    const known = await panel.page.locator(".conclusion").innerText();
    assert.match(known, /^What is known: user 1 cannot read chat405\./);
    assert.equal(await panel.page.getByRole("status").innerText(), `${found} ${known}`);
  });

  it("have the keyboard on their button when they were cancelled", async () => {
    const begun = refused.probes.run(id);
    const view = refused.view();
    refused.probes.cancel(id);
    await begun;
    const panel = await open(view);
    await panel.page.getByRole("button", { name: "Cancel" }).focus();
    await panel.show(refused.view());
    assert.equal(await panel.focused(), `probe/${id}`);
    assert.equal(await panel.page.getByRole("button", { name: "Cancel" }).count(), 0);
  });

  it("offer what a finding makes the next click", async () => {
    const meant = await (await DemoPanels.start()).read("29");
    await meant.probes.run("asChat");
    const panel = await open(meant.view());
    const region = panel.page.getByRole("region", { name: "Find the cause" });
    await region.getByRole("button", { name: "Inspect chat29" }).click();
    await region.getByRole("button", { name: "Search by title" }).click();
    assert.deepEqual(
      (await panel.posted("act")).map(({ action }) => action),
      ["inspectAsChat", "searchChats"],
    );
  });

  it("say why they cannot be run", async () => {
    const webhook = `${demoOrigin}/rest/5/demo0imbot0only0/`;
    const panel = await open(await (await DemoPanels.start({ webhook })).view("405"));
    const button = panel.page.getByRole("button", { name: "Look among your dialogs" });
    await button.focus();
    await panel.page.keyboard.press("Enter");
    assert.deepEqual(await panel.posted("runProbe"), []);
    assert.equal(
      await button.getAttribute("aria-description"),
      "The webhook lacks the scope “im” (Chat and notifications).",
    );
  });
});
