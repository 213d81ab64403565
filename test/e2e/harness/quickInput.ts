import type { Locator, Page } from "playwright-core";
import { eventually } from "./eventually";
import type { PageElement } from "./pageElement";

export interface QuickInputRow {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly isFocused: boolean;
}

/** Longer than a page takes to get the keyboard back, which VS Code hands it by a message. */
const settlingMs = 150;

/** Runs in the page. */
const keepsKeyboard = (input: PageElement, ms: number): Promise<boolean> =>
  new Promise((kept) => {
    const until = performance.now() + ms;
    const timer = setInterval(() => {
      const isKept = input.matches(":focus");
      if (isKept && performance.now() < until) return;
      clearInterval(timer);
      kept(isKept);
    }, 10);
  });

/** The box at the top of the window: the palette, input boxes and quick picks. */
export class QuickInput {
  private readonly widget: Locator;
  /** The text field, for what is not covered here. */
  readonly input: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator(".quick-input-widget");
    this.input = this.widget.locator(".quick-input-box input");
  }

  /** Waits for a box; with a title, for the box of that title. */
  async shown(title?: string): Promise<void> {
    await this.input.waitFor({ state: "visible" });
    if (title === undefined) return;
    await this.widget.locator(".quick-input-title").getByText(title, { exact: true }).waitFor();
  }

  /** The box has the keyboard, and keeps it. */
  async settled(): Promise<void> {
    if (await this.input.evaluate(keepsKeyboard, settlingMs)) return;
    throw new Error("The box lost the keyboard");
  }

  async hidden(withinMs?: number): Promise<void> {
    await this.widget.waitFor({
      state: "hidden",
      ...(withinMs === undefined ? {} : { timeout: withinMs }),
    });
  }

  /** Dismisses whatever box is open. */
  async close(): Promise<void> {
    await eventually(
      async () => {
        // A box that has only just come may not have the keyboard yet.
        if (await this.widget.isVisible()) await this.page.keyboard.press("Escape");
        await this.hidden(1_000);
        return true;
      },
      { what: "the box at the top to close" },
    );
  }

  /** Replaces what the field holds. */
  async type(text: string): Promise<void> {
    await this.input.fill(text);
  }

  /** Replaces what the field holds and presses Enter. Only for input boxes: a list may not have been filtered yet. */
  async submit(text: string): Promise<void> {
    await this.type(text);
    await this.input.press("Enter");
  }

  async press(key: string): Promise<void> {
    await this.input.press(key);
  }

  async value(): Promise<string> {
    return this.input.inputValue();
  }

  async placeholder(): Promise<string> {
    return (await this.input.getAttribute("placeholder")) ?? "";
  }

  /** Whether the field hides what is typed. */
  async isPassword(): Promise<boolean> {
    return (await this.input.getAttribute("type")) === "password";
  }

  /** The line below the field: the prompt, or why the value is refused. */
  async message(): Promise<string> {
    return this.widget.locator(".quick-input-message").innerText();
  }

  /** Waits until the line below the field contains a text. */
  async messageWith(text: string | RegExp): Promise<string> {
    const line = this.widget.locator(".quick-input-message", { hasText: text });
    await line.waitFor();
    return line.innerText();
  }

  /** The rows on screen; a long list has more of them than are drawn. */
  async rows(): Promise<QuickInputRow[]> {
    // One turn in the page: lists are drawn anew while they are read.
    return this.allRows().evaluateAll((rows: PageElement[]) =>
      rows.map((row) => ({
        label: row.querySelector(".quick-input-list-row .label-name")?.textContent ?? "",
        description:
          row.querySelector(".quick-input-list-row .label-description")?.textContent ?? "",
        detail: row.querySelector(".quick-input-list-label-meta .label-name")?.textContent ?? "",
        isFocused: row.classList.contains("focused"),
      })),
    );
  }

  /** Waits until the rows on screen satisfy a condition. */
  async rowsWhere(
    condition: (rows: readonly QuickInputRow[]) => boolean,
    withinMs?: number,
  ): Promise<QuickInputRow[]> {
    return eventually(
      async () => {
        const rows = await this.rows();
        return condition(rows) ? rows : undefined;
      },
      {
        what: "the expected rows in the quick input",
        ...(withinMs === undefined ? {} : { withinMs }),
      },
    );
  }

  /** Waits for the row with exactly this label; the list may be drawn anew until it is clicked. */
  async row(label: string, withinMs?: number): Promise<Locator> {
    const text = label.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const labels = this.page.locator(".quick-input-list-row .label-name", {
      hasText: new RegExp(`^\\s*${text}\\s*$`),
    });
    const row = this.allRows().filter({ has: labels }).first();
    await row.waitFor(withinMs === undefined ? {} : { timeout: withinMs });
    return row;
  }

  /** Waits for the row with exactly this label and takes it. */
  async choose(label: string): Promise<void> {
    await (await this.row(label)).click();
  }

  /** Presses one of the small buttons at the end of a row, by its tooltip. */
  async pressRowButton(label: string, button: string): Promise<void> {
    const row = await this.row(label);
    await row.hover();
    await row.locator(`.actions-container [aria-label="${button}"]`).click();
  }

  /** Presses one of the small buttons in the title or in the field, by its tooltip. */
  async pressButton(name: string): Promise<void> {
    await this.widget.getByRole("button", { name }).click();
  }

  private allRows(): Locator {
    return this.page.locator(".quick-input-widget .quick-input-list .monaco-list-row");
  }
}
