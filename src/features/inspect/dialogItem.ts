import type * as vscode from "vscode";
import type { CrmObject } from "../../core/dialog/crmObject";
import type { DialogRef } from "../../core/dialog/dialogId";
import type { PortalRecord } from "../../core/portal/portalRecord";

/** A row of the box that asks for a dialog. */
export interface DialogItem extends vscode.QuickPickItem {
  /** Absent: a line that says something and cannot be chosen. */
  readonly choice?: RowChoice;
}

export interface DialogRowChoice {
  readonly type: "dialog";
  readonly ref: DialogRef;
  /** Somebody wrote the id, here or where it was found. */
  readonly isTyped: boolean;
  /** The portal that a link leads to; absent: the one that the box is about. */
  readonly portal?: PortalRecord;
}

export type RowChoice =
  | DialogRowChoice
  | { readonly type: "crmObject"; readonly object: CrmObject }
  | { readonly type: "clipboard" | "cancel" | "retry" | "replaceWebhook" };
