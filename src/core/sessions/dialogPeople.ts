import type { Page } from "../portal/page";
import { PagedList, type PagedState } from "./pagedList";
import type { Person } from "../dialog/person";
import type { Dialog } from "../dialog/dialog";
import { effectOf, type DialogRef } from "../dialog/dialogId";
import { Emitter, type Disposable } from "../base/lifecycle";
import { orFault, webhookNeeded } from "../portal/extensionFault";
import type { PortalFailure, PortalResult } from "../portal/portalCaller";
import { hasCode } from "../portal/portalError";
import { ownerKey, type PortalRecord } from "../portal/portalRecord";
import { success } from "../base/result";
import { idsToAskFor, mayListMembers } from "../dialog/recordPeople";

/** How many users one call of `im.user.list.get` asks for. */
const idsPerCall = 200;

/** Reads that are asked for in the same turn travel as one batch. */
export interface PeopleReader {
  people(
    portal: PortalRecord,
    userIds: readonly number[],
    signal: AbortSignal,
  ): Promise<PortalResult<readonly Person[]>>;
  members(
    portal: PortalRecord,
    dialogId: string,
    offset: number,
    limit: number,
    signal: AbortSignal,
  ): Promise<PortalResult<Page<Person>>>;
}

/** Why no members are shown, and none are asked for again. */
export type PeopleObstacle =
  /** The scope `im` is not granted: there are neither members nor names. */
  | "scopeMissing"
  /** The record says that members may not be listed. */
  | "notListed"
  /** The portal refuses to list them. */
  | "refused";

export interface PeopleState {
  readonly obstacle: PeopleObstacle | undefined;
  readonly members: PagedState<Person>;
  /** How many members there are; `undefined` when the portal did not count. */
  readonly memberCount: number | undefined;
  /** Why the names of users could not be read. */
  readonly namesFailure: PortalFailure | undefined;
}

/**
 * Who the people of a dialog are: read after the record, in one batch, and never in its way. Nothing of a person is
 * kept but the name and what kind of user it is, and that in memory only.
 */
export class DialogPeople implements Disposable {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  private known = new Map<number, Person>();
  private members: PagedList<Person>;
  private memberCount: number | undefined;
  private obstacle: PeopleObstacle | undefined;
  private namesFailure: PortalFailure | undefined;
  /** Whose webhook told what is known: another user may see less. */
  private viewer: string | undefined;
  private dialog: Dialog | undefined;
  private second: Dialog | undefined;
  private readonly asked = new Set<number>();
  private readonly waiting = new Set<number>();
  private asking: Promise<void> | undefined;
  private running = new AbortController();

  /** The one of the two that reads now. */
  private reader: PeopleReader;

  /**
   * @param asker reads what somebody asks for
   * @param portal the portal as it is now; `undefined` once it was removed
   * @param own reads what follows a record by itself
   */
  constructor(
    private readonly ref: DialogRef,
    private readonly asker: PeopleReader,
    private readonly portal: () => PortalRecord | undefined,
    private readonly own: PeopleReader = asker,
  ) {
    this.reader = own;
    this.members = this.newMembers();
  }

  get state(): PeopleState {
    const { obstacle, memberCount, namesFailure } = this;
    return { obstacle, members: this.members.state, memberCount, namesFailure };
  }

  /** Whether names or the first members are on their way. */
  get isReading(): boolean {
    const { phase, items } = this.members.state;
    return this.asking !== undefined || (phase === "loading" && items.length === 0);
  }

  personOf(userId: number): Person | undefined {
    return this.known.get(userId) ?? this.members.find(String(userId));
  }

  /**
   * Reads the people of a record that has just come; what was known stays until it is known anew.
   * @param second the same dialog as another reader got it: it may name people whom the first one does not
   */
  async read(dialog: Dialog, second?: Dialog, reader = this.own): Promise<void> {
    this.stop();
    this.reader = reader;
    const portal = this.portal();
    if (portal === undefined) return;
    const viewer = ownerKey(portal);
    if (this.viewer !== undefined && this.viewer !== viewer) this.forget();
    this.viewer = viewer;
    this.dialog = dialog;
    this.second = second;
    this.namesFailure = undefined;
    this.obstacle = obstacleOf(portal, dialog);
    if (this.obstacle === "scopeMissing") {
      this.changed.fire();
      return;
    }
    const seconds = second === undefined ? [] : idsToAskFor(second);
    for (const id of [...idsToAskFor(dialog), ...seconds]) this.waiting.add(id);
    // In the same turn, so that they travel together.
    const names = this.askForWaiting();
    await Promise.all([names, this.obstacle === undefined ? this.members.refresh() : undefined]);
  }

  /** Again what could not be read; what could be is left alone. */
  async retry(): Promise<void> {
    const { phase, items } = this.members.state;
    if (this.namesFailure === undefined && phase === "failed" && items.length > 0) {
      await this.askMembers((members) => members.retry());
    } else if (this.dialog !== undefined) {
      await this.read(this.dialog, this.second, this.asker);
    }
  }

  /** One more page; does nothing after the last. */
  async loadMoreMembers(): Promise<void> {
    await this.askMembers((members) => members.loadMore());
  }

  /**
   * Finds out who these users are, once; those who are known or were asked for are not asked for again.
   * @returns whether somebody was asked for
   */
  async lookUp(userIds: readonly number[]): Promise<boolean> {
    if (this.obstacle === "scopeMissing" || this.namesFailure !== undefined) return false;
    for (const id of userIds) {
      if (id > 0 && !this.asked.has(id) && this.personOf(id) === undefined) this.waiting.add(id);
    }
    if (this.waiting.size === 0) return false;
    await (this.asking ?? this.askForWaiting());
    return true;
  }

  /** Gives up what is being read; what is known stays. */
  stop(): void {
    this.running.abort();
    this.running = new AbortController();
    this.asking = undefined;
    this.waiting.clear();
    this.asked.clear();
  }

  dispose(): void {
    this.running.abort();
    this.members.dispose();
    this.changed.dispose();
  }

  /** One request at a time, however fast somebody scrolls and types. */
  private askForWaiting(): Promise<void> {
    if (this.waiting.size === 0) return Promise.resolve();
    const asking = this.emptyWaiting(this.running.signal).then(() => {
      if (this.asking === asking) this.asking = undefined;
    });
    this.asking = asking;
    return asking;
  }

  private async askMembers(ask: (members: PagedList<Person>) => Promise<void>): Promise<void> {
    if (this.obstacle !== undefined || this.portal() === undefined) return;
    this.reader = this.asker;
    await ask(this.members);
  }

  private async emptyWaiting(signal: AbortSignal): Promise<void> {
    while (this.waiting.size > 0 && !signal.aborted) {
      const ids = [...this.waiting];
      this.waiting.clear();
      await this.askFor(ids, signal);
    }
  }

  private async askFor(userIds: readonly number[], signal: AbortSignal): Promise<void> {
    const portal = this.portal();
    if (portal === undefined) return;
    for (const id of userIds) this.asked.add(id);
    const calls = inPieces(userIds).map((ids) =>
      orFault(() => this.reader.people(portal, ids, signal)),
    );
    for (const outcome of await Promise.all(calls)) {
      if (signal.aborted) return;
      if (outcome.ok) for (const person of outcome.value) this.known.set(person.userId, person);
      else this.failNames(outcome.error);
    }
    this.changed.fire();
  }

  private failNames(problem: PortalFailure): void {
    if (hasCode(problem.error, "insufficient_scope")) this.obstacle = "scopeMissing";
    else if (problem.error.kind !== "cancelled") this.namesFailure = problem;
  }

  private newMembers(): PagedList<Person> {
    const list = new PagedList<Person>(
      (offset, limit, signal) => this.fetchMembers(offset, limit, signal),
      ({ userId }) => String(userId),
    );
    list.onDidChange(() => {
      const { error } = list.state.failure ?? {};
      if (error !== undefined && hasCode(error, "insufficient_scope")) {
        this.obstacle = "scopeMissing";
      } else if (error !== undefined && hasCode(error, "ACCESS_ERROR", "ACCESS_DENIED")) {
        this.obstacle = "refused";
      }
      this.changed.fire();
    });
    return list;
  }

  private async fetchMembers(
    offset: number,
    limit: number,
    signal: AbortSignal,
  ): Promise<PortalResult<Page<Person>>> {
    const portal = this.portal();
    if (portal === undefined) {
      return webhookNeeded;
    }
    const either = AbortSignal.any([signal, this.running.signal]);
    const page = await this.reader.members(portal, this.membersId(), offset, limit, either);
    if (!page.ok) return page;
    this.memberCount = page.value.total;
    return success(page.value);
  }

  /** Members are asked for by the form of id that never changes anything, where the record tells it. */
  private membersId(): string {
    const chatId = this.dialog?.chatId;
    return effectOf(this.ref) === "none" || chatId === undefined
      ? this.ref.dialogId
      : `chat${chatId}`;
  }

  private forget(): void {
    this.known = new Map();
    this.memberCount = undefined;
    this.members.dispose();
    this.members = this.newMembers();
  }
}

function obstacleOf(portal: PortalRecord, dialog: Dialog): PeopleObstacle | undefined {
  // Scopes that were never asked for are found out by calling.
  if (portal.scopes !== undefined && !portal.scopes.includes("im")) return "scopeMissing";
  return mayListMembers(dialog) ? undefined : "notListed";
}

function inPieces(ids: readonly number[]): readonly (readonly number[])[] {
  const count = Math.ceil(ids.length / idsPerCall);
  return Array.from({ length: count }, (_, at) =>
    ids.slice(at * idsPerCall, (at + 1) * idsPerCall),
  );
}
