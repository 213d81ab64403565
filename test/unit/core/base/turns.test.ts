import assert from "node:assert/strict";
import { Turns } from "../../../../src/core/base/turns";

describe("Work in turns", () => {
  let next: (() => void)[];
  let turns: Turns;
  beforeEach(() => {
    next = [];
    turns = new Turns((work) => next.push(work));
  });

  /** The next turn of the event loop, and all that follows from it. */
  async function turn(): Promise<void> {
    for (const work of next.splice(0)) work();
    await new Promise((resolve) => setImmediate(resolve));
  }

  it("is done at once when there is little of it, turn after turn", async () => {
    for (let round = 0; round < 20; round++) {
      for (let piece = 0; piece < 100; piece++)
        assert.equal(
          turns.run(() => piece),
          piece,
        );
      await turn();
    }
    await turn();
    assert.equal(next.length, 0, "a turn is asked for, and there is nothing to do");
  });

  it("is spread over turns when there is much of it, in order, and each is done once", async () => {
    const done: number[] = [];
    const results = Array.from({ length: 10_000 }, (_, piece) =>
      turns.run(() => {
        done.push(piece);
        return -piece;
      }),
    );
    let largest = done.length;
    let count = 1;
    while (next.length > 0) {
      const before = done.length;
      await turn();
      largest = Math.max(largest, done.length - before);
      count += 1;
    }
    assert.ok(largest <= 250, `${largest} pieces in one turn`);
    assert.ok(count >= 40, `${count} turns`);
    assert.deepEqual(
      done,
      Array.from({ length: 10_000 }, (_, piece) => piece),
    );
    for (const [piece, result] of results.entries()) assert.equal(await result, -piece);
  });

  it("goes on after a piece that fails, which tells its own caller", async () => {
    const outcomes = Array.from({ length: 300 }, async (_, piece) =>
      turns.run(() => {
        if (piece === 299) throw new Error("broken");
        return piece;
      }),
    );
    const failing = assert.rejects(outcomes[299] ?? Promise.resolve(), /broken/);
    await turn();
    await failing;
    assert.equal(await outcomes[298], 298);
  });
});
