import type { Locator, Page } from "playwright-core";
import { eventually } from "./eventually";

/** The messages in the corner of the window. */
export class Notifications {
  constructor(private readonly page: Page) {}

  /** Waits for a message that contains a text. */
  async shown(text: string | RegExp): Promise<Notification> {
    const item = this.item(text);
    const bell = this.page.locator('.statusbar-item[id="status.notifications"]');
    const startedMs = performance.now();
    await eventually(
      async () => {
        if (await item.isVisible()) return true;
        // Of more than three messages within 0.8 s VS Code shows the last ones only to who asks for them.
        const isHidden = performance.now() - startedMs > 4_000 && !(await this.isCenterOpen());
        if (isHidden && (await bell.locator(".codicon-bell-dot").isVisible())) await bell.click();
        return undefined;
      },
      { what: `the message “${text}”`, withinMs: 30_000 },
    );
    return new Notification(item);
  }

  /** A message that contains a text. */
  item(text: string | RegExp): Locator {
    return this.page
      .locator(".notifications-toasts, .notifications-center")
      .locator(".notification-list-item", {
        has: this.page.locator(".notification-list-item-message", { hasText: text }),
      })
      .first();
  }

  /** What is on screen now. */
  async texts(): Promise<string[]> {
    return this.items().locator(".notification-list-item-message").allInnerTexts();
  }

  /** Waits until nothing is on screen: what showed progress stays for a moment. */
  async none(withinMs?: number): Promise<void> {
    await this.items()
      .first()
      .waitFor({ state: "detached", ...(withinMs === undefined ? {} : { timeout: withinMs }) });
  }

  private async isCenterOpen(): Promise<boolean> {
    return this.page.locator(".notifications-center.visible").isVisible();
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
