import * as vscode from "vscode";

/** Opens a few lines of a bot's code whose dialogs the demo portal knows. */
export async function openExample(): Promise<void> {
  const comments = [
    vscode.l10n.t("Hold Ctrl (Cmd on a Mac) and click an id."),
    vscode.l10n.t("A visitor from Telegram, and the deal that came of it:"),
    vscode.l10n.t("A chat that the portal refuses:"),
  ] as const;
  const document = await vscode.workspace.openTextDocument({
    language: "php",
    content: `<?php

// ${comments[0]}

// ${comments[1]}
$delivery = ['DIALOG_ID' => 'chat210'];

// ${comments[2]}
$closed = ['DIALOG_ID' => 'chat405'];
`,
  });
  await vscode.window.showTextDocument(document);
}
