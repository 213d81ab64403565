import "./page.css";
import { html, nothing, render, type TemplateResult } from "lit-html";
import type { PageState } from "../protocol/panelMessages";
import { groupsOf, type PanelBody, type PanelView } from "../protocol/panelView";
import type { PanelContext } from "./base/context";
import { Dates } from "./base/dates";
import { highlight } from "./base/highlighter";
import { LiveRegion } from "./base/liveRegion";
import type { Part } from "./base/markup";
import { asksForFilter, focusField } from "./base/queryField";
import { Roving } from "./base/roving";
import { RowKeys } from "./fields/rowKeys";
import { FilteredFacts } from "./filteredFacts";
import { keepFocus } from "./focusKeeper";
import { header } from "./head/header";
import { summary } from "./head/summary";
import { Layout } from "./layout";
import { isNewFailure, isSameSubject, newsOf } from "./changes";
import type { ReaderMemory } from "./memory";
import { banner } from "./message/banner";
import { loading, refreshing } from "./message/loading";
import { notice } from "./message/notice";
import { Refreshes } from "./refreshes";
import { outcomeText } from "./head/toolbar";
import { PeopleLists } from "./people/peopleLists";
import type { PeopleAnswer } from "./people/peopleList";
import { requestsTo, type Host } from "./post";
import { reportTable } from "./report/table";
import { talkGroup } from "./talk/talk";

const copiedShownMs = 1600;
/** When the rows of closed groups are drawn at the latest. */
const drawnAfterMs = 200;

/** The whole page: draws what the host shows, and sends back what the reader does. */
export class Page {
  private shown: PageState | undefined;
  private context: PanelContext | undefined;
  private readonly redraw = (): void => {
    keepFocus(this.root, () => {
      this.draw();
    });
  };
  private readonly live = new LiveRegion(this.redraw);
  private readonly roving = new Roving(this.redraw);
  private readonly rowKeys: RowKeys;
  private readonly refreshes = new Refreshes(this.redraw);
  private readonly lists: PeopleLists;
  private copiedKey: string | undefined;
  private copiedTimer: number | undefined;
  private readonly layout: Layout;
  private readonly facts: FilteredFacts;
  private openMenu: string | undefined;
  /** Most groups are closed: rows that nobody sees do not keep the first picture waiting. */
  private drawsClosed = false;

  /** @param root the element that is the page */
  constructor(
    private readonly root: HTMLElement,
    private readonly host: Host,
    private readonly memory: ReaderMemory,
  ) {
    this.rowKeys = new RowKeys(root);
    this.layout = new Layout((change) => {
      host.post({ type: "arrange", groups: {}, ...change });
    });
    this.lists = new PeopleLists({
      ask: (question) => {
        host.post({ type: "people", ...question });
      },
      say: (text) => {
        this.live.say(text);
      },
      redraw: this.redraw,
    });
    this.facts = new FilteredFacts({
      layout: this.layout,
      lists: this.lists,
      typed: () => this.memory.filter,
      query: () => this.query,
      filter: (query) => {
        this.filter(query);
      },
      drawsClosed: () => this.drawsClosed,
      redraw: this.redraw,
    });
    document.addEventListener("keydown", (event) => {
      const filter = root.querySelector("search.filter");
      if (filter === null || !asksForFilter(event)) return;
      event.preventDefault();
      focusField(filter);
    });
  }

  show(message: PageState): void {
    const isFirst = this.shown === undefined;
    const isNext = this.shown !== undefined && !isSameSubject(this.shown, message);
    if (isNext) this.forget();
    const before = isNext ? undefined : this.shown;
    this.shown = message;
    this.context = this.contextFor(message);
    this.layout.restore(message.layout);
    this.host.keepIdentity(message.identity);
    if (message.memory !== undefined) this.memory.restore(message.memory);
    document.documentElement.lang = message.language;
    document.body.dataset["vscodeContext"] = JSON.stringify(message.identity);
    document.title = message.view.header.title;
    const isNewer = this.refreshes.take(message.view.body);
    this.redraw();
    if (isFirst || isNext) this.drawClosedLater();
    if (message.view.body.type !== "loading") this.memory.restoreScroll();
    if (isFirst && message.focus !== undefined) this.focus(message.focus);
    if (before !== undefined && isNewFailure(before.view.body, message.view.body)) {
      window.scrollTo({ top: 0, behavior: "instant" });
    }
    if (isNewer) this.live.say(outcomeText(this.contextFor(message)));
    else this.announce(before?.view, message.view);
  }

  private drawClosedLater(): void {
    const draw = (): void => {
      this.drawsClosed = true;
      this.redraw();
    };
    // Safari, in which VS Code may run, has no idle callbacks.
    if ("requestIdleCallback" in window) requestIdleCallback(draw, { timeout: drawnAfterMs });
    else setTimeout(draw, drawnAfterMs);
  }

  /** Another dialog takes the page: it begins at the top, with nothing of what was done to the one before. */
  private forget(): void {
    this.memory.clear();
    this.openMenu = undefined;
    this.drawsClosed = false;
    this.lists.clear();
    this.layout.forgetFilter();
    this.copiedKey = undefined;
    this.refreshes.forget();
    window.scrollTo({ top: 0, behavior: "instant" });
  }

  showCopied(key: string): void {
    if (this.context === undefined) return;
    window.clearTimeout(this.copiedTimer);
    this.copiedKey = key;
    this.live.say(this.context.words.copied);
    this.copiedTimer = window.setTimeout(() => {
      this.copiedKey = undefined;
      this.redraw();
    }, copiedShownMs);
  }

  showPeople(answer: PeopleAnswer): void {
    this.lists.find(answer.key)?.answer(answer);
  }

  private contextFor({ words, language }: PageState): PanelContext {
    return {
      words,
      dates: this.context?.dates.language === language ? this.context.dates : new Dates(language),
      roving: this.roving,
      changes: this.refreshes.changes,
      copiedKey: this.copiedKey,
      menus: {
        open: this.openMenu,
        toggle: (menuId) => {
          this.toggleMenu(menuId);
        },
        focusButton: (menuId) => {
          this.focus(`toolbar/${menuId}`);
        },
      },
      jump: (key) => {
        this.jump(key);
      },
      ...requestsTo(this.host),
    };
  }

  private draw(): void {
    const { shown } = this;
    if (shown === undefined) return;
    const { view } = shown;
    const context = this.contextFor(shown);
    this.lists.update(groupsOf(view.body));
    const query = this.query;
    render(this.template(view, context), this.root);
    this.rowKeys.update();
    highlight(
      [...this.root.querySelectorAll<HTMLElement>(".row:not([hidden]), .talk-item")],
      query,
    );
  }

  private template(
    { banner: first, header: head, toolbar: tools, body }: PanelView,
    context: PanelContext,
  ): TemplateResult {
    const hasFacts = body.type === "facts" || body.type === "report";
    const newer = hasFacts ? body.refreshing : undefined;
    const below = body.type === "facts" ? body.banner : undefined;
    return html`${header(head, tools, context)}
      <div class="banners">${banner(first, context)}${banner(below, context)}</div>
      ${newer === undefined ? nothing : refreshing(newer, context)}
      ${
        body.type === "facts"
          ? html`${summary(body.summary, context)}
              <div class="bar">
                <div class="bar-row">${this.facts.finder(body, context)}</div>
              </div>`
          : nothing
      }
      <div class="content">${this.body(body, context)}</div>
      ${this.live.template}`;
  }

  private body(body: PanelBody, context: PanelContext): Part {
    switch (body.type) {
      case "loading":
        return loading(body, context);
      case "notice":
        return html`${notice(body, context, body.probes)}${
          body.details.length === 0 ? nothing : this.facts.groups(body.details, context)
        }`;
      case "facts":
        return this.facts.content(body, context);
      case "report":
        return html`${banner(body.banner, context)}${notice(body.summary, context)}${body.tables.map(
          (table) => reportTable(table, context),
        )}${this.facts.groups(body.groups, context)}`;
    }
  }

  /** What the filter asks; only facts are filtered. */
  private get query(): string {
    return this.shown?.view.body.type === "facts" ? this.memory.filter.trim().toLowerCase() : "";
  }

  private filter(query: string): void {
    this.memory.setFilter(query);
    this.layout.forgetFilter();
    this.redraw();
    const text = this.root.querySelector(".nothing")?.textContent.trim() ?? "";
    if (text !== "") this.live.say(text);
  }

  private toggleMenu(menuId: string | undefined): void {
    this.openMenu = menuId;
    this.redraw();
    if (menuId !== undefined) this.root.querySelector<HTMLElement>(".menu-item")?.focus();
  }

  private focus(key: string): void {
    this.root.querySelector<HTMLElement>(`[data-focus="${CSS.escape(key)}"]`)?.focus();
  }

  private jump(key: string): void {
    const { body } = this.shown?.view ?? {};
    if (body === undefined) return;
    const isMessage = body.type === "facts" && body.talk?.items.some((item) => item.key === key);
    const group = isMessage
      ? talkGroup
      : groupsOf(body).find(({ fields }) => fields.some((field) => field.key === key));
    if (group === undefined) return;
    if (this.query !== "") this.filter("");
    this.layout.setOpen([group], true, false);
    this.redraw();
    const row = this.root.querySelector<HTMLElement>(
      `:is(.row, .talk-item)[data-key="${CSS.escape(key)}"]`,
    );
    row?.scrollIntoView({ block: "center", behavior: "instant" });
    const control = isMessage ? ".talk-copy" : "button, [tabindex], a";
    row?.querySelector<HTMLElement>(control)?.focus({ preventScroll: true });
  }

  private announce(before: PanelView | undefined, now: PanelView): void {
    const known = before === undefined ? [] : newsOf(before);
    const news = newsOf(now).filter((text) => !known.includes(text));
    if (before === undefined && now.body.type === "facts") return;
    if (news.length > 0) this.live.say(news.join(" "));
  }
}
