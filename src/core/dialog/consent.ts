import type { PortalRecord } from "../portal/portalRecord";
import { effectOf, type DialogRef } from "./dialogId";
import type { DialogKindWord } from "./dialogKind";
import { viewersOf, type ReadAs, type Viewer } from "./viewer";

/** What a read may do to the portal, beside reading. */
export type ReadEffect =
  | "none"
  /** Of the webhook's owner with a person. */
  | "createsPrivateChat"
  /** Of a bot with a person, who may get a greeting. */
  | "createsBotChat"
  | "createsWorkgroupChat"
  /** The webhook's owner becomes a member, whoever reads. */
  | "joinsCrmChat"
  /** Comment threads and task chats take in a bot that reads them; of others that is not known. */
  | "joinsBot";

/** What is known of a dialog before it is read. */
export interface KnownDialog {
  /** The portal has shown it to the webhook's owner: it was read or listed before, so it exists. */
  readonly isKnown: boolean;
  /** Its chat's number, as the owner's reply said: with that a bot is asked for the same chat, and creates none. */
  readonly chatId?: number | undefined;
  readonly kind?: DialogKindWord | undefined;
}

/** A viewer whose read may change the portal, and how. */
export interface ReadToConfirm {
  readonly viewer: Viewer;
  readonly effect: Exclude<ReadEffect, "none">;
}

/**
 * What reading may change, for each viewer by itself: the owner's private dialog with a person is not the bot's.
 * @see REST brief, corrections A2 and A3
 */
function effectOfRead(ref: DialogRef, viewer: Viewer, known: KnownDialog): ReadEffect {
  const effect = effectOf(ref);
  if (viewer.kind === "owner") {
    const isOver = known.isKnown && effect !== "joinsCrmChat";
    return isOver ? "none" : effect;
  }
  if (known.kind === "comment" || known.kind === "task") return "joinsBot";
  // Nobody has said what it is.
  if (effect === "none" && known.kind === undefined) return "joinsBot";
  if (known.chatId !== undefined) return "none";
  if (effect === "createsPrivateChat") return "createsBotChat";
  return effect === "createsWorkgroupChat" && known.isKnown ? "none" : effect;
}

/**
 * Of those who are to read, the first whom the user is to be asked about.
 * @param isAgreed the user agreed to what this viewer's read may change
 */
export function readToConfirm(
  ref: DialogRef,
  as: ReadAs,
  known: KnownDialog,
  isAgreed: (viewer: Viewer) => boolean,
): ReadToConfirm | undefined {
  // Side by side, the owner's reply says which chat it is and of what kind: a bot is asked for that one, or not at all.
  const isBotLater =
    as.kind === "both" &&
    (effectOf(ref) === "none" ? known.kind === undefined : known.chatId === undefined);
  for (const viewer of viewersOf(as)) {
    if (viewer === undefined || isAgreed(viewer) || (isBotLater && viewer.kind === "bot")) continue;
    const effect = effectOfRead(ref, viewer, known);
    if (effect !== "none") return { viewer, effect };
  }
  return undefined;
}

/** What was agreed to for a whole portal was agreed to for the owner's eyes; of a bot each dialog is asked about. */
export function agreedForPortal({
  readsWithoutAsking,
}: Pick<PortalRecord, "readsWithoutAsking">): (viewer: Viewer) => boolean {
  return (viewer) => readsWithoutAsking && viewer.kind === "owner";
}
