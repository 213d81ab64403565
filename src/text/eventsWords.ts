import * as l10n from "@vscode/l10n";
import { visibleLine } from "../core/base/visibleText";
import type { EventKind } from "../core/dialog/events/eventNames";
import type { EventsFacts } from "../core/diagnosis/eventsReport";
import { numberText, plural } from "./language";

export function nameOfBot({ name, botId }: Pick<EventsFacts, "name" | "botId">): string {
  return visibleLine(name) || l10n.t("Bot {0}", botId);
}

/** `14 events`, of which there may be more than can be seen. */
export function countText({ backlog }: EventsFacts): string {
  if (backlog?.ok !== true) return "";
  const { events, hasMore } = backlog.value;
  const count = numberText(events.length);
  if (hasMore) return l10n.t("{0} events or more", count);
  return plural(events.length, {
    one: l10n.t("{0} event", count),
    few: l10n.t({ message: "{0} events", args: [count], comment: ["few"] }),
    many: l10n.t("{0} events", count),
  });
}

/** `6 min`, `2 h`: how long something waits. */
export function ageText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 90) return l10n.t("{0} s", numberText(seconds));
  const minutes = Math.round(seconds / 60);
  return minutes < 90
    ? l10n.t("{0} min", numberText(minutes))
    : l10n.t("{0} h", numberText(Math.round(minutes / 60)));
}

/** Whether the portal calls a handler for the bot. */
export function isCalled({ bot }: EventsFacts): boolean {
  return bot?.ok === true && bot.value.eventMode === "webhook";
}

/** What happened, in a few words; a name that is not known stays as it came. */
export function eventLabel(kind: EventKind | undefined, name: string): string {
  switch (kind) {
    case "messageAdd":
      return l10n.t("New message");
    case "messageUpdate":
      return l10n.t("Message edited");
    case "messageDelete":
      return l10n.t("Message deleted");
    case "joinChat":
      return l10n.t("Added to a chat");
    case "commandAdd":
      return l10n.t("Command");
    case "contextGet":
      return l10n.t("Opened with a context");
    case "reactionChange":
      return l10n.t("Reaction");
    case "botDelete":
      return l10n.t("Bot deleted");
    case undefined:
      return visibleLine(name) || l10n.t("Unknown event");
  }
}
