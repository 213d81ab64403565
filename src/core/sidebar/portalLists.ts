import { parseExactDialogId } from "../dialog/dialogId";
import { DisposableStore, Emitter, type Disposable } from "../base/lifecycle";
import type { PortalResult } from "../portal/portalCaller";
import type { PortalRecord } from "../portal/portalRecord";
import { success } from "../base/result";
import { webhookNeeded } from "../portal/extensionFault";
import type { DialogMemory } from "../sessions/dialogMemory";
import { nothingKnown, type DialogSummary } from "../dialog/dialogSummary";
import { keyFactsOf, visitorOf, type KeyFact } from "../dialog/keyFacts";
import type { ListReader } from "../reads/listReader";
import type { Page } from "../portal/page";
import { PagedList } from "../sessions/pagedList";
import type { Bot, Person } from "../dialog/person";
import { TitleLearner } from "../sessions/titleLearner";

/** What of a portal's lists changed. */
export type ListChange =
  | { readonly list: "recent" | "bots" | "titles" }
  | { readonly list: "facts" | "members"; readonly dialogId: string };

/** The lists of one portal, each loaded when it is opened. */
export class PortalLists implements Disposable {
  private readonly store = new DisposableStore();
  private readonly changed = this.store.add(new Emitter<ListChange>());
  readonly onDidChange = this.changed.event;
  /** Chats and Open Channel dialogs, as the portal mixes them. */
  readonly recent: PagedList<DialogSummary>;
  readonly bots: PagedList<Bot>;
  readonly titles: TitleLearner;
  private readonly factLists = new Map<string, PagedList<KeyFact>>();
  private readonly memberLists = new Map<string, PagedList<Person>>();
  /** Of people in key facts whom no list has named. */
  private readonly names = new Map<number, string>();

  private readonly closed = new AbortController();

  /** @param quiet for what nobody waits for */
  constructor(
    private readonly portal: () => PortalRecord | undefined,
    private readonly reader: ListReader,
    private readonly quiet: ListReader,
    private readonly memory: DialogMemory,
  ) {
    this.recent = this.watch(
      new PagedList(
        (offset, limit, signal) =>
          this.with((record) => this.readRecent(record, offset, limit, signal)),
        ({ dialogId }) => dialogId,
      ),
      { list: "recent" },
    );
    this.bots = this.watch(
      new PagedList(
        (_offset, _limit, signal) => this.with((record) => this.readBots(record, signal)),
        ({ botId }) => String(botId),
      ),
      { list: "bots" },
    );
    this.titles = this.store.add(new TitleLearner(portal, quiet, memory));
    this.store.add(
      this.titles.onDidLearn(() => {
        this.changed.fire({ list: "titles" });
      }),
    );
  }

  /** The key facts of a dialog whose reading changes nothing. */
  facts(dialogId: string): PagedList<KeyFact> {
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

  /** What a user is called, as far as a list that is loaded told. */
  nameOf(userId: number): string | undefined {
    const record = this.portal();
    const key = String(userId);
    const member = [...this.memberLists.values()].map((list) => list.find(key)?.name);
    // The dialog with oneself is called after its kind on some portals.
    const isOwn = record === undefined || record.userId === key;
    const title = isOwn ? undefined : this.memory.recall(record.id, key)?.title;
    return [...member, title, this.names.get(userId)].find(
      (name) => name !== undefined && name !== "",
    );
  }

  /** Reads anew every list that was opened, and asks again for titles that nobody told. */
  async refreshOpened(): Promise<void> {
    const opened = this.all().filter((list) => list.state.phase !== "idle");
    await Promise.all([...opened.map((list) => list.refresh()), this.titles.learnAgain()]);
  }

  /** Tries again what could not be read. */
  async retryFailed(): Promise<void> {
    const failed = this.all().filter((list) => list.state.phase === "failed");
    await Promise.all([...failed.map((list) => list.refresh()), this.titles.learnAgain()]);
  }

  dispose(): void {
    this.closed.abort();
    this.store.dispose();
  }

  private all(): readonly { state: { phase: string }; refresh(): Promise<void> }[] {
    return [this.recent, this.bots, ...this.factLists.values(), ...this.memberLists.values()];
  }

  private async readRecent(
    record: PortalRecord,
    offset: number,
    limit: number,
    signal: AbortSignal,
  ): Promise<PortalResult<Page<DialogSummary>>> {
    const page = await this.reader.recent(record, offset, limit, signal);
    if (!page.ok) return page;
    // The list calls it a private dialog with oneself.
    const items = page.value.items.map((item): DialogSummary =>
      item.dialogId === record.userId ? { ...item, kind: { word: "notes" } } : item,
    );
    for (const item of items) this.memory.learn(record.id, item);
    // A chat without a title has none in its record either; a person has a name.
    const unnamed = items.filter(({ dialogId, title }) => title === "" && /^\d/.test(dialogId));
    void this.titles.learn(unnamed.map(({ dialogId }) => dialogId));
    return success({ ...page.value, items });
  }

  private async readBots(
    record: PortalRecord,
    signal: AbortSignal,
  ): Promise<PortalResult<Page<Bot>>> {
    const page = await this.reader.bots(record, signal);
    if (!page.ok) return page;
    for (const { botId, name } of page.value.items) {
      this.memory.learn(record.id, { ...nothingKnown(String(botId)), title: name });
    }
    return page;
  }

  private async readFacts(
    record: PortalRecord,
    dialogId: string,
    signal: AbortSignal,
  ): Promise<PortalResult<Page<KeyFact>>> {
    const ref = parseExactDialogId(dialogId);
    if (ref === undefined) return success({ items: [], nextOffset: undefined });
    const reading = await this.titles.read(record, ref, signal);
    if (!reading.ok) return reading;
    const items = keyFactsOf(reading.value.dialog);
    void this.learnNames(record, items, dialogId);
    return success({ items, nextOffset: undefined });
  }

  /** The facts do not wait for the names of those who are in them. */
  private async learnNames(
    record: PortalRecord,
    facts: readonly KeyFact[],
    dialogId: string,
  ): Promise<void> {
    const unnamed = facts.flatMap(userOf).filter((userId) => this.nameOf(userId) === undefined);
    if (unnamed.length === 0 || record.scopes?.includes("im") === false) return;
    const people = await this.quiet.people(record, [...new Set(unnamed)], this.closed.signal);
    if (!people.ok || people.value.length === 0) return;
    for (const { userId, name } of people.value) this.names.set(userId, name);
    this.changed.fire({ list: "facts", dialogId });
  }

  private async with<T>(
    read: (record: PortalRecord) => Promise<PortalResult<T>>,
  ): Promise<PortalResult<T>> {
    const record = this.portal();
    return record === undefined ? webhookNeeded : read(record);
  }

  private watch<T>(list: PagedList<T>, change: ListChange): PagedList<T> {
    this.store.add(list);
    let hasFailed = false;
    this.store.add(
      list.onDidChange(() => {
        const { phase, load, items } = list.state;
        const isNextPage = phase === "loading" && load === "more" && items.length > 0;
        // The view shows progress itself, and VS Code would hold back for a while what the page brings.
        if (!isNextPage || hasFailed) this.changed.fire(change);
        hasFailed = phase === "failed";
      }),
    );
    return list;
  }
}

/** Somebody whom a fact names by the id alone. */
function userOf(fact: KeyFact): readonly number[] {
  if (fact.kind === "field") {
    return fact.field.value.type === "userId" ? [fact.field.value.userId] : [];
  }
  const visitor = visitorOf(fact.fact);
  return visitor === undefined ? [] : [visitor];
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
