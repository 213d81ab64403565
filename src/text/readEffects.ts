import * as l10n from "@vscode/l10n";
import { clip, visibleLine } from "../core/base/visibleText";
import type { ReadToConfirm } from "../core/dialog/consent";
import type { DialogRef } from "../core/dialog/dialogId";
import type { PortalRecord } from "../core/portal/portalRecord";
import { botName } from "./viewers";

/** How the dialog came to be asked for. */
export interface KnownDialog {
  /** Of the person, as the portal told in this session; "" when it did not. */
  readonly name: string;
  /** Somebody wrote the id: a bare number may have been meant as a chat's. */
  readonly isTyped: boolean;
}

export interface EffectText {
  readonly question: string;
  readonly detail: string;
}

/** What reading may change at the portal, for the question before it. */
export function describeEffect(
  { viewer, effect }: ReadToConfirm,
  ref: DialogRef,
  portal: PortalRecord,
  known: KnownDialog = { name: "", isTyped: true },
): EffectText {
  const detail = (): string => detailOf(effect, ref, portal, known);
  if (viewer.kind === "owner")
    return { question: ownersQuestion(ref, portal, known), detail: detail() };
  const bot = botName(portal, viewer.botId);
  return {
    question: l10n.t("Read {0} as bot {1}?", dialogName(ref, known), bot),
    detail: botsDetail(effect, ref, bot) ?? detail(),
  };
}

function dialogName({ dialogId }: DialogRef, { name }: KnownDialog): string {
  return name === "" ? dialogId : l10n.t("“{0}” ({1})", clip(visibleLine(name), 60), dialogId);
}

function botsDetail(
  effect: ReadToConfirm["effect"],
  ref: DialogRef,
  bot: string,
): string | undefined {
  switch (effect) {
    case "createsBotChat":
      return l10n.t(
        "This means the private dialog of bot {0} with user {1}, not the webhook owner's. If there is none yet, the portal creates it, and the bot gets the event: it may greet user {1} with a message.",
        bot,
        ref.form === "user" ? ref.userId : ref.dialogId,
      );
    case "joinsBot":
      return l10n.t(
        "If this is a comment thread or a task chat, the portal may add bot {0} to it because the bot reads it, without a message there, and the bot gets the event.",
        bot,
      );
    default:
      return undefined;
  }
}

function ownersQuestion(ref: DialogRef, portal: PortalRecord, { name }: KnownDialog): string {
  switch (ref.form) {
    case "user":
      if (String(ref.userId) === portal.userId) return l10n.t("Read your own notes?");
      return name === ""
        ? l10n.t("Read the private dialog with user {0}?", ref.userId)
        : l10n.t(
            "Read the private dialog with {0} (user {1})?",
            clip(visibleLine(name), 60),
            ref.userId,
          );
    case "workgroup":
      return l10n.t("Read the chat of workgroup {0}?", ref.workgroupId);
    case "crm":
      return l10n.t("Read the chat of the CRM object {0}?", ref.entity);
    case "chat":
      return l10n.t("Read chat {0}?", ref.chatId);
  }
}

function detailOf(
  effect: ReadToConfirm["effect"],
  ref: DialogRef,
  portal: PortalRecord,
  { isTyped }: KnownDialog,
): string {
  switch (effect) {
    case "createsPrivateChat":
      return privateDetail(ref.form === "user" ? ref.userId : 0, portal, isTyped);
    case "createsWorkgroupChat":
      return l10n.t(
        "If workgroup {0} has no chat yet, the portal creates one.",
        ref.form === "workgroup" ? ref.workgroupId : ref.dialogId,
      );
    case "joinsCrmChat":
      return l10n.t(
        "The portal adds the webhook's owner (user {0}) to this chat, where everybody in it can see that. The methods that read for the owner refuse this form; only a bot's method takes it.",
        portal.userId,
      );
    case "createsBotChat":
    case "joinsBot":
      // Of bots only, which are named.
      return "";
  }
}

function privateDetail(userId: number, portal: PortalRecord, isTyped: boolean): string {
  if (String(userId) === portal.userId) {
    return l10n.t(
      "User {0} owns this webhook, so the id means the personal notes. If they were never opened, the portal creates them.",
      userId,
    );
  }
  return isTyped
    ? l10n.t(
        "A bare number is a user's id. If user {0} and the webhook's owner (user {1}) have no private dialog yet, the portal creates one. If user {0} is a bot, the bot receives ONIMBOTJOINCHAT and may post its welcome text.\n\nIf you meant a chat, inspect chat{0}: that only reads.",
        userId,
        portal.userId,
      )
    : l10n.t(
        "If user {0} and the webhook's owner (user {1}) have no private dialog yet, the portal creates one. If user {0} is a bot, the bot receives ONIMBOTJOINCHAT and may post its welcome text.",
        userId,
        portal.userId,
      );
}
