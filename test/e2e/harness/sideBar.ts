import type { Locator, Page } from "playwright-core";
import type { PageElement } from "./pageElement";

export interface TreeRow {
  readonly label: string;
  readonly description: string;
}

/** The bar with the trees, at the left. */
export class SideBar {
  private readonly bar: Locator;

  constructor(private readonly page: Page) {
    this.bar = page.locator(".part.sidebar");
  }

  /** Shows a view container by the name in the activity bar. */
  async open(name: string): Promise<void> {
    const title = this.bar.locator(".composite.title", { hasText: name });
    if (await title.isVisible()) return;
    await this.page
      .locator(`.part.activitybar .action-item [aria-label^="${name}"]`)
      .first()
      .click();
    await title.waitFor();
  }

  /** The rows on screen; a long tree has more of them than are drawn. */
  async rows(): Promise<TreeRow[]> {
    return this.bar.locator(".monaco-list-row").evaluateAll((rows: PageElement[]) =>
      rows.map((row) => ({
        label: row.querySelector(".label-name")?.textContent ?? "",
        description: row.querySelector(".label-description")?.textContent ?? "",
      })),
    );
  }

  /** Waits for a row whose label contains a text; click it, or open its menu. */
  async row(label: string | RegExp): Promise<Locator> {
    const row = this.bar.locator(".monaco-list-row", {
      has: this.page.locator(".label-name", { hasText: label }),
    });
    await row.first().waitFor();
    return row.first();
  }

  /** What a view shows while it is empty: texts and buttons of the manifest's viewsWelcome. */
  async welcome(): Promise<string> {
    const view = this.bar.locator(".welcome-view-content");
    await view.waitFor();
    return view.innerText();
  }

  /** Opens the menu of a row and takes one of its items. */
  async chooseFromMenu(label: string | RegExp, item: string): Promise<void> {
    await (await this.row(label)).click({ button: "right" });
    await this.page
      .locator(".context-view .action-menu-item")
      .getByText(item, { exact: true })
      .click();
  }
}
