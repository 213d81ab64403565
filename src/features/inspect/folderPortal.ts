import * as vscode from "vscode";
import { visibleLine } from "../../core/base/visibleText";
import { readText } from "../../core/dialog/mentions/readText";
import { addressOf, type PortalRecord } from "../../core/portal/portalRecord";
import { commandIds, settingsSection } from "../../ids";
import type { Services } from "../../services";
import { runCommand } from "../base/commands";
import { portalSetting } from "../base/documentPortals";
import { showErrorMessage } from "../base/messages";
import { plainItem } from "../base/plainLabel";
import { portalItem } from "../base/portalPicker";

const askedKey = "portal.askedFolders";
const mostAsked = 100;

/**
 * The portal of code whose folder names none, or one that is not stored: asked once, the answer is the folder's setting.
 * @param text what is inspected: a link says itself where it leads
 * @returns `undefined`: nothing is to be inspected
 */
export async function portalOfFolder(
  services: Services,
  uri: vscode.Uri,
  active: PortalRecord,
  text: string,
): Promise<PortalRecord | undefined> {
  if (readText(text).some(({ host }) => host !== undefined)) return active;
  const { workspaceState } = services;
  const question = `${uri.toString()} ${portalSetting(uri)}`;
  const stored: unknown = workspaceState.get(askedKey);
  const asked = Array.isArray(stored) ? (stored as readonly unknown[]) : [];
  if (asked.includes(question)) return active;
  const answer = await ask(services, uri, active);
  if (answer === undefined) return undefined;
  await workspaceState.update(askedKey, [...asked, question].slice(-mostAsked));
  if (answer.isKept !== true) return answer.portal;
  try {
    await vscode.workspace
      .getConfiguration(settingsSection, uri)
      .update("portal", addressOf(answer.portal), vscode.ConfigurationTarget.WorkspaceFolder);
  } catch (error) {
    // A folder that cannot be written. What was asked for is looked up all the same.
    void showErrorMessage(error instanceof Error ? error.message : String(error));
  }
  return answer.portal;
}

interface Answer {
  readonly portal: PortalRecord;
  readonly isKept?: boolean;
}

async function ask(
  { portals }: Services,
  uri: vscode.Uri,
  active: PortalRecord,
): Promise<Answer | undefined> {
  const named = visibleLine(portalSetting(uri));
  const name = visibleLine(vscode.workspace.getWorkspaceFolder(uri)?.name ?? "");
  const others = portals.list().filter(({ id }) => id !== active.id);
  const stored = [active, ...others].map((portal) => ({
    ...portalItem(portal, portal === active),
    answer: { portal, isKept: true },
  }));
  const add = { label: vscode.l10n.t("Add {0}", named), iconPath: new vscode.ThemeIcon("add") };
  const neither = {
    label: vscode.l10n.t("Whichever portal is active"),
    iconPath: new vscode.ThemeIcon("circle-slash"),
  };
  const rows: readonly (vscode.QuickPickItem & { readonly answer?: Answer })[] = [
    ...(named === "" ? [] : [add]),
    ...stored,
    { ...neither, answer: { portal: active } },
  ];
  const picked = await vscode.window.showQuickPick(rows.map(plainItem), {
    title:
      named === ""
        ? vscode.l10n.t("Which portal does the code of “{0}” work with?", name)
        : vscode.l10n.t(
            "The code of “{0}” works with {1}, a portal you have not added",
            name,
            named,
          ),
    placeHolder: vscode.l10n.t("Asked once, and kept in the folder's settings (bitrix24.portal)"),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (picked === undefined || picked.answer !== undefined) return picked?.answer;
  const id = await runCommand(commandIds.addPortal);
  const portal = typeof id === "string" ? portals.find(id) : undefined;
  return portal === undefined ? undefined : { portal };
}
