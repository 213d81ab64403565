import type { PanelMemory } from "../protocol/panelMessages";

const rememberAfterMs = 200;

/** What the reader did to the page: the host keeps it while the page is hidden. */
export class ReaderMemory {
  private timer: number | undefined;
  private scrollToRestore: number | undefined;
  filter = "";

  constructor(private readonly send: (memory: PanelMemory) => void) {
    document.addEventListener("scroll", () => {
      this.touch();
    });
    document.addEventListener("visibilitychange", () => {
      this.flush();
    });
  }

  /** Takes over what the host kept; the scroll position waits until there is something to scroll. */
  restore(memory: PanelMemory): void {
    this.filter = memory.filter;
    this.scrollToRestore = memory.scrollTop;
  }

  clear(): void {
    this.restore({ scrollTop: 0, filter: "" });
    this.scrollToRestore = undefined;
  }

  restoreScroll(): void {
    const top = this.scrollToRestore;
    this.scrollToRestore = undefined;
    if (top !== undefined) window.scrollTo({ top, behavior: "instant" });
  }

  setFilter(filter: string): void {
    this.filter = filter;
    this.sendNow();
  }

  private touch(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.flush();
    }, rememberAfterMs);
  }

  private flush(): void {
    if (this.timer !== undefined) this.sendNow();
  }

  /** A page that is hidden is gone at once, without a last word: only scrolling may wait. */
  private sendNow(): void {
    window.clearTimeout(this.timer);
    this.timer = undefined;
    this.send({
      scrollTop: Math.max(0, this.scrollToRestore ?? window.scrollY),
      filter: this.filter,
    });
  }
}
