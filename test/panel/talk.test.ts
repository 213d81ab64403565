import assert from "node:assert/strict";
import type { PanelLayout, PanelView } from "../../src/panel/protocol/panelView";
import { panelView } from "../../src/panel/view/panelView";
import { panelWords } from "../../src/panel/protocol/panelWords";
import { picture } from "../host/run/picture";
import { inEachLanguage } from "../unit/text/support/languages";
import { themes, type Theme } from "./fixtures/themes";
import { DemoPanels } from "./support/demoPanel";
import { pageState, type PanelPage } from "./support/panelPage";
import { panelSuite } from "./support/panelSuite";
import { during } from "./support/states";

const opened = { groups: { messages: true }, showsEmpty: false };

describe("Panel page: the latest messages", () => {
  const suite = panelSuite();
  let demo: DemoPanels;
  before(async () => {
    demo = await DemoPanels.start();
  });

  /** The panel of a dialog whose messages were read, so many pages of them. */
  async function read(dialogId: string, pages = 1): Promise<PanelView> {
    const dialog = await demo.read(dialogId);
    await dialog.messages.read();
    for (let page = 1; page < pages; page += 1) await dialog.messages.readOlder();
    return dialog.view();
  }

  async function show(view: PanelView, layout: PanelLayout = opened): Promise<PanelPage> {
    const panel = await suite.open({ viewport: { width: 700, height: 900 } });
    await panel.show(view, { layout, words: panelWords() });
    return panel;
  }

  const items = (panel: PanelPage) => panel.page.locator(".talk-item");

  it("are read on a click and not by opening, in any dialog", async () => {
    const panel = await show(await demo.view("chat29"), { groups: {}, showsEmpty: false });
    const group = panel.page.locator("[data-group='messages']");
    assert.match(await group.innerText(), /Latest messages\s*not read yet/);
    await group.getByRole("button", { name: "Latest messages" }).click();
    assert.deepEqual(await panel.posted("act"), []);
    assert.match(
      await group.innerText(),
      /Reading marks nothing as read and does not show user 1 as online\./,
    );
    await group.getByRole("button", { name: "Read the latest messages" }).click();
    assert.deepEqual(await panel.posted("act"), [{ type: "act", action: "readMessages" }]);
  });

  it("come the newest first, each with its author, time and id", async () => {
    const panel = await show(await read("chat29"));
    assert.equal(await items(panel).count(), 20);
    const first = items(panel).first();
    assert.match(
      (await first.innerText()).replace(/\s+/g, " "),
      /^Delivery & Co bot 39 manager bot unread .+ #5311 JSON Parcel found 📦 It was on the van to Utrecht\./,
    );
    await first.getByRole("button", { name: "Copy value: 5311" }).click();
    assert.deepEqual(await panel.posted("copyValue"), [{ type: "copyValue", key: "message.5311" }]);
    await panel.page.getByRole("button", { name: "Older messages" }).click();
    assert.deepEqual(await panel.posted("act"), [{ type: "act", action: "readOlderMessages" }]);
  });

  it("are rows of the keyboard: one stop, arrows between them, Enter copies", async () => {
    const panel = await show(await read("chat29"));
    const { keyboard } = panel.page;
    const ids = await panel.page.evaluate<string[]>(
      "[...document.querySelectorAll('.talk-item')].map(({ dataset }) => dataset.key)",
    );
    await items(panel).first().locator(".talk-copy").first().focus();
    const stops: (string | undefined)[] = [];
    for (const key of ["ArrowDown", "ArrowDown", "End", "Home", "ArrowDown"]) {
      await keyboard.press(key);
      stops.push((await panel.focused()).replace("copy/", ""));
    }
    assert.deepEqual(stops, [ids[1], ids[2], ids.at(-1), ids[0], ids[1]]);
    await keyboard.press("Enter");
    assert.deepEqual(await panel.posted("copyValue"), [{ type: "copyValue", key: ids[1] }]);
    await keyboard.press("Tab");
    assert.equal(await panel.focused(), `json/${ids[1]}`, "the JSON of the same message");
    await keyboard.press("Tab");
    assert.equal(await panel.focused(), "talk/readOlderMessages", "and then out of the list");
  });

  it("have a menu: the text as it came, the author, and the person", async () => {
    const panel = await show(await read("chat29"));
    const menu = await items(panel).first().getAttribute("data-vscode-context");
    assert.deepEqual(JSON.parse(menu ?? ""), {
      bitrix24Row: "message.5311.text",
      bitrix24Name: "Delivery & Co bot",
      bitrix24Person: "39",
    });
  });

  it("hold no element, link or address that the host did not allow", async () => {
    const panel = await show(await read("chat29", 2));
    const made = await panel.page.evaluate<string[]>(
      "[...new Set([...document.querySelectorAll('.talk-items *')].map(({ localName }) => localName))].sort()",
    );
    assert.deepEqual(
      made.filter((name) => !allowed.includes(name)),
      [],
    );
    const links = await panel.page.evaluate<string[]>(
      "[...document.querySelectorAll('.talk-items a')].map((a) => a.getAttribute('href'))",
    );
    assert.ok(links.length > 3);
    for (const link of links) assert.match(link, /^https:\/\/example\.com\//);
    const text = await panel.page.locator(".talk-items").innerText();
    assert.match(text, /<img src=x onerror=alert\(1\)> \[URL=javascript:alert\(2\)\]open\[\/URL\]/);
    assert.match(text, /Unsafe link\s*javascript:alert\(1\)/);
    assert.match(text, /\[send=\/track NW-20418\]Track it\[\/send\]/);
    assert.ok(!(await panel.page.content()).includes("demo-file-secret"));
  });

  it("name files with their size, and show keyboards, attachments and what they answer", async () => {
    const panel = await show(await read("chat29", 2));
    const text = (await panel.page.locator(".talk-items").innerText()).replace(/\s+/g, " ");
    for (const expected of [
      "damaged parcel.png 79.3 KB",
      "claim <b>form</b>.pdf 1.1 MB",
      "Where is it? /track NW-20391",
      "Call the courier CALL +15550100",
      "Driver Omar Haddad",
      "Route sheet example.com PDF",
      "deleted",
      "edited",
      "forwarded from chat210/31003",
      "2 likes",
      "FORWARD_USER_ID 744",
    ]) {
      assert.ok(text.includes(expected), `${expected} in ${text}`);
    }
    const reply = panel.page.locator(".talk-reply button").first();
    await reply.click();
    assert.match(await panel.focused(), /^copy\/message\.\d+$/);
  });

  it("are found by the filter, and the others are not shown meanwhile", async () => {
    const panel = await show(await read("chat29"));
    await panel.page.locator("search input").fill("german wording");
    assert.equal(await items(panel).count(), 1);
    await panel.page.locator("search input").fill("restrictions");
    assert.equal(await panel.page.locator("[data-group='messages']").count(), 0);
  });

  it("lead to what they answer, which the filter has hidden", async () => {
    const panel = await show(await read("chat29", 2));
    const answer = items(panel).filter({ has: panel.page.locator(".talk-reply button") });
    const id = (await answer.first().getAttribute("data-key"))?.replace("message.", "") ?? "";
    await panel.page.locator("search input").fill(id);
    assert.equal(await items(panel).count(), 1);
    await panel.page.locator(".talk-reply button").click();
    assert.match(await panel.focused(), /^copy\/message\.\d+$/);
    assert.notEqual(await panel.focused(), `copy/message.${id}`);
  });

  it("stay in sight while older ones fail, with the cause and a way on", async () => {
    const portal = await DemoPanels.start();
    const dialog = await portal.read("chat29");
    await dialog.messages.read();
    portal.outage = { kind: "timedOut" };
    await dialog.messages.readOlder();
    const panel = await show(dialog.view());
    assert.equal(await items(panel).count(), 20);
    assert.match(
      await panel.page.locator("[data-group='messages']").innerText(),
      /did not answer within 10 s\./,
    );
    await panel.page.locator(".talk").getByRole("button", { name: "Try again" }).click();
    assert.deepEqual(await panel.posted("act"), [{ type: "act", action: "readOlderMessages" }]);
  });

  it("say that the chat went on since they were read", async () => {
    let lastId = 5311;
    const record = () => ({ last_message_id: lastId });
    const dialog = await (await DemoPanels.start({ record })).read("chat29");
    await dialog.messages.read();
    lastId += 1;
    await dialog.read();
    const panel = await show(dialog.view());
    assert.match(
      await panel.page.locator(".talk-behind").innerText(),
      /The chat has newer messages than these\./,
    );
  });

  it("can be given up while they are read", async () => {
    const dialog = await demo.read("chat29");
    const panel = await show(await during(dialog.messages.read(), () => dialog.view()));
    await panel.page.locator(".talk").getByRole("button", { name: "Cancel" }).click();
    assert.deepEqual(await panel.posted("act"), [{ type: "act", action: "cancelMessages" }]);
  });

  it("are not there where the reader has turned them off", async () => {
    const { subject } = await demo.read("chat29");
    const panel = await show(panelView({ ...subject, messages: undefined }));
    assert.equal(await panel.page.locator("[data-group='messages']").count(), 0);
  });

  it("explain why a bot may not read them", async () => {
    const dialog = await demo.read("chat405", { kind: "bot", botId: 456 });
    await dialog.messages.read();
    const panel = await show(dialog.view());
    assert.match(
      await panel.page.locator(".talk .notice").innerText(),
      /The bot may not read messages\s+Only bots of the types “supervisor” and “personal”/,
    );
  });

  inEachLanguage((language) => {
    const looks: readonly [string, Theme, number][] = [
      ["dark", themes.dark, 460],
      ["light", themes.light, 700],
      ["hc", themes.contrastDark, 460],
    ];
    for (const [name, theme, width] of looks) {
      for (const dialogId of ["chat29", "chat210", "chat220", "5"]) {
        it(`look well and read well: ${dialogId}, ${name}, ${width} px`, async () => {
          const panel = await suite.open({
            theme,
            viewport: { width, height: 900 },
            reducedMotion: "reduce",
            first: pageState(await read(dialogId, 2), {
              words: panelWords(),
              language: language === "Russian" ? "ru" : "en",
              layout: opened,
            }),
          });
          await panel.settle();
          const look = `${dialogId}-${name}-${language.slice(0, 2).toLowerCase()}`;
          await picture(panel.page, `messages/${look}`, { fullPage: true });
          const isWide = await panel.page.evaluate<boolean>(
            "document.documentElement.scrollWidth > innerWidth",
          );
          assert.equal(isWide, false, "nothing sticks out");
          await panel.assertAccessible({
            part: ".talk",
            isFirstTheme: theme === themes.dark,
            isFirstText: language === "English",
          });
        });
      }
    }
  });
});

const allowed =
  "a bdi blockquote button code details div em hr li ol p pre s span strong summary time u".split(
    " ",
  );
