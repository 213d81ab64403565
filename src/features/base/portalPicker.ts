import * as vscode from "vscode";
import { objectOf } from "../../core/base/json";
import { showErrorMessage, showInformationMessage } from "./messages";
import { addressOf, type PortalRecord } from "../../core/portal/portalRecord";
import type { Portals } from "../../core/portal/portals";
import { visibleLine } from "../../core/base/visibleText";
import { commandIds } from "../../ids";
import { plainItem } from "./plainLabel";

/** The portal that a command's argument names, `{ portalId }`; `undefined`: it names none. */
export function portalOfArgument(
  portals: Portals,
  argument: unknown,
): PortalRecord | "gone" | undefined {
  const { portalId } = objectOf(argument);
  if (portalId === undefined || portalId === null) return undefined;
  return portals.list().find(({ id }) => id === portalId) ?? "gone";
}

/**
 * The portal that a command is for: the named one, else what `otherwise` finds. Nothing is done
 * to another portal in the name of one that is gone.
 */
export async function portalFor(
  portals: Portals,
  argument: unknown,
  otherwise: () => Promise<PortalRecord | undefined>,
): Promise<PortalRecord | undefined> {
  const named = portalOfArgument(portals, argument);
  if (named !== "gone") return named ?? otherwise();
  void showErrorMessage(vscode.l10n.t("The portal was removed."));
  return undefined;
}

/** The named portal, else the active one; where there is none, ways to one are offered. */
export async function namedOrActive(
  portals: Portals,
  argument: unknown,
): Promise<PortalRecord | undefined> {
  return portalFor(portals, argument, async () => portals.active() ?? offerFirstPortal(portals));
}

/** Asks which portal is meant, the active one first; with a single one there is nothing to ask. */
export async function pickPortal(
  portals: Portals,
  title: string,
  offered: readonly PortalRecord[] = portals.list(),
): Promise<PortalRecord | undefined> {
  if (offered.length === 0) return offerFirstPortal(portals);
  if (offered.length === 1) return offered[0];
  const active = portals.active();
  const isActive = ({ id }: PortalRecord): boolean => id === active?.id;
  const ordered = [...offered.filter(isActive), ...offered.filter((record) => !isActive(record))];
  const picked = await vscode.window.showQuickPick(
    ordered.map((record) => ({ ...portalItem(record, isActive(record)), record })),
    { title, matchOnDescription: true },
  );
  return picked?.record;
}

export function portalItem(record: PortalRecord, isActive: boolean): vscode.QuickPickItem {
  const user = vscode.l10n.t("user {0}", record.userId);
  return plainItem({
    label: visibleLine(record.name),
    description: `${addressOf(record)} · ${user}${isActive ? ` · ${vscode.l10n.t("active")}` : ""}`,
    iconPath: new vscode.ThemeIcon(isActive ? "check" : "plug"),
  });
}

/** Nobody has a portal at first; both ways to one are a click away. */
export async function offerFirstPortal(portals: Portals): Promise<PortalRecord | undefined> {
  const add = vscode.l10n.t("Add Portal");
  const demo = vscode.l10n.t("Try the Demo Portal");
  const chosen = await showInformationMessage(
    vscode.l10n.t(
      "There is no portal yet. Add yours with a webhook, or try the built-in demo portal: it needs no account and no network.",
    ),
    add,
    demo,
  );
  if (chosen === undefined) return undefined;
  await vscode.commands.executeCommand(
    chosen === add ? commandIds.addPortal : commandIds.addDemoPortal,
  );
  return portals.active();
}
