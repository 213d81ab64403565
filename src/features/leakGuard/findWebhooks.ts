import * as vscode from "vscode";
import { withCancellableProgress } from "../base/cancellation";
import { showInformationMessage } from "../base/messages";
import { plainItem } from "../base/plainLabel";
import { forEachTextFile } from "../base/workspaceFiles";
import { describeLeak, type FoundLeak, type LeakGuard } from "./leakGuard";

type Row = vscode.QuickPickItem & { readonly uri: vscode.Uri; readonly range: vscode.Range };

/** Lists the secrets of all files; they are underlined and stand among the problems, too. */
export async function findWebhooksInWorkspace(guard: LeakGuard): Promise<void> {
  const rows: Row[] = [];
  await withCancellableProgress(vscode.l10n.t("Looking for webhooks in the workspace"), (signal) =>
    forEachTextFile(signal, async (uri, text) => {
      const found = await guard.lookInto(uri, text);
      rows.push(...found.map((entry) => rowOf(uri, entry)));
    }),
  );
  if (rows.length === 0) {
    void showInformationMessage(
      vscode.l10n.t("No file of the workspace holds a webhook or a bot's token."),
    );
    return;
  }
  const picked = await vscode.window.showQuickPick(rows, {
    title: vscode.l10n.t("Webhooks and bot tokens in the workspace"),
    placeHolder: vscode.l10n.t("Enter opens the file"),
    matchOnDescription: true,
  });
  if (picked === undefined) return;
  await vscode.window.showTextDocument(picked.uri, { selection: picked.range });
}

function rowOf(uri: vscode.Uri, { leak, range, state }: FoundLeak): Row {
  const isSeen = state === "tracked" || state === "untracked";
  return {
    ...plainItem({
      label: `${vscode.workspace.asRelativePath(uri)}:${range.start.line + 1}`,
      description: leak.host ?? "",
      detail: describeLeak(leak),
      iconPath: new vscode.ThemeIcon(isSeen ? "warning" : "info"),
    }),
    uri,
    range,
  };
}
