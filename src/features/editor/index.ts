import * as vscode from "vscode";
import { once } from "../../core/base/once";
import { hasStoredPortals } from "../../core/portal/storedPortals";
import { commandIds, innerCommandIds, settingsSection } from "../../ids";
import type { LazyServices } from "../../services";
import { registerCommand } from "../base/commands";
import { readable } from "../base/documents";
import type { MentionProviders, MentionTerminalLink } from "./mentionProviders";

/** A mention holds one of these: what looks closer is loaded for no other line. */
const hint = /chat|dialog|чат|диалог|im_|imol|sg\d|session|crm/i;
const longestTerminalLine = 10_000;

/** DIALOG_IDs in code, logs, output and terminals. Nothing is registered before there is a portal. */
export function registerEditor(services: LazyServices, state: vscode.Memento): vscode.Disposable {
  const providers = once(async () => {
    const [{ MentionProviders }, shared] = await Promise.all([
      import("./mentionProviders"),
      services(),
    ]);
    return new MentionProviders(shared);
  });
  let registered: vscode.Disposable | undefined;
  const register = (hasPortals: boolean): void => {
    if (hasPortals === (registered !== undefined)) return;
    registered?.dispose();
    registered = hasPortals ? registerProviders(providers) : undefined;
  };
  register(hasStoredPortals(state));
  services.whenMade(({ own, portals }) => {
    register(portals.list().length > 0);
    own(
      portals.onDidChange(() => {
        register(portals.list().length > 0);
      }),
    );
  });
  return vscode.Disposable.from(
    new vscode.Disposable(() => {
      registered?.dispose();
    }),
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

function registerProviders(providers: () => Promise<MentionProviders>): vscode.Disposable {
  const { languages, window } = vscode;
  const terminalLinks: vscode.TerminalLinkProvider<MentionTerminalLink> = {
    provideTerminalLinks: async (context) =>
      isOn("links") && context.line.length <= longestTerminalLine && hint.test(context.line)
        ? (await providers()).terminalLinks(context)
        : [],
    handleTerminalLink: async (link) => {
      await (await providers()).open(link);
    },
  };
  return vscode.Disposable.from(
    languages.registerHoverProvider(readable, {
      provideHover: async (document, position) =>
        isOn("hover") && hint.test(document.lineAt(position).text)
          ? (await providers()).hover(document, position)
          : undefined,
    }),
    languages.registerDocumentLinkProvider(readable, {
      provideDocumentLinks: async (document) =>
        isOn("links") && hint.test(document.getText()) ? (await providers()).links(document) : [],
    }),
    languages.registerCodeLensProvider(readable, {
      provideCodeLenses: async (document) =>
        isOn("codeLens") && hint.test(document.getText())
          ? (await providers()).lenses(document)
          : [],
    }),
    languages.registerCodeActionsProvider(readable, {
      provideCodeActions: async (document, range) =>
        hint.test(document.lineAt(range.start).text)
          ? (await providers()).actions(document, range.start)
          : [],
    }),
    window.registerTerminalLinkProvider(terminalLinks),
    followCursor(providers),
  );
}

/** The context menu knows whether the cursor is on something. Nothing is loaded while it never was. */
function followCursor(providers: () => Promise<MentionProviders>): vscode.Disposable {
  let wasNear = false;
  return vscode.window.onDidChangeTextEditorSelection(async ({ textEditor }) => {
    const { document, selection } = textEditor;
    const isNear = hint.test(document.lineAt(selection.active).text);
    if (!isNear && !wasNear) return;
    wasNear = isNear;
    await (await providers()).follow(textEditor);
  });
}

function isOn(what: "hover" | "links" | "codeLens"): boolean {
  return vscode.workspace
    .getConfiguration(settingsSection)
    .get(`editor.${what}`, what !== "codeLens");
}
