import * as vscode from "vscode";
import { portalsOfLink } from "../../core/dialog/linkPortals";
import type { DialogRef } from "../../core/dialog/dialogId";
import type { ChatOwner } from "../../core/dialog/chatOwner";
import type { Reading } from "../../core/dialog/mentions/readText";
import { visibleLine } from "../../core/base/visibleText";
import { addressOf, type PortalRecord } from "../../core/portal/portalRecord";
import { chatsOf, howChatsAreFound } from "../../text/crmObjects";
import { describeRef } from "../../text/typedIds";
import type { DialogItem } from "./dialogItem";

/** The portal that the box is about, and all of them. */
export interface KnownPortals {
  readonly portal: PortalRecord;
  readonly stored: readonly PortalRecord[];
}

/** How a reading came to be offered. */
export interface Offer {
  readonly isTyped: boolean;
  /** A title, or where it stands. */
  readonly hint: string;
  /** The line that it stands in. */
  readonly line?: string;
  readonly codicon: string;
  /** What was typed is shown whatever the editor's own matching thinks. */
  readonly alwaysShow: boolean;
}

/** The rows for one reading: one for each portal that it may be of. */
export function readingItems(
  { subject, host }: Reading,
  { portal, stored }: KnownPortals,
  offer: Offer,
): readonly DialogItem[] {
  const homes = portalsOfLink(host, portal, stored);
  const row = subject.kind === "dialog" ? dialogRow(subject.ref) : chatsRow(subject);
  if (host !== undefined && homes.length === 0) {
    const odd = { home: portal, own: portal, host, isForeign: true };
    return [addPortalItem(host, offer), itemOf(row, odd, offer)];
  }
  return homes.map((home) => itemOf(row, { home, own: portal, host, isForeign: false }, offer));
}

interface Row {
  readonly label: string;
  readonly codicon: string | undefined;
  readonly explain: (home: PortalRecord) => string;
  readonly choice: (of: ChosenPortal, isTyped: boolean) => NonNullable<DialogItem["choice"]>;
}

/** With which portal something is read; absent: with the one that the box is about. */
interface ChosenPortal {
  readonly portal?: PortalRecord;
  readonly linkHost?: string;
}

function dialogRow(ref: DialogRef): Row {
  return {
    label: ref.dialogId,
    codicon: undefined,
    explain: (home) => describeRef(ref, home),
    choice: (of, isTyped) => ({ type: "dialog", ref, isTyped, ...of }),
  };
}

function chatsRow(owner: ChatOwner): Row {
  return {
    label: chatsOf(owner),
    codicon: owner.kind === "crmObject" ? "briefcase" : "comment-discussion",
    explain: () => howChatsAreFound(owner),
    choice: ({ portal }) => ({ type: "chats", owner, ...(portal === undefined ? {} : { portal }) }),
  };
}

interface Home {
  readonly home: PortalRecord;
  readonly own: PortalRecord;
  /** Of the link that names it. */
  readonly host: string | undefined;
  /** The link leads to none of the portals. */
  readonly isForeign: boolean;
}

function itemOf(row: Row, { home, own, host = "", isForeign }: Home, offer: Offer): DialogItem {
  const explained = row.explain(home);
  const isElsewhere = home.id !== own.id;
  const to = isElsewhere
    ? vscode.l10n.t("in “{0}”, as user {1}", visibleLine(home.name), home.userId)
    : "";
  const detail = isForeign
    ? vscode.l10n.t(
        "This is from {0}, not from this portal ({1}). {2}",
        host,
        addressOf(own),
        explained,
      )
    : explained;
  return {
    label: row.label,
    description: [visibleLine(offer.hint), to].filter(Boolean).join(" · "),
    // Where a line is shown, what is read stands behind it, unless there is something to be warned of.
    detail: isForeign || offer.line === undefined ? detail : visibleLine(offer.line),
    iconPath: new vscode.ThemeIcon(isForeign ? "warning" : (row.codicon ?? offer.codicon)),
    alwaysShow: offer.alwaysShow,
    choice: row.choice(
      { ...(isElsewhere ? { portal: home } : {}), ...(host === "" ? {} : { linkHost: host }) },
      offer.isTyped,
    ),
  };
}

function addPortalItem(host: string, { alwaysShow }: Offer): DialogItem {
  return {
    label: vscode.l10n.t("Add the portal {0}", visibleLine(host)),
    detail: vscode.l10n.t("Paste a webhook of that portal, and the dialog is read there"),
    iconPath: new vscode.ThemeIcon("add"),
    alwaysShow,
    choice: { type: "addPortal" },
  };
}
