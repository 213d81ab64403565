import * as vscode from "vscode";
import { OneAtATime } from "../../core/base/oneAtATime";
import { BotToken } from "../../core/portal/botToken";
import {
  addressOf,
  addressOfWebhook,
  type PortalRecord,
  type StoredBot,
} from "../../core/portal/portalRecord";
import type { Portals } from "../../core/portal/portals";
import { Webhook } from "../../core/portal/webhook";
import type { WebhookAccess } from "../../core/portal/webhookAccess";
import { visibleLine } from "../../core/base/visibleText";
import { commandIds } from "../../ids";
import { describeNameProblem } from "./portalNames";
import { describeStoreProblem } from "../../text/storeProblems";
import { describeWebhookProblem } from "../../text/webhookProblems";
import {
  checkGiven,
  obtainWebhook,
  type CheckedWebhook,
  type WebhookChecker,
} from "./webhookDialogue";

/**
 * `addPortal({ webhook, name? })`, or without an argument asks for both.
 * @returns the id of the portal; `undefined` when nothing was added
 */
export function registerAddPortal(portals: Portals, check: WebhookChecker): vscode.Disposable {
  const storing = new OneAtATime();
  return vscode.commands.registerCommand(commandIds.addPortal, async (argument?: unknown) => {
    const given = readArgument(argument);
    const checked =
      given === undefined
        ? await obtainWebhook(vscode.l10n.t("Add a Bitrix24 portal"), check)
        : await checkText(given.webhook, check);
    if (checked === undefined) return undefined;
    if (given === undefined) return (await addAsking(portals, checked))?.id;
    const record = await storing.run(() =>
      storeUnasked(portals, checked, given.name || addressOfWebhook(checked.webhook)),
    );
    if (record === undefined) return undefined;
    void confirmAdded(record, checked.access);
    return record.id;
  });
}

/** Adds a portal whose webhook is at hand; asks for its name, and what to do when it is there already. */
export async function addAsking(
  portals: Portals,
  checked: CheckedWebhook,
): Promise<PortalRecord | undefined> {
  const record = await storeAsking(portals, checked);
  if (record !== undefined) void confirmAdded(record, checked.access);
  return record;
}

/** The built-in portal: a webhook like any other, answered without a network. */
export function registerAddDemoPortal(
  portals: Portals,
  check: WebhookChecker,
  demo: DemoAccess,
): vscode.Disposable {
  const storing = new OneAtATime();
  return vscode.commands.registerCommand(commandIds.addDemoPortal, async () => {
    const checked = await checkText(demo.webhook, check);
    if (checked === undefined) return undefined;
    const name = vscode.l10n.t("Northwind Couriers (demo)");
    const record = await storing.run(() => storeUnasked(portals, checked, name));
    if (record === undefined) return undefined;
    // With a bot at hand, what another pair of eyes sees is one click away; without one the demo is still of use.
    const token = BotToken.parse(demo.bot.token);
    if (token !== undefined) await portals.addBot(record.id, demo.bot, token);
    void offerInspection(
      record,
      vscode.l10n.t("The demo portal is ready. Try chat29, chat210 or chat405."),
    );
    return record.id;
  });
}

export interface DemoAccess {
  readonly webhook: string;
  readonly bot: StoredBot & { readonly token: string };
}

interface GivenPortal {
  readonly webhook: string;
  /** "" when none is given. */
  readonly name: string;
}

function readArgument(argument: unknown): GivenPortal | undefined {
  if (typeof argument !== "object" || argument === null || !("webhook" in argument)) {
    return undefined;
  }
  const { webhook } = argument;
  const name = "name" in argument && typeof argument.name === "string" ? argument.name.trim() : "";
  return typeof webhook === "string" ? { webhook, name } : undefined;
}

async function checkText(text: string, check: WebhookChecker): Promise<CheckedWebhook | undefined> {
  const parsed = Webhook.parse(text);
  if (parsed.ok) return checkGiven(parsed.value.webhook, check);
  void vscode.window.showErrorMessage(describeWebhookProblem(parsed.error));
  return undefined;
}

/** For additions that ask nothing: a portal that is stored already gets the webhook anew. */
async function storeUnasked(
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
  void vscode.window.showErrorMessage(describeStoreProblem(added.error));
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
    void vscode.window.showErrorMessage(describeStoreProblem(replaced.error));
    return undefined;
  }
  await portals.activate(twin.id);
  return portals.find(twin.id) ?? twin;
}

async function askAboutTwin(twin: PortalRecord): Promise<"replace" | "add" | undefined> {
  const replace = { title: vscode.l10n.t("Replace Its Webhook") };
  const add = { title: vscode.l10n.t("Add a Second One") };
  const chosen = await vscode.window.showInformationMessage(
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

async function confirmAdded(
  record: PortalRecord,
  access: WebhookAccess | undefined,
): Promise<void> {
  if (access === undefined) {
    return offerInspection(
      record,
      vscode.l10n.t("“{0}” was saved without a check.", visibleLine(record.name)),
    );
  }
  if (access.scopes?.includes("imbot") === false && !access.scopes.includes("im")) {
    const replace = vscode.l10n.t("Replace Webhook");
    const chosen = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        "The webhook works, but it has neither the scope “imbot” nor “im”: dialogs cannot be read with it. Add one in the portal's developer resources.",
      ),
      replace,
    );
    if (chosen === replace) {
      await vscode.commands.executeCommand(commandIds.replaceWebhook, { portalId: record.id });
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

async function offerInspection(record: PortalRecord, text: string): Promise<void> {
  const inspect = vscode.l10n.t("Inspect Dialog");
  const chosen = await vscode.window.showInformationMessage(text, inspect);
  if (chosen !== inspect) return;
  await vscode.commands.executeCommand(commandIds.inspectDialog, { portalId: record.id });
}
