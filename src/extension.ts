import type * as vscode from "vscode";
import { registerFeatures } from "./features";

export function activate(context: vscode.ExtensionContext): void {
  registerFeatures(context);
}
