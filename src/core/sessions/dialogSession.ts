import { diagnosed, isNoAnswer } from "../diagnosis/diagnose";
import { LatestRead } from "../base/latestRead";
import { Emitter, type Disposable } from "../base/lifecycle";
import { explainable, orFault, webhookNeeded } from "../portal/extensionFault";
import type { PortalResult } from "../portal/portalCaller";
import { isSameOwner, type PortalRecord } from "../portal/portalRecord";
import { failure, success } from "../base/result";
import { readToConfirm, type KnownDialog, type ReadToConfirm } from "../dialog/consent";
import { chatRef, effectOf, type DialogRef } from "../dialog/dialogId";
import type { Companion } from "../dialog/dialog";
import type { DialogKindWord } from "../dialog/dialogKind";
import type { DialogReading, LateCompanion } from "../reads/dialogReader";
import {
  viewersLeft,
  viewersOf,
  isSameViewer,
  ownerViewer,
  type Viewer,
  type ReadAs,
} from "../dialog/viewer";

export type { Counterpart, SessionState, ShownReading } from "./sessionState";
import {
  inOrder,
  shown,
  type Counterpart,
  type SessionState,
  type ShownReading,
} from "./sessionState";

export interface SessionServices {
  readonly read: (
    portal: PortalRecord,
    ref: DialogRef,
    viewer: Viewer,
    signal: AbortSignal,
  ) => Promise<PortalResult<DialogReading>>;
  /** The portal as it is now; `undefined` once it was removed. */
  readonly portal: () => PortalRecord | undefined;
  /** What an earlier look at this dialog said of its kind. */
  readonly knownKind?: () => DialogKindWord | undefined;
}

/** One dialog of one portal, from the first read to the last refresh. */
export class DialogSession implements Disposable {
  private readonly changed = new Emitter<SessionState>();
  readonly onDidChange = this.changed.event;
  private readonly named = new Emitter<void>();
  /** The name of the other person has come, after the record that is shown. */
  readonly onDidLearnName = this.named.event;
  private late: LateCompanion | undefined;
  private current: SessionState;
  private readonly latest = new LatestRead();
  private runningRead: Promise<void> | undefined;
  /** The viewers whose reads the user agreed to, where they may change something: "" for the owner, bots by id. */
  private readonly agreed = new Set<string | number>();
  /** What the owner's reply said of the chat. */
  private chat: Pick<KnownDialog, "chatId" | "kind"> = {};
  private as: ReadAs = ownerViewer;
  /** Whose answer is shown, or asked for; absent until the first read. */
  private owner: PortalRecord | undefined;

  /** @param isConfirmed the user agreed to what the owner's read of this id may do */
  constructor(
    readonly ref: DialogRef,
    private readonly services: SessionServices,
    isConfirmed: boolean,
  ) {
    if (isConfirmed) this.confirm();
    const asked = this.toConfirm();
    this.current =
      asked === undefined
        ? { phase: "reading", previous: undefined }
        : { phase: "unconfirmed", ...asked };
  }

  get state(): SessionState {
    return this.current;
  }

  /** With whose eyes the dialog is read. */
  get readAs(): ReadAs {
    return this.as;
  }

  /** The user agreed to what this viewer's read may change. */
  confirm(viewer: Viewer = ownerViewer): void {
    this.agreed.add(keyOf(viewer));
  }

  /** Whether what this viewer's read may change has been agreed to. */
  isAgreed(viewer: Viewer): boolean {
    return this.agreed.has(keyOf(viewer));
  }

  /** The first of those who are to read whom the user did not agree to yet. */
  toConfirm(as: ReadAs = this.as): ReadToConfirm | undefined {
    const { chatId, kind = this.services.knownKind?.() } = this.chat;
    // That it exists, if it does, is what the owner's confirmation stands for.
    const known = { isKnown: false, chatId, kind };
    return readToConfirm(this.ref, as, known, (viewer) => this.isAgreed(viewer));
  }

  /** Counts from the next read on. What another reader was told is no older answer of this one's: it goes. */
  look(as: ReadAs): void {
    if (isSameViewer(this.as, as)) return;
    this.as = as;
    this.forget();
  }

  /** Reads, or waits for the read that is on its way: nobody has asked for a newer one. */
  async readUnlessReading(): Promise<void> {
    await (this.latest.isRunning ? this.runningRead : this.read());
  }

  /** Reads, or reads again; a newer request for the same dialog replaces the older one. */
  read(): Promise<void> {
    const read = this.readNow();
    this.runningRead = read;
    return read;
  }

  private async readNow(): Promise<void> {
    if (this.mustAsk()) return;
    this.owner = this.services.portal() ?? this.owner;
    this.become({ phase: "reading", previous: this.previous() });
    const [first, second] = viewersOf(this.as);
    const outcomes = await this.latest.run((signal) => this.readAll(first, second, signal));
    if (outcomes === undefined) return;
    const [outcome, other] = outcomes;
    if (other === "unconfirmed" && this.mustAsk(second)) return;
    const counterpart =
      second === undefined || other === undefined || other === "unconfirmed"
        ? undefined
        : this.counterpart(second, other);
    const previous = this.previous();
    if (outcome.ok) {
      const { lateCompanion, companion } = outcome.value;
      const reading =
        lateCompanion === undefined
          ? outcome.value
          : { ...outcome.value, companion: companion ?? previous?.companion };
      this.expectName(lateCompanion);
      this.become({ phase: "read", reading: shown(reading, counterpart) });
      return;
    }
    const { error } = outcome.error;
    const own = diagnosed(outcome.error, this.ref);
    if (own === undefined) {
      this.become({ phase: "stopped", previous });
    } else if (counterpart?.outcome.ok === true) {
      const refused: Counterpart = { viewer: first, outcome: failure(own) };
      this.become({ phase: "read", reading: shown(counterpart.outcome.value, refused) });
    } else {
      const kept = isNoAnswer(error) ? previous : undefined;
      const refusedToo = counterpart && {
        viewer: counterpart.viewer,
        failure: counterpart.outcome.error,
      };
      this.become({
        phase: "failed",
        ...inOrder({ viewer: first, failure: own }, refusedToo),
        previous: kept,
      });
    }
  }

  /**
   * After a change of the portals: what one owner was told is not shown as another's, nor one portal's dialog
   * under the address of the next. Consent was given for the former one, too.
   */
  async follow(): Promise<void> {
    const { owner } = this;
    const now = this.services.portal();
    if (owner === undefined || now === undefined || isSameOwner(owner, now)) return;
    this.forget();
    this.owner = undefined;
    this.as = viewersLeft(this.as, now);
    this.agreed.clear();
    this.chat = {};
    if (now.readsWithoutAsking) this.confirm();
    await this.read();
  }

  cancel(): void {
    this.latest.cancel();
  }

  dispose(): void {
    this.expectName(undefined);
    this.latest.dispose();
    this.changed.dispose();
    this.named.dispose();
  }

  /** What is shown is another's from now on. */
  private forget(): void {
    this.expectName(undefined);
    this.latest.drop();
    this.current = { phase: "reading", previous: undefined };
  }

  /** A name is added to the reading it belongs to; one that was expected before counts no more. */
  private expectName(late: LateCompanion | undefined): void {
    this.late?.cancel();
    this.late = late;
    void late?.coming.then((companion) => {
      if (companion === undefined || this.late !== late) return;
      this.current = withCompanion(this.current, companion);
      this.named.fire();
    });
  }

  private knowsChat(): boolean {
    return this.chat.chatId !== undefined;
  }

  /** @returns true when the user is to be asked first: nothing is read meanwhile */
  private mustAsk(as: ReadAs = this.as): boolean {
    const asked = this.toConfirm(as);
    if (asked === undefined) return false;
    const { current } = this;
    const isAsked = current.phase === "unconfirmed" && isSameViewer(current.viewer, asked.viewer);
    if (!isAsked) this.become({ phase: "unconfirmed", ...asked });
    return true;
  }

  /** The owner's reply says which chat it is, and of what kind: a bot is asked after that, for that chat. */
  private async readAll(
    first: Viewer,
    second: Viewer | undefined,
    signal: AbortSignal,
  ): Promise<readonly [Outcome, (Outcome | "unconfirmed")?]> {
    if (second === undefined) return [await this.readOnce(first, signal)];
    if (this.knowsChat()) {
      return Promise.all([this.readOnce(first, signal), this.readOnce(second, signal)]);
    }
    const own = await this.readOnce(first, signal);
    // Nothing says that the same chat is meant.
    if (!this.knowsChat() && effectOf(this.ref) !== "none") return [own];
    if (this.toConfirm(second) !== undefined) return [own, "unconfirmed"];
    return [own, await this.readOnce(second, signal)];
  }

  private async readOnce(viewer: Viewer, signal: AbortSignal): Promise<Outcome> {
    const portal = this.services.portal();
    if (portal === undefined) return explainable(webhookNeeded);
    const { chatId } = this.chat;
    const isAskedByChat = viewer.kind === "bot" && chatId !== undefined;
    const ref = isAskedByChat ? chatRef(chatId) : this.ref;
    const outcome = await orFault(() => this.services.read(portal, ref, viewer, signal));
    if (outcome.ok && viewer.kind === "owner" && !signal.aborted) {
      const { dialog } = outcome.value;
      this.chat = { chatId: dialog.chatId, kind: dialog.kind?.word };
    }
    return outcome;
  }

  /** `undefined`: it was cancelled together with the first read. */
  private counterpart(
    viewer: Viewer,
    outcome: PortalResult<DialogReading>,
  ): Counterpart | undefined {
    if (outcome.ok) return { viewer, outcome: success(outcome.value) };
    const refused = diagnosed(outcome.error, this.ref);
    return refused === undefined ? undefined : { viewer, outcome: failure(refused) };
  }

  private previous(): ShownReading | undefined {
    if (this.current.phase === "read") return this.current.reading;
    return "previous" in this.current ? this.current.previous : undefined;
  }

  private become(state: SessionState): void {
    this.current = state;
    this.changed.fire(state);
  }
}

function withCompanion(state: SessionState, companion: Companion): SessionState {
  if (state.phase === "read") return { ...state, reading: { ...state.reading, companion } };
  if (!("previous" in state) || state.previous === undefined) return state;
  return { ...state, previous: { ...state.previous, companion } };
}

type Outcome = PortalResult<DialogReading>;

function keyOf(viewer: Viewer): string | number {
  return viewer.kind === "owner" ? "" : viewer.botId;
}
