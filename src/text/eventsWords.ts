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
  return kind === undefined ? visibleLine(name) || l10n.t("Unknown event") : eventLabels[kind]();
}

const eventLabels: Readonly<Record<EventKind, () => string>> = {
  messageAdd: () => l10n.t("New message"),
  messageUpdate: () => l10n.t("Message edited"),
  messageDelete: () => l10n.t("Message deleted"),
  joinChat: () => l10n.t("Added to a chat"),
  commandAdd: () => l10n.t("Command"),
  contextGet: () => l10n.t("Opened with a context"),
  reactionChange: () => l10n.t("Reaction"),
  botDelete: () => l10n.t("Bot deleted"),
};
