import * as vscode from "vscode";
import { once, type Once } from "../../core/base/once";
import { aroundPlace, mayNameOne, mentionHint } from "../../core/dialog/mentions/mentionHint";
import { hasStoredPortals } from "../../core/portal/storedPortals";
import { commandIds, innerCommandIds, settingsSection } from "../../ids";
import type { LazyServices } from "../../services";
import { registerCommand } from "../base/commands";
import { anyDocument } from "../base/documents";
import type { MentionLink, MentionProviders, MentionTerminalLink } from "./mentionProviders";

/** DIALOG_IDs in code, logs, output and terminals. Nothing is registered before there is a portal. */
export function registerEditor(services: LazyServices, state: vscode.Memento): vscode.Disposable {
  const providers = once(async () => {
    const [{ MentionProviders }, shared] = await Promise.all([
      import("./mentionProviders"),
      services(),
    ]);
    return new MentionProviders(shared);
  });
  let hasPortals = (): boolean => hasStoredPortals(state);
  const registered = registeredWhile(
    () => hasPortals(),
    () => registerProviders(providers),
  );
  services.whenMade(({ own, portals }) => {
    hasPortals = () => portals.list().length > 0;
    registered.follow();
    own(portals.onDidChange(registered.follow));
  });
  return vscode.Disposable.from(
    registered,
    // The first portal may have been added in another one.
    vscode.window.onDidChangeWindowState(registered.follow),
    registerCommand(commandIds.inspectAtCursor, async () => {
      await (await providers()).inspectAtCursor();
    }),
    registerCommand(commandIds.listDialogsInWorkspace, async () => {
      const { listDialogsInWorkspace } = await import("./listDialogs");
      await listDialogsInWorkspace(await services());
    }),
    registerCommand(innerCommandIds.copyText, async (text) => {
      if (typeof text !== "string") return;
      const { copyText } = await import("../base/messages");
      await copyText(text, vscode.l10n.t("Copied {0}", text));
    }),
  );
}

function registerProviders(providers: Once<MentionProviders>): vscode.Disposable {
  const { languages, window } = vscode;
  const terminalLinks: vscode.TerminalLinkProvider<MentionTerminalLink> = {
    provideTerminalLinks: async (context) =>
      isOn("links") && mayNameOne(context.line) ? (await providers()).terminalLinks(context) : [],
    handleTerminalLink: async (link) => {
      await (await providers()).open(link);
    },
  };
  return vscode.Disposable.from(
    languages.registerHoverProvider(anyDocument, {
      provideHover: async (document, position) =>
        isOn("hover") && isNamedIn(document, position)
          ? (await providers()).hover(document, position)
          : undefined,
    }),
    linksWhileOn(providers),
    languages.registerCodeLensProvider(anyDocument, {
      onDidChangeCodeLenses: (changed) => onDidSwitch("codeLens", changed),
      provideCodeLenses: async (document) =>
        isOn("codeLens") && mentionHint.test(document.getText())
          ? (await providers()).lenses(document)
          : [],
    }),
    languages.registerCodeActionsProvider(anyDocument, {
      provideCodeActions: async (document, range) =>
        isNamedIn(document, range.start) ? (await providers()).actions(document, range.start) : [],
    }),
    window.registerTerminalLinkProvider(terminalLinks),
    followSight(providers),
  );
}

/** Editors that are open keep their links until the text changes, or who provides them. */
function linksWhileOn(providers: Once<MentionProviders>): vscode.Disposable {
  const links: vscode.DocumentLinkProvider<MentionLink> = {
    provideDocumentLinks: async (document) =>
      mentionHint.test(document.getText()) ? (await providers()).links(document) : [],
    resolveDocumentLink: async (link) => (await providers()).resolve(link),
  };
  const registered = registeredWhile(
    () => isOn("links"),
    () => vscode.languages.registerDocumentLinkProvider(anyDocument, links),
  );
  return vscode.Disposable.from(registered, onDidSwitch("links", registered.follow));
}

/** @returns what registers or takes back, when that may be another thing now */
function registeredWhile(
  isWanted: () => boolean,
  register: () => vscode.Disposable,
): { readonly follow: () => void; readonly dispose: () => void } {
  let registered: vscode.Disposable | undefined;
  const dispose = (): void => {
    registered?.dispose();
    registered = undefined;
  };
  const follow = (): void => {
    if (!isWanted()) dispose();
    else registered ??= register();
  };
  follow();
  return { follow, dispose };
}

/** @param place a selection may still be where the text before its last change ended */
function isNamedIn(document: vscode.TextDocument, place: vscode.Position): boolean {
  const at = document.validatePosition(place);
  return mentionHint.test(aroundPlace(document.lineAt(at).text, at.character));
}

/**
 * A context menu opens before anybody can say what the click was on: there is a place in it while an id is in sight.
 * Nothing is loaded while none ever was.
 */
function followSight(providers: Once<MentionProviders>): vscode.Disposable {
  const { window, workspace } = vscode;
  const look = async (): Promise<void> => {
    const isInSight = window.visibleTextEditors.some(
      ({ document, visibleRanges, selection }) =>
        isNamedIn(document, selection.active) ||
        visibleRanges.some((range) => document.getText(range).split("\n").some(mayNameOne)),
    );
    if (isInSight || providers.made() !== undefined) await (await providers()).follow();
  };
  void look();
  return vscode.Disposable.from(
    window.onDidChangeVisibleTextEditors(look),
    window.onDidChangeTextEditorVisibleRanges(look),
    window.onDidChangeTextEditorSelection(look),
    workspace.onDidChangeTextDocument(look),
  );
}

type Shown = "hover" | "links" | "codeLens";

function isOn(what: Shown): boolean {
  return vscode.workspace
    .getConfiguration(settingsSection)
    .get(`editor.${what}`, what !== "codeLens");
}

function onDidSwitch(what: Shown, then: () => unknown): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(`${settingsSection}.editor.${what}`)) then();
  });
}
