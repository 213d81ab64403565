import type { Locator, Page } from "playwright-core";

/** The messages in the corner of the window. */
export class Notifications {
  constructor(private readonly page: Page) {}

  /** Waits for a message that contains a text. */
  async shown(text: string | RegExp): Promise<Notification> {
    const item = this.items().filter({
      has: this.page.locator(".notification-list-item-message", { hasText: text }),
    });
    await item.first().waitFor();
    return new Notification(item.first());
  }

  /** What is on screen now. */
  async texts(): Promise<string[]> {
    return this.items().locator(".notification-list-item-message").allInnerTexts();
  }

  private items(): Locator {
    return this.page.locator(".notifications-toasts .notification-list-item");
  }
}

export class Notification {
  constructor(private readonly item: Locator) {}

  async text(): Promise<string> {
    return this.item.locator(".notification-list-item-message").innerText();
  }

  async buttons(): Promise<string[]> {
    return this.item
      .locator(".notification-list-item-buttons-container .monaco-button")
      .allInnerTexts();
  }

  async press(button: string): Promise<void> {
    await this.item
      .locator(".notification-list-item-buttons-container .monaco-button")
      .getByText(button, { exact: true })
      .click();
  }

  async gone(): Promise<void> {
    await this.item.waitFor({ state: "detached" });
  }
}
