import * as l10n from "@vscode/l10n";
import { initialsOf, isPortalPicture, pictureSources } from "../../core/dialog/avatar";
import { messengerUrl } from "../../core/dialog/links";
import { hostOf } from "../../core/portal/portalRecord";
import { clip, visibleLine } from "../../core/base/visibleText";
import { substituteTitle } from "../../text/dialogIds";
import { lookOfKind } from "../../text/dialogKinds";
import type { PanelHeader } from "../protocol/panelView";
import { readingOf, type PanelSubject } from "./panelSubject";

const tabLength = 60;
const portalInTabLength = 30;

/** Id and title, and the portal where it is not the active one. */
export function tabTitleOf(subject: PanelSubject): string {
  const { ref, isActivePortal, portal } = subject;
  const name = isActivePortal ? "" : visibleLine(portal?.name ?? "");
  const suffix = name === "" ? "" : ` · ${clip(name, portalInTabLength)}`;
  const own = ownTitleOf(subject);
  const title = own === "" ? titleOf(subject) : `${ref.dialogId} ${own}`;
  return clip(title, tabLength - suffix.length) + suffix;
}

/** Never empty, and on one line. */
function titleOf(subject: PanelSubject): string {
  return ownTitleOf(subject) || substituteTitle(subject.ref, subject.portal);
}

/**
 * The chat's title, or in a private dialog the other person's name; "" when neither is known. While there is no
 * answer, and after a refusal, a dialog is still called what it was called.
 */
export function ownTitleOf({ ref, portal, state, knownTitle }: PanelSubject): string {
  const reading = readingOf(state);
  const isNotes = reading?.dialog.kind?.word === "notes";
  const own = reading?.dialog.title ?? "";
  const told = own !== "" || isNotes ? own : (reading?.companion?.name ?? "");
  const isOwnNotes = isNotes || (ref.form === "user" && String(ref.userId) === portal?.userId);
  const isUntold = reading === undefined || (told === "" && ref.form === "user");
  return clip(visibleLine(isUntold && !isOwnNotes ? knownTitle : told), 300);
}

export function headerView(subject: PanelSubject): PanelHeader {
  const { ref, portal, state, isDemo } = subject;
  const reading = readingOf(state);
  const kind = reading?.dialog.kind;
  const imageUrl = pictureOf(subject);
  const color = reading?.companion?.color ?? reading?.dialog.color;
  return {
    title: titleOf(subject),
    dialogId: ref.dialogId,
    portal: {
      name: portal === undefined ? l10n.t("Removed portal") : visibleLine(portal.name),
      host: portal === undefined ? "" : hostOf(portal),
      ...(portal === undefined || isDemo ? {} : { url: messengerUrl(portal.origin, ref.dialogId) }),
    },
    avatar: {
      initials: initialsOf(ownTitleOf(subject)),
      ...(color === undefined ? {} : { color }),
      ...(imageUrl === undefined ? {} : { imageUrl }),
    },
    ...(kind === undefined ? {} : { kind: lookOfKind(kind) }),
  };
}

/** The demo portal promises to work without a network: only pictures that it carries are shown. */
function pictureOf({ state, isDemo, portal, hasPictures }: PanelSubject): string | undefined {
  const reading = readingOf(state);
  const url = reading?.dialog.avatarUrl ?? reading?.companion?.avatarUrl;
  if (!hasPictures || url === undefined || portal === undefined) return undefined;
  if (isDemo) return url.startsWith("data:") ? url : undefined;
  return isPortalPicture(url, portal.origin) ? url : undefined;
}

/** From where the page may load pictures. */
export function picturesOf({ isDemo, portal, hasPictures }: PanelSubject): readonly string[] {
  if (!hasPictures || portal === undefined) return [];
  return isDemo ? ["data:"] : pictureSources(portal.origin);
}
