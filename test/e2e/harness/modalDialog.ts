import type { Locator, Page } from "playwright-core";
import { eventually } from "./eventually";

/** A question that blocks the window. */
export class ModalDialog {
  private readonly box: Locator;

  constructor(page: Page) {
    this.box = page.locator(".monaco-dialog-box");
  }

  /** Waits for a question that contains a text. */
  async shown(text: string | RegExp, withinMs?: number): Promise<void> {
    const message = this.box.locator(".dialog-message-text", { hasText: text });
    await message.waitFor(withinMs === undefined ? {} : { timeout: withinMs });
  }

  async isShown(): Promise<boolean> {
    return this.box.isVisible();
  }

  /** Leaves the question unanswered. A page that takes the keyboard at this moment swallows the key. */
  async cancel(): Promise<void> {
    await eventually(
      async () => {
        if (!(await this.box.isVisible())) return true;
        await this.box.press("Escape", { timeout: 1_000 });
        await this.box.waitFor({ state: "hidden", timeout: 1_000 });
        return true;
      },
      { what: "the question to close" },
    );
  }

  async hidden(): Promise<void> {
    await this.box.waitFor({ state: "hidden" });
  }

  async text(): Promise<string> {
    return this.box.locator(".dialog-message-text").innerText();
  }

  /** The smaller text below. */
  async detail(): Promise<string> {
    return this.box.locator(".dialog-message-detail").innerText();
  }

  /** In the order on screen; "Cancel" is VS Code's own. */
  async buttons(): Promise<string[]> {
    return this.box.locator(".dialog-buttons .monaco-button").allInnerTexts();
  }

  /** Whether one of its answers is this. */
  async offers(button: string): Promise<boolean> {
    return this.button(button).isVisible();
  }

  /** One of its answers. */
  button(label: string): Locator {
    return this.box.locator(".dialog-buttons .monaco-button").getByText(label, { exact: true });
  }

  async press(button: string): Promise<void> {
    await this.button(button).click();
    await this.hidden();
  }
}
