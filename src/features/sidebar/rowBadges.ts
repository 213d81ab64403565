import * as vscode from "vscode";
import { numberText } from "../../text/language";

const scheme = "bitrix24-row";

/** Names a row for its badge, with what is in it: another number is another name. */
export function unreadUri(nodeId: string, unread: number): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/unread/${unread}/${nodeId}` });
}

export function activeUri(portalId: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/active/${portalId}` });
}

/** Small marks at the end of a row, which nothing cuts. VS Code gives them two characters. */
export class RowBadges implements vscode.FileDecorationProvider {
  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    if (uri.scheme !== scheme) return undefined;
    const [, kind, count] = uri.path.split("/");
    if (kind === "active") {
      return new vscode.FileDecoration("●", vscode.l10n.t("The active portal"));
    }
    const unread = Number(count);
    return new vscode.FileDecoration(unread > 99 ? "9+" : String(unread), unreadText({ unread }));
  }
}

export function unreadText({ unread = 0 }: { readonly unread?: number | undefined }): string {
  return unread === 0 ? "" : vscode.l10n.t("{0} unread", numberText(unread));
}
