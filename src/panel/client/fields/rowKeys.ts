import { destination } from "../base/roving";

const groupSelector = ".fields, .talk-items";

/**
 * The rows of a group, facts or messages, are one stop of the Tab key: arrows lead from row to row, onto the button that copies, which
 * Enter presses. The row that has the keyboard lets Tab reach its links, too.
 */
export class RowKeys {
  /** The row of each group that the Tab key reaches. */
  private readonly stops = new Map<Element, string | undefined>();

  constructor(private readonly root: HTMLElement) {
    root.addEventListener("focusin", ({ target }) => {
      const { row, group } = placeOf(target as HTMLElement);
      if (row === null || group === null) return;
      this.stops.set(group, row.dataset["key"]);
      this.mark(group);
    });
    root.addEventListener("keydown", (event) => {
      this.move(event);
    });
  }

  /** After each drawing. */
  update(): void {
    const groups = [...this.root.querySelectorAll(groupSelector)];
    for (const group of this.stops.keys()) if (!groups.includes(group)) this.stops.delete(group);
    for (const group of groups) this.mark(group);
  }

  private mark(group: Element): void {
    const rows = rowsOf(group);
    const stop = rows.find(({ dataset }) => dataset["key"] === this.stops.get(group)) ?? rows[0];
    for (const row of rows) {
      for (const control of controlsOf(row)) {
        // A box that scrolls has to be reached: nothing else scrolls it.
        const isReached = row === stop || control.classList.contains("tall");
        control.tabIndex = isReached ? 0 : -1;
      }
    }
  }

  private move(event: KeyboardEvent): void {
    const target = event.composedPath()[0];
    if (!(target instanceof HTMLElement) || event.defaultPrevented) return;
    const { row, group } = placeOf(target);
    // A box scrolls with the arrows.
    if (row === null || group === null || target.classList.contains("tall")) return;
    const rows = rowsOf(group);
    const to = destination(event.key, ["ArrowUp", "ArrowDown"], rows.indexOf(row), rows.length);
    const next = to === undefined ? undefined : rows[to];
    if (next === undefined) return;
    event.preventDefault();
    (next.querySelector<HTMLElement>(".copy, .talk-copy") ?? controlsOf(next)[0])?.focus();
  }
}

function placeOf(target: HTMLElement): {
  readonly row: HTMLElement | null;
  readonly group: Element | null;
} {
  const row = target.closest<HTMLElement>(".row, .talk-item");
  return { row, group: row?.closest(groupSelector) ?? null };
}

/** Those that are shown, and in which the keyboard finds something. */
function rowsOf(group: Element): readonly HTMLElement[] {
  const rows = group.querySelectorAll<HTMLElement>(".row:not([hidden], .quiet), .talk-item");
  return [...rows].filter((row) => controlsOf(row).length > 0);
}

function controlsOf(row: HTMLElement): readonly HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>("a[href], button, summary, [tabindex]")].filter(
    (control) => control.closest(".field") === null,
  );
}
