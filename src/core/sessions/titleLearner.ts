import { parseExactDialogId, type DialogRef } from "../dialog/dialogId";
import type { DialogReading, LateCompanion } from "../reads/dialogReader";
import { Emitter, type Disposable } from "../base/lifecycle";
import type { PortalResult } from "../portal/portalCaller";
import type { PortalRecord } from "../portal/portalRecord";
import type { DialogMemory } from "./dialogMemory";
import { nothingKnown } from "../dialog/dialogSummary";
import type { ListReader } from "../reads/listReader";

/**
 * Asks a portal for the titles that no list told. All that are missing are asked for in one turn, so they
 * travel as one batch: a person's name for a private dialog, the record for a chat.
 */
export class TitleLearner implements Disposable {
  private readonly learned = new Emitter<void>();
  readonly onDidLearn = this.learned.event;
  private readonly asked = new Set<string>();
  private readonly abort = new AbortController();

  constructor(
    private readonly portal: () => PortalRecord | undefined,
    private readonly reader: ListReader,
    private readonly memory: DialogMemory,
  ) {}

  /** Asks for what is missing among these, once for each dialog. */
  async learn(dialogIds: readonly string[]): Promise<void> {
    const record = this.portal();
    if (record === undefined) return;
    const unknown = dialogIds.filter(
      (dialogId) =>
        !this.asked.has(dialogId) && (this.memory.recall(record.id, dialogId)?.title ?? "") === "",
    );
    for (const dialogId of unknown) this.asked.add(dialogId);
    const outcomes = await Promise.all(unknown.map((id) => this.learnOne(record, id)));
    if (outcomes.includes(true)) this.learned.fire();
  }

  /** Asks once more for what could not be told before. */
  async learnAgain(): Promise<void> {
    const dialogIds = [...this.asked];
    this.asked.clear();
    await this.learn(dialogIds);
  }

  /** Reads a dialog, and keeps what it is called. The caller knows that reading it changes nothing. */
  async read(
    record: PortalRecord,
    ref: DialogRef,
    signal: AbortSignal,
  ): Promise<PortalResult<DialogReading>> {
    const either = AbortSignal.any([signal, this.abort.signal]);
    const reading = await this.reader.dialog(record, ref, either);
    if (!reading.ok) return reading;
    const { dialog, companion, lateCompanion } = reading.value;
    const title = dialog.title === "" ? (companion?.name ?? "") : dialog.title;
    this.memory.learn(record.id, { ...nothingKnown(ref.dialogId), title, kind: dialog.kind });
    if (title === "") void this.learnName(record, ref, lateCompanion);
    return reading;
  }

  private async learnName(
    record: PortalRecord,
    { dialogId }: DialogRef,
    late: LateCompanion | undefined,
  ): Promise<void> {
    const companion = await late?.coming;
    if (companion === undefined || this.abort.signal.aborted) return;
    this.memory.learn(record.id, { ...nothingKnown(dialogId), title: companion.name });
    this.learned.fire();
  }

  dispose(): void {
    this.abort.abort();
    this.learned.dispose();
  }

  private async learnOne(record: PortalRecord, dialogId: string): Promise<boolean> {
    const ref = parseExactDialogId(dialogId);
    const { signal } = this.abort;
    if (ref?.form === "chat") return (await this.read(record, ref, signal)).ok;
    if (ref?.form !== "user" || record.scopes?.includes("im") === false) return false;
    const person = await this.reader.person(record, ref.userId, signal);
    if (!person.ok) return false;
    this.memory.learn(record.id, { ...nothingKnown(dialogId), title: person.value.name });
    return true;
  }
}
