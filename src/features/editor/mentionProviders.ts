import * as vscode from "vscode";
import type { Mention } from "../../core/dialog/mentions/mention";
import { findMentions } from "../../core/dialog/mentions/findMentions";
import { commandIds, mentionInSightKey } from "../../ids";
import type { Services } from "../../services";
import { isForReading } from "../base/documents";
import { runCommand } from "../base/commands";
import { DocumentMentions, mentionAtPosition } from "./documentMentions";
import { commandUri, hoverAt } from "./hover";
import { targetOf, type InspectArgument, type MentionTarget } from "./mentionTarget";

/** A terminal's link, with what it inspects. */
export class MentionTerminalLink extends vscode.TerminalLink {
  constructor({ offset, length }: Mention, { label, argument }: MentionTarget) {
    super(offset, length, vscode.l10n.t("Inspect {0}", label));
    this.argument = argument;
  }

  readonly argument: InspectArgument;
}

/** A link of an editor, with what it inspects. */
export class MentionLink extends vscode.DocumentLink {
  readonly argument: InspectArgument;

  constructor(range: vscode.Range, { label, argument }: MentionTarget) {
    super(range);
    this.tooltip = vscode.l10n.t("Inspect {0}", label);
    this.argument = argument;
  }
}

/** What editors and terminals show at mentions. None of it asks a portal before somebody clicks. */
export class MentionProviders {
  private readonly mentions = new DocumentMentions();
  private isInSight = false;

  constructor(private readonly services: Services) {}

  async hover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    return hoverAt(this.services, document, position);
  }

  /** Where they lead is written when somebody points at one: a log may have thousands. */
  async links(document: vscode.TextDocument): Promise<MentionLink[]> {
    return (await this.places(document)).map(({ range, target }) => new MentionLink(range, target));
  }

  resolve(link: MentionLink): MentionLink {
    link.target = commandUri(commandIds.inspectDialog, link.argument);
    return link;
  }

  /** One for each line: more would push the code apart. */
  async lenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const lines = new Set<number>();
    return (await this.places(document)).flatMap(({ range, target }) => {
      if (lines.has(range.start.line)) return [];
      lines.add(range.start.line);
      const title = vscode.l10n.t("Inspect {0}", target.label);
      const command = { title, command: commandIds.inspectDialog, arguments: [target.argument] };
      return [new vscode.CodeLens(range, command)];
    });
  }

  async actions(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CodeAction[]> {
    const target = await this.targetAt(document, position);
    if (target === undefined) return [];
    const title = vscode.l10n.t("Inspect {0}", target.label);
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.Empty);
    action.command = { title, command: commandIds.inspectDialog, arguments: [target.argument] };
    return [action];
  }

  async terminalLinks({
    line,
    terminal,
  }: vscode.TerminalLinkContext): Promise<MentionTerminalLink[]> {
    const mentions = findMentions(line);
    if (mentions.length === 0) return [];
    const home = await this.services.documentPortals.ofTerminal(terminal);
    if (home === undefined) return [];
    const stored = this.services.portals.list();
    return mentions.flatMap((mention) => {
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
      editor === undefined
        ? undefined
        : await this.targetAt(editor.document, editor.selection.active);
    await runCommand(commandIds.inspectDialog, ...(target === undefined ? [] : [target.argument]));
  }

  /** Tells the context menu whether there is something in sight. */
  async follow(): Promise<void> {
    const isInSight = vscode.window.visibleTextEditors.some(
      ({ document, visibleRanges, selection }) =>
        isForReading(document) &&
        (mentionAtPosition(document, selection.active) !== undefined ||
          visibleRanges.some((range) => findMentions(document.getText(range)).length > 0)),
    );
    if (isInSight === this.isInSight) return;
    this.isInSight = isInSight;
    await vscode.commands.executeCommand("setContext", mentionInSightKey, isInSight);
  }

  private async targetAt(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<MentionTarget | undefined> {
    const found = isForReading(document) ? mentionAtPosition(document, position) : undefined;
    if (found === undefined) return undefined;
    const { portals, documentPortals } = this.services;
    const home = await documentPortals.of(document.uri);
    return home === undefined ? undefined : targetOf(found.mention, home, portals.list());
  }

  private async places(
    document: vscode.TextDocument,
  ): Promise<readonly { readonly range: vscode.Range; readonly target: MentionTarget }[]> {
    const { portals, documentPortals } = this.services;
    if (!isForReading(document)) return [];
    const home = await documentPortals.of(document.uri);
    if (home === undefined) return [];
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
