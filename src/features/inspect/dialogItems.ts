import * as vscode from "vscode";
import { clip, visibleLine } from "../../core/base/visibleText";
import { crmObjectExample } from "../../core/dialog/crmObject";
import { parseDialogId, type DialogIdProblem } from "../../core/dialog/dialogId";
import { subjectKey } from "../../core/dialog/mentions/mention";
import { lineTextAt } from "../../core/dialog/mentions/readAround";
import { readText, type Reading } from "../../core/dialog/mentions/readText";
import { describeMissingCrmNumber } from "../../text/crmObjects";
import { describeDialogIdProblem } from "../../text/typedIds";
import type { DialogItem } from "./dialogItem";
import { readingItems, type KnownPortals } from "./readingItems";
import type { Suggestion } from "./suggestions";

/** More is a list to look through: what was pasted then is a whole log. */
const mostReadings = 50;

/**
 * The readings of what was typed, then what the user may have meant; never empty. Words that are no id match the
 * dialogs that are at hand, and can be searched for at the portal.
 */
export function dialogItems(
  typed: string,
  portals: KnownPortals,
  suggestions: readonly Suggestion[],
): readonly DialogItem[] {
  return onePortalOnce(itemsFor(typed, portals, suggestions));
}

function itemsFor(
  typed: string,
  portals: KnownPortals,
  suggestions: readonly Suggestion[],
): readonly DialogItem[] {
  if (typed.trim() === "") return suggested(suggestions, portals);
  const readings = readText(typed);
  if (readings.length === 0) return itemsOfWords(typed, portals, suggestions);
  const keys = new Set(readings.filter(({ host }) => host === undefined).map(keyOf));
  const others = suggestions.filter(({ reading }) => !keys.has(keyOf(reading)));
  return [...typedItems(typed, readings, portals, suggestions), ...grouped(others, portals)];
}

/** Several ids of a portal that is not stored offer once to add it. */
function onePortalOnce(items: readonly DialogItem[]): readonly DialogItem[] {
  const seen = new Set<string>();
  return items.filter(({ choice, label }) => {
    if (choice?.type !== "addPortal") return true;
    return !seen.has(label) && Boolean(seen.add(label));
  });
}

function typedItems(
  typed: string,
  readings: readonly Reading[],
  portals: KnownPortals,
  suggestions: readonly Suggestion[],
): readonly DialogItem[] {
  const isOneThing = readings.every(({ at }) => at === readings[0]?.at);
  const items = readings.slice(0, mostReadings).flatMap((reading) => {
    const known = suggestions.find((other) => keyOf(other.reading) === keyOf(reading));
    const line = isOneThing || reading.at === undefined ? undefined : lineTextAt(typed, reading.at);
    return readingItems(reading, portals, {
      isTyped: true,
      hint: known?.hint ?? "",
      ...(line === undefined ? {} : { line }),
      codicon: "search",
      alwaysShow: true,
    });
  });
  return readings.length > mostReadings
    ? [...items, info(vscode.l10n.t("The first {0} of what was pasted", mostReadings), "ellipsis")]
    : items;
}

function itemsOfWords(
  typed: string,
  portals: KnownPortals,
  suggestions: readonly Suggestion[],
): readonly DialogItem[] {
  const parsed = parseDialogId(typed);
  const problem = parsed.ok ? "unknownForm" : parsed.error;
  const matching = firstOfEach(suggestions).filter(({ reading, hint }) =>
    matches(typed, keyOf(reading), hint),
  );
  const found = matching.flatMap((suggestion) => suggestionItems(suggestion, portals, true));
  const reason = whyNoId(typed, problem);
  // Enter right after typing must not take another id than the one that was meant.
  if (!areWords(problem)) return [reason, ...found];
  const text = typed.trim();
  return [...found, ...(crmObjectExample(typed) === undefined ? [] : [reason]), searchItem(text)];
}

/** A title may be anything but the beginning of an id. */
function areWords(problem: DialogIdProblem): boolean {
  return problem === "unknownForm" || problem === "trailingText";
}

/** Part of a title, or the beginning of an id: digits within one are of another dialog. */
function matches(typed: string, id: string, hint: string): boolean {
  const title = hint.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => title.includes(word) || id.toLowerCase().startsWith(word));
}

function whyNoId(typed: string, problem: DialogIdProblem): DialogItem {
  const example = crmObjectExample(typed);
  return info(
    vscode.l10n.t("“{0}” is not a DIALOG_ID", visibleLine(clip(typed.trim(), 60))),
    "warning",
    example === undefined ? describeDialogIdProblem(problem) : describeMissingCrmNumber(example),
  );
}

function searchItem(text: string): DialogItem {
  return {
    label: vscode.l10n.t("Search chats for “{0}”", visibleLine(clip(text, 60))),
    detail: describeDialogIdProblem("unknownForm"),
    iconPath: new vscode.ThemeIcon("search"),
    alwaysShow: true,
    choice: { type: "searchChats", text },
  };
}

/** With nothing typed: where something is meant for sure it comes first, else the question what is. */
function suggested(
  suggestions: readonly Suggestion[],
  portals: KnownPortals,
): readonly DialogItem[] {
  const items = grouped(suggestions, portals);
  const first = suggestions[0]?.source;
  const isOpen = first === "line" || first === "file";
  if (first !== undefined && !isOpen) return items;
  const question =
    first === "line"
      ? info(vscode.l10n.t("Which id on this line? Choose it, or type a DIALOG_ID."), "question")
      : info(describeDialogIdProblem("empty"));
  return [question, ...items];
}

function grouped(suggestions: readonly Suggestion[], portals: KnownPortals): readonly DialogItem[] {
  const items: DialogItem[] = [];
  let source: Suggestion["source"] | undefined;
  for (const suggestion of firstOfEach(suggestions)) {
    if (suggestion.source !== source) items.push(separator(suggestion.source));
    source = suggestion.source;
    items.push(...suggestionItems(suggestion, portals, false));
  }
  return items;
}

function suggestionItems(
  { reading, hint, line, codicon, source }: Suggestion,
  portals: KnownPortals,
  alwaysShow: boolean,
): readonly DialogItem[] {
  const isTyped = source !== "history" && source !== "pinned";
  return readingItems(reading, portals, {
    isTyped,
    hint,
    ...(line === undefined ? {} : { line }),
    codicon,
    alwaysShow,
  });
}

function separator(source: Suggestion["source"]): DialogItem {
  const labels = {
    editor: vscode.l10n.t("in the editor"),
    line: vscode.l10n.t("on this line"),
    file: vscode.l10n.t("in this file"),
    clipboard: vscode.l10n.t("copied"),
    history: vscode.l10n.t("inspected last"),
    pinned: vscode.l10n.t("pinned"),
  };
  return { label: labels[source], kind: vscode.QuickPickItemKind.Separator };
}

function firstOfEach(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const seen = new Set<string>();
  return suggestions.filter(({ reading }) => {
    const key = keyOf(reading);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function keyOf({ subject }: Reading): string {
  return subjectKey(subject);
}

/** Says something; chosen, it does nothing. */
function info(label: string, codicon?: string, detail?: string): DialogItem {
  return {
    label,
    ...(detail === undefined ? {} : { detail }),
    ...(codicon === undefined ? {} : { iconPath: new vscode.ThemeIcon(codicon) }),
    alwaysShow: true,
  };
}
