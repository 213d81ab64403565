import type { PanelPerson } from "../../protocol/panelView";
import type { PanelContext } from "../context";
import { drawListed } from "./person";

interface Row {
  readonly print: string;
  readonly person: PanelPerson;
  readonly root: HTMLElement;
}

/** The rows of a list. Those that stay the same stay where they are, however often they are told. */
export class PeopleRows {
  private rows: Row[] = [];

  constructor(
    private readonly list: HTMLElement,
    private readonly context: PanelContext,
  ) {}

  get count(): number {
    return this.rows.length;
  }

  /**
   * Puts people at a place of the list.
   * @param keepsRest whether the rows behind them stay
   */
  put(from: number, people: readonly PanelPerson[], keepsRest: boolean): void {
    const end = from + people.length;
    const before = this.rows.slice(from, keepsRest ? end : undefined);
    const now = people.map((person, at) => this.row(person, before[at]));
    for (const [at, row] of now.entries()) {
      const old = before[at]?.root;
      if (old === undefined) this.list.append(row.root);
      else if (old !== row.root) old.replaceWith(row.root);
    }
    for (const { root } of before.slice(now.length)) root.remove();
    this.rows = [...this.rows.slice(0, from), ...now, ...(keepsRest ? this.rows.slice(end) : [])];
  }

  /** Shows those who match, or everybody when nobody does. @returns whether somebody did */
  filter(query: string): boolean {
    const found = new Set(this.rows.filter(({ person }) => matches(person, query)));
    for (const row of this.rows) row.root.hidden = found.size > 0 && !found.has(row);
    return found.size > 0;
  }

  /** Brings a row to the top of the box, if there is one. */
  scrollTo(index: number): void {
    const root = this.rows[index]?.root;
    if (root === undefined) return;
    const { top } = root.getBoundingClientRect();
    this.list.scrollTop += top - this.list.getBoundingClientRect().top;
  }

  private row(person: PanelPerson, before: Row | undefined): Row {
    const print = JSON.stringify(person);
    if (before?.print === print) {
      before.root.hidden = false; // Whoever filters does so after this.
      return before;
    }
    return { print, person, root: drawListed(person, this.context) };
  }
}

function matches({ name, userId }: PanelPerson, query: string): boolean {
  return name.toLowerCase().includes(query) || userId.includes(query);
}
