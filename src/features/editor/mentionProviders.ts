import * as vscode from "vscode";
import type { Mention } from "../../core/dialog/mentions/mention";
import { findMentions } from "../../core/dialog/mentions/findMentions";
import { commandIds, isOnMentionKey } from "../../ids";
import type { Services } from "../../services";
import { isForReading } from "../base/documents";
import { runCommand } from "../base/commands";
import { DocumentMentions, mentionAtPosition } from "./documentMentions";
import { portalOfDocument } from "./folderPortal";
import { commandUri, hoverAt } from "./hover";
import { targetOf, type InspectArgument, type MentionTarget } from "./mentionTarget";

/** A terminal's link, with what it inspects. */
export class MentionTerminalLink extends vscode.TerminalLink {
  constructor({ offset, length }: Mention, { text, argument }: MentionTarget) {
    super(offset, length, vscode.l10n.t("Inspect {0}", text));
    this.argument = argument;
  }

  readonly argument: InspectArgument;
}

/** What editors and terminals show at mentions. None of it asks a portal before somebody clicks. */
export class MentionProviders {
  private readonly mentions = new DocumentMentions();
  private isOnMention = false;

  constructor(private readonly services: Services) {}

  hover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    return hoverAt(this.services, document, position);
  }

  links(document: vscode.TextDocument): vscode.DocumentLink[] {
    return this.places(document).map(({ range, target }) => {
      const link = new vscode.DocumentLink(
        range,
        commandUri(commandIds.inspectDialog, target.argument),
      );
      link.tooltip = vscode.l10n.t("Inspect {0}", target.text);
      return link;
    });
  }

  /** One for each line: more would push the code apart. */
  lenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const lines = new Set<number>();
    return this.places(document).flatMap(({ range, target }) => {
      if (lines.has(range.start.line)) return [];
      lines.add(range.start.line);
      const title = vscode.l10n.t("Inspect {0}", target.text);
      const command = { title, command: commandIds.inspectDialog, arguments: [target.argument] };
      return [new vscode.CodeLens(range, command)];
    });
  }

  actions(document: vscode.TextDocument, position: vscode.Position): vscode.CodeAction[] {
    const target = this.targetAt(document, position);
    if (target === undefined) return [];
    const title = vscode.l10n.t("Inspect {0}", target.text);
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.Empty);
    action.command = { title, command: commandIds.inspectDialog, arguments: [target.argument] };
    return [action];
  }

  terminalLinks(line: string): MentionTerminalLink[] {
    const home = portalOfDocument(this.services.portals, undefined);
    if (home === undefined) return [];
    const stored = this.services.portals.list();
    return findMentions(line).flatMap((mention) => {
      const target = targetOf(mention, home, stored);
      return target === undefined ? [] : [new MentionTerminalLink(mention, target)];
    });
  }

  async open(link: MentionTerminalLink): Promise<void> {
    await runCommand(commandIds.inspectDialog, link.argument);
  }

  /** Inspects what the cursor of the editor in front is on. */
  async inspectAtCursor(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const target =
      editor === undefined ? undefined : this.targetAt(editor.document, editor.selection.active);
    await runCommand(commandIds.inspectDialog, ...(target === undefined ? [] : [target.argument]));
  }

  /** Tells the context menu whether there is something under the cursor. */
  async follow(editor: vscode.TextEditor): Promise<void> {
    const { document, selection } = editor;
    const isOn = this.targetAt(document, selection.active) !== undefined;
    if (isOn === this.isOnMention) return;
    this.isOnMention = isOn;
    await vscode.commands.executeCommand("setContext", isOnMentionKey, isOn);
  }

  private targetAt(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): MentionTarget | undefined {
    const home = portalOfDocument(this.services.portals, document.uri);
    if (home === undefined || !isForReading(document)) return undefined;
    const found = mentionAtPosition(document, position);
    return found === undefined
      ? undefined
      : targetOf(found.mention, home, this.services.portals.list());
  }

  private places(
    document: vscode.TextDocument,
  ): readonly { readonly range: vscode.Range; readonly target: MentionTarget }[] {
    const { portals } = this.services;
    const home = portalOfDocument(portals, document.uri);
    if (home === undefined || !isForReading(document)) return [];
    const stored = portals.list();
    return this.mentions.of(document).flatMap((mention) => {
      const target = targetOf(mention, home, stored);
      return target === undefined ? [] : [{ range: rangeOf(document, mention), target }];
    });
  }
}

function rangeOf(document: vscode.TextDocument, { offset, length }: Mention): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}
