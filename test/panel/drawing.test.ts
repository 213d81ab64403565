import assert from "node:assert/strict";
import type { PanelView } from "../../src/panel/protocol/panelView";
import { panelWords } from "../../src/panel/protocol/panelWords";
import { inRussian } from "../unit/text/support/languages";
import { panelOf } from "./support/demoPanel";
import { pageState } from "./support/panelPage";
import { panelSuite } from "./support/panelSuite";
import { states } from "./support/states";

describe("Panel page: drawing", () => {
  const suite = panelSuite();

  let chat29: PanelView;
  let hostile: PanelView;
  let dated: PanelView;
  before(async () => {
    chat29 = await panelOf({});
    hostile = await states.hostile();
    const session = "Y|DEAL|x||N|512|999999999999";
    dated = await panelOf(
      { date_create: "2026-03-16T17:41:58Z", entity_data_1: session },
      "chat210",
    );
  });

  it("says ready first and draws nothing until the host shows something", async () => {
    const panel = await suite.open();
    assert.deepEqual((await panel.seen()).posted, [{ type: "ready" }]);
    assert.equal(await panel.page.locator("main").innerText(), "");
  });

  it("draws what is inside the page before it hears from the host", async () => {
    const panel = await suite.open({ first: pageState(hostile) });
    const { posted } = await panel.seen();
    assert.deepEqual(posted, [{ type: "ready" }]);
    assert.match(await panel.page.locator("h1").innerText(), /^<img src=x onerror/);
    assert.equal(await panel.page.locator("main script, main img").count(), 0);
  });

  it("takes the next dialog without a trace of the one before", async () => {
    const panel = await suite.open({
      first: pageState(chat29),
      viewport: { width: 800, height: 300 },
    });
    await panel.page.getByRole("textbox").fill("a");
    await panel.page.evaluate("scrollTo(0, 80)");
    await panel.show(hostile);
    assert.equal(await panel.page.evaluate<number>("scrollY"), 0);
    assert.equal(await panel.page.getByRole("textbox").first().inputValue(), "");
    assert.equal(await panel.page.locator(".dialog-id").innerText(), "chat30");
  });

  it("draws a dialog's closed groups after its first picture, and then keeps them", async () => {
    const panel = await suite.open({ first: pageState(hostile) });
    const rows = panel.page.locator("[data-group='people'] .row");
    await panel.page.evaluate(
      "new Promise((done) => requestIdleCallback(() => done(), { timeout: 1000 }))",
    );
    // From now on nothing happens of its own accord.
    await panel.page.evaluate("window.requestIdleCallback = (run) => { window.whenIdle = run; }");
    const layout = { groups: { people: false }, showsEmpty: true };
    await panel.show(chat29, { layout });
    assert.equal(await rows.count(), 0);
    await panel.page.evaluate("window.whenIdle()");
    assert.ok((await rows.count()) > 0);
    assert.equal(await rows.first().isVisible(), false);
    await panel.show(chat29, { layout });
    assert.ok((await rows.count()) > 0);
  });

  it("stores which dialog it shows and nothing of what it said", async () => {
    const panel = await suite.open();
    await panel.show(chat29);
    assert.deepEqual((await panel.seen()).states, [{ portalId: "p1", dialogId: "chat29" }]);
  });

  it("ignores messages it does not know", async () => {
    const panel = await suite.open();
    await panel.show(chat29);
    await panel.sendAnything({ type: "fromTheFuture" });
    await panel.sendAnything("text");
    await panel.sendAnything(null);
    assert.equal(await panel.page.locator("h1").innerText(), "Delivery bot pilot");
  });

  it("never takes text for markup", async () => {
    const panel = await suite.open();
    await panel.show(hostile);
    const { page } = panel;
    assert.equal(
      await page.locator("main script, main img, main iframe, main [style*=url]").count(),
      0,
    );
    assert.equal(await page.locator(".row[data-key*='<img']").count(), 1);
    assert.match(
      await page.locator("h1").innerText(),
      /^<img src=x onerror="document\.title=1"><script>/,
    );
    assert.match(
      await page.locator(".row[data-key='color']").innerText(),
      /#000;\}\*\{display:none/,
    );
    assert.equal(await page.locator(".swatch").count(), 0);
  });

  it("keeps the direction marks of other people's text inside that text", async () => {
    const panel = await suite.open();
    await panel.show(hostile);
    const texts = await panel.page.evaluate<boolean[]>(`(() => {
      const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
      const isolated = [];
      while (texts.nextNode()) {
        const { nodeValue, parentElement } = texts.currentNode;
        if (!/[\u0590-\u08ff\u202a-\u202e]/.test(nodeValue) || parentElement.closest(".spoken")) continue;
        isolated.push(getComputedStyle(parentElement).unicodeBidi.includes("isolate"));
      }
      return isolated;
    })()`);
    assert.ok(texts.length > 2);
    assert.ok(texts.every(Boolean));
  });

  it("writes dates in the reader's time zone and language beside the original", async () => {
    const panel = await suite.open({ timezoneId: "Asia/Yekaterinburg" });
    const words = await inRussian(panelWords);
    await panel.show(dated, { language: "ru", words });
    const row = panel.page.locator(".row[data-key='date_create']");
    assert.equal(await row.locator("time").innerText(), "16 мар. 2026 г., 22:41:58 UTC+5");
    assert.equal(await row.locator(".raw").innerText(), "2026-03-16T17:41:58Z");
    const broken = panel.page.locator(".row[data-key='bound.entity_data_1[6]'] .value");
    const shown = await broken.innerText();
    assert.deepEqual(shown.split(/\n/), [words.invalidDate, "999999999999"]);
    assert.equal(await panel.page.locator("html").getAttribute("lang"), "ru");
  });

  it("says of a portal's date that it is the portal's, and not of one of its own clock", async () => {
    const panel = await suite.open();
    await panel.show(dated);
    const row = (key: string) => panel.page.locator(`.row[data-key='${key}'] .value`);
    assert.match((await row("date_create").textContent()) ?? "", /As the portal wrote it: 2026-/);
    const own = ((await row("answer.readAt").textContent()) ?? "").trim();
    assert.equal(own, "Mar 16, 2026, 06:06:00 PM UTC2026-03-16T18:06:00.000Z");
    assert.equal(await row("answer.readAt").locator("[title]").count(), 0);
  });

  it("tells apart what was not sent, what is not set, and what nobody understands", async () => {
    const panel = await suite.open();
    await panel.show(dated);
    const part = (at: number) =>
      panel.page.locator(`.row[data-key='bound.entity_data_1[${at}]'] .value`);
    assert.equal(await part(7).innerText(), "not sent");
    assert.equal(await part(7).locator("code").count(), 0);
    assert.equal(await part(3).locator("code").innerText(), '""');
    assert.equal(await part(2).locator("code").innerText(), "x");
    assert.equal(await part(2).locator(".codicon-warning").count(), 1);
    assert.equal(await panel.page.locator(".value .codicon-warning").count(), 1);
  });

  it("takes a language that is none for the browser's own", async () => {
    const panel = await suite.open();
    await panel.show(dated, { language: "not a language" });
    const created = panel.page.locator(".row[data-key='date_create'] time");
    assert.equal(await created.innerText(), "Mar 16, 2026, 05:41:58 PM UTC");
  });

  it("draws everything again in another language", async () => {
    const panel = await suite.open();
    await panel.show(dated);
    const words = await inRussian(panelWords);
    await panel.show(dated, { language: "ru", words });
    assert.equal(await panel.page.getByText("Not a date").count(), 0);
    assert.equal(await panel.page.getByRole("button", { name: words.collapseAll }).count(), 1);
  });

  it("shows the picture once it has loaded, and the initials when it cannot", async () => {
    const panel = await suite.open();
    await panel.show(chat29);
    await panel.page.locator(".avatar-picture").waitFor();
    await panel.show(await panelOf({ avatar: "data:image/png;base64,AAAA" }));
    await panel.page.locator(".avatar-picture").waitFor({ state: "detached" });
    assert.equal(await panel.page.locator(".avatar").innerText(), "DB");
  });

  it("writes initials in black or white, whichever is readable on the colour", async () => {
    const panel = await suite.open();
    for (const [color, expected] of [
      ["#e8a441", "rgb(0, 0, 0)"],
      ["#29619b", "rgb(255, 255, 255)"],
    ] as const) {
      await panel.show(await panelOf({ avatar: "", color }));
      const text = await panel.page.evaluate<string>(
        "getComputedStyle(document.querySelector('.avatar')).color",
      );
      assert.equal(text, expected);
    }
  });

  it("puts the recommended button of a notice before all others", async () => {
    const panel = await suite.open();
    await panel.show(await panelOf({}, "chat405"));
    const buttons = panel.page.locator(".notice button");
    assert.ok((await buttons.count()) > 5);
    assert.equal(await panel.page.locator(".notice .primary").count(), 1);
    assert.match((await buttons.first().getAttribute("class")) ?? "", /primary/);
    await panel.page.getByRole("button", { name: "Try again" }).click();
    assert.deepEqual(await panel.posted("act"), [{ type: "act", action: "refresh" }]);
  });

  it("asks for a copy by key and shows that it was made", async () => {
    const panel = await suite.open();
    await panel.show(chat29);
    const row = panel.page.locator(".row[data-key='date_create']");
    await row.hover();
    await row.getByRole("button", { name: "Copy value: Created" }).click();
    assert.deepEqual(await panel.posted("copyValue"), [{ type: "copyValue", key: "date_create" }]);
    await panel.send({ type: "copied", key: "date_create" });
    await row.locator(".copy.copied .codicon-check").waitFor();
    assert.equal(await panel.page.getByRole("status").innerText(), "Copied");
    await row.locator(".copy:not(.copied)").waitFor();
  });
});
