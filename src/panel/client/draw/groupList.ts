import type { PanelField, PanelGroup } from "../../protocol/panelView";
import type { PanelContext, PeopleAnswer } from "../context";
import { highlight } from "../filter/highlighter";
import type { ReaderMemory } from "../memory";
import { element } from "./element";
import { FieldRow } from "./fieldRow";
import { GroupSection } from "./groupSection";
import { Kept } from "./kept";
import { place } from "./place";

/** All groups of the panel: what is open, what the filter leaves, which rows outlive a redraw. */
export class GroupList {
  readonly root = element("div", { class: "groups" });
  private readonly rows = new Kept<FieldRow>();
  private sections = new Map<string, GroupSection>();
  private shownRows: readonly FieldRow[] = [];
  /** While a filter is on, what it found is open whatever the reader closed before. */
  private closedInFilter = new Set<string>();
  private query = "";

  constructor(
    private readonly memory: ReaderMemory,
    private readonly onToggle: () => void,
  ) {}

  draw(groups: readonly PanelGroup[], context: PanelContext): void {
    const sections = new Map<string, GroupSection>();
    const shownRows: FieldRow[] = [];
    for (const { id, label, fields } of groups) {
      const section =
        this.sections.get(id) ??
        new GroupSection(id, () => {
          this.toggle(id);
        });
      const rows = fields.map((field) => this.row(id, field, context));
      section.draw(label, rows, context.words);
      sections.set(id, section);
      shownRows.push(...rows);
    }
    this.sections = sections;
    this.shownRows = shownRows;
    this.rows.sweep();
    place(
      this.root,
      [...sections.values()].map((section) => section.root),
    );
    this.showOpenState();
  }

  /** For a change of language: nothing drawn before can stay. */
  forget(): void {
    this.rows.clear();
    this.sections.clear();
  }

  /** @returns how many fields are left */
  filter(typed: string): number {
    const query = typed.trim().toLowerCase();
    if (query !== this.query) this.closedInFilter.clear();
    this.query = query;
    let shown = 0;
    for (const section of this.sections.values()) shown += section.filter(query);
    this.showOpenState();
    highlight(
      this.shownRows.filter((row) => !row.root.hidden).map((row) => row.root),
      query,
    );
    return shown;
  }

  get isAnyOpen(): boolean {
    return [...this.sections.keys()].some((id) => this.isOpen(id));
  }

  setAllOpen(isOpen: boolean): void {
    const ids = [...this.sections.keys()];
    if (this.query === "") this.memory.setCollapsed(ids, !isOpen);
    else this.closedInFilter = new Set(isOpen ? [] : ids);
    this.showOpenState();
  }

  /** Whether some lists are still being searched for what the filter asks. */
  get isFiltering(): boolean {
    return this.shownRows.some((row) => row.isFiltering);
  }

  showPeople(answer: PeopleAnswer): void {
    for (const row of this.shownRows) row.answer(answer);
  }

  showCopied(key: string): void {
    for (const row of this.shownRows) {
      if (row.key === key) row.showCopied();
    }
  }

  private row(groupId: string, field: PanelField, context: PanelContext): FieldRow {
    const key = `${groupId}/${field.key}`;
    const row = this.rows.get(key, FieldRow.lasting(field), () => new FieldRow(field, context));
    row.update(field);
    return row;
  }

  private isOpen(id: string): boolean {
    return !(this.query === "" ? this.memory.isCollapsed(id) : this.closedInFilter.has(id));
  }

  private toggle(id: string): void {
    const isOpen = this.isOpen(id);
    if (this.query === "") this.memory.setCollapsed([id], isOpen);
    else if (isOpen) this.closedInFilter.add(id);
    else this.closedInFilter.delete(id);
    this.showOpenState();
    this.onToggle();
  }

  private showOpenState(): void {
    for (const [id, section] of this.sections) section.setOpen(this.isOpen(id));
  }
}
