import * as vscode from "vscode";
import { crmObjectExample, parseCrmObject } from "../../core/dialog/crmObject";
import { parseDialogId, type DialogRef } from "../../core/dialog/dialogId";
import { linkHost, portalsOfLink } from "../../core/dialog/linkHost";
import { addressOf, type PortalRecord } from "../../core/portal/portalRecord";
import { clip, visibleLine } from "../../core/base/visibleText";
import { describeMissingCrmNumber } from "../../text/crmObjects";
import { describeDialogIdProblem, describeRef } from "../../text/dialogIds";
import { crmObjectItem } from "./crmChatItems";
import type { DialogItem } from "./dialogItem";
import type { Suggestion } from "./suggestions";

/** The portal that the box is about, and all of them. */
export interface KnownPortals {
  readonly portal: PortalRecord;
  readonly stored: readonly PortalRecord[];
}

/** The readings of what was typed, then what the user may have meant; never empty. */
export function dialogItems(
  typed: string,
  portals: KnownPortals,
  suggestions: readonly Suggestion[],
): readonly DialogItem[] {
  const readings = typedItems(typed, portals, suggestions);
  const typedIds = new Set(
    readings.map(({ choice }) =>
      choice?.type === "dialog" && choice.portal === undefined ? choice.ref.dialogId : undefined,
    ),
  );
  const others = firstOfEach(suggestions).filter(({ ref }) => !typedIds.has(ref.dialogId));
  const items = [...readings];
  let source: Suggestion["source"] | undefined;
  for (const suggestion of others) {
    if (suggestion.source !== source) items.push(separator(suggestion.source));
    source = suggestion.source;
    items.push(...suggestionItems(suggestion, portals));
  }
  if (items.length === 0) items.push({ label: describeDialogIdProblem("empty"), alwaysShow: true });
  return items;
}

function typedItems(
  typed: string,
  portals: KnownPortals,
  suggestions: readonly Suggestion[],
): readonly DialogItem[] {
  if (typed.trim() === "") return [];
  const { portal } = portals;
  const mention = parseCrmObject(typed);
  const crm = mention === undefined ? [] : [crmObjectItem(mention, portal)];
  const parsed = parseDialogId(typed);
  if (!parsed.ok) {
    if (crm.length > 0) return crm;
    const example = crmObjectExample(typed);
    return [
      {
        label: vscode.l10n.t("“{0}” is not a DIALOG_ID", visibleLine(clip(typed.trim(), 60))),
        detail:
          example === undefined
            ? describeDialogIdProblem(parsed.error)
            : describeMissingCrmNumber(example),
        iconPath: new vscode.ThemeIcon("warning"),
        alwaysShow: true,
      },
    ];
  }
  const readings = parsed.value.flatMap((ref) =>
    readingsOf(ref, linkHost(typed, ref.dialogId), portals).map(
      ({ of, detail, codicon, to }): DialogItem => {
        const known = suggestions.find(({ ref: { dialogId } }) => dialogId === ref.dialogId);
        return {
          label: ref.dialogId,
          description: to ?? (known === undefined ? "" : visibleLine(known.hint)),
          detail,
          iconPath: new vscode.ThemeIcon(codicon ?? "search"),
          alwaysShow: true,
          choice: { type: "dialog", ref, isTyped: true, ...of },
        };
      },
    ),
  );
  return [...readings, ...crm];
}

function suggestionItems(
  { ref, hint, codicon, source, host }: Suggestion,
  portals: KnownPortals,
): readonly DialogItem[] {
  return readingsOf(ref, host, portals).map((reading): DialogItem => {
    const shown = hint === "" ? reading.detail : visibleLine(hint);
    const isElsewhere = reading.to !== undefined || reading.codicon !== undefined;
    return {
      label: ref.dialogId,
      description: [shown, reading.to].filter(Boolean).join(" · "),
      ...(isElsewhere ? { detail: reading.detail } : {}),
      iconPath: new vscode.ThemeIcon(reading.codicon ?? codicon),
      choice: { type: "dialog", ref, isTyped: source !== "history", ...reading.of },
    };
  });
}

/** With which portal an id can be read, and what is to be said of that. */
interface Reading {
  readonly of: { readonly portal?: PortalRecord };
  readonly detail: string;
  /** Where the link leads, when that is not the portal of the box. */
  readonly to?: string;
  /** Only where something is odd. */
  readonly codicon?: string;
}

function readingsOf(
  ref: DialogRef,
  host: string | undefined,
  { portal, stored }: KnownPortals,
): readonly Reading[] {
  const own = describeRef(ref, portal);
  const homes = portalsOfLink(host, portal, stored);
  if (host !== undefined && homes.length === 0) {
    const warning = vscode.l10n.t(
      "This link is of {0}, not of this portal ({1}). {2}",
      host,
      addressOf(portal),
      own,
    );
    return [{ of: {}, detail: warning, codicon: "warning" }];
  }
  return homes.map((home): Reading => {
    if (home.id === portal.id) return { of: {}, detail: own };
    const to = vscode.l10n.t("in “{0}”, as user {1}", visibleLine(home.name), home.userId);
    return { of: { portal: home }, detail: describeRef(ref, home), to };
  });
}

function separator(source: Suggestion["source"]): DialogItem {
  const labels = {
    editor: vscode.l10n.t("in the editor"),
    clipboard: vscode.l10n.t("copied"),
    history: vscode.l10n.t("inspected last"),
  };
  return { label: labels[source], kind: vscode.QuickPickItemKind.Separator };
}

function firstOfEach(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const seen = new Set<string>();
  return suggestions.filter(({ ref }) => {
    if (seen.has(ref.dialogId)) return false;
    seen.add(ref.dialogId);
    return true;
  });
}
