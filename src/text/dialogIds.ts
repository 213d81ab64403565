import * as l10n from "@vscode/l10n";
import type { DialogIdProblem, DialogRef } from "../core/dialog/dialogId";
import type { PortalRecord } from "../core/portal/portalRecord";
import { clip, visibleLine } from "../core/base/visibleText";

export function describeDialogIdProblem(problem: DialogIdProblem): string {
  switch (problem) {
    case "empty":
      return l10n.t("Type a DIALOG_ID, for example chat29.");
    case "zero":
      return l10n.t("Ids begin at 1: the portal refuses 0.");
    case "negative":
      return l10n.t("A DIALOG_ID is never negative.");
    case "notPlainDigits":
      return l10n.t("Write the number in plain digits, for example 1000.");
    case "trailingText":
      return l10n.t("There is something behind the number: a DIALOG_ID ends with its digits.");
    case "noNumber":
      return l10n.t("The number is missing, for example chat29.");
    case "tooLarge":
      return l10n.t("This number is larger than any id of a portal.");
    case "unknownForm":
      return l10n.t("A DIALOG_ID is chat29 for a chat, or 5 for the private dialog with user 5.");
  }
}

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

/** How the dialog came to be asked for. */
export interface KnownDialog {
  /** Of the person, as the portal told in this session; "" when it did not. */
  readonly name: string;
  /** Somebody wrote the id: a bare number may have been meant as a chat's. */
  readonly isTyped: boolean;
}

/** What reading may change at the portal, for the question before it. */
export function describeEffect(
  ref: DialogRef,
  portal: PortalRecord,
  { name, isTyped }: KnownDialog = { name: "", isTyped: true },
): { readonly question: string; readonly detail: string } | undefined {
  switch (ref.form) {
    case "chat":
      return undefined;
    case "user":
      if (String(ref.userId) === portal.userId) {
        return {
          question: l10n.t("Read your own notes?"),
          detail: l10n.t(
            "User {0} owns this webhook, so the id means the personal notes. If they were never opened, the portal creates them.",
            ref.userId,
          ),
        };
      }
      return {
        question:
          name === ""
            ? l10n.t("Read the private dialog with user {0}?", ref.userId)
            : l10n.t(
                "Read the private dialog with {0} (user {1})?",
                clip(visibleLine(name), 60),
                ref.userId,
              ),
        detail: isTyped
          ? l10n.t(
              "A bare number is a user's id. If user {0} and the webhook's owner (user {1}) have no private dialog yet, the portal creates one. If user {0} is a bot, the bot receives ONIMBOTJOINCHAT.\n\nIf you meant a chat, inspect chat{0}: that only reads.",
              ref.userId,
              portal.userId,
            )
          : l10n.t(
              "If user {0} and the webhook's owner (user {1}) have no private dialog yet, the portal creates one. If user {0} is a bot, the bot receives ONIMBOTJOINCHAT.",
              ref.userId,
              portal.userId,
            ),
      };
    case "workgroup":
      return {
        question: l10n.t("Read the chat of workgroup {0}?", ref.workgroupId),
        detail: l10n.t(
          "If workgroup {0} has no chat yet, the portal creates one.",
          ref.workgroupId,
        ),
      };
    case "crm":
      return {
        question: l10n.t("Read the chat of the CRM object {0}?", ref.entity),
        detail: l10n.t(
          "The portal adds the webhook's owner (user {0}) to this chat, where everybody in it can see that. Older portals refuse this form.",
          portal.userId,
        ),
      };
  }
}
