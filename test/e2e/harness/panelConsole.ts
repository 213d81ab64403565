import type { ConsoleMessage, Page } from "playwright-core";

/** Where a message of our page comes from: one of our files, or the frame that VS Code puts a webview into. */
const ours = /\/dialog-inspector\.bitrix24-dialog-inspector-|\/webview\/browser\/pre\/fake\.html/;
const extensionFiles = "dialog-inspector.bitrix24-dialog-inspector-";

/** What goes wrong inside our panels. What VS Code itself logs is left out. */
export class PanelConsole {
  private readonly seen: string[] = [];

  constructor(page: Page) {
    page.on("console", (message) => {
      if (isOurError(message)) this.seen.push(message.text());
    });
    page.on("pageerror", (error) => {
      if (error.stack?.includes(extensionFiles) === true) this.seen.push(error.message);
    });
  }

  /** Errors and uncaught exceptions since the start or since `clear`, oldest first. */
  get errors(): readonly string[] {
    return this.seen;
  }

  /** The errors which say that the content security policy refused something. */
  get policyViolations(): readonly string[] {
    return this.seen.filter((text) => text.includes("Content Security Policy"));
  }

  clear(): void {
    this.seen.length = 0;
  }
}

function isOurError(message: ConsoleMessage): boolean {
  return message.type() === "error" && ours.test(message.location().url);
}
