import * as vscode from "vscode";
import { labelText, notificationText } from "../../core/base/surfaceText";

type Show = typeof vscode.window.showInformationMessage;
type Say = (message: string, ...rest: never[]) => Thenable<unknown>;

/**
 * What portals and users wrote is in these texts: it must not become a link that runs a command. VS Code's function is
 * looked up at each call.
 */
function plainly(name: "showErrorMessage" | "showWarningMessage" | "showInformationMessage"): Show {
  const shown = (message: string, ...rest: never[]): Thenable<unknown> => {
    const show: Say = vscode.window[name];
    return show(notificationText(message), ...rest);
  };
  return shown as Show;
}

/*
 * The ways to say something in a notification or a question, in the status bar and to the clipboard: the only ones,
 * eslint sees to it.
 */
export const showErrorMessage = plainly("showErrorMessage");
export const showWarningMessage = plainly("showWarningMessage");
export const showInformationMessage = plainly("showInformationMessage");

/** Asks in the middle of the window, and waits for the answer. */
export async function agrees(question: string, detail: string, button: string): Promise<boolean> {
  return (await showWarningMessage(question, { modal: true, detail }, button)) === button;
}

/** Says in the status bar that something is done. Names in it are shown as they are. */
export function showDone(message: string, forMs = 3_000): void {
  vscode.window.setStatusBarMessage(labelText(message), forMs);
}

/** Copies what a person asked for, and says so. */
export async function copyText(text: string, done = vscode.l10n.t("Copied")): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  showDone(done);
}
