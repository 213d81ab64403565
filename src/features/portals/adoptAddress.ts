import * as v from "valibot";
import * as vscode from "vscode";
import { parseWith } from "../../core/base/parseWith";
import { agrees, showErrorMessage } from "../base/messages";
import { hostOf, type PortalRecord } from "../../core/portal/portalRecord";
import type { Services } from "../../services";
import type { Portals } from "../../core/portal/portals";
import { describeStoreProblem } from "../../text/storeProblems";
import { visibleLine } from "../../core/base/visibleText";

/** Run by a button of a renamed portal's failures, with where the portal says that it is now. */
export async function adoptAddressOf({ portals }: Services, argument: unknown): Promise<boolean> {
  const given = parseWith(newAddress, argument);
  const portal = portals.find(given?.portalId ?? "");
  if (given === undefined || portal === undefined) return false;
  return adoptAddress(portals, portal, given.origin);
}

const newAddress = v.object({ portalId: v.string(), origin: v.string() });

/**
 * Moves a renamed portal to its new address, with the webhook that it has. Whoever runs the new host gets the
 * secret, so nothing is sent there before the user has read both names and agreed.
 * @returns true when the portal has the new address now
 */
async function adoptAddress(
  portals: Portals,
  portal: PortalRecord,
  origin: string,
): Promise<boolean> {
  const webhook = await portals.webhookOf(portal.id);
  const moved = webhook?.movedTo(origin);
  if (moved?.ok !== true) {
    void showErrorMessage(
      vscode.l10n.t("The new address cannot be used. Replace the webhook instead."),
    );
    return false;
  }
  const newHost = moved.value.host;
  const isAdopted = await agrees(
    vscode.l10n.t("Send the webhook of “{0}” to {1}?", visibleLine(portal.name), newHost),
    vscode.l10n.t(
      "Until now: {0}\nFrom now on: {1}\n\nThe webhook is a password: whoever runs {1} will have it. Agree only if you know that the portal was renamed so; its own pages show the new name in a browser.",
      hostOf(portal),
      newHost,
    ),
    vscode.l10n.t("Use the New Address"),
  );
  if (!isAdopted) return false;
  const done = await portals.move(portal.id, moved.value);
  if (!done.ok) void showErrorMessage(describeStoreProblem(done.error));
  return done.ok;
}
