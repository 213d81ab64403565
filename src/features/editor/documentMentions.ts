import * as vscode from "vscode";
import { findMentions } from "../../core/dialog/mentions/findMentions";
import { mentionAt, type Mention } from "../../core/dialog/mentions/mention";

/** All mentions of a document that was not changed are found once. */
export class DocumentMentions {
  private readonly found = new WeakMap<
    vscode.TextDocument,
    { readonly version: number; readonly mentions: readonly Mention[] }
  >();

  of(document: vscode.TextDocument): readonly Mention[] {
    const known = this.found.get(document);
    if (known?.version === document.version) return known.mentions;
    const mentions = findMentions(document.getText());
    this.found.set(document, { version: document.version, mentions });
    return mentions;
  }
}

/** The mention that a position is on: only its line is looked at. */
export function mentionAtPosition(
  document: vscode.TextDocument,
  place: vscode.Position,
): { readonly mention: Mention; readonly range: vscode.Range } | undefined {
  // A selection may still be where the text before its last change ended.
  const position = document.validatePosition(place);
  const { text, range } = document.lineAt(position);
  const mentions = findMentions(text, { around: position.character });
  const mention = mentionAt(mentions, position.character);
  if (mention === undefined) return undefined;
  const start = range.start.translate(0, mention.offset);
  return { mention, range: new vscode.Range(start, start.translate(0, mention.length)) };
}
