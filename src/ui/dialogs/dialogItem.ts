import type * as vscode from "vscode";
import type { CrmObject } from "../../core/dialog/crmObject";
import type { DialogRef } from "../../core/dialog/dialogId";

/** A row of the box that asks for a dialog. */
export interface DialogItem extends vscode.QuickPickItem {
  /** Absent: a line that says something and cannot be chosen. */
  readonly choice?: RowChoice;
}

export type RowChoice =
  /** `isTyped`: somebody wrote the id, here or where it was found. */
  | { readonly type: "dialog"; readonly ref: DialogRef; readonly isTyped: boolean }
  | { readonly type: "crmObject"; readonly object: CrmObject }
  | { readonly type: "clipboard" | "cancel" | "retry" | "replaceWebhook" };
