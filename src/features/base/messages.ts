import * as vscode from "vscode";
import { notificationText } from "../../core/base/surfaceText";

type Show = typeof vscode.window.showInformationMessage;

/** What portals and users wrote is in these texts: it must not become a link that runs a command. */
function plainly(show: (message: string, ...rest: unknown[]) => Thenable<unknown>): Show {
  const shown = (message: string, ...rest: unknown[]): Thenable<unknown> =>
    show(notificationText(message), ...rest);
  return shown;
}

/** Looked up at each call: tests put others in their place. */
const ofWindow = (name: "showErrorMessage" | "showWarningMessage" | "showInformationMessage") =>
  plainly((message, ...rest) => vscode.window[name](message, ...rest));

/** The ways to say something in a notification or a question: the only ones, eslint sees to it. */
export const showErrorMessage = ofWindow("showErrorMessage");
export const showWarningMessage = ofWindow("showWarningMessage");
export const showInformationMessage = ofWindow("showInformationMessage");
