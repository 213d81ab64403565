import * as vscode from "vscode";
import { findMentions } from "../../core/dialog/mentions/findMentions";
import { visibleLine } from "../../core/base/visibleText";
import type { PortalRecord } from "../../core/portal/portalRecord";
import type { Pin } from "../../core/sessions/pins";
import { numberText } from "../../text/language";
import type { Services } from "../../services";
import { withCancellableProgress } from "../base/cancellation";
import { sayFault } from "../base/faults";
import { showInformationMessage } from "../base/messages";
import { offerFirstPortal } from "../base/portalPicker";
import { plainItem } from "../base/plainLabel";
import { runCommand } from "../base/commands";
import { commandIds } from "../../ids";
import { describeReach, forEachTextFile, mostRows } from "../base/workspaceFiles";
import { portalOf, targetOf, type MentionTarget } from "./mentionTarget";
import { openPlace, placeText, positionsIn } from "../base/places";

interface Place {
  readonly uri: vscode.Uri;
  readonly line: number;
}

interface FoundDialog {
  readonly target: MentionTarget;
  readonly portal: PortalRecord | undefined;
  readonly places: Place[];
}

type Row = vscode.QuickPickItem & { readonly found: FoundDialog };

/** Every id that the files of the workspace name, with its places; files that are excluded stay out. */
export async function listDialogsInWorkspace(services: Services): Promise<void> {
  if (services.portals.active() === undefined && !(await offerFirstPortal(services.portals)))
    return;
  const found = new Map<string, FoundDialog>();
  const reach = await withCancellableProgress(
    vscode.l10n.t("Looking for dialogs in the workspace"),
    (signal, progress) =>
      forEachTextFile(signal, progress, (uri, text) => addMentions(services, uri, text, found)),
  );
  const note = describeReach(reach);
  if (found.size === 0) {
    if (reach === "cancelled") return;
    const nothing = vscode.l10n.t("No file of the workspace names a dialog.");
    void showInformationMessage([nothing, note].filter(Boolean).join(" "));
    return;
  }
  await choose(
    services,
    [...found.values()].sort((a, b) => b.places.length - a.places.length),
    note,
  );
}

async function addMentions(
  { portals, documentPortals }: Services,
  uri: vscode.Uri,
  text: string,
  found: Map<string, FoundDialog>,
): Promise<void> {
  const mentions = findMentions(text);
  const home = mentions.length === 0 ? undefined : await documentPortals.of(uri);
  if (home === undefined) return;
  const stored = portals.list();
  const positionAt = positionsIn(text);
  for (const mention of mentions) {
    const target = targetOf(mention, uri);
    if (target === undefined) continue;
    const portal = portalOf(mention, home.portal, stored);
    const key = `${portal?.id ?? mention.host ?? ""} ${target.text}`;
    const entry = found.get(key) ?? { target, portal, places: [] };
    const { line } = positionAt(mention.offset);
    const last = entry.places.at(-1);
    if (last?.uri !== uri || last.line !== line) entry.places.push({ uri, line });
    found.set(key, entry);
  }
}

async function choose(
  services: Services,
  found: readonly FoundDialog[],
  note: string,
): Promise<void> {
  const { pins } = services;
  const open = button("go-to-file", vscode.l10n.t("Open the first place"));
  const pin = button("pin", vscode.l10n.t("Pin"));
  const unpin = button("pinned", vscode.l10n.t("Unpin"));
  const copy = button("copy", vscode.l10n.t("Copy"));
  const picker = vscode.window.createQuickPick<Row>();
  picker.title = vscode.l10n.t("Dialogs in the workspace");
  const rest = found.length - mostRows;
  const less = rest > 0 ? vscode.l10n.t("{0} more, named less often", numberText(rest)) : "";
  picker.placeholder = [vscode.l10n.t("Enter inspects"), less, note].filter(Boolean).join(" · ");
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.keepScrollPosition = true;
  const draw = (): void => {
    const at = picker.items.findIndex((row) => row === picker.activeItems[0]);
    picker.items = found.slice(0, mostRows).map((entry) => {
      const [dialog] = pinsOf(entry);
      const isPinned = dialog !== undefined && pins.has(dialog.portalId, dialog.dialogId);
      const pinning = dialog === undefined ? [] : [isPinned ? unpin : pin];
      return rowOf(services, entry, [open, ...pinning, copy], isPinned);
    });
    if (at >= 0) picker.activeItems = picker.items.slice(at, at + 1);
  };
  draw();
  const following = pins.onDidChange(draw);
  const chosen = await new Promise<FoundDialog | undefined>((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.found);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
    });
    picker.onDidTriggerItemButton(async ({ button: pressed, item: { found: entry } }) => {
      const { target, places } = entry;
      if (pressed === copy) await runCommand("bitrix24.copyText", target.text);
      else if (pressed === pin) await pins.add(pinsOf(entry)).catch(sayFault);
      else if (pressed === unpin) await pins.remove(pinsOf(entry)).catch(sayFault);
      else if (places[0] !== undefined) {
        const { uri, line } = places[0];
        await openPlace(uri, new vscode.Range(line, 0, line, 0));
      }
    });
    picker.show();
  });
  following.dispose();
  picker.dispose();
  if (chosen !== undefined) await runCommand(commandIds.inspectDialog, chosen.target.argument);
}

function button(icon: string, tooltip: string): vscode.QuickInputButton {
  return { iconPath: new vscode.ThemeIcon(icon), tooltip };
}

function rowOf(
  { memory }: Services,
  found: FoundDialog,
  buttons: readonly vscode.QuickInputButton[],
  isPinned: boolean,
): Row {
  const { target, portal, places } = found;
  const title = portal === undefined ? "" : (memory.recall(portal.id, target.text)?.title ?? "");
  const shown = places.slice(0, 3).map(({ uri, line }) => placeText(uri, line));
  const rest = places.length - shown.length;
  const pinned = isPinned
    ? vscode.l10n.t({ message: "pinned", comment: ["of one dialog"] })
    : undefined;
  const more = rest > 0 ? [vscode.l10n.t("{0} more", numberText(rest))] : [];
  return {
    ...plainItem({
      label: visibleLine(target.text),
      description: [pinned, visibleLine(title)].filter(Boolean).join(" · "),
      detail: [...shown, ...more].join(", "),
    }),
    buttons,
    found,
  };
}

/** What has to be looked for first has no id to pin. */
function pinsOf({ target, portal }: FoundDialog): readonly Pin[] {
  return target.argument.dialogId === undefined || portal === undefined
    ? []
    : [{ portalId: portal.id, dialogId: target.text }];
}
