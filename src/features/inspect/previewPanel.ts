import * as vscode from "vscode";
import type { DialogPanel } from "./dialogPanel";

/** A second click as soon as this makes a double click. VS Code does not tell its own limit. */
const doubleClickMs = 500;

/**
 * The one panel that single clicks in the sidebar share. VS Code has no preview state for panels of
 * extensions: the panel shows another dialog, until somebody wants to keep the one that it shows.
 */
export class PreviewPanel {
  private current: DialogPanel | undefined;
  private lastClick: { readonly panel: DialogPanel; readonly atMs: number } | undefined;

  constructor(private readonly nowMs: () => number) {}

  /** The panel that the next single click may take over; `undefined`: that click opens one. */
  get reusable(): DialogPanel | undefined {
    const { current } = this;
    if (current === undefined || current.isPinned) return undefined;
    // Whoever wants no preview of files wants none of dialogs.
    const editors = vscode.workspace.getConfiguration("workbench.editor");
    return editors.get<boolean>("enablePreview", true) ? current : undefined;
  }

  show(panel: DialogPanel): void {
    this.current = panel;
  }

  /** The panel stays with its dialog. */
  keep(panel: DialogPanel): void {
    if (this.current === panel) this.current = undefined;
  }

  /** @returns whether the click is the second of a double click */
  click(panel: DialogPanel): boolean {
    const atMs = this.nowMs();
    const before = this.lastClick;
    this.lastClick = { panel, atMs };
    return before?.panel === panel && atMs - before.atMs < doubleClickMs;
  }

  /** The panel is gone. */
  forget(panel: DialogPanel): void {
    this.keep(panel);
    if (this.lastClick?.panel === panel) this.lastClick = undefined;
  }
}
