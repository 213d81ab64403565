import type { Locator, Page } from "playwright-core";
import { eventually } from "./eventually";
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
    await eventually(
      async () => {
        if (await title.isVisible()) return true;
        // After a reload the container may be coming back by itself: then this click hides it.
        const item = this.page.locator(`.part.activitybar .action-item [aria-label^="${name}"]`);
        await item.first().click();
        await title.waitFor({ timeout: 2_000 });
        return true;
      },
      { what: `the view container ${name}` },
    );
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

  /** Waits for the mark at the end of a row, which the style sheet draws. */
  async showsBadge(label: string | RegExp, badge: string): Promise<void> {
    const row = (await this.row(label)).locator(".monaco-icon-label").first();
    await eventually(
      async () => {
        const content = await row.evaluate((element) => {
          const page = globalThis as unknown as {
            getComputedStyle(of: unknown, part: string): { readonly content: string };
          };
          return page.getComputedStyle(element, "::after").content;
        });
        return content === `"${badge}"` ? true : undefined;
      },
      { what: `the badge ${badge}` },
    );
  }

  /** The rows on screen whose label and description do not fit. */
  async cutRows(): Promise<string[]> {
    return this.bar
      .locator(".monaco-list-row .monaco-icon-label-container")
      .evaluateAll((all: PageElement[]) =>
        all
          .filter((label) => label.scrollWidth > label.clientWidth)
          .map((label) => label.textContent ?? ""),
      );
  }

  /** Drags its border. */
  async setWidth(width: number): Promise<void> {
    const box = await this.bar.boundingBox();
    if (box === null) throw new Error("There is no sidebar.");
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + box.width, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + width, y, { steps: 4 });
    await this.page.mouse.up();
    await eventually(
      async () =>
        Math.abs(((await this.bar.boundingBox())?.width ?? 0) - width) < 3 ? true : undefined,
      { what: `a sidebar of ${width} pixels` },
    );
  }

  /** Takes the pointer out of it: the row below it shows buttons. */
  async leave(): Promise<void> {
    await this.page.mouse.move(900, 500);
  }

  /** Waits for a row whose label contains a text; click it, or open its menu. */
  async row(label: string | RegExp): Promise<Locator> {
    const row = this.bar.locator(".monaco-list-row", {
      has: this.page.locator(".label-name", { hasText: label }),
    });
    try {
      await row.first().waitFor();
    } catch (cause) {
      const rows = (await this.rows()).map((there) => `${there.label} (${there.description})`);
      throw new Error(`No row ${label} in the sidebar, only: ${rows.join(", ")}`, { cause });
    }
    return row.first();
  }

  /** Opens a node that is closed, and waits until it is open. */
  async expand(label: string | RegExp): Promise<void> {
    await this.turn(label, true);
  }

  /** Closes a node that is open. */
  async collapse(label: string | RegExp): Promise<void> {
    await this.turn(label, false);
  }

  /** Goes to the last row of the tree: rows that are far away are not drawn. */
  async goToEnd(): Promise<void> {
    await this.bar.locator(".monaco-list").first().focus();
    await this.page.keyboard.press("End");
  }

  async goToStart(): Promise<void> {
    await this.bar.locator(".monaco-list").first().focus();
    await this.page.keyboard.press("Home");
  }

  /** Presses one of the buttons that a row shows under the pointer. */
  async pressInline(label: string | RegExp, button: string): Promise<void> {
    await eventually(
      async () => {
        // Where the tree has just got a row more, another one is below the pointer now, and shows its buttons.
        const row = await this.row(label);
        await row.hover({ timeout: 2_000 });
        await row.locator(`.actions [aria-label="${button}"]`).click({ timeout: 2_000 });
        return true;
      },
      { what: `“${button}” on the row ${label}` },
    );
  }

  /** Drags a row onto another one with the mouse. */
  async drag(label: string | RegExp, onto: string | RegExp): Promise<void> {
    // Only the tab in front can drag.
    await this.page.bringToFront();
    const [from, to] = [await this.row(label), await this.row(onto)];
    await from.hover();
    await this.page.mouse.down();
    await to.hover({ position: { x: 60, y: 8 } });
    await to.hover({ position: { x: 64, y: 11 } });
    // A row takes a drop once the view has said that it will.
    await this.bar.locator(".monaco-list-row.drop-target").first().waitFor();
    await this.page.mouse.up();
  }

  /** What a view shows while it is empty: texts and buttons of the manifest's viewsWelcome. */
  async welcome(): Promise<string> {
    const view = this.bar.locator(".welcome-view-content");
    await view.waitFor();
    return view.innerText();
  }

  /** Opens the menu of a row and takes one of its items. */
  async chooseFromMenu(label: string | RegExp, item: string): Promise<void> {
    const open = async (): Promise<void> => (await this.row(label)).click({ button: "right" });
    await chooseFromContextMenu(this.page, item, open);
  }

  private async turn(label: string | RegExp, isOpen: boolean): Promise<void> {
    const row = await this.row(label);
    if ((await row.getAttribute("aria-expanded")) !== String(isOpen)) {
      await row.locator(".monaco-tl-twistie").click();
    }
    await this.bar
      .locator(`.monaco-list-row[aria-expanded="${isOpen}"]`, {
        has: this.page.locator(".label-name", { hasText: label }),
      })
      .first()
      .waitFor();
  }
}

/**
 * Takes an entry of a context menu.
 * @param open the click that opens it: a page that gets the keyboard back at that moment closes it again
 */
export async function chooseFromContextMenu(
  page: Page,
  item: string,
  open: () => Promise<void>,
): Promise<void> {
  const items = page.locator(".context-view .action-menu-item");
  const entry = items.getByText(item, { exact: true });
  await eventually(
    async () => {
      if (await items.first().isVisible()) await page.keyboard.press("Escape");
      await open();
      await entry.waitFor({ timeout: 3_000 });
      return true;
    },
    { what: `“${item}” in a context menu`, withinMs: 20_000 },
  );
  await eventually(
    async () => {
      // In its first moments a menu takes no click, so that the one that opened it chooses nothing.
      await entry.click({ timeout: 1_000 }).catch(() => undefined);
      return (await entry.isVisible()) ? undefined : true;
    },
    { what: `“${item}” to be taken` },
  );
}
