import assert from "node:assert/strict";
import { RowsInSight } from "../../../../src/core/base/rowsInSight";

interface Row {
  readonly label: string;
  readonly dialogId: string;
}

const row = (dialogId: string, label = dialogId): Row => ({ label, dialogId });

describe("A row that is chosen in a list that is drawn anew", () => {
  const reading = row("chat29");
  const other = row("chat210");
  let list: { items: readonly Row[]; activeItems: readonly Row[] };
  let rows: RowsInSight<Row>;
  const show = (shown: readonly Row[]): void => {
    rows.draw(shown);
    rows.activate(shown[0]);
  };
  /** VS Code names the place in the newest list. */
  const accept = (place: number, isFirstMeant: boolean): Row | undefined =>
    rows.accept(list.items[place], isFirstMeant);
  beforeEach(() => {
    list = { items: [], activeItems: [] };
    rows = new RowsInSight(list, ({ dialogId }) => dialogId);
    show([row("chat1"), row("chat2")]);
  });

  it("is the one that is active, once the list was seen", () => {
    show([reading, other]);
    assert.equal(accept(0, false), reading);
    rows.activate(other);
    assert.equal(accept(1, false), other);
  });

  it("is at no place of an older list", () => {
    rows.draw([reading, other]);
    assert.equal(accept(1, true), reading);
    assert.equal(accept(1, false), undefined);
    rows.draw([row("chat290"), row("chat2"), other]);
    assert.equal(accept(1, false), undefined);
    assert.equal(accept(2, false), undefined);
  });

  it("is at none either when the older list was still being moved in", () => {
    rows.draw([reading, other]);
    rows.activate(other);
    assert.equal(accept(1, true), reading);
  });

  it("is told anew from each list", () => {
    show([reading, other]);
    const next = row("chat290");
    rows.draw([next]);
    assert.equal(accept(0, true), next);
    rows.activate(undefined);
    assert.equal(accept(0, false), undefined);
    rows.activate(next);
    assert.equal(accept(0, false), next);
  });

  it("is taken where every list has one at its place that does the same", () => {
    const named = row("chat2", "Support line");
    rows.draw([row("chat1"), named]);
    rows.draw([row("chat1", "Couriers"), named, other]);
    assert.equal(accept(1, false), named);
    // What was typed goes before what stood there already.
    assert.deepEqual(accept(1, true), row("chat1", "Couriers"));
  });

  it("stays in its place when the same rows are drawn, and so does the active one", () => {
    const before = list.items;
    rows.draw([row("chat1"), row("chat2")], row("chat1"));
    assert.equal(list.items, before);
    assert.deepEqual(list.activeItems, []);
    assert.equal(accept(1, false), before[1]);
  });

  it("may be another one than the first when that is to be active", () => {
    rows.draw([reading, other], other);
    assert.deepEqual(list.activeItems, [other]);
    assert.equal(accept(0, true), other);
    rows.activate(other);
    assert.equal(accept(0, true), reading);
  });

  it("is none in a list without rows", () => {
    show([]);
    assert.equal(accept(0, true), undefined);
  });
});
