import * as vscode from "vscode";
import { agrees, showErrorMessage, showWarningMessage } from "../base/messages";
import { visibleLine } from "../../core/base/visibleText";
import { addressOf } from "../../core/portal/portalRecord";
import { succeeds } from "../../core/portal/stateStore";
import type { Services } from "../../services";
import { describeStoreProblem } from "../../text/storeProblems";
import { pickPortal, portalFor } from "../base/portalPicker";
import { leftInKeyring } from "./leftovers";

/** `removePortal({ portalId })`, or without an argument asks which; always asks for confirmation. */
export async function removePortal(
  { history, openPanels, pins, portals }: Services,
  argument: unknown,
): Promise<void> {
  const portal = await portalFor(portals, argument, () =>
    pickPortal(portals, vscode.l10n.t("Remove which portal?")),
  );
  if (portal === undefined) return;
  const isRemoved = await agrees(
    vscode.l10n.t("Remove “{0}”?", visibleLine(portal.name)),
    vscode.l10n.t(
      "Its webhook is deleted from the keyring, and its pins and history with it. In the portal at {0} nothing changes: the webhook there stays valid until it is deleted there.",
      addressOf(portal),
    ),
    vscode.l10n.t("Remove Portal"),
  );
  if (!isRemoved) return;
  const removed = await portals.remove(portal.id, () => {
    openPanels.closePortal(portal.id);
  });
  if (!removed.ok) {
    void showErrorMessage(describeStoreProblem(removed.error));
    return;
  }
  // What stays of them is of no portal, and shown nowhere.
  await succeeds(() => history.removePortal(portal.id));
  await succeeds(() => pins.removePortal(portal.id));
  if (!removed.value.areSecretsGone) void showWarningMessage(leftInKeyring());
}
