import * as vscode from "vscode";
import { showDone, showInformationMessage } from "../base/messages";
import type { Services } from "../../services";
import { visibleLine } from "../../core/base/visibleText";
import { pickPortal, portalFor } from "../base/portalPicker";

/**
 * `askBeforeReads({ portalId })`, or without an argument asks which: takes back that reads which may change a portal
 * are not confirmed there.
 */
export async function askBeforeReads({ portals }: Services, argument: unknown): Promise<void> {
  const portal = await portalFor(portals, argument, async () => {
    const silent = portals.list().filter(({ readsWithoutAsking }) => readsWithoutAsking);
    if (silent.length > 0) {
      return pickPortal(portals, vscode.l10n.t("Ask again in which portal?"), silent);
    }
    void showInformationMessage(
      vscode.l10n.t("Every portal asks already before a read that may change it."),
    );
    return undefined;
  });
  if (portal === undefined) return;
  await portals.askBeforeReads(portal.id);
  showDone(
    vscode.l10n.t("“{0}” asks again before a read that may change it.", visibleLine(portal.name)),
    5_000,
  );
}
