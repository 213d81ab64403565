import * as vscode from "vscode";
import { BotToken } from "../../core/portal/botToken";
import { demoBot, demoWebhook } from "../../core/portal/demoAddress";
import type { Services } from "../../services";
import { checkText } from "./addPortal";
import { offerInspection, storeUnasked } from "./storePortal";

/** The built-in portal: a webhook like any other, answered without a network. */
export async function addDemoPortal({
  client,
  portals,
  storing,
}: Services): Promise<string | undefined> {
  const checked = await checkText(demoWebhook, client, () => Promise.resolve(true));
  if (checked === undefined) return undefined;
  const name = vscode.l10n.t("Northwind Couriers (demo)");
  const record = await storing.run(() => storeUnasked(portals, checked, name));
  if (record === undefined) return undefined;
  // With a bot at hand, what another pair of eyes sees is one click away; without one the demo is still of use.
  const token = BotToken.parse(demoBot.token);
  if (token !== undefined) await portals.addBot(record.id, demoBot, token);
  void offerInspection(
    record,
    vscode.l10n.t("The demo portal is ready. Try chat29, chat210 or chat405."),
  );
  return record.id;
}
