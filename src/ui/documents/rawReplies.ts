import * as vscode from "vscode";
import { rawReplyScheme } from "../ids";

/**
 * Raw replies as read-only documents. They live in memory while they are open and nowhere else:
 * a reply holds personal data. The address of a document names portal and dialog, never a secret.
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

  /** Opens the reply of a dialog, or brings the open one up to date. */
  async show(portalId: string, dialogId: string, body: string): Promise<void> {
    const json = formatJson(body);
    const name = `${dialogId.replace(/[^\w-]/g, "-")}.${json === undefined ? "txt" : "json"}`;
    const uri = vscode.Uri.from({ scheme: rawReplyScheme, path: `/${portalId}/${name}` });
    this.texts.set(uri.toString(), json ?? body);
    this.changed.fire(uri);
    await vscode.window.showTextDocument(uri, { preview: true });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return (
      this.texts.get(uri.toString()) ??
      vscode.l10n.t(
        "Replies are not kept when VS Code restarts. Inspect the dialog again to see its reply.",
      )
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.texts.clear();
  }
}

/** One reply is one line of escapes on the wire; `undefined` for what is not JSON. */
function formatJson(body: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return undefined;
  }
}
