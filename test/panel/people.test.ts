import assert from "node:assert/strict";
import { peoplePageOf } from "../../src/panel/view/panelView";
import { DemoPanels, type DemoDialog } from "./support/demoPanel";
import type { PanelPage } from "./support/panelPage";
import { panelSuite } from "./support/panelSuite";
import { crowdedPortal, readerCount, someReaders } from "./support/states";

const key = "readed_list";
const row = `.row[data-key='${key}']`;

/** The page with the product behind it, which knows ten thousand readers and answers when it is told to. */
class WithReaders {
  private answered = 0;

  constructor(
    readonly panel: PanelPage,
    private readonly dialog: DemoDialog,
  ) {}

  /** Answers the next question of the page. */
  async answer(): Promise<{ readonly query: string; readonly from: number }> {
    await this.panel.waitForPosted("people", this.answered + 1);
    const question = (await this.panel.posted("people"))[this.answered];
    assert.ok(question !== undefined);
    this.answered += 1;
    const page = peoplePageOf(this.dialog.subject, question);
    assert.ok(page !== undefined);
    const { key: list, query, from } = question;
    await this.panel.send({ type: "people", key: list, query, from, page });
    return { query, from };
  }

  /** Shows the dialog as it is read now. */
  async refresh(): Promise<void> {
    await this.dialog.read();
    await this.panel.show(this.dialog.view());
  }

  async answerAll(): Promise<void> {
    while ((await this.panel.posted("people")).length > this.answered) await this.answer();
  }

  get asked(): Promise<number> {
    return this.panel.posted("people").then(({ length }) => length);
  }

  get names() {
    return this.panel.page.locator(`${row} .person:not([hidden]) .person-name`);
  }

  get summary() {
    return this.panel.page.locator(`${row} .people-summary`);
  }

  get more() {
    return this.panel.page.locator(row).getByRole("button", { name: "Show more" });
  }

  get search() {
    return this.panel.page.getByRole("textbox", { name: "Search in “Read by”" });
  }

  get filter() {
    return this.panel.page.getByRole("textbox", { name: "Filter fields" });
  }
}

describe("Panel page: people", () => {
  const suite = panelSuite();
  let listed: ReturnType<typeof someReaders>;

  async function open(): Promise<WithReaders> {
    listed = someReaders(readerCount);
    const record = () => ({ ...crowdedPortal.record(), readed_list: listed });
    const dialog = await (await DemoPanels.start({ ...crowdedPortal, record })).read("chat29");
    const panel = await suite.open();
    await panel.show(dialog.view());
    return new WithReaders(panel, dialog);
  }

  it("shows the first page of a long list, and asks for nothing", async () => {
    const readers = await open();
    assert.equal(await readers.names.count(), 50);
    assert.equal(await readers.summary.innerText(), "50 of 9,999 people");
    assert.equal(await readers.asked, 0);
    assert.equal(await readers.panel.page.getByRole("textbox").count(), 2, "no other search");
    assert.equal(await readers.panel.page.getByRole("button", { name: "Show more" }).count(), 1);
  });

  it("says in words what people are, and links to their pages", async () => {
    const { panel } = await open();
    const third = panel.page.locator(`${row} .person`).nth(2);
    assert.deepEqual(await third.locator(".mark").allTextContents(), [
      "manager",
      "from an Open Channel",
    ]);
    const owner = panel.page.locator(".row[data-key='owner']");
    assert.equal(await owner.locator(".mark").innerText(), "dismissed");
    assert.equal(await owner.locator(".raw").innerText(), '"11"');
    const link = owner.getByRole("link", { name: "Marcus Webb" });
    assert.equal(
      await link.getAttribute("href"),
      "https://northwind.bitrix24.example/company/personal/user/11/",
    );
  });

  it("are one stop of the Tab key: arrows lead from one to the next, and on to the next row", async () => {
    const { panel } = await open();
    const { keyboard } = panel.page;
    const press = async (...keys: string[]): Promise<string[]> => {
      const stops: string[] = [];
      for (const pressed of keys) {
        await keyboard.press(pressed);
        stops.push(
          await panel.page.evaluate<string>(
            "document.activeElement.dataset.focus ?? document.activeElement.closest('.person').dataset.key",
          ),
        );
      }
      return stops;
    };
    await panel.page.locator("[data-focus='copy/marked_id']").focus();
    assert.deepEqual(await press("ArrowDown", ...Array<string>(4).fill("Shift+Tab")), [
      `copy/${key}`,
      `more/${key}`,
      "1", // Her id, and then the link to her page.
      "1",
      `search/${key}`,
    ]);
    assert.deepEqual(await press("Tab", "ArrowDown", "End", "ArrowUp", "Home"), [
      "1",
      "2",
      "50",
      "49",
      "1",
    ]);
    assert.deepEqual(await press("ArrowUp", "ArrowDown", "Shift+Tab", "Shift+Tab"), [
      "copy/marked_id",
      `copy/${key}`,
      `more/${key}`,
      "1",
    ]);
    assert.deepEqual(await press("End", "ArrowDown"), ["50", "copy/last_message_views.message_id"]);
  });

  it("leave the field that searches them its own keys", async () => {
    const { panel, search } = await open();
    await search.fill("reader");
    for (const pressed of ["Home", "ArrowUp", "ArrowDown", "End"]) {
      await search.press(pressed);
      assert.equal(await panel.focused(), `search/${key}`, pressed);
    }
  });

  it("shows more when that is asked for, keeps the keyboard there, and says so", async () => {
    const readers = await open();
    await readers.more.focus();
    await readers.panel.page.keyboard.press("Enter");
    assert.deepEqual(await readers.answer(), { query: "", from: 50 });
    assert.equal(await readers.names.count(), 100);
    assert.equal(await readers.names.nth(50).textContent(), "Reader 51");
    assert.equal(await readers.panel.focused(), `more/${key}`);
    assert.equal(await readers.panel.page.getByRole("status").innerText(), "100 of 9,999 people");
    const [first] = await readers.panel.posted("people");
    assert.equal(first?.readsMore, true);
    const isInView = await readers.panel.page.evaluate<boolean>(`(() => {
      const box = document.querySelector("${row} .people").getBoundingClientRect();
      const next = document.querySelectorAll("${row} .person")[50].getBoundingClientRect();
      return next.top >= box.top - 1 && next.bottom <= box.bottom + 1;
    })()`);
    assert.ok(isInView, "the first of the new ones is what one sees");
  });

  it("asks once, however often the button is pressed meanwhile", async () => {
    const readers = await open();
    await readers.more.click();
    assert.equal(await readers.more.getAttribute("aria-disabled"), "true");
    await readers.more.click({ force: true });
    await readers.answer();
    assert.equal(await readers.more.getAttribute("aria-disabled"), "false");
    assert.equal(await readers.asked, 1);
  });

  it("gives the keyboard to the list when there is no more to show", async () => {
    const readers = await open();
    await readers.search.fill("reader 999");
    await readers.answer();
    await readers.search.fill("reader 99");
    await readers.answer();
    assert.equal(await readers.summary.innerText(), "50 of 111 matches, 9,999 people in all");
    for (const count of [100, 111]) {
      await readers.more.focus();
      await readers.panel.page.keyboard.press("Enter");
      await readers.answer();
      assert.equal(await readers.names.count(), count);
    }
    assert.equal(await readers.more.count(), 0);
    assert.equal(await readers.panel.focused(), `people/${key}`);
  });

  it("searches the whole list, and goes back to it", async () => {
    const readers = await open();
    // However slowly the keys come here, the page's clock sees no pause between them.
    const { clock } = readers.panel.page;
    await clock.install();
    await clock.pauseAt(Date.now() + 1000);
    await readers.search.pressSequentially("reader 9999");
    assert.equal(await readers.asked, 0);
    await clock.runFor(1000);
    await clock.resume();
    assert.deepEqual(await readers.answer(), { query: "reader 9999", from: 0 });
    assert.deepEqual(await readers.names.allTextContents(), ["Reader 9999"]);
    assert.equal(
      await readers.panel.page.getByRole("status").innerText(),
      "1 of 9,999 people match",
    );
    await readers.search.press("Escape");
    await readers.names.nth(49).waitFor();
    assert.equal(await readers.summary.innerText(), "50 of 9,999 people");
    assert.equal(await readers.asked, 1, "the first page is known");
    assert.equal(await readers.panel.focused(), `search/${key}`);
  });

  it("forgets answers to what nobody asks any more", async () => {
    const readers = await open();
    await readers.search.fill("reader 12");
    await readers.panel.waitForPosted("people", 1);
    await readers.search.fill("reader 9999");
    await readers.panel.waitForPosted("people", 2);
    await readers.answer();
    assert.equal(await readers.names.count(), 50);
    await readers.answer();
    assert.deepEqual(await readers.names.allTextContents(), ["Reader 9999"]);
  });

  it("are found by the filter of the panel, in the whole list", async () => {
    const readers = await open();
    await readers.filter.fill("READER 9999");
    await readers.answer();
    assert.deepEqual(await readers.names.allTextContents(), ["Reader 9999"]);
    assert.equal(await readers.panel.page.locator(".row:not([hidden])").count(), 1);
    assert.equal(await readers.search.count(), 0, "one question at a time");
    assert.equal(await readers.panel.page.evaluate<number>("CSS.highlights.get('filter').size"), 1);
    await readers.filter.fill("");
    await readers.names.nth(49).waitFor();
    assert.equal(await readers.search.count(), 1);
    assert.equal(await readers.panel.page.locator(".row[hidden]").count(), 0);
  });

  it("are searched for again as before when the filter is cleared", async () => {
    const readers = await open();
    await readers.search.fill("reader 9998");
    await readers.answer();
    await readers.filter.fill("reader 9999");
    await readers.answer();
    assert.deepEqual(await readers.names.allTextContents(), ["Reader 9999"]);
    await readers.filter.press("Escape");
    await readers.answer();
    assert.deepEqual(await readers.names.allTextContents(), ["Reader 9998"]);
    assert.equal(await readers.search.inputValue(), "reader 9998");
  });

  it("are all shown when the filter finds the list by its label", async () => {
    const readers = await open();
    await readers.filter.fill("readed_list");
    await readers.answer();
    assert.equal(await readers.names.count(), 50);
    assert.equal(await readers.panel.page.locator(".row:not([hidden])").count(), 1);
  });

  it("are not missed before the host has answered", async () => {
    const readers = await open();
    await readers.filter.fill("zzz");
    await readers.panel.waitForPosted("people", 1);
    assert.equal(await readers.panel.page.locator(".nothing").count(), 0);
    await readers.answer();
    await readers.panel.page.getByText("No field matches “zzz”.").first().waitFor();
  });

  it("keeps what is shown, searched and focused while more is known of the people", async () => {
    const readers = await open();
    await readers.more.click();
    await readers.answer();
    await readers.names.nth(60).scrollIntoViewIfNeeded();
    const scrolled = "document.querySelector(`.row[data-key='readed_list'] .people`).scrollTop";
    const before = await readers.panel.page.evaluate<number>(scrolled);
    listed = listed.map((one) => (one.user_id === 1 ? { ...one, user_name: "Known bot" } : one));
    await readers.refresh();
    await readers.answerAll();
    assert.equal(await readers.names.count(), 100);
    assert.equal(await readers.names.first().textContent(), "Known bot");
    assert.equal(await readers.panel.page.evaluate<number>(scrolled), before);

    await readers.search.fill("reader 9999");
    await readers.answer();
    await readers.refresh();
    await readers.answerAll();
    assert.deepEqual(await readers.names.allTextContents(), ["Reader 9999"]);
    assert.equal(await readers.panel.focused(), `search/${key}`);
    assert.equal(await readers.search.inputValue(), "reader 9999");
  });

  it("filters a list by itself once all of it is here, and asks again when it is not", async () => {
    const readers = await open();
    await readers.filter.fill("reader 12");
    await readers.answer();
    const all = listed;
    listed = all.slice(0, 20);
    await readers.refresh();
    assert.deepEqual(await readers.names.allTextContents(), ["Reader 12"]);
    assert.equal(await readers.search.count(), 0);
    listed = all;
    await readers.refresh();
    await readers.answerAll();
    assert.equal(await readers.names.count(), 50);
    assert.equal(await readers.names.nth(1).textContent(), "Reader 120");
  });

  it("says why people are missing, and tries again", async () => {
    const { panel } = await open();
    const members = panel.page.locator(".row[data-key='people.members']");
    assert.match(
      await members.innerText(),
      /The members could not be read\. The method is blocked/,
    );
    await members.getByRole("button", { name: "Try again" }).click();
    assert.deepEqual(await panel.posted("act"), [{ type: "act", action: "readPeople" }]);
  });

  it("never stops the page for long, a thousand people down", async () => {
    const readers = await open();
    for (let shown = 50; shown < 1_000; shown += 50) {
      await readers.more.click();
      await readers.answer();
    }
    assert.equal(await readers.names.count(), 1_000);
    assert.equal(await readers.summary.innerText(), "1,000 of 9,999 people");
    await readers.search.fill("reader 5000");
    await readers.answer();
    assert.deepEqual(await readers.names.allTextContents(), ["Reader 5000"]);
    const { longestTaskMs } = await readers.panel.seen();
    console.log(`      longest task: ${longestTaskMs} ms`);
  });
});
