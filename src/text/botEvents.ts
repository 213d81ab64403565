import * as l10n from "@vscode/l10n";
import type { DumpForm } from "../core/dialog/events/dump";
import type { KeyCheck } from "../core/dialog/events/eventKeys";
import type { EventReading } from "../core/dialog/events/eventReading";
import { visibleLine } from "../core/base/visibleText";
import { wording } from "./language";

/** What happened, in a sentence: who, where. */
export function whatHappened(reading: EventReading): string {
  const who = personLabel(reading);
  const where = dialogLabel(reading);
  switch (reading.kind) {
    case "messageAdd":
      return l10n.t("{0} sent a message in {1}.", who, where);
    case "messageUpdate":
      return l10n.t("{0} changed a message in {1}.", who, where);
    case "messageDelete":
      return l10n.t("{0} deleted a message in {1}.", who, where);
    case "joinChat":
      return reading.dialog.isPrivate
        ? l10n.t("The bot's private dialog with {0} was created.", who)
        : l10n.t("{0} added the bot to {1}.", who, where);
    case "contextGet":
      return l10n.t("{0} opened {1} with a context for the bot.", who, where);
    case "commandAdd":
      return l10n.t("{0} sent the command {1} in {2}.", who, visibleLine(reading.command), where);
    case "reactionChange": {
      const code = visibleLine(reading.reaction.code);
      return reading.reaction.isTaken
        ? l10n.t("{0} took back the reaction “{1}” in {2}.", who, code, where)
        : l10n.t("{0} left the reaction “{1}” in {2}.", who, code, where);
    }
    case "botDelete":
      return l10n.t("The bot was deleted from the portal.");
    case undefined:
      return reading.name === ""
        ? l10n.t("The data of an event, without its name.")
        : l10n.t("Bots are not documented to get {0}.", visibleLine(reading.name));
  }
}

function personLabel({ person }: EventReading): string {
  const name = visibleLine(person.name);
  if (name === "" && person.id === "") return l10n.t("Somebody");
  return name === ""
    ? l10n.t("User {0}", visibleLine(person.id))
    : `${name} (${visibleLine(person.id)})`;
}

/** The chat's number first: it means the same for everybody. */
export function dialogLabel({ dialog }: EventReading): string {
  const id = dialog.chat?.dialogId ?? visibleLine(dialog.asSent);
  const title = visibleLine(dialog.title);
  if (dialog.rivals.length > 0) return l10n.t("one of several chats, {0}", rivalsText(dialog));
  if (id === "") return l10n.t("an unknown dialog");
  if (dialog.isPrivate) return l10n.t("the bot's private dialog, {0}", id);
  return title === "" ? id : l10n.t("“{0}”, {1}", title, id);
}

function rivalsText({ rivals }: EventReading["dialog"]): string {
  return rivals
    .slice(0, 5)
    .map(({ dialogId }) => dialogId)
    .join(", ");
}

/** What one has to know to read it right, one string a paragraph. */
export function whatToKnow(reading: EventReading): readonly string[] {
  const { dialog, bots, isCut, isDoubtful, repeated, secrets, delivery, generation } = reading;
  const hasAccess = secrets.some(({ key }) => key.toLowerCase() === "access_token");
  return [
    dialogToKnow(dialog),
    bots.length > 1
      ? l10n.t("One request names {0} bots of the application: each has to act.", bots.length)
      : "",
    delivery === "handler" && !hasAccess && !isCut
      ? l10n.t(
          "There is no access_token: the bot was registered with a webhook, or nobody caused the event. The bot calls with its own webhook or token.",
        )
      : "",
    generation === 1 && reading.kind === "messageAdd" && !dialog.isPrivate
      ? l10n.t(
          "In a group chat most bots get a message only when they are mentioned; the mention is cut out of MESSAGE, and MESSAGE_ORIGINAL has it.",
        )
      : "",
    isCut
      ? l10n.t("The text ends before the event does: what is missing may only be cut off.")
      : "",
    isDoubtful
      ? l10n.t(
          "Part of its text looks like keys, and this form escapes nothing: which is which cannot be known. Take the event as JSON, or as the encoded body, to be sure.",
        )
      : "",
    repeated.length > 0
      ? l10n.t(
          "Found twice, and the last one counts: {0}.",
          repeated.slice(0, 10).map(visibleLine).join(", "),
        )
      : "",
    secrets.length > 0
      ? l10n.t(
          "Secrets are hidden here and in all that is copied from this page: {0}. The text that you pasted still has them.",
          [...new Set(secrets.map(({ key }) => visibleLine(key)))].slice(0, 10).join(", "),
        )
      : "",
  ].filter(Boolean);
}

function dialogToKnow(dialog: EventReading["dialog"]): string {
  const sent = visibleLine(dialog.asSent);
  if (dialog.rivals.length > 0) {
    return l10n.t(
      "The event names several chats: {0}. Which of them is meant cannot be known.",
      rivalsText(dialog),
    );
  }
  if (!dialog.isPrivate) return "";
  return dialog.chat === undefined
    ? l10n.t(
        "The DIALOG_ID {0} is the person as the bot sees it, and this event does not have the number of the chat. For the owner of a webhook {0} is another dialog: read this one as the bot.",
        sent,
      )
    : l10n.t(
        "The DIALOG_ID {0} is the person as the bot sees it. For the owner of a webhook {0} is another dialog, their own with this person, which may be created by being read. {1} is the chat of this event, for every reader.",
        sent,
        dialog.chat.dialogId,
      );
}

/** What the handler or the bot has to do now, in order. */
export function whatToAnswer(reading: EventReading): readonly string[] {
  const { delivery, eventId, kind, generation, dialog, keys } = reading;
  const sent = visibleLine(dialog.asSent);
  if (delivery === "fetch") {
    const next = /^\d{1,15}$/.test(eventId) ? String(Number(eventId) + 1) : "nextOffset";
    return [
      l10n.t(
        "Nobody waits for an answer. After handling the event, the bot fetches the next ones with the offset {0}: that deletes this one and all before it.",
        next,
      ),
      ...reply(),
    ];
  }
  const hasToken = keys.some(
    ({ path, state }) => path === "auth.application_token" && state === "there",
  );
  return [
    hasToken
      ? l10n.t(
          "Compare auth[application_token] with the one that you stored, in constant time, and do nothing for strangers.",
        )
      : l10n.t(
          "Without auth[application_token] the handler cannot tell the portal from a stranger: do nothing.",
        ),
    l10n.t(
      "Answer with HTTP 200 at once, with any body, and work afterwards: there is no second delivery, and slow handlers are called later and later.",
    ),
    ...reply(),
  ];

  function reply(): readonly string[] {
    switch (kind) {
      case "messageAdd":
      case "joinChat":
      case "contextGet":
        if (sent === "" || dialog.rivals.length > 0) return [];
        return [
          generation === 1
            ? l10n.t("To write there, call {0} with DIALOG_ID {1}.", "imbot.message.add", sent)
            : l10n.t(
                "To write there, call {0} with dialogId {1}.",
                "imbot.v2.Chat.Message.send",
                sent,
              ),
        ];
      case "commandAdd":
        return [
          l10n.t(
            "To answer the command, call {0} with the ids of the command and of the message.",
            generation === 1 ? "imbot.command.answer" : "imbot.v2.Command.answer",
          ),
        ];
      default:
        return [];
    }
  }
}

export function generationLabel({ generation }: EventReading): string {
  return generation === 1 ? l10n.t("first (imbot.*)") : l10n.t("second (imbot.v2.*)");
}

export const formLabel = wording<DumpForm>({
  form: () => l10n.t("body of a request"),
  json: () => "JSON",
  printR: () => "print_r (PHP)",
  varExport: () => "var_export (PHP)",
  varDump: () => "var_dump (PHP)",
  python: () => l10n.t("Python or JavaScript"),
  other: () => l10n.t("another form"),
});

/** What is to be said of a key, beyond its state. */
export function keyNote({ state, found = "", path }: KeyCheck, isCut: boolean): string {
  switch (state) {
    case "there":
      return "";
    case "missing":
      return isCut ? l10n.t("It may be cut off.") : missingNote(path);
    case "otherCase":
      return l10n.t("Here it is {0}: portals write it as on the left.", visibleLine(found));
    case "otherType":
      return l10n.t("Portals send it in another type: the text was decoded and written again.");
    case "noDialogId":
      return l10n.t("No DIALOG_ID has this form.");
    case "otherGeneration":
      return l10n.t("It belongs to events of the other generation.");
  }
}

function missingNote(path: string): string {
  return path.startsWith("auth.")
    ? l10n.t("Portals always send it. Some logs leave it out on purpose.")
    : l10n.t("Portals send it with this event.");
}
