import * as vscode from "vscode";
import { isObject } from "../../core/base/json";
import { readEvents, type EventReading } from "../../core/dialog/events/eventReading";
import { longestEventText } from "../../core/dialog/events/eventDumps";
import { visibleLine } from "../../core/base/visibleText";
import type { Services } from "../../services";
import { dialogLabel, whatHappened } from "../../text/botEvents";
import { showErrorMessage, showWarningMessage } from "../base/messages";
import { plainItem } from "../base/plainLabel";
import { openEventPanel } from "./eventPanel";

/** `explainEvent(text | { text })`; without it the selection, the file in front, the clipboard or a file is taken. */
export async function explainEvent(services: Services, argument: unknown): Promise<void> {
  const given = givenText(argument) ?? selectedEvent();
  const readings = given === undefined ? await choose() : readEvents(given);
  if (readings === undefined) return;
  const reading = readings.length > 1 ? await pickOne(readings) : readings[0];
  if (reading !== undefined) await openEventPanel(services, reading);
  else if (readings.length === 0) sayNothingFound();
}

function givenText(argument: unknown): string | undefined {
  const text = isObject(argument) ? argument["text"] : argument;
  return typeof text === "string" ? text : undefined;
}

/** What is selected is meant, when it is an event. */
function selectedEvent(): string | undefined {
  const { activeTextEditor: editor } = vscode.window;
  const text = editor?.document.getText(editor.selection) ?? "";
  return readEvents(text).length > 0 ? text : undefined;
}

type Row = vscode.QuickPickItem & {
  readonly take?: () => Promise<readonly EventReading[] | undefined>;
};

/** Asks where the event is; what is typed or pasted into the box is one, too. */
async function choose(): Promise<readonly EventReading[] | undefined> {
  const clipboard = await vscode.env.clipboard.readText();
  const document = vscode.window.activeTextEditor?.document;
  const rows: readonly Row[] = [
    ...rowOf(vscode.l10n.t("From the clipboard"), "clippy", clipboard),
    ...(document === undefined || document.getText().length > longestEventText
      ? []
      : rowOf(vscode.l10n.t("From the file in front"), "file", document.getText())),
    {
      label: vscode.l10n.t("Choose a file…"),
      iconPath: new vscode.ThemeIcon("folder-opened"),
      alwaysShow: true,
      take: readFile,
    },
  ];
  const box = vscode.window.createQuickPick<Row>();
  box.title = vscode.l10n.t("Explain Event");
  box.placeholder = vscode.l10n.t("Paste the event that your bot got: a body, JSON, a dump, a log");
  box.matchOnDescription = true;
  box.items = rows;
  box.onDidChangeValue((value) => {
    const typed = rowOf(vscode.l10n.t("What was pasted here"), "edit", value);
    box.items = typed.length > 0 ? typed.map((row) => ({ ...row, alwaysShow: true })) : rows;
  });
  const row = await new Promise<Row | undefined>((resolve) => {
    box.onDidAccept(() => {
      // Right after a paste VS Code may name a row of the list before.
      resolve(box.selectedItems[0] ?? box.items[0]);
    });
    box.onDidHide(() => {
      resolve(undefined);
    });
    box.show();
  });
  box.dispose();
  return row?.take?.();
}

/** Nothing where the text has no event. */
function rowOf(label: string, icon: string, text: string): readonly Row[] {
  const readings = readEvents(text);
  const [first] = readings;
  if (first === undefined) return [];
  const more = readings.length === 1 ? "" : ` · ${vscode.l10n.t("{0} more", readings.length - 1)}`;
  const description = `${visibleLine(first.name)} · ${dialogLabel(first)}${more}`;
  const iconPath = new vscode.ThemeIcon(icon);
  return [
    { ...plainItem({ label, description }), iconPath, take: () => Promise.resolve(readings) },
  ];
}

async function readFile(): Promise<readonly EventReading[] | undefined> {
  const [uri] =
    (await vscode.window.showOpenDialog({ title: vscode.l10n.t("Explain Event") })) ?? [];
  if (uri === undefined) return undefined;
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size <= longestEventText)
      return readEvents(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
    void showWarningMessage(
      vscode.l10n.t("The file is too large. Select the event in it, and explain the selection."),
    );
  } catch {
    void showErrorMessage(vscode.l10n.t("The file could not be read."));
  }
  return undefined;
}

async function pickOne(readings: readonly EventReading[]): Promise<EventReading | undefined> {
  const items = readings.map((reading) => ({
    ...plainItem({
      label: visibleLine(reading.name) || vscode.l10n.t("Event of a bot"),
      description: visibleLine(reading.eventId),
      detail: whatHappened(reading),
    }),
    reading,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Which event?"),
    // Of a long text not all events are read.
    placeHolder: vscode.l10n.t("Not among these? Select it in its text, and explain the selection"),
    matchOnDetail: true,
  });
  return picked?.reading;
}

function sayNothingFound(): void {
  void showWarningMessage(
    vscode.l10n.t(
      "No event was found. It is the body of a request, JSON, print_r, var_export, var_dump, Python, or a line of a log with one of these.",
    ),
  );
}
