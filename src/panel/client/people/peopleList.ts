import { createRef } from "lit-html/directives/ref.js";
import type { HostToPanel, PanelToHost } from "../../protocol/panelMessages";
import type { PanelPeoplePage, PanelPerson, PlainValue } from "../../protocol/panelView";

export type PeopleValue = Extract<PlainValue, { type: "people" }>;
type PeopleQuestion = Omit<Extract<PanelToHost, { type: "people" }>, "type">;
export type PeopleAnswer = Extract<HostToPanel, { type: "people" }>;

/** What a list needs of its page. */
export interface PeopleListPage {
  /** Asks the host for a piece of a list; the answer comes to the list of that key. */
  ask(question: PeopleQuestion): void;
  say(text: string): void;
  /** The list is drawn when this returns. */
  redraw(): void;
}

/** From here on the list scrolls in a box. */
const tallListLength = 8;
/** Typing goes on meanwhile. */
const searchAfterMs = 150;

/**
 * People with their ids, marks and dates, a page at a time. The page knows only what it shows: a long list is searched
 * and continued by the host, which answers as fast as somebody types.
 */
export class PeopleList {
  /** The box that scrolls. */
  readonly box = createRef<HTMLElement>();
  private current: readonly PanelPerson[] = [];
  private value: PeopleValue | undefined;
  private print = "";
  private counted = "";
  private typed = "";
  /** What is searched for in the list's own field. */
  private searched = "";
  private timer: ReturnType<typeof setTimeout> | undefined;
  private filterQuery = "";
  /** What the host found for the filter; `undefined` until it has said so. */
  private filtered: PanelPeoplePage | undefined;
  /** What the people on the page answer, and whether there are more of them. */
  private shown = { query: "", hasMore: false };
  private isReading = false;

  constructor(
    readonly key: string,
    private readonly page: PeopleListPage,
  ) {}

  get people(): readonly PanelPerson[] {
    return this.current;
  }

  get summary(): string {
    return this.counted;
  }

  get problem(): PeopleValue["problem"] {
    return this.value?.problem;
  }

  /** What stands in the list's own field. */
  get query(): string {
    return this.typed;
  }

  get hasMore(): boolean {
    return this.shown.hasMore;
  }

  get isReadingMore(): boolean {
    return this.isReading;
  }

  get isTall(): boolean {
    return this.current.length > tallListLength;
  }

  /** One question at a time: not beside a filter that has found somebody here. */
  get isSearchable(): boolean {
    return this.isLong && (this.filtered?.found ?? 0) === 0;
  }

  /** Whether the host has still to say if the filter finds somebody. */
  get isFiltering(): boolean {
    return this.isLong && this.filterQuery !== "" && this.filtered === undefined;
  }

  /** Of a list that is here as a whole those who match the filter, or everybody when nobody does. */
  isHidden(person: PanelPerson): boolean {
    if (this.isLong || this.filterQuery === "") return false;
    const query = this.filterQuery.toLowerCase();
    return !matches(person, query) && this.current.some((other) => matches(other, query));
  }

  update(value: PeopleValue): void {
    const print = JSON.stringify(value);
    if (print === this.print) return;
    this.print = print;
    this.value = value;
    if (!this.isLong) this.endSearch();
    const query = this.wantedQuery;
    // What is shown beyond the first page, or was searched for, may have changed with it.
    let from = 0;
    if (query === "") {
      this.take({ query, from, page: value });
      from = value.people.length;
    }
    const end = query === "" ? this.current.length : Math.max(1, this.current.length);
    for (; from < end; from += Math.max(1, value.people.length)) this.ask(query, from);
  }

  answer({ query, from, page }: PeopleAnswer): void {
    const isFilter = query !== "" && query === this.filterQuery;
    if (isFilter && from === 0) this.filtered = page;
    if (query === this.wantedQuery) {
      const isAsked = this.isReading || (query === this.searched && query !== this.shown.query);
      const before = this.isReading ? this.current.length : undefined;
      this.isReading = false;
      this.take({ query, from, page });
      this.page.redraw();
      if (before !== undefined) this.scrollTo(before);
      if (isAsked && !isFilter) this.page.say(page.summary);
    } else if (isFilter) {
      this.page.redraw();
    }
  }

  /** @returns whether it finds somebody, or may still; "" finds everybody */
  filter(typed: string): boolean {
    const query = typed.trim();
    const isNew = query !== this.filterQuery;
    this.filterQuery = query;
    if (!this.isLong) {
      const wanted = query.toLowerCase();
      return query === "" || this.current.some((person) => matches(person, wanted));
    }
    if (isNew) {
      this.filtered = undefined;
      if (query !== "") this.ask(query, 0);
      else this.showWanted();
    }
    if (query === "") return true;
    const isFound = (this.filtered?.found ?? 0) > 0;
    // A list that is found by its label is shown as it was.
    if (this.filtered !== undefined && !isFound) this.showWanted();
    return isFound;
  }

  /** The reader types into the list's own field. */
  search(typed: string): void {
    this.typed = typed;
    this.page.redraw();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.searched = typed.trim();
      this.showWanted();
      this.page.redraw();
      if (this.searched === "") this.page.say(this.value?.summary ?? "");
    }, searchAfterMs);
  }

  readMore(): void {
    if (this.isReading) return;
    this.isReading = true;
    this.page.redraw();
    this.ask(this.shown.query, this.current.length, true);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private get isLong(): boolean {
    return this.value?.hasMore === true;
  }

  /** The filter of the panel goes before the search in the list, as long as it finds somebody here. */
  private get wantedQuery(): string {
    const { filterQuery, filtered, searched } = this;
    const isFiltered = filterQuery !== "" && (filtered === undefined || filtered.found > 0);
    return this.isLong && isFiltered ? filterQuery : searched;
  }

  private showWanted(): void {
    const query = this.wantedQuery;
    if (query === this.shown.query || this.value === undefined) return;
    if (query === "") this.take({ query, from: 0, page: this.value });
    else this.ask(query, 0);
  }

  /** A list that has become short needs no search: all of it is here. */
  private endSearch(): void {
    clearTimeout(this.timer);
    this.typed = "";
    this.searched = "";
    this.filtered = undefined;
  }

  private ask(query: string, from: number, readsMore = false): void {
    this.page.ask({ key: this.key, query, from, readsMore });
  }

  private take({ query, from, page }: Pick<PeopleAnswer, "query" | "from" | "page">): void {
    const isOther = query !== this.shown.query;
    if (from > (isOther ? 0 : this.current.length)) return; // The piece before it is gone.
    const keepsRest = !isOther && page.hasMore && page.people.length > 0;
    const end = from + page.people.length;
    const rest = keepsRest ? this.current.slice(end) : [];
    this.current = [...this.current.slice(0, from), ...page.people, ...rest];
    if (this.current.length === end || isOther) {
      this.shown = { query, hasMore: page.hasMore };
      this.counted = page.summary;
    }
    const { value: box } = this.box;
    if (isOther && box !== undefined) box.scrollTop = 0;
    // The button that goes away loses the keyboard: the list takes it.
    const more = `more/${this.key}`;
    if (!page.hasMore && (document.activeElement as HTMLElement).dataset["focus"] === more) {
      box?.focus();
    }
  }

  /** Brings somebody to the top of the box. */
  private scrollTo(index: number): void {
    const { value: box } = this.box;
    const row = box?.children[index];
    if (box === undefined || row === undefined) return;
    box.scrollTop += row.getBoundingClientRect().top - box.getBoundingClientRect().top;
  }
}

function matches({ name, userId }: PanelPerson, query: string): boolean {
  return name.toLowerCase().includes(query) || userId.includes(query);
}
