import * as l10n from "@vscode/l10n";
import type { DatedChange, MigrationChange } from "../core/portal/migration/migrations";
import type { OutdatedCall } from "../core/portal/migration/outdatedCalls";
import { wording } from "./language";

/** What is outdated, what takes its place, what changes, and until when, in one paragraph. */
export function describeOutdated(call: OutdatedCall): string {
  switch (call.rule) {
    case "outdated-method": {
      const { from, to, change } = call.migration;
      const successors = to.join(l10n.t(" or "));
      return [
        l10n.t("{0} is outdated; its successor is {1}.", from, successors),
        describeChange(change),
        l10n.t("Parameters are spelled botId, botToken, dialogId. No date for its end is known."),
      ].join(" ");
    }
    case "method-case":
      return l10n.t(
        "Portals know this method only as {0}: in another case they answer ERROR_METHOD_NOT_FOUND.",
        call.exact,
      );
    case "past-date":
      return describeDated(call.change, call.date);
  }
}

const describeChange = wording<MigrationChange>({
  register: () =>
    l10n.t(
      "All parameters move into fields, EVENT_* addresses become fields.webhookUrl with fields.eventMode, CLIENT_ID becomes botToken, and the bot then gets events in the new form.",
    ),
  update: () =>
    l10n.t(
      "All parameters move into fields; another webhookUrl or eventMode renews the subscriptions.",
    ),
  unregister: () => l10n.t("Subscriptions are removed with the bot."),
  botList: () =>
    l10n.t("It lists your own bots only: for all bots of a portal there is no successor."),
  dialogGet: () => l10n.t("It answers as the bot; im.dialog.get answers as the webhook's owner."),
  chatGet: () => l10n.t("It cannot search by entity: im.chat.get can, as the webhook's owner."),
  chatAdd: () => l10n.t("Parameters move into fields; TYPE, ENTITY_TYPE and ENTITY_ID are gone."),
  chatUpdate: () => l10n.t("One method changes fields.title, description, color and avatar."),
  people: () => l10n.t("USERS becomes userIds, USER_ID userId; HIDE_HISTORY is gone."),
  peopleList: () =>
    l10n.t("It answers a list of people instead of ids: at most 200, without an offset."),
  manager: () => l10n.t("IS_MANAGER chooses between two methods."),
  typing: () => l10n.t("statusMessageCode and duration say what is shown, and how long."),
  send: () =>
    l10n.t(
      "The text, ATTACH, KEYBOARD and other parts move into fields; MENU, FROM_USER_ID and TO_USER_ID are gone.",
    ),
  fields: () => l10n.t("The text, ATTACH and KEYBOARD move into fields."),
  deleteMessage: () => l10n.t("COMPLETE becomes complete."),
  reaction: () => l10n.t("ACTION chooses between two methods, and any reaction can be given."),
  command: () =>
    l10n.t(
      "Parameters move into fields, LANG becomes title and params by language; EVENT_COMMAND_ADD is gone.",
    ),
  names: () => l10n.t("Only names change."),
});

const describeDated = wording<DatedChange, [date: string]>({
  flatCommand: (date) => l10n.t("Parameters outside of fields are accepted only until {0}.", date),
  lastEventId: (date) => l10n.t("Until {0} replies had lastEventId; now it is nextOffset.", date),
  longToken: (date) =>
    l10n.t(
      "Tokens of more than 40 characters are refused since {0} (BOT_TOKEN_INVALID_LENGTH). Bots that have one go on working.",
      date,
    ),
  clientIdCode: (date) => l10n.t("Since {0} the code is BOT_TOKEN_NOT_SPECIFIED.", date),
});
