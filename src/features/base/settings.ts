import * as vscode from "vscode";
import type { Remedy } from "../../core/diagnosis/diagnose";
import { settingsSection } from "../../ids";

/** The remedies that are settings of VS Code. */
export type SettingsAction = Extract<Remedy, `open${string}Setting${"s" | ""}`>;

const settingsOf: Readonly<Record<SettingsAction, readonly string[]>> = {
  openTimeoutSetting: [`${settingsSection}.requestTimeoutSeconds`],
  openCertificateSetting: ["http.systemCertificates"],
  openProxySettings: ["http.proxy", "http.proxySupport", "http.noProxy"],
};

export function isSettingsAction(remedy: Remedy): remedy is SettingsAction {
  return Object.hasOwn(settingsOf, remedy);
}

/** Opens VS Code's settings with those that help, and no others. */
export async function openSettings(action: SettingsAction): Promise<void> {
  const query = `@id:${settingsOf[action].join(",")}`;
  await vscode.commands.executeCommand("workbench.action.openSettings", query);
}
