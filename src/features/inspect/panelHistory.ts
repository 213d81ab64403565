import type { Cause } from "../../core/diagnosis/causes";
import { nothingKnown } from "../../core/dialog/dialogSummary";
import type { DialogSession } from "../../core/sessions/dialogSession";
import { readingOf } from "../../panel/view/panelSubject";
import type { Services } from "../../services";

/** What says something of the dialog, not of the webhook or the portal. */
const refusalsOfDialog: ReadonlySet<Cause> = new Set<Cause>([
  "noRecord",
  "noAccessOrNoChat",
  "chatNotFound",
  "noSuchUser",
  "botCannotSee",
]);

/** What a panel leaves behind: the dialog in the history, and what it is called. */
export class PanelHistory {
  constructor(
    private readonly portalId: string,
    private readonly session: DialogSession,
    private readonly services: Pick<Services, "history" | "memory" | "nowMs">,
    private readonly title: () => string,
  ) {}

  /** What the dialog is called now, for wherever else it is listed. */
  learnTitle(): void {
    const { ref, state } = this.session;
    const kind = readingOf(state)?.dialog.kind;
    const title = this.title();
    this.services.memory.learn(this.portalId, { ...nothingKnown(ref.dialogId), title, kind });
  }

  /** Keeps that it was read, or refused. */
  async add(): Promise<void> {
    const { state, ref } = this.session;
    const { portalId } = this;
    const { history, nowMs } = this.services;
    const entry = { portalId, dialogId: ref.dialogId, inspectedAtMs: nowMs() };
    const kindBefore = history.find(portalId, ref.dialogId)?.kind;
    if (state.phase === "failed" && refusalsOfDialog.has(state.failure.diagnosis.cause)) {
      await history.add({ ...entry, kind: kindBefore, isRefused: true });
    }
    if (state.phase !== "read") return;
    this.learnTitle();
    const { dialog, viewer, counterpart } = state.reading;
    const { kind } = dialog;
    const isOwners = viewer.kind === "owner" || counterpart?.outcome.ok === true;
    await history.add({
      ...entry,
      // Of the bot's own dialog with a person nothing follows for the owner's.
      kind: isOwners || ref.form === "chat" ? kind?.word : kindBefore,
    });
  }
}
