import * as vscode from "vscode";
import {
  goHelpers,
  parsedRead,
  parserName,
  parserOf,
} from "../../core/snippets/entityData/parsers";
import {
  insertionLine,
  parserLanguage,
  positionReadAt,
} from "../../core/snippets/entityData/positionReads";

/** Where an entity string is read by position: a parser that is right for every order and length. */
export function entityParserActions(
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.CodeAction[] {
  const language = parserLanguage(document.languageId);
  const line = document.lineAt(position);
  const read =
    language === undefined ? undefined : positionReadAt(line.text, position.character, language);
  if (language === undefined || read === undefined) return [];
  const fields: readonly (1 | 2)[] = read.field === undefined ? [1, 2] : [read.field];
  return fields.flatMap((field) => {
    const text = document.getText();
    const name = parserName(language, field);
    const parts = [
      ...(isDefined(text, name) ? [] : [parserOf(language, field)]),
      ...(language === "go" && !isDefined(text, "entityNumber") ? [goHelpers] : []),
    ];
    const at = new vscode.Position(insertionLine(text.split(/\r?\n/), line.lineNumber), 0);
    const inserted = parts
      .map((part) => `${part}${language === "python" ? "\n\n" : "\n"}`)
      .join("");
    const action = (title: string, replacement?: string): vscode.CodeAction => {
      const made = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
      made.edit = new vscode.WorkspaceEdit();
      if (inserted !== "") made.edit.insert(document.uri, at, inserted);
      if (replacement === undefined) return made;
      const start = line.range.start.translate(0, read.offset);
      const range = new vscode.Range(start, start.translate(0, read.length));
      made.edit.replace(document.uri, range, replacement);
      return made;
    };
    const replacement = parsedRead(read, field, language);
    return [
      ...(replacement === undefined
        ? []
        : [action(vscode.l10n.t("Read {0} with a parser", `entity_data_${field}`), replacement)]),
      ...(inserted === ""
        ? []
        : [action(vscode.l10n.t("Insert a parser for {0}", `entity_data_${field}`))]),
    ];
  });
}

function isDefined(text: string, name: string): boolean {
  return new RegExp(`\\b(?:function|def|func) ${name}\\b`).test(text);
}
