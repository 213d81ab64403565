import { randomBytes } from "node:crypto";
import * as vscode from "vscode";

/** The panel's document. It may load its own files, run one script, and show images; nothing else. */
export function panelPage(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = randomBytes(16).toString("base64");
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, "dist", name)).toString();
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    // Avatars come from the portal or its image server; their addresses are checked before.
    "img-src https: http://127.0.0.1:* http://localhost:* data:",
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Bitrix24</title>
<link rel="stylesheet" id="vscode-codicon-stylesheet" href="${file("panel.css")}">
</head>
<body>
<script type="module" nonce="${nonce}" src="${file("panel.js")}"></script>
</body>
</html>`;
}

/** What the page may be and load; the same for a new panel and for a restored one. */
export function panelOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return {
    enableScripts: true,
    localResourceRoots: [vscode.Uri.joinPath(extensionUri, "dist")],
  };
}
