/** What is needed of VS Code's list. */
interface RowList<Row> {
  items: readonly Row[];
  activeItems: readonly Row[];
}

/**
 * Which row of a list is meant while rows are drawn anew as one types and chooses. VS Code tells rows by their place:
 * Enter or a click in a list that is still on the screen names a place in the one that replaced it, and so any row.
 * What it names counts once the newest list was seen to be drawn, as its own first row became the active one; and
 * before that, where the first row is not meant anyway, if all that may be on the screen do the same at this place.
 */
export class RowsInSight<Row extends object> {
  private first: Row | undefined;
  /** What may be on the screen: the rows that were seen last, and all that were drawn since. */
  private drawn: (readonly Row[])[] = [];

  /** @param deedOf what a row does when it is chosen, as plain data */
  constructor(
    private readonly list: RowList<Row>,
    private readonly deedOf: (row: Row) => unknown,
  ) {}

  /**
   * Draws rows. The same ones stay as they are: whoever goes for a row meets it where it was.
   * @param active absent: VS Code makes the first row the active one
   */
  draw(rows: readonly Row[], active?: Row): void {
    const { list } = this;
    if (JSON.stringify(rows) === JSON.stringify(list.items)) return;
    list.items = rows;
    if (active !== undefined) list.activeItems = [active];
    this.first = active ?? rows[0];
    // Of none there is nothing to be seen.
    if (this.first === undefined) this.drawn = [rows];
    else this.drawn.push(rows);
  }

  /** Another row is active: the user went to it, or a list was drawn. */
  activate(row: Row | undefined): void {
    if (row !== undefined && row === this.first) this.drawn = [this.list.items];
  }

  /**
   * The row that is meant.
   * @param named what VS Code says it was
   * @param isFirstMeant whether the first row is meant while the newest list was not seen: Enter right after typing
   */
  accept(named: Row | undefined, isFirstMeant: boolean): Row | undefined {
    if (this.drawn.length === 1) return named;
    if (isFirstMeant) return this.first;
    return named !== undefined && this.isEverywhere(named) ? named : undefined;
  }

  private isEverywhere(named: Row): boolean {
    const at = this.list.items.indexOf(named);
    const deed = JSON.stringify(this.deedOf(named));
    return this.drawn.every((rows) => {
      const row = rows[at];
      return row !== undefined && JSON.stringify(this.deedOf(row)) === deed;
    });
  }
}
