import type { Page } from "playwright-core";

/** The clipboard of the browser. A page may look at it only while the keyboard is in it, not in a panel. */
export class Clipboard {
  constructor(private readonly page: Page) {}

  async write(text: string): Promise<void> {
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  }

  async read(): Promise<string> {
    return this.page.evaluate<string>("navigator.clipboard.readText()");
  }
}
