import * as vscode from "vscode";
import type { DialogField } from "../../core/dialog/dialog";
import type { ShownCall } from "../../core/portal/methodCall";
import type { Shape, Snippet, SnippetClient } from "../../core/snippets/client";
import { clientsInOrder, snippetOf } from "../../core/snippets/clients";
import { callOf, type SnippetSubject } from "../../core/snippets/offeredCalls";
import { successorsOf } from "../../core/snippets/reads";
import { recordTypeOf, recordTypes } from "../../core/snippets/records/recordTypes";
import { describeCall, describeLimit, describeMisfit } from "../../text/snippets";
import { plainItem } from "../base/plainLabel";
import type { Delivery } from "./delivery";
import { SnippetPreview } from "./snippetPreview";

interface Question {
  readonly call: ShownCall;
  readonly shape: Shape;
  readonly subject: SnippetSubject;
  /** The client of the last time. */
  readonly last: string | undefined;
  /** Of the editor in front. */
  readonly language: string | undefined;
  /** Of the record that is shown, whose type can be taken along too. */
  readonly fields: readonly DialogField[] | undefined;
  readonly canInsert: boolean;
}

/** The question with what its rows share. */
interface Listed extends Question {
  readonly buttons: Buttons;
}

export type Picked =
  /** `as` absent: as it was asked for, or copied. */
  | { readonly kind: "client"; readonly client: string; readonly as: Delivery | undefined }
  /** Absent: it is asked which. */
  | { readonly kind: "call"; readonly call: ShownCall | undefined }
  | { readonly kind: "shape"; readonly shape: Shape };

interface Item extends vscode.QuickPickItem {
  readonly choice?: Picked;
  readonly snippet?: Snippet | undefined;
}

const restMs = 100;

/** Asks for a client, with its text beside the list. */
export async function pickSnippet(question: Question): Promise<Picked | undefined> {
  const list = vscode.window.createQuickPick<Item>();
  const title = describeCall(question.call);
  const preview = new SnippetPreview(question.call.method);
  list.title = vscode.l10n.t("Copy as Code: {0}", title);
  list.placeholder = vscode.l10n.t("Choose a client; Enter copies the code");
  list.matchOnDescription = true;
  const buttons = newButtons();
  list.items = itemsOf({ ...question, buttons });
  let resting: NodeJS.Timeout | undefined;
  const picked = await new Promise<Picked | undefined>((resolve) => {
    list.onDidChangeActive(([item]) => {
      const snippet = item?.snippet;
      clearTimeout(resting);
      // A list that is closed at once, or gone through with the arrow key, opens no document.
      if (snippet !== undefined) resting = setTimeout(() => void preview.show(snippet), restMs);
    });
    list.onDidTriggerItemButton(({ item, button }) => {
      if (item.choice?.kind !== "client") return;
      resolve({ ...item.choice, as: button === buttons.insert ? "insert" : "document" });
    });
    list.onDidAccept(() => {
      const [item] = list.selectedItems;
      if (item?.choice !== undefined) resolve(item.choice);
    });
    list.onDidHide(() => {
      resolve(undefined);
    });
    list.show();
  });
  clearTimeout(resting);
  list.dispose();
  preview.dispose();
  return picked;
}

/** Asks which call is meant. */
export async function pickCall(calls: readonly ShownCall[]): Promise<ShownCall | undefined> {
  const items = calls.map((call) => ({
    ...plainItem({ label: describeCall(call), description: deprecation(call) ?? "" }),
    call,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Which call?"),
    matchOnDescription: true,
  });
  return picked?.call;
}

function itemsOf(question: Listed): readonly Item[] {
  const { call, shape, last, language, fields } = question;
  const clients = clientsInOrder(last, language);
  const fitting = clients.filter((client) => client.misfitOf?.(call) === undefined);
  const others = clients.filter((client) => client.misfitOf?.(call) !== undefined);
  return [
    ...fitting.map((client) => clientItem(client, question)),
    ...headed(
      vscode.l10n.t("Type of the record"),
      recordTypes.flatMap((type) =>
        fields === undefined
          ? []
          : [takeItem(type.id, { label: type.label }, recordTypeOf(type, fields), question)],
      ),
    ),
    ...headed(
      vscode.l10n.t("Cannot make this call"),
      others.map((client) => misfitItem(client, call)),
    ),
    ...headed(deprecation(call) ?? vscode.l10n.t("Instead"), [
      shapeItem(shape),
      { label: vscode.l10n.t("Another call…"), choice: { kind: "call", call: undefined } },
      ...successorItems(question),
    ]),
  ];
}

function clientItem(client: SnippetClient, question: Listed): Item {
  const { call, shape } = question;
  const description = (client.limits ?? []).map(describeLimit).join("; ");
  const item = { label: client.label, ...(description === "" ? {} : { description }) };
  return takeItem(client.id, item, snippetOf(client, call, shape), question);
}

function takeItem(
  client: string,
  item: { readonly label: string; readonly description?: string },
  snippet: Snippet | undefined,
  { canInsert, buttons }: Listed,
): Item {
  return {
    ...item,
    iconPath: new vscode.ThemeIcon("code"),
    snippet,
    choice: { kind: "client", client, as: undefined },
    buttons: [...(canInsert ? [buttons.insert] : []), buttons.document],
  };
}

function misfitItem(client: SnippetClient, call: ShownCall): Item {
  const misfit = client.misfitOf?.(call);
  return {
    label: client.label,
    iconPath: new vscode.ThemeIcon("circle-slash"),
    ...(misfit === undefined ? {} : { description: describeMisfit(misfit) }),
  };
}

function shapeItem(shape: Shape): Item {
  return shape === "call"
    ? {
        label: vscode.l10n.t("As a whole program"),
        choice: { kind: "shape", shape: "program" },
      }
    : { label: vscode.l10n.t("As the call alone"), choice: { kind: "shape", shape: "call" } };
}

/** Last in the list, and so one key from the first row. */
function successorItems({ call, subject }: Question): readonly Item[] {
  return [...(successorsOf(call.method) ?? [])].reverse().flatMap((method) => {
    const successor = callOf(method, subject);
    if (successor === undefined) return [];
    const label = vscode.l10n.t("Use {0}", describeCall(successor));
    return [{ label, choice: { kind: "call", call: successor } as const }];
  });
}

function deprecation({ method }: ShownCall): string | undefined {
  return successorsOf(method) === undefined
    ? undefined
    : vscode.l10n.t("{0} is deprecated", method);
}

function headed(label: string, items: readonly Item[]): readonly Item[] {
  if (items.length === 0) return [];
  return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

interface Buttons {
  readonly insert: vscode.QuickInputButton;
  readonly document: vscode.QuickInputButton;
}

function newButtons(): Buttons {
  return {
    insert: {
      iconPath: new vscode.ThemeIcon("insert"),
      tooltip: vscode.l10n.t("Insert at the cursor"),
    },
    document: {
      iconPath: new vscode.ThemeIcon("go-to-file"),
      tooltip: vscode.l10n.t("Open as a document"),
    },
  };
}
