import * as l10n from "@vscode/l10n";
import type { DialogIdProblem, DialogRef } from "../core/dialog/dialogId";
import type { PortalRecord } from "../core/portal/portalRecord";
import { wording } from "./language";

export const describeDialogIdProblem = wording<DialogIdProblem>({
  empty: () => l10n.t("Type a DIALOG_ID, for example chat29."),
  zero: () => l10n.t("Ids begin at 1: the portal refuses 0."),
  negative: () => l10n.t("A DIALOG_ID is never negative."),
  notPlainDigits: () => l10n.t("Write the number in plain digits, for example 1000."),
  trailingText: () =>
    l10n.t("There is something behind the number: a DIALOG_ID ends with its digits."),
  noNumber: () => l10n.t("The number is missing, for example chat29."),
  tooLarge: () => l10n.t("This number is larger than any id of a portal."),
  unknownForm: () =>
    l10n.t("A DIALOG_ID is chat29 for a chat, or 5 for the private dialog with user 5."),
});

/** What a look-up of this id reads. */
export function describeRef(ref: DialogRef, portal: PortalRecord): string {
  switch (ref.form) {
    case "chat":
      return l10n.t("Chat {0}, only read", ref.chatId);
    case "user":
      return String(ref.userId) === portal.userId
        ? l10n.t("Your own notes, created if there are none")
        : l10n.t("Private dialog with user {0}, created if there is none", ref.userId);
    case "workgroup":
      return l10n.t("Chat of workgroup {0}, created if there is none", ref.workgroupId);
    case "crm":
      return l10n.t("Chat of the CRM object {0}; reading joins it", ref.entity);
  }
}
