import { html, nothing, type TemplateResult } from "lit-html";
import type { PanelFacts, PanelField, PanelGroup, PanelValue } from "../protocol/panelView";
import type { PanelContext } from "./base/context";
import { icon, isolated, type Part } from "./base/markup";
import { type GroupListState, groupList } from "./fields/groupList";
import { finder } from "./head/finder";
import type { Layout } from "./layout";
import { listsIn, type PeopleLists } from "./people/peopleLists";
import { isTalkFound, talkGroup, talkSection } from "./talk/talk";

/** What the facts need of their page. */
export interface FactsSurroundings {
  readonly layout: Layout;
  readonly lists: PeopleLists;
  /** The filter as it was typed. */
  readonly typed: () => string;
  /** What the filter asks, in lower case; only facts are filtered. */
  readonly query: () => string;
  readonly filter: (query: string) => void;
  /** The rows of closed groups, too. */
  readonly drawsClosed: () => boolean;
  readonly redraw: () => void;
}

/** The messages and the groups of fields, as the filter and the reader's hand leave them. */
export class FilteredFacts {
  constructor(private readonly page: FactsSurroundings) {}

  /** The filter above the facts, and what opens or hides them all. */
  finder({ groups: facts, talk }: PanelFacts, { words, dates }: PanelContext): TemplateResult {
    const groups = talk === undefined ? facts : [talkGroup, ...facts];
    const isFiltered = this.page.query() !== "";
    const isAnyOpen = groups.some((group) => this.page.layout.isOpen(group, isFiltered));
    const fields = groups.flatMap((group) => group.fields);
    const count = fields.filter(({ value }) => value.type === "unset").length;
    return finder({
      words,
      query: this.page.typed(),
      isAnyOpen,
      empty: { count, text: dates.count(count), areShown: this.page.layout.showsEmpty },
      onFilter: (query) => {
        this.page.filter(query);
      },
      onShowEmpty: (shows) => {
        this.page.layout.showEmpty(shows);
        this.page.redraw();
      },
      onToggleAll: () => {
        this.page.layout.setOpen(groups, !isAnyOpen, isFiltered);
        this.page.redraw();
      },
    });
  }

  content(facts: PanelFacts, context: PanelContext): TemplateResult {
    return html`${this.talk(facts, context)}${this.groups(facts.groups, context)}${this.nothingFound(facts, context)}`;
  }

  groups(groups: readonly PanelGroup[], context: PanelContext): TemplateResult {
    const state: GroupListState = {
      lists: this.page.lists,
      showsEmpty: this.page.layout.showsEmpty || this.page.query() !== "",
      drawsClosed: this.page.drawsClosed(),
      isOpen: (group) => this.page.layout.isOpen(group, this.page.query() !== ""),
      isShown: (field) => this.isShown(field, context),
      toggle: (group) => {
        this.toggle(group);
      },
    };
    return groupList(groups, state, context);
  }

  private talk({ talk }: PanelFacts, context: PanelContext): Part {
    if (talk === undefined) return nothing;
    const query = this.page.query();
    return talkSection(
      talk,
      {
        isOpen: this.page.layout.isOpen(talkGroup, query !== ""),
        query,
        copiedKey: context.copiedKey,
        toggle: () => {
          this.toggle(talkGroup);
        },
      },
      context,
    );
  }

  private toggle(group: PanelGroup): void {
    const isFiltered = this.page.query() !== "";
    this.page.layout.setOpen([group], !this.page.layout.isOpen(group, isFiltered), isFiltered);
    this.page.redraw();
  }

  private isShown(field: PanelField, context: PanelContext): boolean {
    const query = this.page.query();
    const found = listsIn(field).map(([key]) => this.page.lists.of(key).filter(query));
    return query === "" || found.includes(true) || searchedText(field, context).includes(query);
  }

  private nothingFound({ groups, talk }: PanelFacts, context: PanelContext): Part {
    if (talk !== undefined && isTalkFound(talk, this.page.query())) return nothing;
    const isFound = groups.some(({ fields }) =>
      fields.some((field) => this.isShown(field, context)),
    );
    if (isFound || this.page.query() === "" || this.page.lists.isFiltering) return nothing;
    const text = context.words.nothingMatches.replace("{0}", () => this.page.typed().trim());
    return html`<p class="nothing">${icon("search")}${isolated(text)}</p>`;
  }
}

/** All that the filter can find in a row, in lower case, but for lists: they are searched by themselves. */
function searchedText(field: PanelField, context: PanelContext): string {
  const { label, wireName = "", value, note = "" } = field;
  return [label, wireName, valueText(value, context), note].join("\n").toLowerCase();
}

function valueText(value: PanelValue, context: PanelContext): string {
  switch (value.type) {
    case "date":
      return [context.dates.local(value.iso) ?? "", value.raw ?? value.iso].join("\n");
    case "color":
      return value.hex;
    case "json":
      return value.text;
    case "people":
      return [value.summary, value.problem?.text ?? ""].join("\n");
    case "person":
      return [value.person.name, value.raw, ...(value.person.marks ?? [])].join("\n");
    case "sides":
      return value.sides
        .map((side) => `${side.label}\n${valueText(side.value, context)}`)
        .join("\n");
    default:
      return [value.text, value.raw ?? ""].join("\n");
  }
}
