import { destination } from "../base/roving";

const groupSelector = ".fields, .talk-items, .people";
const rowSelector = ".row, .talk-item, .person";

/**
 * The rows of a group, facts or messages, are one stop of the Tab key: arrows lead from row to row, onto the button
 * that copies, which Enter presses. The row that has the keyboard lets Tab reach its links, too. The people in a row
 * are such a group themselves.
 */
export class RowKeys {
  /** The row of each group that the Tab key reaches. */
  private readonly stops = new WeakMap<Element, string | undefined>();

  constructor(private readonly root: HTMLElement) {
    root.addEventListener("focusin", ({ target }) => {
      let group: Element | undefined;
      for (let place = placeOf(target as HTMLElement); place !== undefined; place = around(place)) {
        group = place.group;
        this.stops.set(group, place.row.dataset["key"]);
      }
      if (group !== undefined) this.mark(group);
    });
    root.addEventListener("keydown", (event) => {
      this.move(event);
    });
  }

  /** After each drawing. */
  update(): void {
    for (const group of this.root.querySelectorAll(".fields, .talk-items")) this.mark(group);
  }

  private mark(group: Element, isReached = true): void {
    const rows = rowsOf(group);
    const stop = rows.find(({ dataset }) => dataset["key"] === this.stops.get(group)) ?? rows[0];
    for (const row of rows) {
      const isStop = isReached && row === stop;
      // A box that scrolls has to be reached: nothing else scrolls it.
      for (const control of controlsOf(row)) reach(control, isStop || isTall(control));
      for (const people of row.querySelectorAll(".people")) {
        this.mark(people, isStop || isTall(people));
      }
    }
  }

  private move(event: KeyboardEvent): void {
    const target = event.composedPath()[0];
    if (!(target instanceof HTMLElement) || event.defaultPrevented) return;
    // A box scrolls with the arrows, and in a field they lead through its text.
    if (isTall(target) || target instanceof HTMLInputElement) return;
    const place = placeOf(target);
    const next = place === undefined ? undefined : rowAt(event.key, place);
    if (next === undefined) return;
    event.preventDefault();
    const copy = next.querySelector<HTMLElement>(".copy, .talk-copy");
    (copy ?? next.querySelector<HTMLElement>(".copy-person") ?? controlsOf(next)[0])?.focus();
  }
}

interface Place {
  readonly row: HTMLElement;
  readonly group: Element;
}

function placeOf(target: Element | null): Place | undefined {
  const row = target?.closest<HTMLElement>(rowSelector);
  const group = row?.closest(groupSelector);
  return row && group ? { row, group } : undefined;
}

/** Where a group is in another one's row. */
function around({ group }: Place): Place | undefined {
  return placeOf(group.parentElement);
}

/** Where a key leads: behind the last and before the first of some people to the next row. */
function rowAt(key: string, place: Place): HTMLElement | undefined {
  const rows = rowsOf(place.group);
  const from = rows.indexOf(place.row);
  const outer = around(place);
  const edge = key === "ArrowUp" ? 0 : key === "ArrowDown" ? rows.length - 1 : undefined;
  if (outer !== undefined && from === edge) return rowAt(key, outer);
  const to = destination(key, ["ArrowUp", "ArrowDown"], from, rows.length);
  return to === undefined ? undefined : rows[to];
}

/** Those that are shown, and in which the keyboard finds something. */
function rowsOf(group: Element): readonly HTMLElement[] {
  return [...(group.children as HTMLCollectionOf<HTMLElement>)].filter(
    (row) => row.matches(":not([hidden], .quiet)") && row.querySelector(controls) !== null,
  );
}

const controls = "a[href], button, summary, [tabindex]";

/** Of the row itself, not of the people in it. */
function controlsOf(row: HTMLElement): readonly HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(controls)].filter(
    (control) => control.closest(rowSelector) === row && !control.matches(".people, .field *"),
  );
}

function isTall(element: Element): boolean {
  return element.classList.contains("tall");
}

/** An attribute that is set anew, though it is the same, has the page's styles looked at again. */
function reach(control: HTMLElement, isReached: boolean): void {
  const tabIndex = isReached ? 0 : -1;
  if (control.tabIndex !== tabIndex) control.tabIndex = tabIndex;
}
