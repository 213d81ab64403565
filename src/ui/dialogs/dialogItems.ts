import * as vscode from "vscode";
import { parseCrmObject } from "../../core/dialog/crmObject";
import { parseDialogId } from "../../core/dialog/dialogId";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { clip, visibleLine } from "../../core/visibleText";
import { describeDialogIdProblem, describeRef } from "../sentences/dialogIds";
import { crmObjectItem } from "./crmChatItems";
import type { DialogItem } from "./dialogItem";
import type { Suggestion } from "./suggestions";

/** The readings of what was typed, then what the user may have meant; never empty. */
export function dialogItems(
  typed: string,
  portal: PortalRecord,
  suggestions: readonly Suggestion[],
): readonly DialogItem[] {
  const readings = typedItems(typed, portal, suggestions);
  const typedIds = new Set(
    readings.map(({ choice }) => (choice?.type === "dialog" ? choice.ref.dialogId : undefined)),
  );
  const others = firstOfEach(suggestions).filter(({ ref }) => !typedIds.has(ref.dialogId));
  const items = [...readings];
  let source: Suggestion["source"] | undefined;
  for (const suggestion of others) {
    if (suggestion.source !== source) items.push(separator(suggestion.source));
    source = suggestion.source;
    items.push(suggestionItem(suggestion, portal));
  }
  if (items.length === 0) items.push({ label: describeDialogIdProblem("empty"), alwaysShow: true });
  return items;
}

function typedItems(
  typed: string,
  portal: PortalRecord,
  suggestions: readonly Suggestion[],
): readonly DialogItem[] {
  if (typed.trim() === "") return [];
  const mention = parseCrmObject(typed);
  const crm = mention === undefined ? [] : [crmObjectItem(mention, portal)];
  const parsed = parseDialogId(typed);
  if (!parsed.ok) {
    if (crm.length > 0) return crm;
    return [
      {
        label: vscode.l10n.t("“{0}” is not a DIALOG_ID", visibleLine(clip(typed.trim(), 60))),
        detail: describeDialogIdProblem(parsed.error),
        iconPath: new vscode.ThemeIcon("warning"),
        alwaysShow: true,
      },
    ];
  }
  const readings = parsed.value.map((ref): DialogItem => {
    const known = suggestions.find((suggestion) => suggestion.ref.dialogId === ref.dialogId);
    return {
      label: ref.dialogId,
      description: known === undefined ? "" : visibleLine(known.hint),
      detail: describeRef(ref, portal),
      iconPath: new vscode.ThemeIcon("search"),
      alwaysShow: true,
      choice: { type: "dialog", ref, isTyped: true },
    };
  });
  return [...readings, ...crm];
}

function suggestionItem(
  { ref, hint, codicon, source }: Suggestion,
  portal: PortalRecord,
): DialogItem {
  return {
    label: ref.dialogId,
    description: hint === "" ? describeRef(ref, portal) : visibleLine(hint),
    iconPath: new vscode.ThemeIcon(codicon),
    choice: { type: "dialog", ref, isTyped: source !== "history" },
  };
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
