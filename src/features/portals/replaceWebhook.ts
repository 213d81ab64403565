import * as vscode from "vscode";
import { showErrorMessage, showInformationMessage, showWarningMessage } from "../base/messages";
import type { Services } from "../../services";
import { runCommand } from "../base/commands";
import { demoOrigin } from "../../core/portal/demoAddress";
import { addressOf, addressOfWebhook, type PortalRecord } from "../../core/portal/portalRecord";
import type { Portals } from "../../core/portal/portals";
import { replacementOf, type Replacement } from "../../core/portal/replacement";
import { visibleLine } from "../../core/base/visibleText";
import { describeStoreProblem } from "../../text/storeProblems";
import { commandIds } from "../../ids";
import { pickPortal, portalFor } from "../base/portalPicker";
import { obtainWebhook, type CheckedWebhook } from "./webhookDialogue";
import { addAsking } from "./storePortal";

/**
 * `replaceWebhook({ portalId })`, or without an argument asks which.
 * @returns true when the portal has another webhook now
 */
export async function replaceWebhook(services: Services, argument: unknown): Promise<boolean> {
  const { client, portals } = services;
  const portal = await portalFor(portals, argument, () => pickReplaceable(portals));
  if (portal === undefined) return false;
  if (portal.origin === demoOrigin) return restoreDemo(portals, portal);
  const name = visibleLine(portal.name);
  const title = vscode.l10n.t("Replace the webhook of “{0}”", name);
  const checked = await obtainWebhook(title, client);
  if (checked === undefined) return false;
  const { webhook, access } = checked;
  const isSameAddress = await portals.isAt(portal, webhook);
  const replacement = replacementOf(portal, isSameAddress, webhook, access);
  const choice = replacement === "same" ? "replace" : await askAbout(portal, checked, replacement);
  if (choice === undefined) return false;
  if (choice === "add") {
    await addAsking(portals, checked);
    return false;
  }
  // First, so that nothing of the former owner's is read with the new webhook.
  const history = replacement === "same" ? [] : services.history.list(portal.id);
  const pins = replacement === "otherPortal" ? services.pins.list(portal.id) : [];
  await services.history.remove(history);
  await services.pins.remove(pins.map((dialogId) => ({ portalId: portal.id, dialogId })));
  const replaced = await portals.replaceWebhook(portal.id, webhook, access);
  if (!replaced.ok) {
    for (const entry of [...history].reverse()) await services.history.add(entry);
    await services.pins.add(pins.map((dialogId) => ({ portalId: portal.id, dialogId })));
    void showErrorMessage(describeStoreProblem(replaced.error));
    return false;
  }
  void showInformationMessage(vscode.l10n.t("“{0}” has its new webhook.", name));
  return true;
}

async function pickReplaceable(portals: Portals): Promise<PortalRecord | undefined> {
  const all = portals.list();
  const own = all.filter(({ origin }) => origin !== demoOrigin);
  // With none but the demo portal there is nothing to choose: it says why it has none to replace.
  if (own.length === 0 && all[0] !== undefined) return all[0];
  return pickPortal(portals, vscode.l10n.t("Replace the webhook of which portal?"), own);
}

/** In a browser a tab can lose what it kept; the demo portal's webhook is known. */
async function restoreDemo(portals: Portals, demo: PortalRecord): Promise<boolean> {
  if ((await portals.webhookOf(demo.id)) === undefined) {
    await runCommand(commandIds.addDemoPortal);
    return true;
  }
  const add = vscode.l10n.t("Add Portal");
  void showInformationMessage(
    vscode.l10n.t(
      "“{0}” is built in, and its webhook with it: there is none to replace. Add your own portal beside it.",
      visibleLine(demo.name),
    ),
    add,
  ).then((chosen) => {
    if (chosen === add) void runCommand(commandIds.addPortal);
  });
  return false;
}

async function askAbout(
  portal: PortalRecord,
  { webhook, access }: CheckedWebhook,
  replacement: Exclude<Replacement, "same">,
): Promise<"replace" | "add" | undefined> {
  const name = visibleLine(portal.name);
  const isOtherPortal = replacement === "otherPortal";
  const replace = { title: vscode.l10n.t("Replace Webhook") };
  const add = { title: vscode.l10n.t("Add as Another Portal") };
  const owners = vscode.l10n.t(
    "Until now: user {0} at {1}\nFrom now on: user {2} at {3}",
    portal.userId,
    addressOf(portal),
    access?.userId ?? webhook.userId,
    addressOfWebhook(webhook),
  );
  const forgotten = isOtherPortal
    ? vscode.l10n.t(
        "Replaced, “{0}” loses its pins and history: their ids mean other chats there. Added, it becomes a portal beside it.",
        name,
      )
    : vscode.l10n.t(
        "Replaced, “{0}” loses its history, for another user sees other dialogs; pins stay. Added, it becomes a portal beside it.",
        name,
      );
  const chosen = await showWarningMessage(
    isOtherPortal
      ? vscode.l10n.t("This webhook is from another portal, not “{0}”", name)
      : vscode.l10n.t("This webhook is from another user, not the one of “{0}”", name),
    { modal: true, detail: `${owners}\n\n${forgotten}` },
    add,
    replace,
  );
  return chosen === add ? "add" : chosen === replace ? "replace" : undefined;
}
