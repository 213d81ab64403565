import * as vscode from "vscode";
import { chatRef, type DialogRef } from "../../core/dialog/dialogId";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { describeEffect, type KnownDialog } from "../../text/dialogIds";

export interface ReadConsent {
  /** The dialog to read: another one when the user chose the chat of the same number. */
  readonly ref: DialogRef;
  /** The user does not want to be asked again for this portal. */
  readonly isForAll: boolean;
}

/** Asks before a read that may change the portal; `undefined`: the user decided against it. */
export async function confirmRead(
  portal: PortalRecord,
  ref: DialogRef,
  known: KnownDialog,
): Promise<ReadConsent | undefined> {
  const effect = describeEffect(ref, portal, known);
  if (effect === undefined) return { ref, isForAll: false };
  const read = vscode.l10n.t("Read It");
  const always = vscode.l10n.t("Read, and Do Not Ask Again for This Portal");
  const chat = known.isTyped && ref.form === "user" ? chatRef(ref.userId) : undefined;
  const instead = chat === undefined ? undefined : vscode.l10n.t("Inspect {0}", chat.dialogId);
  const chosen = await vscode.window.showWarningMessage(
    effect.question,
    { modal: true, detail: effect.detail },
    read,
    always,
    ...(instead === undefined ? [] : [instead]),
  );
  if (chosen === undefined) return undefined;
  if (chosen === instead && chat !== undefined) return { ref: chat, isForAll: false };
  return { ref, isForAll: chosen === always };
}
