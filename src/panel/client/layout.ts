import type { PanelGroup, PanelLayout } from "../protocol/panelView";

type Change = Partial<PanelLayout>;

/** What the reader opened and closed: kept by the host, the same for all dialogs. */
export class Layout {
  private groups: Readonly<Record<string, boolean>> = {};
  private empty = false;
  /** While a filter is on, what it found is open whatever the reader closed before. */
  private readonly closedInFilter = new Set<string>();

  constructor(private readonly send: (change: Change) => void) {}

  restore({ groups, showsEmpty }: PanelLayout): void {
    this.groups = groups;
    this.empty = showsEmpty;
  }

  get showsEmpty(): boolean {
    return this.empty;
  }

  showEmpty(shows: boolean): void {
    this.empty = shows;
    this.send({ showsEmpty: shows });
  }

  isOpen({ id, startsOpen }: PanelGroup, isFiltered: boolean): boolean {
    return isFiltered ? !this.closedInFilter.has(id) : (this.groups[id] ?? startsOpen);
  }

  setOpen(groups: readonly PanelGroup[], isOpen: boolean, isFiltered: boolean): void {
    if (isFiltered) {
      for (const { id } of groups) {
        if (isOpen) this.closedInFilter.delete(id);
        else this.closedInFilter.add(id);
      }
      return;
    }
    const change = Object.fromEntries(groups.map(({ id }) => [id, isOpen]));
    this.groups = { ...this.groups, ...change };
    this.send({ groups: change });
  }

  /** Another question opens all that it finds. */
  forgetFilter(): void {
    this.closedInFilter.clear();
  }
}
