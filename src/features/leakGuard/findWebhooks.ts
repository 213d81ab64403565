import * as vscode from "vscode";
import { withCancellableProgress } from "../base/cancellation";
import { showInformationMessage } from "../base/messages";
import { plainItem } from "../base/plainLabel";
import { numberText } from "../../text/language";
import { describeReach, forEachTextFile, mostRows } from "../base/workspaceFiles";
import { describeLeak, describeState, type FoundLeak, type LeakGuard } from "./leakGuard";
import { openPlace, placeText } from "../base/places";

type Row = vscode.QuickPickItem & Pick<FoundLeak, "range" | "state"> & { readonly uri: vscode.Uri };

/** Lists the secrets of all files; they are underlined and stand among the problems, too. */
export async function findWebhooksInWorkspace(guard: LeakGuard): Promise<void> {
  const rows: Row[] = [];
  guard.forgetClosed();
  const reach = await withCancellableProgress(
    vscode.l10n.t("Looking for webhooks in the workspace"),
    (signal, progress) =>
      forEachTextFile(signal, progress, async (uri, text) => {
        const found = await guard.lookInto(uri, text);
        rows.push(...found.map((entry) => rowOf(uri, entry)));
      }),
  );
  const note = describeReach(reach);
  if (rows.length === 0) {
    if (reach === "cancelled") return;
    const nothing = vscode.l10n.t("No file of the workspace holds a webhook or a bot's token.");
    void showInformationMessage([nothing, note].filter(Boolean).join(" "));
    return;
  }
  const isSeen = ({ state }: Row): boolean => state === "tracked" || state === "untracked";
  rows.sort((a, b) => Number(isSeen(b)) - Number(isSeen(a)));
  const rest = rows.length - mostRows;
  const less = rest > 0 ? vscode.l10n.t("{0} more", numberText(rest)) : "";
  const picked = await vscode.window.showQuickPick(rows.slice(0, mostRows), {
    title: vscode.l10n.t("Webhooks and bot tokens in the workspace"),
    placeHolder: [vscode.l10n.t("Enter opens the file"), less, note].filter(Boolean).join(" · "),
    matchOnDescription: true,
  });
  if (picked === undefined) return;
  await openPlace(picked.uri, picked.range);
}

/** The host stands beside it already. */
function whose(leak: FoundLeak["leak"]): string {
  return leak.host === undefined || leak.userId === undefined
    ? describeLeak(leak)
    : vscode.l10n.t("user {0}", leak.userId);
}

function rowOf(uri: vscode.Uri, { leak, range, state }: FoundLeak): Row {
  const isSeen = state === "tracked" || state === "untracked";
  return {
    ...plainItem({
      label: placeText(uri, range.start.line),
      description: leak.host ?? "",
      detail: [whose(leak), describeState(state)].filter(Boolean).join(" · "),
      iconPath: new vscode.ThemeIcon(isSeen ? "warning" : "info"),
    }),
    uri,
    range,
    state,
  };
}
