import type { WebhookSource } from "../portal/webhookSource";
import { readBatchItem } from "../portal/batchReply";
import { isObject } from "../base/json";
import { unexpected } from "../portal/misfit";
import type { CallParams, Exchange, PortalCaller, PortalFailure } from "../portal/portalCaller";
import type { PortalRecord } from "../portal/portalRecord";
import type { Portals } from "../portal/portals";
import { queryString } from "../portal/queryString";
import type { ReadMethod } from "../portal/readMethods";
import { success, type Result } from "../base/result";
import {
  accessReport,
  checkedMethods,
  type AccessReply,
  type AccessReport,
} from "../diagnosis/accessReport";

export interface AccessReading {
  readonly report: AccessReport;
  /** How it was asked, with the whole reply. */
  readonly exchange: Exchange;
}

interface Question {
  readonly method: ReadMethod;
  readonly params?: CallParams;
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

  async read(
    portal: PortalRecord,
    signal: AbortSignal,
  ): Promise<Result<AccessReading, PortalFailure>> {
    const found = await this.portals.webhookFor(portal.id, signal);
    if (!found.ok) return found;
    const webhook = found.value;
    const cmd = Object.fromEntries(
      Object.entries(questions).map(([key, { method, params = {} }]) => [
        key,
        `${method}?${queryString(params)}`,
      ]),
    );
    const answer = await this.client.call(webhook, "batch", { halt: 0, cmd }, signal);
    if (!answer.ok) return answer;
    const { result, exchange } = answer.value;
    const answered = { host: exchange.host, status: exchange.status ?? 200 };
    if (!isObject(result) || !hasItems(result)) {
      return isObject(result)
        ? unexpected(exchange, "result.result", result["result"])
        : unexpected(exchange, "result", result);
    }
    const reply = (key: string): AccessReply => {
      const item = readBatchItem(result, key, answered);
      return item.ok ? success(item.value.result) : item;
    };
    const report = accessReport(
      {
        profile: reply("profile"),
        scope: reply("scope"),
        appInfo: reply("app"),
        revisions: { "im.revision.get": reply("im"), "imbot.v2.Revision.get": reply("imbot") },
        methodGet: (method) => reply(keyOfMethod(checkedMethods.indexOf(method))),
      },
      answered,
    );
    await this.portals.keepAccess(portal.id, webhook, {
      ...(report.owner.ok ? { userId: report.owner.value.userId } : {}),
      ...(report.scopes.ok ? { scopes: report.scopes.value } : {}),
    });
    return success({ report, exchange });
  }
}

/** A reply without a word on any of the calls is none, whatever its shape. */
function hasItems(batch: Readonly<Record<string, unknown>>): boolean {
  return [batch["result"], batch["result_error"]].some(
    (map) => isObject(map) && Object.keys(map).length > 0,
  );
}
