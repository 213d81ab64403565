import * as vscode from "vscode";
import { layOutReply } from "../../core/base/jsonText";
import type { RawReply } from "../../core/portal/portalCaller";
import { rawReplyScheme } from "../../ids";

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Raw replies as read-only documents. They live in memory while they are open and nowhere else:
 * a reply holds personal data. The address of a document names portal and subject, never a secret.
 */
export class RawReplies implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly subscriptions = vscode.Disposable.from(
    this.changed,
    vscode.workspace.registerTextDocumentContentProvider(rawReplyScheme, this),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      this.texts.delete(uri.toString());
    }),
  );

  /**
   * Opens replies, or brings the open ones up to date; of several each carries the name of its method.
   * @param subject what the replies are about: a DIALOG_ID, or the name of a page about the portal
   */
  async show(portalId: string, subject: string, replies: readonly RawReply[]): Promise<void> {
    const stem = subject.replace(/[^\w-]/g, "-");
    const [only] = replies;
    if (only !== undefined && replies.length === 1) {
      await this.showOne(portalId, stem, only.body, true);
      return;
    }
    for (const { method, body } of replies) {
      await this.showOne(portalId, `${stem}.${method}`, body, false);
    }
  }

  private async showOne(
    portalId: string,
    stem: string,
    body: string,
    isPreview: boolean,
  ): Promise<void> {
    const json = await layOutReply(body, nextTurn);
    const name = `${stem}.${json === undefined ? "txt" : "json"}`;
    const uri = vscode.Uri.from({ scheme: rawReplyScheme, path: `/${portalId}/${name}` });
    this.texts.set(uri.toString(), json ?? body);
    this.changed.fire(uri);
    await vscode.window.showTextDocument(uri, { preview: isPreview });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return (
      this.texts.get(uri.toString()) ??
      vscode.l10n.t("Replies are not kept when VS Code restarts. Read it again to see the reply.")
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.texts.clear();
  }
}
