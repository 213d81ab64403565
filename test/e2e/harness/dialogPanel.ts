import type { Frame, Locator } from "playwright-core";
import { eventually } from "./eventually";
import type { PageElement } from "./pageElement";
import { panelFrame } from "./panelFrame";
import type { VsCodeInBrowser } from "./vsCodeInBrowser";

/** One row of a panel, as it is read on screen. */
export interface PanelFact {
  /** The path in the reply: `restrictions.avatar`. */
  readonly key: string;
  readonly label: string;
  /** "" when the fact is not a part of the reply. */
  readonly wireName: string;
  /** All of the value, with what the reply spelled. */
  readonly value: string;
  /** How the reply spelled it, "" when that is the value itself. */
  readonly raw: string;
}

/** The page inside one inspector panel. */
export class DialogPanel {
  /** @param frame with the page about the dialog */
  constructor(
    readonly frame: Frame,
    readonly dialogId: string,
  ) {}

  /** Waits for the panel of a dialog; the panels behind it have no page. */
  static async of(vscode: VsCodeInBrowser, dialogId: string): Promise<DialogPanel> {
    const frame = await panelFrame(vscode.page, async (candidate) => {
      const id = candidate.locator("code.dialog-id");
      return (await id.count()) === 1 && (await id.innerText()) === dialogId;
    });
    return new DialogPanel(frame, dialogId);
  }

  get title(): Locator {
    return this.frame.locator("h1.title");
  }

  get meta(): Locator {
    return this.frame.locator("p.meta");
  }

  get notice(): Locator {
    return this.frame.locator("section.notice");
  }

  get banner(): Locator {
    return this.frame.locator(".banner");
  }

  get filter(): Locator {
    return this.frame.locator("search.filter input");
  }

  /** A button by its words, wherever on the page it is. */
  button(label: string): Locator {
    return this.frame.getByRole("button", { name: label, exact: true });
  }

  /** Chooses an action out of a menu of the toolbar. */
  async choose(menu: string, label: string): Promise<void> {
    await this.button(menu).click();
    await this.frame.getByRole("menuitem", { name: label, exact: true }).click();
  }

  /** With whose eyes the dialog is read, on its button. */
  get viewer(): Locator {
    return this.frame.locator('[data-action="readAs"] .button-label');
  }

  row(key: string): Locator {
    return this.frame.locator(`.row[data-key="${key}"]`);
  }

  /** Opens the group that a row stands in, where it is closed. */
  async open(key: string): Promise<this> {
    const group = this.frame.locator("section.group", { has: this.row(key) });
    const toggle = group.locator(".group-toggle");
    if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
    await this.row(key).waitFor();
    return this;
  }

  /** Waits until the facts are drawn and no newer ones are on their way. */
  async read(): Promise<this> {
    await this.frame.locator(".content > .groups").waitFor();
    await this.frame.locator(".loading, .refreshing, .notice").waitFor({ state: "detached" });
    await this.frame
      .locator(".groups > .group:not(:has(.fields))")
      .first()
      .waitFor({ state: "detached" });
    return this;
  }

  /** Waits for a page with one message. */
  async noticeWith(heading: string): Promise<this> {
    await this.notice.locator(".notice-heading").getByText(heading, { exact: true }).waitFor();
    return this;
  }

  /** The buttons of the message, from the left. */
  async noticeButtons(): Promise<string[]> {
    return this.notice.locator(".actions .button-label").allTextContents();
  }

  /** The buttons below "Find the cause", from the top. */
  async tests(): Promise<string[]> {
    return this.frame.locator(".tests .test-run .button-label").allTextContents();
  }

  /** What a test has found. */
  async finding(testId: string): Promise<string> {
    return this.test(testId).locator(".finding-text").innerText();
  }

  /** The button beside a finding. */
  followUp(testId: string, label: string): Locator {
    return this.test(testId).getByRole("button", { name: label, exact: true });
  }

  /** Waits for the sentence that ends the tests. */
  async conclusion(beginning: string): Promise<void> {
    await this.frame.locator(".conclusion").getByText(beginning).waitFor();
  }

  /** Labels of the groups, from the top. */
  async groups(): Promise<string[]> {
    return this.frame.locator("section.group:not([hidden]) .group-label").allTextContents();
  }

  /** The rows that the filter leaves, from the top. */
  async facts(): Promise<PanelFact[]> {
    return this.frame.locator(".row:not([hidden])").evaluateAll((rows: PageElement[]) =>
      rows.map((row) => ({
        key: row.getAttribute("data-key") ?? "",
        label: row.querySelector(".label")?.textContent ?? "",
        wireName: row.querySelector(".wire")?.textContent ?? "",
        // Between the parts of a list the page's markup has line breaks that nobody sees.
        value: (row.querySelector(".value")?.textContent ?? "")
          .trim()
          .replace(row.querySelector(".people-value") === null ? /$^/g : /\s*\n\s*/g, ""),
        raw: row.querySelector(".value .raw")?.textContent ?? "",
      })),
    );
  }

  async fact(key: string): Promise<PanelFact> {
    const fact = (await this.facts()).find((candidate) => candidate.key === key);
    if (fact === undefined) throw new Error(`The panel shows no "${key}".`);
    return fact;
  }

  private test(id: string): Locator {
    return this.frame.locator(".test", { has: this.frame.locator(`[data-probe="${id}"]`) });
  }

  /** Waits until this stands in the filter. */
  async filterReads(text: string): Promise<void> {
    await eventually(async () => ((await this.filter.inputValue()) === text ? true : undefined), {
      what: `“${text}” in the filter`,
    });
  }

  /** Waits until a fact reads as expected. */
  async factReads(key: string, value: string): Promise<void> {
    await eventually(async () => ((await this.fact(key)).value === value ? true : undefined), {
      what: `"${key}" to read "${value}"`,
    });
  }

  /** The `data-focus` of what has the keyboard; "" when nothing named has it. */
  async focused(): Promise<string> {
    return this.frame.evaluate<string>(
      "document.activeElement?.closest('[data-focus]')?.dataset.focus ?? ''",
    );
  }
}
