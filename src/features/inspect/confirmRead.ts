import * as vscode from "vscode";
import { showWarningMessage } from "../base/messages";
import type { ReadToConfirm } from "../../core/dialog/consent";
import { chatRef, type DialogRef } from "../../core/dialog/dialogId";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { describeEffect, type KnownDialog } from "../../text/readEffects";

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
  asked: ReadToConfirm,
  known: KnownDialog = { name: "", isTyped: false },
): Promise<ReadConsent | undefined> {
  const { question, detail } = describeEffect(asked, ref, portal, known);
  const read = vscode.l10n.t("Read It");
  const always = vscode.l10n.t("Read, and Do Not Ask Again for This Portal");
  const chat = known.isTyped && ref.form === "user" ? chatRef(ref.userId) : undefined;
  const instead = chat === undefined ? undefined : vscode.l10n.t("Inspect {0}", chat.dialogId);
  const chosen = await showWarningMessage(
    question,
    { modal: true, detail },
    read,
    // A bot is asked about each time: whoever is greeted by it is another one in each dialog.
    ...(asked.viewer.kind === "owner" ? [always] : []),
    ...(instead === undefined ? [] : [instead]),
  );
  if (chosen === undefined) return undefined;
  if (chosen === instead && chat !== undefined) return { ref: chat, isForAll: false };
  return { ref, isForAll: chosen === always };
}
