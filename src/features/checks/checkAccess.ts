import * as vscode from "vscode";
import type { Services } from "../../services";
import { pickPortal, portalFor } from "../base/portalPicker";
import type { ReportPanels } from "./reportPanels";

/** `checkAccess({ portalId })`, or without an argument asks which portal, where there are several. */
export async function checkAccess(
  { portals }: Services,
  panels: ReportPanels,
  argument: unknown,
): Promise<void> {
  const portal = await portalFor(portals, argument, () =>
    pickPortal(portals, vscode.l10n.t("Check the webhook of which portal?")),
  );
  if (portal !== undefined) await panels.open(portal);
}
