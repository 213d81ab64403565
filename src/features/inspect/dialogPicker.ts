import * as vscode from "vscode";
import { ChatLookup, type ChatLookupServices } from "../../core/sessions/chatLookup";
import type { ChatOwner } from "../../core/dialog/chatOwner";
import type { DialogHistory } from "../../core/sessions/history";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { visibleLine } from "../../core/base/visibleText";
import { DisposableStore } from "../../core/base/lifecycle";
import { RowsInSight } from "../../core/base/rowsInSight";
import { keepOrder } from "../base/keepOrder";
import { chatsOf } from "../../text/crmObjects";
import { plainItem } from "../base/plainLabel";
import { chatLookupItems } from "./chatLookupItems";
import { clipboardItem, emptyClipboardItem } from "./clipboardItems";
import type { DialogItem, DialogRowChoice, RemedyChoice, RowChoice } from "./dialogItem";
import { dialogItems } from "./dialogItems";
import {
  clipboardSuggestions,
  editorSuggestions,
  historySuggestions,
  pinnedSuggestions,
  type Suggestion,
} from "./suggestions";

/**
 * A browser asks the user before it shows the clipboard, and complains when it is refused: there
 * the clipboard is read only when the user says so.
 */
const asksForClipboard = vscode.env.uiKind === vscode.UIKind.Web;

/** What the user chose: a dialog, or to come back with another portal or webhook. */
export type DialogChoice =
  | DialogRowChoice
  /** `typed` is what to begin with when the box comes back. */
  | { readonly type: "switchPortal" | "addPortal"; readonly typed: string }
  | (RemedyChoice & { readonly typed: string })
  /** It was no id: the portal is asked for a title that holds it. */
  | { readonly type: "searchChats"; readonly text: string };

export interface DialogBoxServices extends ChatLookupServices {
  /** A link may lead to another one than the box is about. */
  readonly portals: { list(): readonly PortalRecord[] };
  readonly history: DialogHistory;
  readonly pins: { list(portalId: string): readonly string[] };
}

/** Asks for a DIALOG_ID or a CRM object; says while one types what will be looked up. */
export async function pickDialog(
  portal: PortalRecord,
  services: DialogBoxServices,
  typed: string,
): Promise<DialogChoice | undefined> {
  const box = new DialogBox(portal, services, typed);
  try {
    return await box.choice;
  } finally {
    box.dispose();
  }
}

class DialogBox implements vscode.Disposable {
  readonly choice: Promise<DialogChoice | undefined>;
  private readonly store = new DisposableStore();
  private readonly picker = this.store.add(vscode.window.createQuickPick<DialogItem>());
  private readonly rows = new RowsInSight<DialogItem>(this.picker, ({ choice }) => choice);
  private readonly atEditor = editorSuggestions();
  private clipboard = "";
  private onClipboard: readonly Suggestion[] = [];
  private finish: (choice: DialogChoice | undefined) => void = () => undefined;
  /** The chats of the CRM object that was chosen, until something else is typed; `typed` is what named it. */
  private search:
    { readonly of: ChatLookup; readonly portal: PortalRecord; readonly typed: string } | undefined;
  private readonly switchButton: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon("plug"),
    tooltip: vscode.l10n.t("Use another portal"),
  };
  private isOpen = true;

  constructor(
    private readonly portal: PortalRecord,
    private readonly services: DialogBoxServices,
    typed: string,
  ) {
    const { picker, store } = this;
    this.choice = new Promise((resolve) => {
      this.finish = resolve;
    });
    picker.placeholder = vscode.l10n.t(
      "chat29, 5 for the dialog with user 5, deal 88 for the chats of a deal, or a link",
    );
    picker.matchOnDescription = true;
    keepOrder(picker);
    picker.value = typed;
    this.frame();
    this.draw();
    store.add(
      picker.onDidChangeValue(() => {
        this.retype();
      }),
    );
    store.add(
      picker.onDidTriggerButton((button) => {
        if (button === this.switchButton) {
          this.finish({ type: "switchPortal", typed: this.typed });
        } else this.goBack();
      }),
    );
    store.add(
      picker.onDidChangeActive(([active]) => {
        this.rows.activate(active);
      }),
    );
    store.add(
      picker.onDidAccept(() => {
        this.accept();
      }),
    );
    store.add(
      picker.onDidHide(() => {
        this.finish(undefined);
      }),
    );
    picker.show();
    // The list does not wait for the clipboard.
    if (!asksForClipboard) void this.lookAtClipboard();
  }

  dispose(): void {
    this.isOpen = false;
    this.search?.of.dispose();
    this.store.dispose();
  }

  /** What stands in the box is what is read. Chats that are just being found stand for nothing that was typed. */
  private accept(): void {
    const { picker, search } = this;
    const row = this.rows.accept(picker.selectedItems[0], search === undefined);
    if (row?.choice !== undefined) this.take(row.choice);
  }

  private take(choice: RowChoice): void {
    switch (choice.type) {
      case "dialog":
        this.finish(choice);
        return;
      case "searchChats":
        this.finish(choice);
        return;
      case "chats":
        this.lookFor(choice.owner, choice.portal ?? this.portal);
        return;
      case "clipboard":
        void this.pasteClipboard();
        return;
      case "cancel":
        this.search?.of.cancel();
        return;
      case "retry":
        void this.search?.of.ask();
        return;
      case "addPortal":
      case "remedy":
        this.finish({ ...choice, typed: this.typed });
        return;
    }
  }

  private get typed(): string {
    return this.search?.typed ?? this.picker.value;
  }

  /** A newer text drops what the older one asked for. */
  private retype(): void {
    if (this.search !== undefined && this.picker.value === "") return;
    this.dropSearch();
    this.draw();
  }

  private goBack(): void {
    const { typed } = this;
    this.dropSearch();
    this.picker.value = typed;
    this.draw();
  }

  private dropSearch(): void {
    if (this.search === undefined) return;
    this.search.of.dispose();
    this.search = undefined;
    this.frame();
  }

  /** What the box is about, and the ways out of it. */
  private frame(): void {
    const { picker, portal, search, switchButton } = this;
    picker.title =
      search === undefined
        ? vscode.l10n.t("Inspect a dialog of {0}", visibleLine(portal.name))
        : chatsOf(search.of.owner);
    picker.buttons =
      search === undefined ? [switchButton] : [vscode.QuickInputButtons.Back, switchButton];
  }

  private lookFor(owner: ChatOwner, portal: PortalRecord): void {
    const { picker, services, typed } = this;
    this.dropSearch();
    const search = new ChatLookup(owner, portal, services);
    this.search = { of: search, portal, typed };
    this.frame();
    // What named the object is nothing to look for in its chats.
    picker.value = "";
    search.onDidChange(() => {
      this.draw();
    });
    void search.ask();
  }

  private draw(): void {
    const { picker, portal, services, search } = this;
    const { phase } = search?.of.state ?? {};
    picker.busy = phase === "asking" || phase === "naming";
    if (search !== undefined) {
      this.redraw(chatLookupItems(search.of, search.portal).map(plainItem));
      return;
    }
    const inFile = this.atEditor.filter(({ source }) => source === "file");
    const suggestions = [
      ...this.atEditor.filter(({ source }) => source !== "file"),
      ...this.onClipboard,
      ...inFile,
      ...historySuggestions(services.history, services.memory, portal.id),
      ...pinnedSuggestions(services.pins, services.memory, portal.id),
    ];
    const portals = { portal, stored: services.portals.list() };
    const items = dialogItems(withLines(picker.value, this.clipboard), portals, suggestions);
    const suggested = items.map(plainItem);
    // In sight above a long history; Enter still takes what was suggested first.
    const paste = picker.value === "" && asksForClipboard ? [clipboardItem()] : [];
    this.rows.draw([...paste, ...suggested], firstRow(suggested));
  }

  /** Titles arrive while one chooses: the row that was chosen stays chosen. */
  private redraw(items: readonly DialogItem[]): void {
    const before = dialogIdOf(this.picker.activeItems[0]);
    const same = items.find((item) => before !== undefined && dialogIdOf(item) === before);
    this.rows.draw(items, same ?? items[0]);
  }

  private async lookAtClipboard(): Promise<void> {
    const text = (await vscode.env.clipboard.readText()).trim();
    if (!this.isOpen || text === "") return;
    this.clipboard = text;
    this.onClipboard = clipboardSuggestions(text);
    if (this.search === undefined && this.onClipboard.length > 0) this.draw();
  }

  private async pasteClipboard(): Promise<void> {
    const text = (await vscode.env.clipboard.readText()).trim();
    if (!this.isOpen) return;
    const [first, another] = clipboardSuggestions(text);
    if (first === undefined) {
      const empty = emptyClipboardItem();
      this.rows.draw([empty], empty);
      return;
    }
    const { subject, host } = first.reading;
    // A link is kept whole: its host tells the portal. So is a text that names several things.
    const isId = subject.kind === "dialog" && host === undefined && another === undefined;
    this.clipboard = text;
    this.picker.value = isId ? subject.ref.dialogId : withoutLines(text);
    this.draw();
  }
}

function dialogIdOf(item: DialogItem | undefined): string | undefined {
  return item?.choice?.type === "dialog" ? item.choice.ref.dialogId : undefined;
}

/** As the box, which has one line, takes what is pasted. */
function withoutLines(text: string): string {
  return text.replace(/\r?\n|\r/g, "");
}

/** What was pasted, with the lines that the box has joined: the end of one is not the beginning of the next. */
function withLines(typed: string, clipboard: string): string {
  const isPaste = clipboard.includes("\n") && typed.trim() === withoutLines(clipboard).trim();
  return isPaste ? clipboard : typed;
}

/** Without the lines between groups. */
function firstRow(items: readonly DialogItem[]): DialogItem | undefined {
  return items.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
}
