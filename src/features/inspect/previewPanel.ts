import * as vscode from "vscode";
import { settingsSection } from "../../ids";
import type { DialogPanel } from "./dialogPanel";

/** A second click as soon as this makes a double click. VS Code does not tell its own limit. */
const doubleClickMs = 500;

/**
 * The one panel that look-ups share. VS Code has no preview state for panels of extensions: the panel shows another
 * dialog, until somebody wants to keep the one that it shows.
 */
export class PreviewPanel {
  private current: DialogPanel | undefined;
  private lastClick: { readonly panel: DialogPanel; readonly atMs: number } | undefined;

  constructor(private readonly nowMs: () => number) {}

  /** The panel that the next look-up may take over; `undefined`: it opens one. */
  get reusable(): DialogPanel | undefined {
    const { current } = this;
    if (current === undefined || current.isKept) return undefined;
    const opensTabs = vscode.workspace
      .getConfiguration(settingsSection)
      .get<boolean>("openInNewTab");
    // Whoever wants no preview of files wants none of dialogs.
    const editors = vscode.workspace.getConfiguration("workbench.editor");
    const hasPreview = opensTabs !== true && editors.get<boolean>("enablePreview", true);
    return hasPreview ? current : undefined;
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
