import assert from "node:assert/strict";
import { refuse } from "../../src/demo/portal/outcome";
import type { PanelView } from "../../src/panel/protocol/panelView";
import { DemoPanels } from "./support/demoPanel";
import { panelSuite } from "./support/panelSuite";
import { states } from "./support/states";

const hostileText = '<img src=x onerror="document.title=1">\u202Efdp.exe';

describe("Panel page: a report", () => {
  const suite = panelSuite();
  let report: PanelView;
  before(async () => {
    report = await states.report();
  });

  it("says the outcome first, then the table, then the facts", async () => {
    const panel = await suite.open();
    await panel.show(report);
    const headings = await panel.page.locator("main h2").allInnerTexts();
    assert.deepEqual(
      headings.map((heading) => heading.split("\n")[0]),
      [
        "12 of 18 methods can be used with this webhook.",
        "What the webhook may do",
        "Whose webhook this is",
        "The portal",
        "Limits",
        "How this was read",
      ],
    );
    assert.equal(await panel.page.getByRole("status").innerText(), headings[0]);
  });

  for (const width of [1000, 400]) {
    it(`is a table to screen readers, ${width} pixels wide`, async () => {
      const panel = await suite.open({ viewport: { width, height: 800 } });
      await panel.show(report);
      const table = panel.page.getByRole("table", { name: "What the webhook may do" });
      assert.deepEqual(await table.getByRole("columnheader").allTextContents(), [
        "What it is for",
        "Method",
        "Scope",
        "State",
      ]);
      const rows = table.getByRole("row");
      assert.equal(await rows.count(), 19);
      const cellsOf = (name: string) =>
        rows
          .filter({ has: panel.page.getByRole("rowheader", { name }) })
          .getByRole("cell")
          .allInnerTexts();
      assert.deepEqual(await cellsOf("Search chats"), [
        "im.search.chat.list",
        "im",
        "scope missing\nThe portal lists the scope as granted, yet says that it is not.",
      ]);
      assert.deepEqual((await cellsOf("Open Channel session")).at(-1), "scope missing");
    });
  }

  it("never breaks the name of a method where there is room for the columns", async () => {
    const panel = await suite.open();
    await panel.show(report);
    for (const width of [700, 760, 900, 1200]) {
      await panel.page.setViewportSize({ width, height: 800 });
      const lines = await panel.page.evaluate<number>(
        "Math.max(...[...document.querySelectorAll('td code')].map((name) => name.getClientRects().length))",
      );
      assert.equal(lines, 1, `${width} px`);
    }
  });

  it("stores the portal and nothing else, and names no dialog", async () => {
    const panel = await suite.open();
    await panel.show(report);
    assert.deepEqual((await panel.seen()).states, [{ portalId: "p1" }]);
    assert.equal(await panel.page.locator(".dialog-id").count(), 0);
  });

  it("has no filter, and gets it back with facts", async () => {
    const panel = await suite.open();
    await panel.show(report);
    assert.equal(await panel.page.locator(".finder").count(), 0);
    await panel.show(await (await DemoPanels.start()).view("chat29"));
    await panel.page.getByRole("textbox").fill("no such fact");
    await panel.show(report);
    assert.ok((await panel.page.locator(".row").count()) > 10);
    assert.equal(await panel.page.locator(".row[hidden]").count(), 0);
  });

  it("offers what mends it, by keyboard before the facts", async () => {
    const panel = await suite.open();
    await panel.show(report);
    const stops: string[] = [];
    for (const key of ["Tab", "Tab", "Tab", "Tab", "Tab", "ArrowDown", "Tab"]) {
      await panel.page.keyboard.press(key);
      stops.push(await panel.focused());
    }
    assert.deepEqual(stops, [
      "toolbar/refresh",
      "notice/refresh",
      "notice/replaceWebhook",
      "notice/openWebhookHelp",
      "row/imbot.dialog.get/copyAsCode",
      "row/im.dialog.get/copyAsCode",
      "group/owner",
    ]);
    await panel.page.locator("[data-focus='notice/replaceWebhook']").press("Enter");
    assert.deepEqual(await panel.posted("act"), [{ type: "act", action: "replaceWebhook" }]);
  });

  it("offers the code of each method, by its row", async () => {
    const panel = await suite.open();
    await panel.show(report);
    await panel.page.getByRole("button", { name: "Copy imbot.bot.list as code…" }).click();
    assert.deepEqual(await panel.posted("act"), [
      { type: "act", action: "copyAsCode", argument: "imbot.bot.list" },
    ]);
  });

  it("stays readable while it is asked anew, and can be given up", async () => {
    const panel = await suite.open();
    await panel.show(await states.everything());
    await panel.page.getByText("Everything this extension uses works").first().waitFor();
    await panel.page.getByRole("button", { name: "Cancel" }).click();
    assert.deepEqual(await panel.posted("act"), [{ type: "act", action: "cancel" }]);
  });

  it("never takes text for markup", async () => {
    const panel = await suite.open();
    const demo = await DemoPanels.start({
      portalName: hostileText,
      watch: ({ method }) => {
        if (method === "method.get") return { refusal: refuse(400, hostileText, hostileText) };
        if (method === "scope") return { reshape: () => [hostileText] };
        return method === "profile" ? { reshape: () => ({ ID: "1", NAME: hostileText }) } : {};
      },
    });
    await panel.show(await demo.accessView());
    assert.equal(await panel.page.locator("main img").count(), 0);
    const texts = panel.page.locator("bdi", { hasText: "<img src=x" });
    // The title, the portal, the notice, the owner and the scopes; and each method says why it is not known.
    assert.equal(await panel.page.locator("tbody tr").count(), 18);
    assert.equal(await panel.page.locator("tbody bdi", { hasText: "<img src=x" }).count(), 18);
    assert.ok((await texts.count()) >= 18 + 4, String(await texts.count()));
  });
});
