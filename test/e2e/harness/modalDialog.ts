import type { Locator, Page } from "playwright-core";

/** A question that blocks the window. */
export class ModalDialog {
  private readonly box: Locator;

  constructor(page: Page) {
    this.box = page.locator(".monaco-dialog-box");
  }

  /** Waits for a question that contains a text. */
  async shown(text: string | RegExp): Promise<void> {
    await this.box.locator(".dialog-message-text", { hasText: text }).waitFor();
  }

  async isShown(): Promise<boolean> {
    return this.box.isVisible();
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

  async press(button: string): Promise<void> {
    await this.box
      .locator(".dialog-buttons .monaco-button")
      .getByText(button, { exact: true })
      .click();
    await this.hidden();
  }
}
