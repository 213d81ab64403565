import * as vscode from "vscode";

/** Runs work under another limit of time for replies; `value` as somebody may write it by hand. */
export async function withRequestTimeout(value: unknown, work: () => Promise<void>): Promise<void> {
  await setRequestTimeout(value);
  try {
    await work();
  } finally {
    await setRequestTimeout(undefined);
  }
}

async function setRequestTimeout(value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration("bitrix24");
  await settings.update("requestTimeoutSeconds", value, vscode.ConfigurationTarget.Global);
}
