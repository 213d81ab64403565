import type { DialogField } from "../../core/dialog/dialog";
import type { MethodCall } from "../../core/portal/methodCall";
import { Emitter, type Disposable } from "../../core/base/lifecycle";

/** A page in an editor tab, whatever it is about. */
export interface OpenPanel {
  readonly portalId: string;
  /** It is the tab in front. */
  readonly isActive: boolean;
  /** Of a dialog: what was asked for it, and what the record is made of. */
  readonly shown?: ShownDialog;
  refresh(): Promise<void>;
  close(): void;
}

export interface ShownDialog {
  readonly dialogId: string;
  /** The calls as they were sent. */
  readonly made: readonly MethodCall[];
  /** What is copied for a row, or for a person; `undefined`: there is nothing. */
  copyTextOf(key: string): Promise<string | undefined>;
  /** Absent while there is no record. */
  readonly fields: readonly DialogField[] | undefined;
}

/** All pages that are open, of every kind. */
export class OpenPanels {
  private readonly panels = new Set<OpenPanel>();
  private readonly cameToFront = new Emitter<OpenPanel>();
  /** A page was opened, or turned to again. */
  readonly onDidComeToFront = this.cameToFront.event;

  /** @returns dispose it when the page is gone */
  add(panel: OpenPanel): Disposable {
    this.panels.add(panel);
    return { dispose: () => this.panels.delete(panel) };
  }

  comesToFront(panel: OpenPanel): void {
    this.cameToFront.fire(panel);
  }

  /** Reads anew what the page in front shows. */
  async refresh(): Promise<void> {
    await [...this.panels].find(({ isActive }) => isActive)?.refresh();
  }

  /** What a dialog's page shows, of the first page that is meant. */
  shown(
    isMeant: (page: ShownDialog & Pick<OpenPanel, "portalId" | "isActive">) => boolean,
  ): (ShownDialog & Pick<OpenPanel, "portalId">) | undefined {
    return [...this.panels]
      .flatMap(({ portalId, isActive, shown }) =>
        shown === undefined ? [] : [{ portalId, isActive, ...shown }],
      )
      .find(isMeant);
  }

  closePortal(portalId: string): void {
    for (const panel of [...this.panels]) {
      if (panel.portalId === portalId) panel.close();
    }
  }
}
