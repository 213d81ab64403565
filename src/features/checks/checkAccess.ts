import type { Services } from "../../services";
import { offerFirstPortal, portalFor } from "../base/portalPicker";
import type { ReportPanels } from "./reportPanels";

/** `checkAccess({ portalId })`, or without an argument the active portal's. */
export async function checkAccess(
  { portals }: Services,
  panels: ReportPanels,
  argument: unknown,
): Promise<void> {
  const portal = await portalFor(
    portals,
    argument,
    async () => portals.active() ?? (await offerFirstPortal(portals)),
  );
  if (portal !== undefined) await panels.open(portal);
}
