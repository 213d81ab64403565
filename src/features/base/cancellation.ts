import * as vscode from "vscode";
import { notificationText } from "../../core/base/surfaceText";

/**
 * Runs work behind a notification that shows progress and can be cancelled; VS Code's token
 * becomes a signal here.
 */
export async function withCancellableProgress<T>(
  title: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: notificationText(title),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (_progress, token) => {
    const controller = new AbortController();
    const subscription = token.onCancellationRequested(() => {
      controller.abort();
    });
    try {
      return await work(controller.signal);
    } finally {
      subscription.dispose();
    }
  });
}
