import type * as vscode from "vscode";
import type { ChatOwner } from "../../core/dialog/chatOwner";
import type { DialogRef } from "../../core/dialog/dialogId";
import type { CommandActionId } from "../../panel/protocol/panelView";
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
  /** Of the link that names it. */
  readonly linkHost?: string;
}

/** What helps against a failure: the box closes for it. */
export interface RemedyChoice {
  readonly type: "remedy";
  readonly remedy: CommandActionId;
  /** Where the portal has moved. */
  readonly newOrigin: string | undefined;
}

export type RowChoice =
  | DialogRowChoice
  /** Look for the chats of something. */
  | { readonly type: "chats"; readonly owner: ChatOwner; readonly portal?: PortalRecord }
  /** Add the portal that a link leads to, and come back. */
  | { readonly type: "addPortal" }
  | { readonly type: "searchChats"; readonly text: string }
  | RemedyChoice
  | { readonly type: "clipboard" | "cancel" | "retry" };
