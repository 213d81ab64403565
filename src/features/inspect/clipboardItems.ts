import * as vscode from "vscode";
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
