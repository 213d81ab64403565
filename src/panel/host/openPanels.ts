import type { Disposable } from "../../core/base/lifecycle";

/** A page in an editor tab, whatever it is about. */
export interface OpenPanel {
  readonly portalId: string;
  /** It is the tab in front. */
  readonly isActive: boolean;
  refresh(): Promise<void>;
  close(): void;
}

/** All pages that are open, of every kind. */
export class OpenPanels {
  private readonly panels = new Set<OpenPanel>();

  /** @returns dispose it when the page is gone */
  add(panel: OpenPanel): Disposable {
    this.panels.add(panel);
    return { dispose: () => this.panels.delete(panel) };
  }

  /** Reads anew what the page in front shows. */
  async refresh(): Promise<void> {
    await [...this.panels].find(({ isActive }) => isActive)?.refresh();
  }

  closePortal(portalId: string): void {
    for (const panel of [...this.panels]) {
      if (panel.portalId === portalId) panel.close();
    }
  }
}
