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
  links(document: vscode.TextDocument): MentionLink[] {
    return this.places(document).map(({ range, target }) => new MentionLink(range, target));
  }

  resolve(link: MentionLink): MentionLink {
    link.target = commandUri(commandIds.inspectDialog, link.argument);
    return link;
  }

  /** One for each line: more would push the code apart. */
  lenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const lines = new Set<number>();
    return this.places(document).flatMap(({ range, target }) => {
      if (lines.has(range.start.line)) return [];
      lines.add(range.start.line);
      return [new vscode.CodeLens(range, inspecting(target))];
    });
  }

  actions(document: vscode.TextDocument, position: vscode.Position): vscode.CodeAction[] {
    const target = targetAt(document, position);
    if (target === undefined) return [];
    const command = inspecting(target);
    const action = new vscode.CodeAction(command.title, vscode.CodeActionKind.Empty);
    action.command = command;
    return [action];
  }

  terminalLinks({ line, terminal }: vscode.TerminalLinkContext): MentionTerminalLink[] {
    const folder = folderOf(terminal);
    return findMentions(line).flatMap((mention) => {
      const target = targetOf(mention, folder);
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
      editor === undefined ? undefined : targetAt(editor.document, editor.selection.active);
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

  private places(
    document: vscode.TextDocument,
  ): readonly { readonly range: vscode.Range; readonly target: MentionTarget }[] {
    if (!isForReading(document)) return [];
    return this.mentions.of(document).flatMap((mention) => {
      const target = targetOf(mention, document.uri);
      return target === undefined ? [] : [{ range: rangeOf(document, mention), target }];
    });
  }
}

function targetAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): MentionTarget | undefined {
  const found = isForReading(document) ? mentionAtPosition(document, position) : undefined;
  return found === undefined ? undefined : targetOf(found.mention, document.uri);
}

function inspecting({ label, argument }: MentionTarget): vscode.Command {
  const title = vscode.l10n.t("Inspect {0}", label);
  return { title, command: commandIds.inspectDialog, arguments: [argument] };
}

/** Where a shell stands, or was started. */
function folderOf({ shellIntegration, creationOptions }: vscode.Terminal): vscode.Uri | undefined {
  const started = "cwd" in creationOptions ? creationOptions.cwd : undefined;
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  return shellIntegration?.cwd ?? (typeof started === "object" ? started : workspace?.uri);
}

function rangeOf(document: vscode.TextDocument, { offset, length }: Mention): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}
