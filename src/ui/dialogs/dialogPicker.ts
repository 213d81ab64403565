import * as vscode from "vscode";
import { parseDialogId, type DialogRef } from "../../core/dialog/dialogId";
import type { DialogMemory } from "../../core/browse/dialogMemory";
import type { DialogHistory } from "../../core/dialog/history";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { clip, visibleLine } from "../../core/visibleText";
import { describeDialogIdProblem, describeRef } from "../sentences/dialogIds";
import {
  clipboardSuggestion,
  editorSuggestion,
  historySuggestions,
  type Suggestion,
} from "./suggestions";

interface DialogItem extends vscode.QuickPickItem {
  /** Absent: a line that says something and cannot be chosen. */
  readonly ref?: DialogRef;
  readonly readsClipboard?: boolean;
}

/**
 * A browser asks the user before it shows the clipboard, and complains when it is refused: there
 * the clipboard is read only when the user says so.
 */
const asksForClipboard = vscode.env.uiKind === vscode.UIKind.Web;

/** What the user chose: a dialog, or that another portal is meant. */
export type DialogChoice = { readonly ref: DialogRef } | "switchPortal";

/** Asks for a DIALOG_ID; says while one types what will be looked up. */
export function pickDialog(
  portal: PortalRecord,
  history: DialogHistory,
  memory: DialogMemory,
): Promise<DialogChoice | undefined> {
  const picker = vscode.window.createQuickPick<DialogItem>();
  const switchButton: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon("plug"),
    tooltip: vscode.l10n.t("Use another portal"),
  };
  const atEditor = editorSuggestion();
  let onClipboard: Suggestion | undefined;
  const draw = (): void => {
    const items = itemsFor(picker.value, portal, [
      ...(atEditor === undefined ? [] : [atEditor]),
      ...(onClipboard === undefined ? [] : [onClipboard]),
      ...historySuggestions(history, memory, portal.id),
    ]);
    picker.items = asksForClipboard && picker.value === "" ? [...items, clipboardItem()] : items;
  };
  picker.title = vscode.l10n.t("Inspect a dialog of {0}", visibleLine(portal.name));
  picker.placeholder = vscode.l10n.t(
    "chat29, 5 for the dialog with user 5, or a link to the messenger",
  );
  picker.matchOnDescription = true;
  picker.buttons = [switchButton];
  draw();
  picker.show();
  return new Promise((resolve) => {
    const finish = (choice: DialogChoice | undefined): void => {
      resolve(choice);
      picker.dispose();
    };
    let isOpen = true;
    const lookAtClipboard = async (): Promise<void> => {
      onClipboard = await clipboardSuggestion();
      if (isOpen && onClipboard !== undefined) draw();
    };
    // The list does not wait for the clipboard.
    if (!asksForClipboard) void lookAtClipboard();
    picker.onDidChangeValue(draw);
    picker.onDidTriggerButton(() => {
      finish("switchPortal");
    });
    picker.onDidAccept(() => {
      const chosen = picker.selectedItems[0];
      if (chosen?.readsClipboard === true) void pasteInto(picker, draw);
      else if (chosen?.ref !== undefined) finish({ ref: chosen.ref });
    });
    picker.onDidHide(() => {
      isOpen = false;
      finish(undefined);
    });
  });
}

function clipboardItem(): DialogItem {
  return {
    label: vscode.l10n.t("Take the id from the clipboard"),
    iconPath: new vscode.ThemeIcon("clippy"),
    readsClipboard: true,
  };
}

async function pasteInto(picker: vscode.QuickPick<DialogItem>, draw: () => void): Promise<void> {
  const suggestion = await clipboardSuggestion();
  if (suggestion === undefined) {
    picker.items = [
      {
        label: vscode.l10n.t("There is no DIALOG_ID on the clipboard"),
        iconPath: new vscode.ThemeIcon("warning"),
        alwaysShow: true,
      },
    ];
    return;
  }
  picker.value = suggestion.ref.dialogId;
  draw();
}

function itemsFor(
  typed: string,
  portal: PortalRecord,
  suggestions: readonly Suggestion[],
): readonly DialogItem[] {
  const readings = typedItems(typed, portal, suggestions);
  const typedIds = new Set(readings.map((item) => item.ref?.dialogId));
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
  const parsed = parseDialogId(typed);
  if (!parsed.ok) {
    return [
      {
        label: vscode.l10n.t("“{0}” is not a DIALOG_ID", visibleLine(clip(typed.trim(), 60))),
        detail: describeDialogIdProblem(parsed.error),
        iconPath: new vscode.ThemeIcon("warning"),
        alwaysShow: true,
      },
    ];
  }
  return parsed.value.map((ref) => {
    const known = suggestions.find((suggestion) => suggestion.ref.dialogId === ref.dialogId);
    return {
      label: ref.dialogId,
      description: known === undefined ? "" : visibleLine(known.hint),
      detail: describeRef(ref, portal),
      iconPath: new vscode.ThemeIcon("search"),
      alwaysShow: true,
      ref,
    };
  });
}

function suggestionItem({ ref, hint, codicon }: Suggestion, portal: PortalRecord): DialogItem {
  return {
    label: ref.dialogId,
    description: hint === "" ? describeRef(ref, portal) : visibleLine(hint),
    iconPath: new vscode.ThemeIcon(codicon),
    ref,
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
