import * as vscode from "vscode";
import {
  findOutdatedCalls,
  migrationRules,
  type MigrationRule,
  type OutdatedCall,
} from "../../core/portal/migration/outdatedCalls";
import { settingsSection } from "../../ids";
import { describeOutdated } from "../../text/migrations";
import { isForReading } from "../base/documents";
import type { DocumentWatcher } from "../base/watchDocuments";

interface Hint {
  readonly call: OutdatedCall;
  readonly diagnostic: vscode.Diagnostic;
}

/** Underlines calls of methods that have a successor, and what worked until a date. */
export class MigrationHints implements DocumentWatcher {
  private readonly diagnostics = vscode.languages.createDiagnosticCollection("bitrix24.migration");
  private readonly looked = new Map<
    string,
    { readonly version: number; readonly hints: readonly Hint[] }
  >();

  constructor(private readonly nowMs: () => number) {}

  look(document: vscode.TextDocument): void {
    const { uri, languageId, version } = document;
    const rules = isForReading(document) ? rulesFor(uri) : [];
    const calls =
      rules.length === 0 ? [] : findOutdatedCalls(document.getText(), languageId, this.nowMs());
    const hints = calls
      .filter(({ rule }) => rules.includes(rule))
      .map((call) => ({ call, diagnostic: diagnosticOf(document, call) }));
    this.looked.set(uri.toString(), { version, hints });
    this.diagnostics.set(
      uri,
      hints.map(({ diagnostic }) => diagnostic),
    );
  }

  /** What helps at a place: the names that take the place of the old one. */
  fixes(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const key = document.uri.toString();
    const known = this.looked.get(key);
    // Since it was looked at, the names may have moved.
    if (known !== undefined && known.version !== document.version) this.look(document);
    return (this.looked.get(key)?.hints ?? [])
      .filter(({ diagnostic }) => diagnostic.range.intersection(range) !== undefined)
      .flatMap((hint) => [...renamings(document.uri, hint), silencing(hint)]);
  }

  forget(uri: vscode.Uri): void {
    this.looked.delete(uri.toString());
    this.diagnostics.delete(uri);
  }

  clear(): void {
    this.looked.clear();
    this.diagnostics.clear();
  }

  dispose(): void {
    this.diagnostics.dispose();
  }
}

function rulesFor(uri: vscode.Uri): readonly MigrationRule[] {
  const settings = vscode.workspace.getConfiguration(settingsSection, uri);
  if (!settings.get<boolean>("migrationHints", true)) return [];
  const ignored: unknown = settings.get("ignoredMigrationRules");
  const silent = Array.isArray(ignored) ? (ignored as readonly unknown[]) : [];
  return migrationRules.filter((rule) => !silent.includes(rule));
}

function diagnosticOf(document: vscode.TextDocument, call: OutdatedCall): vscode.Diagnostic {
  const { Hint, Warning } = vscode.DiagnosticSeverity;
  const isWarning = call.rule === "method-case" || (call.rule === "past-date" && call.isPast);
  const start = document.positionAt(call.offset);
  const range = new vscode.Range(start, document.positionAt(call.offset + call.length));
  const diagnostic = new vscode.Diagnostic(
    range,
    describeOutdated(call),
    isWarning ? Warning : Hint,
  );
  diagnostic.source = "Dialog Inspector";
  diagnostic.code = call.rule;
  if (call.rule === "outdated-method") diagnostic.tags = [vscode.DiagnosticTag.Deprecated];
  return diagnostic;
}

function renamings(uri: vscode.Uri, { call, diagnostic }: Hint): readonly vscode.CodeAction[] {
  return namesFor(call).map((name, index) => {
    const title =
      call.rule === "outdated-method"
        ? vscode.l10n.t("Replace the name by {0} (parameters change, too)", name)
        : vscode.l10n.t("Replace the name by {0}", name);
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.replace(uri, diagnostic.range, name);
    action.diagnostics = [diagnostic];
    action.isPreferred = index === 0 && call.rule !== "outdated-method";
    return action;
  });
}

function namesFor(call: OutdatedCall): readonly string[] {
  switch (call.rule) {
    case "outdated-method":
      return call.migration.to;
    case "method-case":
      return [call.exact];
    case "past-date":
      return call.change === "lastEventId"
        ? ["nextOffset"]
        : call.change === "clientIdCode"
          ? ["BOT_TOKEN_NOT_SPECIFIED"]
          : [];
  }
}

function silencing({ call, diagnostic }: Hint): vscode.CodeAction {
  const title = vscode.l10n.t("Choose which of these hints are shown ({0})", call.rule);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  const names = ["migrationHints", "ignoredMigrationRules"].map(
    (name) => `${settingsSection}.${name}`,
  );
  action.command = {
    title,
    command: "workbench.action.openSettings",
    arguments: [`@id:${names.join(",")}`],
  };
  action.diagnostics = [diagnostic];
  return action;
}
