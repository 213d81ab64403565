import * as vscode from "vscode";
import type { PanelActionId } from "../../protocol/panelView";
import { settingsSection } from "../ids";

export type SettingsAction = Extract<PanelActionId, `open${string}Setting${"s" | ""}`>;

const settingsOf: Readonly<Record<SettingsAction, readonly string[]>> = {
  openTimeoutSetting: [`${settingsSection}.requestTimeoutSeconds`],
  openCertificateSetting: ["http.systemCertificates"],
  openProxySettings: ["http.proxy", "http.proxySupport", "http.noProxy"],
};

/** Opens VS Code's settings with those that help, and no others. */
export async function openSettings(action: SettingsAction): Promise<void> {
  const query = `@id:${settingsOf[action].join(",")}`;
  await vscode.commands.executeCommand("workbench.action.openSettings", query);
}
