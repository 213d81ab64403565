import type { WebhookSource } from "../portal/webhookSource";
import type { Exchange, PortalCaller, PortalResult } from "../portal/portalCaller";
import type { PortalRecord } from "../portal/portalRecord";
import type { Portals } from "../portal/portals";
import { success } from "../base/result";
import { accessReport, checkedMethods, type AccessReport } from "../diagnosis/accessReport";
import { askTogether, type Question } from "./askTogether";

export interface AccessReading {
  readonly report: AccessReport;
  /** How it was asked, with the whole reply. */
  readonly exchange: Exchange;
}

/** By key of the batch. Letters in front keep PHP from turning the map into a list. */
const questions: Readonly<Record<string, Question>> = {
  profile: { method: "profile" },
  scope: { method: "scope" },
  im: { method: "im.revision.get" },
  imbot: { method: "imbot.v2.Revision.get" },
  app: { method: "app.info" },
  ...Object.fromEntries(
    checkedMethods.map((method, index): [string, Question] => [
      keyOfMethod(index),
      // Portals list and compare the names of methods in lower case.
      { method: "method.get", params: { name: method.toLowerCase() } },
    ]),
  ),
};

function keyOfMethod(index: number): string {
  return `m${index}`;
}

/** Asks a portal in one request what a webhook may do, and keeps what it says of owner and scopes. */
export class AccessReader {
  constructor(
    private readonly client: PortalCaller,
    private readonly portals: WebhookSource & Pick<Portals, "keepAccess">,
  ) {}

  async read(portal: PortalRecord, signal: AbortSignal): Promise<PortalResult<AccessReading>> {
    const found = await this.portals.webhookFor(portal.id, signal);
    if (!found.ok) return found;
    const webhook = found.value;
    const asked = await askTogether(this.client, webhook, questions, signal);
    if (!asked.ok) return asked;
    const { reply, exchange } = asked.value;
    const report = accessReport(
      {
        profile: reply("profile"),
        scope: reply("scope"),
        appInfo: reply("app"),
        revisions: { "im.revision.get": reply("im"), "imbot.v2.Revision.get": reply("imbot") },
        methodGet: (method) => reply(keyOfMethod(checkedMethods.indexOf(method))),
      },
      { host: exchange.host, status: exchange.status ?? 200 },
    );
    await this.portals.keepAccess(portal.id, webhook, {
      ...(report.owner.ok ? { userId: report.owner.value.userId } : {}),
      ...(report.scopes.ok ? { scopes: report.scopes.value } : {}),
    });
    return success({ report, exchange });
  }
}
