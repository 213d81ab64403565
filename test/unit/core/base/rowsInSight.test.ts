import assert from "node:assert/strict";
import { RowsInSight } from "../../../../src/core/base/rowsInSight";

const row = (name: string): { readonly name: string } => ({ name });

describe("Enter in a list that is drawn anew while one types", () => {
  const reading = row("chat29");
  const other = row("chat210");
  let rows: RowsInSight<{ readonly name: string }>;
  beforeEach(() => {
    rows = new RowsInSight();
    rows.replace(reading);
  });

  it("means the row that is active, once the list was seen", () => {
    rows.activate(reading);
    assert.equal(rows.accept(reading, false), reading);
    rows.activate(other);
    assert.equal(rows.accept(other, false), other);
  });

  it("means no place of an older list", () => {
    assert.equal(rows.accept(other, true), reading);
    assert.equal(rows.accept(other, false), undefined);
  });

  it("means none either when the older list was still being moved in", () => {
    rows.activate(other);
    assert.equal(rows.accept(other, true), reading);
  });

  it("begins anew with each list", () => {
    rows.activate(reading);
    const next = row("chat290");
    rows.replace(next);
    assert.equal(rows.accept(reading, true), next);
    rows.activate(undefined);
    assert.equal(rows.accept(reading, true), next);
    rows.activate(next);
    assert.equal(rows.accept(next, false), next);
  });

  it("means nothing in a list without rows", () => {
    rows.replace(undefined);
    assert.equal(rows.accept(undefined, false), undefined);
  });
});
