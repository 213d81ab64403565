import type { HostToPanel } from "../protocol/panelMessages";
import type {
  PanelBanner,
  PanelBody,
  PanelFacts,
  PanelNotice,
  PanelReport,
  PanelView,
} from "../protocol/panelView";
import type { PanelContext, PeopleAnswer } from "./context";
import { drawAccessTests, newsOfTests } from "./draw/accessTests";
import { element, icon, isolated } from "./draw/element";
import { Finder } from "./draw/finder";
import { GroupList } from "./draw/groupList";
import { drawHeader } from "./draw/header";
import { type Drawn, Kept } from "./draw/kept";
import { drawLoading, drawRefreshing } from "./draw/loading";
import { drawBanner, drawNotice } from "./draw/notice";
import { place } from "./draw/place";
import { drawTable } from "./draw/table";
import { drawToolbar } from "./draw/toolbar";
import { asksForFilter } from "./filter/queryField";
import { keepFocus } from "./focusKeeper";
import { LiveRegion } from "./liveRegion";
import type { ReaderMemory } from "./memory";
import type { Host } from "./post";
import { Dates } from "./values/dates";

type Show = Extract<HostToPanel, { type: "show" }>;

/** The whole page: draws what the host shows, and sends back what the reader does. */
export class Page {
  readonly root = element("main", { "data-panel": "bitrix24", tabindex: "-1" });
  private readonly live = new LiveRegion();
  private readonly parts = new Kept<Drawn>();
  private readonly bar = element("div", { class: "bar" });
  private readonly barRow = element("div", { class: "bar-row" });
  private readonly content = element("div", { class: "content" });
  private readonly finder: Finder;
  private readonly groups: GroupList;
  private shown: Show | undefined;
  private context: PanelContext | undefined;

  constructor(
    private readonly host: Host,
    private readonly memory: ReaderMemory,
  ) {
    this.groups = new GroupList(memory, () => {
      this.finder.showToggle(this.groups.isAnyOpen);
    });
    this.finder = new Finder(
      (query) => {
        this.memory.setFilter(query);
        this.applyFilter();
      },
      () => {
        this.groups.setAllOpen(!this.groups.isAnyOpen);
        this.finder.showToggle(this.groups.isAnyOpen);
      },
    );
    document.addEventListener("keydown", (event) => {
      if (!this.finder.root.isConnected || !asksForFilter(event)) return;
      event.preventDefault();
      this.finder.field.focus();
    });
  }

  show(message: Show): void {
    const before = this.shown;
    const context = this.contextFor(message);
    this.shown = message;
    this.host.keepIdentity(message.identity);
    if (message.memory !== undefined) this.memory.restore(message.memory);
    document.documentElement.lang = message.language;
    document.title = message.view.header.title;
    keepFocus(this.root, () => {
      this.draw(message.view, context);
    });
    if (message.view.body.type !== "loading") this.memory.restoreScroll();
    if (before !== undefined && isNewFailure(before.view.body, message.view.body)) {
      window.scrollTo({ top: 0, behavior: "instant" });
    }
    this.announce(before?.view, message.view);
  }

  showCopied(key: string): void {
    if (this.context === undefined) return;
    this.groups.showCopied(key);
    this.live.say(this.context.words.copied);
  }

  showPeople(answer: PeopleAnswer): void {
    keepFocus(this.root, () => {
      this.groups.showPeople(answer);
    });
  }

  /** A change of language leaves nothing that was drawn before it. */
  private contextFor({ words, language }: Show): PanelContext {
    const known = this.context;
    if (
      known?.dates.language === language &&
      JSON.stringify(known.words) === JSON.stringify(words)
    ) {
      return known;
    }
    this.parts.clear();
    this.groups.forget();
    const context: PanelContext = {
      words,
      dates: new Dates(language),
      act: (action) => {
        this.host.post({ type: "act", action });
      },
      copy: (key) => {
        this.host.post({ type: "copyValue", key });
      },
      runTest: (id) => {
        this.host.post({ type: "runTest", id });
      },
      cancelTest: (id) => {
        this.host.post({ type: "cancelTest", id });
      },
      askForPeople: (question) => {
        this.host.post({ type: "people", ...question });
      },
      peopleFound: () => {
        this.applyFilter();
      },
      say: (text) => {
        this.live.say(text);
      },
    };
    this.context = context;
    return context;
  }

  private draw({ header, toolbar, body }: PanelView, context: PanelContext): void {
    const head = this.part("header", header, () => drawHeader(header));
    const tools = this.part("toolbar", toolbar, () => drawToolbar(toolbar, context));
    place(this.barRow, body.type === "facts" ? [tools, this.finder.root] : [tools]);
    place(this.bar, [this.barRow, ...this.drawRefreshing(body, context)]);
    place(this.root, [head, this.bar, this.content, this.live.root]);
    place(this.content, this.drawBody(body, context));
    this.parts.sweep();
    if (body.type !== "facts") return;
    this.finder.draw(context.words);
    if (this.finder.field.query !== this.memory.filter)
      this.finder.field.query = this.memory.filter;
    this.applyFilter();
  }

  private drawRefreshing(body: PanelBody, context: PanelContext): Node[] {
    const refreshing = "refreshing" in body ? body.refreshing : undefined;
    if (refreshing === undefined) return [];
    return [this.part("refreshing", refreshing, () => drawRefreshing(refreshing, context))];
  }

  private drawBody(body: PanelBody, context: PanelContext): Node[] {
    switch (body.type) {
      case "loading":
        return [this.part("loading", body, () => drawLoading(body, context))];
      case "notice":
        return this.drawNotice(body, context);
      case "facts":
        return this.drawFacts(body, context);
      case "report":
        return this.drawReport(body, context);
    }
  }

  private drawNotice(body: PanelNotice, context: PanelContext): Node[] {
    const { details, type, tests, ...notice } = body;
    const drawn = [this.part(type, notice, () => drawNotice(notice, context))];
    if (tests !== undefined)
      drawn.push(this.part("tests", tests, () => drawAccessTests(tests, context)));
    this.groups.draw(details, context);
    this.groups.filter("");
    return details.length === 0 ? drawn : [...drawn, this.groups.root];
  }

  private drawFacts({ banner, groups }: PanelFacts, context: PanelContext): Node[] {
    this.groups.draw(groups, context);
    return [...this.drawBanner(banner, context), this.groups.root];
  }

  private drawReport(
    { banner, summary, table, groups }: PanelReport,
    context: PanelContext,
  ): Node[] {
    this.groups.draw(groups, context);
    this.groups.filter("");
    return [
      ...this.drawBanner(banner, context),
      this.part("summary", summary, () => drawNotice(summary, context)),
      this.part("table", table, () => drawTable(table)),
      this.groups.root,
    ];
  }

  private drawBanner(banner: PanelBanner | undefined, context: PanelContext): Node[] {
    if (banner === undefined) return [];
    return [this.part("banner", banner, () => drawBanner(banner, context))];
  }

  private applyFilter(): void {
    if (this.context === undefined) return;
    const { filter } = this.memory;
    const isEmpty =
      this.groups.filter(filter) === 0 && filter.trim() !== "" && !this.groups.isFiltering;
    this.finder.showToggle(this.groups.isAnyOpen);
    this.content.querySelector(".nothing")?.remove();
    if (!isEmpty) return;
    const text = this.context.words.nothingMatches.replace("{0}", () => filter.trim());
    this.content.append(element("p", { class: "nothing" }, icon("search"), isolated(text)));
    this.live.say(text);
  }

  private announce(before: PanelView | undefined, now: PanelView): void {
    const known = before === undefined ? [] : newsOf(before);
    const news = newsOf(now).filter((text) => !known.includes(text));
    if (before === undefined && now.body.type === "facts") return;
    if (news.length > 0) this.live.say(news.join(" "));
  }

  private part(key: string, data: unknown, draw: () => HTMLElement): HTMLElement {
    return this.parts.get(key, data, () => ({ root: draw() })).root;
  }
}

/** Whoever has scrolled down would not see what took the place of the facts, or came above them. */
function isNewFailure(before: PanelBody, now: PanelBody): boolean {
  if (now.type === "notice") return before.type !== "notice";
  return hasErrorBanner(now) && !hasErrorBanner(before);
}

function hasErrorBanner(body: PanelBody): boolean {
  return (body.type === "facts" || body.type === "report") && body.banner?.tone === "error";
}

/** What someone who cannot see the page should hear about its state. */
function newsOf({ header, body }: PanelView): readonly string[] {
  switch (body.type) {
    case "loading":
      return [body.text];
    case "notice":
      return [body.heading, ...newsOfTests(body.tests)];
    case "facts":
      return [body.refreshing?.text ?? body.banner?.text ?? header.title];
    case "report":
      return [body.refreshing?.text ?? body.banner?.text ?? body.summary.heading];
  }
}
