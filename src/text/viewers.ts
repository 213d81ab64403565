import * as l10n from "@vscode/l10n";
import type { Viewer, ReadAs } from "../core/dialog/viewer";
import type { PortalRecord } from "../core/portal/portalRecord";
import { visibleLine } from "../core/base/visibleText";

/** Who reads, inside a sentence: `user 1`, `bot Helper`. */
export function viewerName(viewer: Viewer, portal: PortalRecord | undefined): string {
  return viewer.kind === "owner"
    ? l10n.t("user {0}", portal?.userId ?? "")
    : l10n.t("bot {0}", botName(portal, viewer.botId));
}

/** For a row of the sidebar: with whose eyes the dialog is shown. */
export function readAsLabel(as: ReadAs, portal: PortalRecord | undefined): string {
  const owner = viewerName({ kind: "owner" }, portal);
  if (as.kind === "owner") return l10n.t("Read as {0}", owner);
  const bot = viewerName({ kind: "bot", botId: as.botId }, portal);
  return as.kind === "bot"
    ? l10n.t("Read as {0}", bot)
    : l10n.t("Read as {0} and as {1}", owner, bot);
}

/** For a button of the panel: with whose eyes the dialog is shown. */
export function shortViewers(as: ReadAs, portal: PortalRecord | undefined): string {
  const owner = viewerName({ kind: "owner" }, portal);
  if (as.kind === "owner") return l10n.t("as {0}", owner);
  const bot = viewerName({ kind: "bot", botId: as.botId }, portal);
  return as.kind === "bot"
    ? l10n.t("as {0}", bot)
    : l10n.t("as user {0} and {1}", portal?.userId ?? "", botName(portal, as.botId));
}

/** Whose rights a call had, for the facts about an answer. */
export function actsAs(viewer: Viewer, portal: PortalRecord | undefined): string {
  return viewer.kind === "owner"
    ? l10n.t("User {0}, owner of the webhook", portal?.userId ?? "")
    : l10n.t("Bot {0} ({1}), by its token", botName(portal, viewer.botId), viewer.botId);
}

/** The bot's name, or its id where the portal did not tell one. */
export function botName(portal: PortalRecord | undefined, botId: number): string {
  const name = portal?.bots?.find((bot) => bot.botId === botId)?.name ?? "";
  return visibleLine(name) || String(botId);
}
