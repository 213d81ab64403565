import type { ChatOwner } from "../dialog/chatOwner";
import type { DialogKind } from "../dialog/dialogKind";
import { Emitter, type Disposable } from "../base/lifecycle";
import type { PortalResult } from "../portal/portalCaller";
import type { PortalRecord } from "../portal/portalRecord";
import type { ChatAnswers, OwnedChat, ChatFinder } from "../reads/chatFinder";
import type { DialogMemory } from "./dialogMemory";
import { nothingKnown } from "../dialog/dialogSummary";
import type { ListReader } from "../reads/listReader";

/** What a chat is called; other people's text, "" when it has no title. */
interface ChatName {
  readonly title: string;
  readonly kind: DialogKind | undefined;
}

export interface NamedChat extends OwnedChat {
  /** Absent: not read yet. A chat that was found may still be closed to the webhook's owner. */
  readonly name: PortalResult<ChatName> | undefined;
}

export type ChatLookupState =
  | { readonly phase: "asking" }
  /** Given up before the portal answered. */
  | { readonly phase: "stopped" }
  | {
      /** While `naming`, titles are on their way. */
      readonly phase: "naming" | "done";
      readonly chats: readonly NamedChat[];
      readonly answers: ChatAnswers;
    };

export interface ChatLookupServices {
  readonly finder: Pick<ChatFinder, "find">;
  readonly reader: Pick<ListReader, "dialog">;
  readonly memory: DialogMemory;
}

/** Looks for the chats of one thing, then for what they are called: two requests, however many there are. */
export class ChatLookup implements Disposable {
  private readonly changed = new Emitter<ChatLookupState>();
  readonly onDidChange = this.changed.event;
  private current: ChatLookupState = { phase: "asking" };
  private running: AbortController | undefined;
  private isDisposed = false;

  constructor(
    readonly owner: ChatOwner,
    private readonly portal: PortalRecord,
    private readonly services: ChatLookupServices,
  ) {}

  get state(): ChatLookupState {
    return this.current;
  }

  /** Asks, or asks again; what was asked before is given up. */
  async ask(): Promise<void> {
    if (this.isDisposed) return;
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    const { signal } = running;
    const isGivenUp = (): boolean => signal.aborted;
    this.become({ phase: "asking" });
    const answers = await this.services.finder.find(this.portal, this.owner, signal);
    if (isGivenUp()) return;
    const unnamed = answers.chats.map((chat): NamedChat => ({ ...chat, name: undefined }));
    if (unnamed.length > 0) {
      this.become({ phase: "naming", chats: unnamed, answers });
      const chats = await Promise.all(unnamed.map((chat) => this.name(chat, signal)));
      if (!isGivenUp()) this.become({ phase: "done", chats, answers });
      return;
    }
    this.become({ phase: "done", chats: [], answers });
  }

  /** Gives up what is under way; chats that were found stay. */
  cancel(): void {
    if (this.current.phase === "asking") this.become({ phase: "stopped" });
    else if (this.current.phase === "naming") this.become({ ...this.current, phase: "done" });
    this.running?.abort();
  }

  dispose(): void {
    this.isDisposed = true;
    this.running?.abort();
    this.changed.dispose();
  }

  private async name(chat: NamedChat, signal: AbortSignal): Promise<NamedChat> {
    const { reader, memory } = this.services;
    const reading = await reader.dialog(this.portal, chat.ref, signal);
    if (!reading.ok) return { ...chat, name: reading };
    const { title, kind } = reading.value.dialog;
    memory.learn(this.portal.id, { ...nothingKnown(chat.ref.dialogId), title, kind });
    return { ...chat, name: { ok: true, value: { title, kind } } };
  }

  private become(state: ChatLookupState): void {
    this.current = state;
    this.changed.fire(state);
  }
}
