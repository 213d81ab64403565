import * as vscode from "vscode";

/** Runs work under another limit of time for replies; `value` as somebody may write it by hand. */
export async function withRequestTimeout(value: unknown, work: () => Promise<void>): Promise<void> {
  await withSetting("requestTimeoutSeconds", value, work);
}

/** Runs work under a setting, by its name without the prefix. */
export async function withSetting<T>(
  name: string,
  value: unknown,
  work: () => Promise<T>,
): Promise<T> {
  await set(name, value);
  try {
    return await work();
  } finally {
    await set(name, undefined);
  }
}

async function set(name: string, value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration("bitrix24");
  await settings.update(name, value, vscode.ConfigurationTarget.Global);
}
