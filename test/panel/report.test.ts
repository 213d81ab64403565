import assert from "node:assert/strict";
import { demoBot } from "../../src/core/portal/demoAddress";
import { refuse } from "../../src/demo/portal/outcome";
import type { PanelView } from "../../src/panel/protocol/panelView";
import { inEachLanguage } from "../unit/text/support/languages";
import { DemoPanels } from "./support/demoPanel";
import { panelSuite } from "./support/panelSuite";
import { partlyOpenPortal, states } from "./support/states";

/** Words that stand on two lines. */
const brokenWords = `[...document.querySelectorAll('.table :is(th, td code, time)')].flatMap((cell) => {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const broken = [];
  while (texts.nextNode()) {
    const { currentNode } = texts;
    for (const { index, 0: word } of currentNode.nodeValue.matchAll(/[^\\s-]+/g)) {
      const range = document.createRange();
      range.setStart(currentNode, index);
      range.setEnd(currentNode, index + word.length);
      if (range.getClientRects().length > 1) broken.push(word);
    }
  }
  return broken;
})`;

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

  inEachLanguage(() => {
    it("breaks no word of its labels, no time and no name of a method, keeps its toolbar in one line and its rows low", async () => {
      const demo = await DemoPanels.start(partlyOpenPortal);
      const panel = await suite.open();
      for (const view of [await demo.accessView(), await demo.events(demoBot.botId)]) {
        await panel.show(view);
        for (const width of [460, 700, 760, 900, 990]) {
          await panel.page.setViewportSize({ width, height: 800 });
          assert.deepEqual(await panel.page.evaluate<string[]>(brokenWords), [], `${width} px`);
          const { height = 0 } = (await panel.page.locator(".toolbar").boundingBox()) ?? {};
          assert.ok(height < 40, `${height} px high in ${width} px`);
          const rows = await panel.page.locator("tbody tr").all();
          const heights = await Promise.all(rows.map((row) => row.boundingBox()));
          const tallest = Math.max(...heights.map((box) => box?.height ?? 0));
          assert.ok(tallest < 130, `a row of ${tallest} px in ${width} px`);
        }
      }
    });
  });

  it("says of each answer whose rights the call had", async () => {
    const panel = await suite.open();
    await panel.show(await (await DemoPanels.start()).events(demoBot.botId));
    const readers = panel.page.locator(".row[data-key$='answer.actsAs'] .text");
    assert.deepEqual(await readers.allInnerTexts(), [
      "User 1, owner of the webhook",
      "Bot Helper (456), by its token",
      "Bot Helper (456), by its token",
    ]);
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
