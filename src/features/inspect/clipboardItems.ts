import * as vscode from "vscode";
import type { CrmObjectMention } from "../../core/dialog/crmObject";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { crmObjectItem } from "./crmChatItems";
import type { DialogItem } from "./dialogItem";

/** Where the clipboard is read only when the user says so. */
export function clipboardItem(): DialogItem {
  return {
    label: vscode.l10n.t("Take the id from the clipboard"),
    iconPath: new vscode.ThemeIcon("clippy"),
    choice: { type: "clipboard" },
  };
}

export function emptyClipboardItem(): DialogItem {
  return {
    label: vscode.l10n.t("There is no DIALOG_ID on the clipboard"),
    iconPath: new vscode.ThemeIcon("warning"),
    alwaysShow: true,
  };
}

export function copiedObjectItem(mention: CrmObjectMention, portal: PortalRecord): DialogItem {
  return crmObjectItem(mention, portal, vscode.l10n.t("on the clipboard"));
}
