import * as vscode from "vscode";
import { visibleLine } from "../../core/base/visibleText";
import { findLeaks, type Leak } from "../../core/portal/leaks";
import { settingsSection } from "../../ids";
import { fileOf, isForReading } from "../base/documents";
import { gitStateOf, type GitState } from "./gitState";
import { positionsIn } from "../base/places";

export interface FoundLeak {
  readonly leak: Leak;
  readonly range: vscode.Range;
  readonly state: GitState;
}

/** Files in which the user allows secrets: where a comment cannot say so. */
const allowedKey = "leakGuard.allowedFiles";
const mostAllowed = 500;
/** Of one file: a log may have one in each line. */
const mostUnderlined = 1_000;
/** What tells git which files it takes. Terminals and other programs change it, too. */
const gitFiles = "**/{.gitignore,.git/index,.git/info/exclude}";
/** One command of git may change them many times. */
const afterGitMs = 300;

/** Underlines secrets. It keeps where they are, and nothing of them. */
export class LeakGuard {
  private readonly diagnostics = vscode.languages.createDiagnosticCollection("bitrix24.leakGuard");
  private readonly subscriptions: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly state: vscode.Memento) {
    const git = vscode.workspace.createFileSystemWatcher(gitFiles);
    this.subscriptions = vscode.Disposable.from(
      git,
      git.onDidChange(this.lookAgain),
      git.onDidCreate(this.lookAgain),
      git.onDidDelete(this.lookAgain),
      // A repository may begin above the workspace, where nothing is watched.
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.lookAgain();
      }),
    );
  }

  async look(document: vscode.TextDocument): Promise<void> {
    const { uri, version } = document;
    const found = isForReading(document) ? await this.find(uri, document.getText()) : [];
    if (!document.isClosed && document.version === version) this.show(uri, found);
  }

  /** What is wrong with a file; underlined as well. */
  async lookInto(uri: vscode.Uri, text: string): Promise<readonly FoundLeak[]> {
    const found = await this.find(uri, text);
    this.show(uri, found);
    return found;
  }

  isUnderlined({ uri }: vscode.TextDocument, range: vscode.Range): boolean {
    return (this.diagnostics.get(uri) ?? []).some(
      (diagnostic) => diagnostic.range.intersection(range) !== undefined,
    );
  }

  /** From now on nothing of this file is underlined. */
  async allow(uri: vscode.Uri): Promise<void> {
    const allowed = fileOf(uri).toString();
    const rest = this.allowed.filter((file) => file !== allowed);
    await this.state.update(allowedKey, [...rest, allowed].slice(-mostAllowed));
    // A notebook is one file, each of its cells a document.
    this.diagnostics.forEach((each) => {
      if (fileOf(each).toString() === allowed) this.diagnostics.delete(each);
    });
  }

  forget(uri: vscode.Uri): void {
    this.diagnostics.delete(uri);
  }

  clear(): void {
    this.diagnostics.clear();
  }

  /** What a search has found is not followed: files may have changed, or be gone. */
  forgetClosed(): void {
    const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
    this.diagnostics.forEach((uri) => {
      if (!open.has(uri.toString())) this.diagnostics.delete(uri);
    });
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
    this.diagnostics.dispose();
  }

  /** What git does with the files may be another thing now. */
  private readonly lookAgain = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      for (const document of vscode.workspace.textDocuments) {
        if (this.diagnostics.has(document.uri)) void this.look(document);
      }
    }, afterGitMs);
  };

  private get allowed(): readonly unknown[] {
    const stored = this.state.get(allowedKey);
    return Array.isArray(stored) ? (stored as readonly unknown[]) : [];
  }

  private async find(uri: vscode.Uri, text: string): Promise<readonly FoundLeak[]> {
    const file = fileOf(uri);
    const isWatched = (): boolean => isOn(file) && !this.allowed.includes(file.toString());
    const leaks = isWatched() ? findLeaks(text) : [];
    if (leaks.length === 0) return [];
    const state = await gitStateOf(file);
    // Meanwhile it may have been allowed.
    if (!isWatched()) return [];
    const positionAt = positionsIn(text);
    return leaks.map((leak) => {
      const { offset, length } = leak;
      return {
        leak,
        state,
        range: new vscode.Range(positionAt(offset), positionAt(offset + length)),
      };
    });
  }

  private show(uri: vscode.Uri, found: readonly FoundLeak[]): void {
    if (found.length === 0) this.diagnostics.delete(uri);
    else
      this.diagnostics.set(
        uri,
        found.slice(0, mostUnderlined).map((entry) => diagnosticOf(uri, entry)),
      );
  }
}

export function isOn(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration(settingsSection, uri).get("leakGuard", true);
}

function diagnosticOf(uri: vscode.Uri, { leak, range, state }: FoundLeak): vscode.Diagnostic {
  const message = [describeLeak(leak), describeState(state)].filter(Boolean).join(" ");
  const diagnostic = new vscode.Diagnostic(range, message, severityOf(uri, state));
  diagnostic.source = "Dialog Inspector";
  diagnostic.code = leak.kind === "webhook" ? "webhook" : "bot-token";
  return diagnostic;
}

/** A `.env` is where secrets belong, unless git takes it. */
function severityOf({ path }: vscode.Uri, state: GitState): vscode.DiagnosticSeverity {
  const { Hint, Information, Warning } = vscode.DiagnosticSeverity;
  if (state === "tracked") return Warning;
  if (state === "ignored" || /\/\.env(?:\.[^/]*)?$/.test(path)) return Hint;
  return state === "untracked" ? Warning : Information;
}

export function describeLeak({ kind, host, userId }: Leak): string {
  if (kind === "botToken") {
    return vscode.l10n.t("A bot's token: whoever reads it can speak as this bot.");
  }
  return host === undefined || userId === undefined
    ? vscode.l10n.t("A webhook's secret: whoever reads it can act as its owner.")
    : vscode.l10n.t(
        "A webhook of {0}: whoever reads it can act there as user {1}.",
        visibleLine(host),
        userId,
      );
}

export function describeState(state: GitState): string {
  switch (state) {
    case "tracked":
      return vscode.l10n.t("Git tracks this file.");
    case "untracked":
      return vscode.l10n.t("Git does not ignore this file.");
    case "ignored":
      return vscode.l10n.t("Git ignores this file.");
    case "outside":
      return "";
  }
}
