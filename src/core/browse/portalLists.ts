import { parseExactDialogId } from "../dialog/dialogId";
import type { DialogField } from "../dialog/dialog";
import { DisposableStore, Emitter } from "../lifecycle";
import type { PortalFailure } from "../portal/portalCaller";
import type { PortalRecord } from "../portal/portalRecord";
import { failure, success, type Result } from "../result";
import type { DialogMemory } from "./dialogMemory";
import { nothingKnown, type DialogSummary } from "./dialogSummary";
import type { ListReader } from "./listReader";
import { PagedList, type Page } from "./pagedList";
import type { Bot, Person } from "./person";

/** What of a portal's lists changed. */
export type ListChange =
  | { readonly list: "recent" | "bots" | "titles" }
  | { readonly list: "facts" | "members"; readonly dialogId: string };

/** The fields that tell most of a dialog, in the order they are shown. */
const keyFacts = [
  "type",
  "id",
  "role",
  "owner",
  "user_counter",
  "counter",
  "message_count",
  "entity_type",
  "entity_id",
  "date_create",
];

/** The lists of one portal, each loaded when it is opened. */
export class PortalLists {
  private readonly store = new DisposableStore();
  private readonly changed = this.store.add(new Emitter<ListChange>());
  readonly onDidChange = this.changed.event;
  /** Chats and Open Channel dialogs, as the portal mixes them. */
  readonly recent: PagedList<DialogSummary>;
  readonly bots: PagedList<Bot>;
  private readonly factLists = new Map<string, PagedList<DialogField>>();
  private readonly memberLists = new Map<string, PagedList<Person>>();
  private readonly asked = new Set<string>();
  private readonly abort = new AbortController();

  constructor(
    private readonly portal: () => PortalRecord | undefined,
    private readonly reader: ListReader,
    private readonly memory: DialogMemory,
  ) {
    this.recent = this.watch(
      new PagedList(
        (offset, limit, signal) =>
          this.with(async (record) => {
            const page = await reader.recent(record, offset, limit, signal);
            if (page.ok) for (const item of page.value.items) memory.learn(record.id, item);
            return page;
          }),
        ({ dialogId }) => dialogId,
      ),
      { list: "recent" },
    );
    this.bots = this.watch(
      new PagedList(
        (_offset, _limit, signal) => this.with((record) => reader.bots(record, signal)),
        ({ botId }) => String(botId),
      ),
      { list: "bots" },
    );
  }

  /** The key facts of a dialog whose reading changes nothing. */
  facts(dialogId: string): PagedList<DialogField> {
    return getOrMake(this.factLists, dialogId, () =>
      this.watch(
        new PagedList(
          (_offset, _limit, signal) =>
            this.with((record) => this.readFacts(record, dialogId, signal)),
          ({ path }) => path,
        ),
        { list: "facts", dialogId },
      ),
    );
  }

  members(dialogId: string): PagedList<Person> {
    return getOrMake(this.memberLists, dialogId, () =>
      this.watch(
        new PagedList(
          (offset, limit, signal) =>
            this.with((record) => this.reader.members(record, dialogId, offset, limit, signal)),
          ({ userId }) => String(userId),
        ),
        { list: "members", dialogId },
      ),
    );
  }

  /**
   * Asks for the titles that nobody told yet, once for each dialog. All are asked for in one turn, so they
   * travel as one batch: a person's name for a private dialog, the record for a chat.
   */
  async learnTitles(dialogIds: readonly string[]): Promise<void> {
    const record = this.portal();
    if (record === undefined) return;
    const unknown = dialogIds.filter(
      (dialogId) => !this.asked.has(dialogId) && !this.memory.recall(record.id, dialogId)?.title,
    );
    if (unknown.length === 0) return;
    for (const dialogId of unknown) this.asked.add(dialogId);
    const learned = await Promise.all(unknown.map((id) => this.learnTitle(record, id)));
    if (learned.includes(true)) this.changed.fire({ list: "titles" });
  }

  /** Reads anew every list that was opened. */
  async refreshOpened(): Promise<void> {
    const all = [this.recent, this.bots, ...this.factLists.values(), ...this.memberLists.values()];
    await Promise.all(
      all.filter((list) => list.state.phase !== "idle").map((list) => list.refresh()),
    );
  }

  dispose(): void {
    this.abort.abort();
    this.store.dispose();
  }

  private async learnTitle(record: PortalRecord, dialogId: string): Promise<boolean> {
    const ref = parseExactDialogId(dialogId);
    const { signal } = this.abort;
    if (ref?.form === "chat") {
      const facts = await this.readFacts(record, dialogId, signal);
      return facts.ok;
    }
    if (ref?.form !== "user" || record.scopes?.includes("im") === false) return false;
    const person = await this.reader.person(record, ref.userId, signal);
    if (!person.ok) return false;
    this.memory.learn(record.id, { ...nothingKnown(dialogId), title: person.value.name });
    return true;
  }

  private async readFacts(
    record: PortalRecord,
    dialogId: string,
    signal: AbortSignal,
  ): Promise<Result<Page<DialogField>, PortalFailure>> {
    const ref = parseExactDialogId(dialogId);
    if (ref === undefined) return success({ items: [], nextOffset: undefined });
    const dialog = await this.reader.dialog(record, ref, signal);
    if (!dialog.ok) return dialog;
    const { title, kind, fields } = dialog.value;
    this.memory.learn(record.id, { ...nothingKnown(dialogId), title, kind });
    const items = keyFacts.flatMap((path) =>
      fields.filter((field) => field.path === path && field.value.type !== "unset"),
    );
    return success({ items, nextOffset: undefined });
  }

  private async with<T>(
    read: (record: PortalRecord) => Promise<Result<T, PortalFailure>>,
  ): Promise<Result<T, PortalFailure>> {
    const record = this.portal();
    return record === undefined
      ? failure({ error: { kind: "webhookNeeded" }, exchange: undefined })
      : read(record);
  }

  private watch<T>(list: PagedList<T>, change: ListChange): PagedList<T> {
    this.store.add(list);
    this.store.add(
      list.onDidChange(() => {
        this.changed.fire(change);
      }),
    );
    return list;
  }
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
