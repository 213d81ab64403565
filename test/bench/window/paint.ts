import type { Page } from "playwright-core";

/** What has been drawn for the first time, or once more after it had been gone. */
export type Painted = "page" | "panel" | "next" | "empty" | "told" | "branch" | "range";

/** The dialog that an open panel shows next. */
export const nextDialogId = "chat30";

/** Whether a row is in the sidebar at a depth. */
function rowsOf(level: number, label: string): string {
  const rows = `document.querySelectorAll('.part.sidebar .monaco-list-row[aria-level="${level}"] .label-name')`;
  return `[...${rows}].some((name) => name.textContent === ${JSON.stringify(label)})`;
}

const isComplete =
  "document.querySelector('main[data-panel=bitrix24] .content > .groups') !== null && document.querySelector('.loading, .refreshing') === null";

const conditions: Readonly<Record<Painted, string>> = {
  page: "document.querySelector('main[data-panel=bitrix24]') !== null",
  panel: isComplete,
  next: `${isComplete} && document.querySelector('.dialog-id').textContent.trim() === '${nextDialogId}'`,
  empty: "document.querySelector('main[data-bench=empty]') !== null",
  told: "document.querySelector('main[data-bench=told]') !== null",
  branch: rowsOf(3, "1 to 500"),
  range: rowsOf(4, "Delivery bot pilot"),
};

/**
 * Written for the page: reports, in the moment after the frame that shows it, what is there that was not. A webview is
 * looked at whenever it changes: as much as the time between two looks would be counted as its own. VS Code writes
 * webviews into open documents, which forget observers and frame requests; timers live on, and begin anew.
 */
const watcher = `(() => {
  const conditions = {${Object.entries(conditions)
    .map(([name, condition]) => `${name}: () => ${condition}`)
    .join(", ")}};
  const shown = new Set();
  const report = (name) => {
    const afterFrame = new MessageChannel();
    afterFrame.port1.onmessage = () => benchPainted(name, performance.timeOrigin + performance.now());
    requestAnimationFrame(() => afterFrame.port2.postMessage(undefined));
  };
  const look = () => {
    for (const [name, isShown] of Object.entries(conditions)) {
      if (!isShown()) shown.delete(name);
      else if (!shown.has(name)) {
        shown.add(name);
        report(name);
      }
    }
  };
  const observer = new MutationObserver(look);
  const changes = { subtree: true, childList: true, attributes: true, characterData: true };
  setInterval(() => {
    if (window !== top) observer.observe(document, changes);
    look();
  }, 4);
  document.addEventListener("click", (event) => {
    globalThis.benchClickedMs = performance.timeOrigin + event.timeStamp;
  }, true);
})()`;

/** Tells when something has been painted, in all frames of a page. */
export class PaintWatch {
  private readonly waiting = new Map<Painted, (atMs: number) => void>();

  static async on(page: Page): Promise<PaintWatch> {
    const watch = new PaintWatch(page);
    await page.exposeBinding("benchPainted", (_source, name: Painted, atMs: number) => {
      watch.waiting.get(name)?.(atMs);
    });
    await page.addInitScript(watcher);
    return watch;
  }

  private constructor(private readonly page: Page) {}

  /** @returns milliseconds since 1970 of the next time that it is painted */
  async next(what: Painted): Promise<number> {
    return new Promise((resolve) => this.waiting.set(what, resolve));
  }

  /** Of the last click anywhere in the window. */
  async clickedMs(): Promise<number> {
    return this.page.evaluate<number>("globalThis.benchClickedMs");
  }
}
