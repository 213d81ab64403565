import * as l10n from "@vscode/l10n";
import type { DialogRef } from "../core/dialog/dialogId";
import type { PortalRecord } from "../core/portal/portalRecord";

/** A title for a dialog whose chat has none. */
export function substituteTitle(ref: DialogRef, portal: PortalRecord | undefined): string {
  switch (ref.form) {
    case "user":
      return String(ref.userId) === portal?.userId
        ? l10n.t("Notes")
        : l10n.t("Private dialog with user {0}", ref.userId);
    case "workgroup":
      return l10n.t("Chat of workgroup {0}", ref.workgroupId);
    case "crm":
      return l10n.t("Chat of {0}", ref.entity);
    case "chat":
      return l10n.t("Chat {0}", ref.chatId);
  }
}
