import * as vscode from "vscode";
import { notificationText } from "../../core/base/surfaceText";

type Progress = vscode.Progress<{ readonly message?: string; readonly increment?: number }>;

/**
 * Runs work behind a notification that shows progress and can be cancelled; VS Code's token
 * becomes a signal here.
 */
export async function withCancellableProgress<T>(
  title: string,
  work: (signal: AbortSignal, progress: Progress) => Promise<T>,
): Promise<T> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: notificationText(title),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, token) => {
    const controller = new AbortController();
    const subscription = token.onCancellationRequested(() => {
      controller.abort();
    });
    try {
      return await work(controller.signal, progress);
    } finally {
      subscription.dispose();
    }
  });
}
