import { malformed } from "../portal/misfit";
import type {
  PortalAnswer,
  PortalCaller,
  PortalFailure,
  PortalResult,
} from "../portal/portalCaller";
import { hasCode } from "../portal/portalError";
import type { PortalRecord } from "../portal/portalRecord";
import type { ReadMethod } from "../portal/readMethods";
import type { Webhook } from "../portal/webhook";
import type { WebhookSource } from "../portal/webhookSource";
import { success } from "../base/result";
import { decodeCompanion } from "../dialog/companion";
import { decodeDialog } from "../dialog/decodeDialog";
import type { Companion, Dialog } from "../dialog/dialog";
import type { DialogRef } from "../dialog/dialogId";
import { ownerViewer, type Viewer } from "../dialog/viewer";

export interface DialogReading {
  /** Whose rights decided what the portal told. */
  readonly viewer: Viewer;
  readonly dialog: Dialog;
  /** The other person of a private dialog, when the scope `im` lets it be read. */
  readonly companion: Companion | undefined;
  /** That person, while the answer is on its way: a record waits for no name. */
  readonly lateCompanion?: LateCompanion;
  /** How the record was got, and which method spoke. */
  readonly answer: PortalAnswer;
}

export interface LateCompanion {
  /** `undefined`: nothing came. */
  readonly coming: Promise<Companion | undefined>;
  cancel(): void;
}

/** Reads one dialog as the webhook's owner, with the method that a portal's webhook may call. */
export class DialogReader {
  constructor(
    private readonly client: PortalCaller,
    private readonly webhooks: WebhookSource,
  ) {}

  /**
   * `imbot.dialog.get`; when the scope `imbot` is missing, `im.dialog.get`, which is the same
   * handler on the portal; with the scope `imopenlines` alone, `imopenlines.dialog.get`. Reads that change the portal must be confirmed before.
   */
  async read(
    portal: PortalRecord,
    ref: DialogRef,
    signal: AbortSignal,
  ): Promise<PortalResult<DialogReading>> {
    const found = await this.webhooks.webhookFor(portal.id, signal);
    if (!found.ok) return found;
    const webhook = found.value;
    // Asked for at the same time: a name is a help, not the point, and the record waits for none.
    const asking = new AbortController();
    const coming = this.readCompanion(
      webhook,
      portal,
      ref,
      AbortSignal.any([signal, asking.signal]),
    );
    const late: LateCompanion = {
      coming,
      cancel: () => {
        asking.abort();
      },
    };
    let came: { readonly companion: Companion | undefined } | undefined;
    void coming.then((companion) => {
      came = { companion };
    });
    const record = await this.readRecord(webhook, portal, ref, signal);
    const reading = record.ok ? readingOf(record.value, ref) : record;
    if (!reading.ok) {
      late.cancel();
      return reading;
    }
    return success({ ...reading.value, ...(came ?? { lateCompanion: late }) });
  }

  private async readRecord(
    webhook: Webhook,
    portal: PortalRecord,
    ref: DialogRef,
    signal: AbortSignal,
  ): Promise<PortalResult<PortalAnswer>> {
    const params = { DIALOG_ID: ref.dialogId };
    const [first, ...others] = methodsFor(portal);
    const answer = await this.client.call(webhook, first, params, signal);
    if (answer.ok || !cannotBeCalled(answer.error)) return answer;
    let latest: PortalResult<PortalAnswer> = answer;
    for (const method of others) {
      latest = await this.client.call(webhook, method, params, signal);
      if (latest.ok || !cannotBeCalled(latest.error)) return latest;
    }
    // None can be called: what the first method said names the scope that matters.
    return hasCode(answer.error.error, "insufficient_scope") ? answer : latest;
  }

  private async readCompanion(
    webhook: Webhook,
    portal: PortalRecord,
    ref: DialogRef,
    signal: AbortSignal,
  ): Promise<Companion | undefined> {
    if (ref.form !== "user" || !(portal.scopes ?? []).includes("im")) return undefined;
    const answer = await this.client.call(webhook, "im.user.get", { ID: ref.userId }, signal);
    // A name is a help, not the point: without it the panel shows the id.
    return answer.ok ? decodeCompanion(answer.value.result) : undefined;
  }
}

function readingOf(answer: PortalAnswer, ref: DialogRef): PortalResult<DialogReading> {
  const dialog = decodeDialog(answer.result, ref.dialogId);
  if (!dialog.ok) return malformed(answer.exchange, dialog.error);
  return success({ viewer: ownerViewer, dialog: dialog.value, companion: undefined, answer });
}

type DialogMethod = Extract<ReadMethod, `${string}.dialog.get`>;

/** Another method may do. */
export function cannotBeCalled({ error }: PortalFailure): boolean {
  return hasCode(error, "insufficient_scope", "ERROR_METHOD_NOT_FOUND");
}

/**
 * The method to try first, and what to try when it cannot be called: grants change at the portal. The method of Open
 * Channels reads their chats alone.
 */
function methodsFor({ scopes }: PortalRecord): readonly [DialogMethod, ...DialogMethod[]] {
  if (scopes === undefined || scopes.includes("imbot")) {
    return ["imbot.dialog.get", "im.dialog.get"];
  }
  if (scopes.includes("im")) return ["im.dialog.get", "imbot.dialog.get"];
  return scopes.includes("imopenlines")
    ? ["imopenlines.dialog.get", "imbot.dialog.get", "im.dialog.get"]
    : ["imbot.dialog.get", "im.dialog.get"];
}
