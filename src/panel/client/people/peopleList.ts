import type { PanelField, PanelPeoplePage, PanelValue } from "../../protocol/panelView";
import type { PanelContext, PeopleAnswer } from "../context";
import { drawAction } from "../draw/actions";
import { element, icon, isolated } from "../draw/element";
import { place } from "../draw/place";
import { QueryField } from "../filter/queryField";
import type { DrawnValue } from "../values/drawnValue";
import { drawScrolling } from "../values/text";
import { PeopleRows } from "./peopleRows";

type PeopleValue = Extract<PanelValue, { type: "people" }>;

/** From here on the list scrolls in a box. */
const tallListLength = 8;
/** Typing goes on meanwhile. */
const searchAfterMs = 150;

/**
 * People with their ids, marks and dates, a page at a time. The page knows only what it shows: a long list is searched
 * and continued by the host, which answers as fast as somebody types.
 */
export class PeopleList implements DrawnValue {
  readonly root = element("div", { class: "value people-value" });
  private readonly head = element("div", { class: "people-head" });
  private readonly summary = element("p", { class: "people-summary" });
  private readonly problem = element("div", { class: "people-problem" });
  private readonly list = element("ul", { class: "people", role: "list" });
  private readonly more: HTMLButtonElement;
  private readonly search: QueryField;
  private readonly rows: PeopleRows;
  private value: PeopleValue;
  private print = "";
  /** What the reader typed into the list's own field. */
  private own = "";
  private ownTimer: number | undefined;
  private filterQuery = "";
  /** What the host found for the filter; `undefined` until it has said so. */
  private filtered: PanelPeoplePage | undefined;
  /** What the rows on the page answer, and whether there are more of them. */
  private shown = { query: "", hasMore: false };
  private isReadingMore = false;

  constructor(
    private readonly key: string,
    label: string,
    value: PeopleValue,
    private readonly context: PanelContext,
  ) {
    const { words } = context;
    this.value = value;
    this.rows = new PeopleRows(this.list, context);
    this.more = this.drawMore();
    this.search = new QueryField(
      `search/${key}`,
      "search",
      element("div", { class: "people-search" }),
      (query) => {
        this.searchSoon(query.trim());
      },
    );
    this.search.draw(
      words.searchPeople.replace("{0}", () => label),
      words.clearSearch,
    );
    drawScrolling(this.list, label).dataset["focus"] = `people/${key}`;
    this.list.setAttribute("role", "list"); // Without bullets some readers no longer take it for one.
    this.update(value);
  }

  get text(): string {
    return [this.value.summary, this.value.problem?.text ?? ""].join("\n");
  }

  get isFiltering(): boolean {
    return this.isLong && this.filterQuery !== "" && this.filtered === undefined;
  }

  update(value: PanelField["value"]): void {
    if (value.type !== "people") return;
    const print = JSON.stringify(value);
    if (print === this.print) return;
    this.print = print;
    this.value = value;
    this.drawProblem();
    if (!this.isLong) this.endSearch();
    const query = this.wantedQuery;
    // What is shown beyond the first page, or was searched for, may have changed with it.
    let from = 0;
    if (query === "") {
      this.take({ query, from, page: value });
      from = value.people.length;
    }
    const end = query === "" ? this.rows.count : Math.max(1, this.rows.count);
    for (; from < end; from += Math.max(1, value.people.length)) this.ask(query, from);
  }

  answer({ key, query, from, page }: PeopleAnswer): void {
    if (key !== this.key) return;
    const isFilter = query !== "" && query === this.filterQuery;
    if (isFilter && from === 0) this.filtered = page;
    if (query === this.wantedQuery) {
      const isAsked = this.isReadingMore || (query === this.own && query !== this.shown.query);
      const before = this.isReadingMore ? this.rows.count : undefined;
      this.isReadingMore = false;
      this.take({ query, from, page });
      if (before !== undefined) this.rows.scrollTo(before);
      if (isAsked && !isFilter) this.context.say(page.summary);
    }
    if (isFilter) this.context.peopleFound();
  }

  filter(query: string): boolean {
    const wanted = query.trim();
    if (!this.isLong) return this.filterHere(wanted);
    if (wanted !== this.filterQuery) {
      this.filterQuery = wanted;
      this.filtered = undefined;
      if (wanted !== "") this.ask(wanted, 0);
      else this.showWanted();
    }
    if (wanted === "") return true;
    const isFound = (this.filtered?.found ?? 0) > 0;
    // A list that is found by its label is shown as it was.
    if (this.filtered !== undefined && !isFound) this.showWanted();
    return isFound;
  }

  dispose(): void {
    window.clearTimeout(this.ownTimer);
  }

  private get isLong(): boolean {
    return this.value.hasMore;
  }

  /** The filter of the panel goes before the search in the list, as long as it finds somebody here. */
  private get wantedQuery(): string {
    const { filterQuery, filtered, own } = this;
    const isFiltered = filterQuery !== "" && (filtered === undefined || filtered.found > 0);
    return this.isLong && isFiltered ? filterQuery : own;
  }

  /** Everybody is here: what matches is shown at once. */
  private filterHere(query: string): boolean {
    const isFound = this.rows.filter(query.toLowerCase());
    return isFound || query === "";
  }

  private showWanted(): void {
    const query = this.wantedQuery;
    if (query === this.shown.query) this.drawState();
    else if (query === "") this.take({ query, from: 0, page: this.value });
    else this.ask(query, 0);
  }

  /** A list that has become short needs no search: all of it is here. */
  private endSearch(): void {
    window.clearTimeout(this.ownTimer);
    this.own = "";
    this.search.query = "";
    this.filterQuery = "";
    this.filtered = undefined;
  }

  private searchSoon(query: string): void {
    window.clearTimeout(this.ownTimer);
    this.ownTimer = window.setTimeout(() => {
      this.own = query;
      this.showWanted();
      if (query === "") this.context.say(this.value.summary);
    }, searchAfterMs);
  }

  private ask(query: string, from: number, readsMore = false): void {
    this.context.askForPeople({ key: this.key, query, from, readsMore });
  }

  private take({ query, from, page }: Pick<PeopleAnswer, "query" | "from" | "page">): void {
    const isOther = query !== this.shown.query;
    if (from > (isOther ? 0 : this.rows.count)) return; // The piece before it is gone.
    const keepsRest = !isOther && page.hasMore && page.people.length > 0;
    this.rows.put(from, page.people, keepsRest);
    const isEnd = this.rows.count === from + page.people.length;
    if (isEnd || isOther) {
      this.shown = { query, hasMore: page.hasMore };
      this.summary.replaceChildren(isolated(page.summary));
    }
    if (isOther) this.list.scrollTop = 0;
    this.drawState();
  }

  /** Only what has a use is there: a short list is nothing but its people. */
  private drawState(): void {
    const { count } = this.rows;
    const { hasMore } = this.shown;
    const isTall = count > tallListLength;
    this.list.classList.toggle("tall", isTall);
    if (isTall) this.list.tabIndex = 0;
    else this.list.removeAttribute("tabindex");
    this.more.setAttribute("aria-disabled", String(this.isReadingMore));
    // What goes away loses the keyboard: the list takes it.
    if (!hasMore && document.activeElement === this.more) this.list.focus();
    const isSearched = this.isLong && (this.filtered?.found ?? 0) === 0;
    const isCounted = this.summary.textContent !== "";
    place(this.head, [
      ...(isCounted ? [this.summary] : []),
      ...(isSearched ? [this.search.root] : []),
    ]);
    place(this.root, [
      ...(isCounted || isSearched ? [this.head] : []),
      ...(this.value.problem === undefined ? [] : [this.problem]),
      ...(count === 0 ? [] : [this.list]),
      ...(hasMore ? [this.more] : []),
    ]);
  }

  private drawMore(): HTMLButtonElement {
    const button = element(
      "button",
      { type: "button", class: "button people-more", "data-focus": `more/${this.key}` },
      icon("chevron-down"),
      element("span", {}, this.context.words.showMore),
    );
    button.addEventListener("click", () => {
      if (this.isReadingMore) return;
      this.isReadingMore = true;
      this.drawState();
      this.ask(this.shown.query, this.rows.count, true);
    });
    return button;
  }

  private drawProblem(): void {
    const { text = "", action } = this.value.problem ?? {};
    this.problem.replaceChildren(
      element("p", {}, isolated(text)),
      ...(action === undefined ? [] : [drawAction(action, this.key, this.context)]),
    );
  }
}
