import * as vscode from "vscode";
import { addressOf } from "../../core/portal/portalRecord";
import type { Portals } from "../../core/portal/portals";
import { clip, visibleLine } from "../../core/base/visibleText";
import { commandIds } from "../../ids";
import { labelText } from "../../core/base/surfaceText";

/** The portal that look-ups use, in the status bar; nothing while there is none. */
export class PortalStatus implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    "bitrix24.portal",
    vscode.StatusBarAlignment.Right,
  );
  private readonly watch: { dispose(): void };

  constructor(private readonly portals: Portals) {
    this.item.name = vscode.l10n.t("Bitrix24 portal");
    this.item.command = commandIds.switchPortal;
    this.watch = portals.onDidChange(() => {
      this.draw();
    });
    this.draw();
  }

  dispose(): void {
    this.watch.dispose();
    this.item.dispose();
  }

  private draw(): void {
    const portal = this.portals.active();
    if (portal === undefined) {
      this.item.hide();
      return;
    }
    const name = labelText(clip(visibleLine(portal.name), 30));
    this.item.text = `$(comment-discussion) ${name}`;
    const tooltip = vscode.l10n.t(
      "Bitrix24 lookups go to {0} as user {1}. Click to switch.",
      addressOf(portal),
      portal.userId,
    );
    this.item.tooltip = tooltip;
    // By itself VS Code reads the icon's name out too.
    this.item.accessibilityInformation = { label: `${name}, ${tooltip}` };
    this.item.show();
  }
}
