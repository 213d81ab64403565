import type { Frame, Locator } from "playwright-core";
import type { PageElement } from "./pageElement";
import { panelFrame } from "./panelFrame";
import type { VsCodeInBrowser } from "./vsCodeInBrowser";

/** What the page about a webhook says above everything else when nothing is missing. */
export const everythingWorks = "Everything this extension uses works with this webhook.";

/** The page about what a webhook may do, or about the events of a bot. */
export class AccessPage {
  private constructor(readonly frame: Frame) {}

  static async of(vscode: VsCodeInBrowser, portalName: string): Promise<AccessPage> {
    return AccessPage.titled(vscode, `Access to ${portalName}`);
  }

  static async titled(vscode: VsCodeInBrowser, wanted: string): Promise<AccessPage> {
    const frame = await panelFrame(vscode.page, async (candidate) => {
      const title = candidate.locator("h1.title");
      return (await title.count()) === 1 && (await title.innerText()) === wanted;
    });
    return new AccessPage(frame);
  }

  get summary(): Locator {
    return this.frame.locator("section.notice");
  }

  button(label: string): Locator {
    return this.frame.getByRole("button", { name: label, exact: true });
  }

  /** Presses the button beside the name of a method. */
  async copyAsCode(method: string): Promise<void> {
    await this.frame.locator(`tr[data-key="${method}"]`).hover();
    await this.button(`Copy ${method} as code…`).click();
  }

  /** Waits for the page to say this above everything else, with nothing newer on its way. */
  async says(heading: string): Promise<this> {
    await this.summary.locator(".notice-heading").getByText(heading, { exact: true }).waitFor();
    await this.frame.locator(".loading, .refreshing").waitFor({ state: "detached" });
    return this;
  }

  /** What the table says of each method, by its name. */
  async states(): Promise<Record<string, string>> {
    const rows = await this.frame
      .locator("table tbody tr")
      .evaluateAll((all: PageElement[]) =>
        all.map((row) => [
          row.getAttribute("data-key") ?? "",
          (row.querySelector(".state-text")?.textContent ?? "").trim(),
        ]),
      );
    return Object.fromEntries(rows) as Record<string, string>;
  }

  async fact(key: string): Promise<string> {
    const value = this.frame.locator(`.row[data-key="${key}"] .value`);
    return ((await value.textContent()) ?? "").trim();
  }
}
