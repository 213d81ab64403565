/**
 * Which row of a list Enter means while rows are drawn anew as one types. VS Code tells rows by their place: Enter in
 * a list that is still on the screen names a place in the one that replaced it, and so any row. What it names counts
 * only once the newer list was seen to be drawn: its own first row became the active one.
 */
export class RowsInSight<Row extends object> {
  private first: Row | undefined;
  private areSeen = false;

  /** @param first the row that becomes active when the rows are drawn; absent: none can be */
  replace(first: Row | undefined): void {
    this.first = first;
    this.areSeen = first === undefined;
  }

  /** Another row is active: the user went to it, or a list was drawn. */
  activate(row: Row | undefined): void {
    if (row !== undefined && row === this.first) this.areSeen = true;
  }

  /**
   * The row that is meant.
   * @param named what VS Code says it was
   * @param isFirstMeant whether the first row is meant while the newest rows have not been seen; else none is
   */
  accept(named: Row | undefined, isFirstMeant: boolean): Row | undefined {
    if (this.areSeen) return named;
    return isFirstMeant ? this.first : undefined;
  }
}
