import { LatestRead } from "../base/latestRead";
import { Emitter, type Disposable } from "../base/lifecycle";
import type { Dialog } from "../dialog/dialog";
import { chatRef } from "../dialog/dialogId";
import { messagesPerPage, type Message } from "../dialog/messages/message";
import type { Person } from "../dialog/person";
import type { Viewer } from "../dialog/viewer";
import { orFault } from "../portal/extensionFault";
import type { Exchange, PortalFailure, PortalResult } from "../portal/portalCaller";
import { ownerKey, type PortalRecord } from "../portal/portalRecord";
import type { DialogReading } from "../reads/dialogReader";
import type { MessageReading, MessageSource } from "../reads/messageReader";

export interface MessagesState {
  /** `idle`: nothing runs, and the last read succeeded, was cancelled, or there was none. */
  readonly phase: "idle" | "reading" | "failed";
  /** What is read, or was read last. */
  readonly load: "latest" | "older";
  /** The newest first; `undefined`: not read. */
  readonly messages: readonly Message[] | undefined;
  readonly hasOlder: boolean;
  /** The chat has newer ones than these. */
  readonly hasNewer: boolean;
  /** Why the last read failed. */
  readonly failure: PortalFailure | undefined;
  /** How the latest messages were got. */
  readonly exchange: Exchange | undefined;
}

export interface MessagesReader {
  read(
    portal: PortalRecord,
    source: MessageSource,
    olderThan: number | undefined,
    signal: AbortSignal,
  ): Promise<PortalResult<MessageReading>>;
}

const nothingRead: MessagesState = {
  phase: "idle",
  load: "latest",
  messages: undefined,
  hasOlder: false,
  hasNewer: false,
  failure: undefined,
  exchange: undefined,
};

/**
 * What was said in a dialog: read when somebody asks for it, kept in memory, and gone with the panel. What one reader
 * was told is not shown to the next.
 */
export class DialogMessages implements Disposable {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  private current = nothingRead;
  /** All that came, the newest first; replies may carry more than is shown. */
  private known: readonly Message[] = [];
  private shownCount = 0;
  private people = new Map<number, Person>();
  private hasOlderAtPortal = false;
  private reading: DialogReading | undefined;
  /** Whose messages these are. */
  private reader = "";
  private readonly latest = new LatestRead();

  /** @param portal the portal as it is now; `undefined` once it was removed */
  constructor(
    private readonly client: MessagesReader,
    private readonly portal: () => PortalRecord | undefined,
  ) {}

  get state(): MessagesState {
    return this.current;
  }

  /** As the replies with messages told; they name their authors. */
  personOf(userId: number): Person | undefined {
    return this.people.get(userId);
  }

  /**
   * The record that is shown now: with the same eyes the messages stay, as they were read.
   * @param reading `undefined`: the dialog is not shown, or was refused
   */
  follow(reading: DialogReading | undefined): void {
    const portal = this.portal();
    const reader =
      reading === undefined || portal === undefined ? "" : readerOf(reading.viewer, portal);
    this.reading = reading;
    if (reader === this.reader) return;
    this.reader = reader;
    this.forget();
  }

  /** Whether the record names a newer message than those that were read. */
  get isBehind(): boolean {
    const newest = this.known[0]?.id;
    const told = this.reading === undefined ? undefined : newestIn(this.reading.dialog);
    return newest !== undefined && told !== undefined && told > newest;
  }

  /** The newest messages. */
  async read(): Promise<void> {
    await this.run("latest", undefined);
  }

  /** Those before the ones that are shown; some may be here already. */
  async readOlder(): Promise<void> {
    if (this.current.messages === undefined) return;
    if (this.shownCount < this.known.length) {
      this.shownCount += messagesPerPage;
      this.become({ phase: "idle", load: "older", failure: undefined });
    } else if (this.hasOlderAtPortal) await this.run("older", this.known.at(-1)?.id);
  }

  cancel(): void {
    this.latest.cancel();
  }

  forget(): void {
    this.latest.drop();
    this.known = [];
    this.people = new Map();
    this.hasOlderAtPortal = false;
    this.current = nothingRead;
    this.changed.fire();
  }

  dispose(): void {
    this.latest.dispose();
    this.changed.dispose();
  }

  private async run(load: MessagesState["load"], olderThan: number | undefined): Promise<void> {
    const portal = this.portal();
    const { reading } = this;
    if (portal === undefined || reading === undefined) return;
    const source = sourceOf(reading);
    const outcome = await this.latest.run((signal) => {
      this.become({ phase: "reading", load, failure: undefined });
      return orFault(() => this.client.read(portal, source, olderThan, signal));
    });
    if (outcome === undefined) return;
    if (outcome.ok) {
      this.take(outcome.value, load);
      return;
    }
    const isCancelled = outcome.error.error.kind === "cancelled";
    this.become(isCancelled ? { phase: "idle" } : { phase: "failed", failure: outcome.error });
  }

  private take(page: MessageReading, load: MessagesState["load"]): void {
    for (const [userId, person] of page.people) this.people.set(userId, person);
    if (load === "older") {
      const oldest = this.known.at(-1)?.id ?? Infinity;
      const older = page.messages.filter(({ id }) => id < oldest);
      this.known = [...this.known, ...older];
      // Without this a page that brings nothing would be asked for again and again.
      this.hasOlderAtPortal = page.hasOlder && older.length > 0;
      this.shownCount += messagesPerPage;
      this.become({ phase: "idle" });
      return;
    }
    // What was read before stays below where the new page reaches it: between them nothing may be missing.
    const from = page.messages.at(-1)?.id ?? Infinity;
    const isReached = page.messages.some(({ id }) => id === this.known[0]?.id);
    const rest = isReached ? this.known.filter(({ id }) => id < from) : [];
    this.shownCount = isReached ? Math.max(this.shownCount, messagesPerPage) : messagesPerPage;
    this.known = [...page.messages, ...rest];
    this.hasOlderAtPortal = rest.length > 0 ? this.hasOlderAtPortal : page.hasOlder;
    this.become({ phase: "idle", hasNewer: page.hasNewer, exchange: page.exchange });
  }

  private become(change: Partial<MessagesState>): void {
    const isRead = change.exchange !== undefined || this.current.messages !== undefined;
    this.current = {
      ...this.current,
      ...change,
      messages: isRead ? this.known.slice(0, this.shownCount) : undefined,
      hasOlder: this.hasOlderAtPortal || this.known.length > this.shownCount,
    };
    this.changed.fire();
  }
}

function readerOf(viewer: Viewer, portal: PortalRecord): string {
  return `${ownerKey(portal)} ${viewer.kind === "bot" ? viewer.botId : ""}`;
}

function sourceOf({ dialog, viewer }: DialogReading): MessageSource {
  if (viewer.kind === "bot") {
    return { kind: "bot", botId: viewer.botId, newestId: newestIn(dialog) ?? 0 };
  }
  const { chatId, dialogId, kind } = dialog;
  return {
    kind: "owner",
    dialogId: chatId === undefined ? dialogId : chatRef(chatId).dialogId,
    lineChatId: kind?.word === "lines" ? chatId : undefined,
  };
}

/** The newest message of a dialog, as its record names it. */
export function newestIn({ fields }: Dialog): number | undefined {
  const value = fields.find(({ name }) => name === "last_message_id")?.value;
  return value?.type === "number" ? value.value : undefined;
}
