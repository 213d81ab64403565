import * as vscode from "vscode";
import { showErrorMessage, showInformationMessage, showWarningMessage } from "../base/messages";
import { addressOf, addressOfWebhook, type PortalRecord } from "../../core/portal/portalRecord";
import type { Portals } from "../../core/portal/portals";
import type { Webhook } from "../../core/portal/webhook";
import { grantsNoDialogs } from "../../core/portal/readMethods";
import type { WebhookAccess } from "../../core/portal/webhookAccess";
import { visibleLine } from "../../core/base/visibleText";
import { commandIds } from "../../ids";
import { describeStoreProblem } from "../../text/storeProblems";
import { runCommand } from "../base/commands";
import { describeNameProblem } from "./portalNames";
import type { CheckedWebhook } from "./webhookDialogue";

/** Adds a portal whose webhook is at hand; asks for its name, and what to do when it is there already. */
export async function addAsking(
  portals: Portals,
  checked: CheckedWebhook,
): Promise<PortalRecord | undefined> {
  const record = await storeAsking(portals, checked);
  if (record !== undefined) void confirmAdded(record, checked.access);
  return record;
}

/** For additions that ask nothing: a portal that is stored already gets the webhook anew. */
export async function storeUnasked(
  portals: Portals,
  checked: CheckedWebhook,
  name: string,
): Promise<PortalRecord | undefined> {
  const twin = await portals.findTwin(checked.webhook, checked.access);
  return twin === undefined ? add(portals, checked, name) : replaceTwin(portals, twin, checked);
}

/** @returns `undefined`: it could not be stored, and the user knows */
async function add(
  portals: Portals,
  checked: CheckedWebhook,
  name: string,
): Promise<PortalRecord | undefined> {
  const added = await portals.add({ ...checked, name });
  if (added.ok) return added.value;
  void showErrorMessage(describeStoreProblem(added.error));
  return undefined;
}

async function storeAsking(
  portals: Portals,
  checked: CheckedWebhook,
): Promise<PortalRecord | undefined> {
  const twin = await portals.findTwin(checked.webhook, checked.access);
  const choice = twin === undefined ? "add" : await askAboutTwin(twin);
  if (twin !== undefined && choice === "replace") return replaceTwin(portals, twin, checked);
  const name = choice === "add" ? await askName(portals, checked.webhook) : undefined;
  return name === undefined ? undefined : add(portals, checked, name);
}

async function replaceTwin(
  portals: Portals,
  twin: PortalRecord,
  { webhook, access }: CheckedWebhook,
): Promise<PortalRecord | undefined> {
  const replaced = await portals.replaceWebhook(twin.id, webhook, access);
  if (!replaced.ok) {
    void showErrorMessage(describeStoreProblem(replaced.error));
    return undefined;
  }
  await portals.activate(twin.id);
  return portals.find(twin.id) ?? twin;
}

async function askAboutTwin(twin: PortalRecord): Promise<"replace" | "add" | undefined> {
  const replace = { title: vscode.l10n.t("Replace Its Webhook") };
  const add = { title: vscode.l10n.t("Add a Second One") };
  const chosen = await showInformationMessage(
    vscode.l10n.t("“{0}” is this portal already", visibleLine(twin.name)),
    {
      modal: true,
      detail: vscode.l10n.t("It acts as user {0} at {1}.", twin.userId, addressOf(twin)),
    },
    replace,
    add,
  );
  return chosen === replace ? "replace" : chosen === add ? "add" : undefined;
}

async function askName(portals: Portals, webhook: Webhook): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t("Name the portal"),
    prompt: vscode.l10n.t("The name shown in this editor; the portal does not learn it."),
    value: addressOfWebhook(webhook),
    ignoreFocusOut: true,
    validateInput: (typed) => describeNameProblem(typed, portals),
  });
  return name?.trim();
}

export async function confirmAdded(
  record: PortalRecord,
  access: WebhookAccess | undefined,
): Promise<void> {
  if (access === undefined) {
    return offerInspection(
      record,
      vscode.l10n.t("“{0}” was saved without a check.", visibleLine(record.name)),
    );
  }
  if (grantsNoDialogs(access.scopes)) {
    const replace = vscode.l10n.t("Replace Webhook");
    const chosen = await showWarningMessage(
      vscode.l10n.t(
        "The webhook works, but it has none of the scopes “imbot”, “im” and “imopenlines”: dialogs cannot be read with it. Add one in the portal's developer resources.",
      ),
      replace,
    );
    if (chosen === replace) {
      await runCommand(commandIds.replaceWebhook, { portalId: record.id });
    }
    return;
  }
  const user = [visibleLine(access.userName), vscode.l10n.t("user {0}", access.userId)]
    .filter(Boolean)
    .join(", ");
  return offerInspection(
    record,
    vscode.l10n.t("Connected to “{0}” as {1}.", visibleLine(record.name), user),
  );
}

export async function offerInspection(record: PortalRecord, text: string): Promise<void> {
  const inspect = vscode.l10n.t("Inspect Dialog");
  const chosen = await showInformationMessage(text, inspect);
  if (chosen !== inspect) return;
  await runCommand(commandIds.inspectDialog, { portalId: record.id });
}
