import assert from "node:assert/strict";
import {
  ChatSearch,
  type SearchPage,
  type SearchState,
} from "../../../../src/core/sessions/chatSearch";
import { nothingKnown, type DialogSummary } from "../../../../src/core/dialog/dialogSummary";
import { failure, success } from "../../../../src/core/base/result";
import { FakeClock, settled } from "../../support/fakeClock";

type Outcome = Awaited<ReturnType<SearchPage>>;

interface Asked {
  readonly text: string;
  readonly offset: number;
  readonly signal: AbortSignal;
  readonly answer: (outcome: Outcome) => Promise<void>;
}

function page(chatIds: readonly number[], nextOffset?: number): Outcome {
  const items = chatIds.map((id): DialogSummary => nothingKnown(`chat${id}`));
  return success({ items, nextOffset });
}

describe("A search while one types", () => {
  let clock: FakeClock;
  let asked: Asked[];
  let search: ChatSearch;
  let states: SearchState[];
  beforeEach(() => {
    clock = new FakeClock();
    asked = [];
    states = [];
    search = new ChatSearch(
      (text, offset, _limit, signal) =>
        new Promise((resolve) => {
          const answer = async (outcome: Outcome): Promise<void> => {
            resolve(outcome);
            await settled();
          };
          asked.push({ text, offset, signal, answer });
        }),
      clock,
    );
    search.onDidChange((state) => states.push(state));
  });

  const type = (text: string): void => void search.setText(text);
  const request = (index: number): Asked => {
    const one = asked[index];
    assert.ok(one !== undefined, `there was no request number ${index}`);
    return one;
  };
  const last = (): readonly [string, string, readonly string[]] => {
    const state = states.at(-1);
    assert.ok(state !== undefined);
    return [state.phase, state.text, state.found.map(({ dialogId }) => dialogId)];
  };

  it("asks 300 ms after the last key, for the whole text only", async () => {
    for (const text of ["de", "del", "deli"]) {
      type(text);
      await clock.advance(299);
    }
    assert.deepEqual(last(), ["searching", "deli", []]);
    assert.equal(asked.length, 0);
    await clock.advance(1);
    assert.deepEqual(
      asked.map(({ text, offset }) => [text, offset]),
      [["deli", 0]],
    );
    await request(0).answer(page([29, 30]));
    assert.deepEqual(last(), ["done", "deli", ["chat29", "chat30"]]);
    assert.equal(clock.waiting, 0);
  });

  for (const text of ["", "d", " d ", "   ", "\u{1F69A}"]) {
    it(`asks for nothing below two characters: “${text}”`, async () => {
      type(text);
      await clock.advance(10_000);
      assert.equal(last()[0], "tooShort");
      assert.equal(asked.length, 0);
    });
  }

  it("forgets what was found when the text becomes too short", async () => {
    type("deli");
    await clock.advance(300);
    await request(0).answer(page([29], 50));
    type("d");
    assert.deepEqual(last(), ["tooShort", "d", []]);
    await search.loadMore();
    assert.equal(asked.length, 1);
  });

  it("drops the answer to an older text, and gives its request up", async () => {
    type("old");
    await clock.advance(300);
    type("newer");
    assert.equal(request(0).signal.aborted, true);
    await request(0).answer(page([1]));
    assert.deepEqual(last(), ["searching", "newer", []]);
    await clock.advance(300);
    await request(1).answer(page([2]));
    assert.deepEqual(last(), ["done", "newer", ["chat2"]]);
  });

  it("goes on by pages, without repeating what is there", async () => {
    type("deli");
    await clock.advance(300);
    await request(0).answer(page([1, 2], 50));
    assert.equal(states.at(-1)?.hasMore, true);
    const more = search.loadMore();
    assert.deepEqual(last(), ["searching", "deli", ["chat1", "chat2"]]);
    assert.equal(request(1).offset, 50);
    await request(1).answer(page([2, 3]));
    await more;
    assert.deepEqual(last(), ["done", "deli", ["chat1", "chat2", "chat3"]]);
    assert.equal(states.at(-1)?.hasMore, false);
  });

  it("tells why it failed, and searches again for the next text", async () => {
    type("deli");
    await clock.advance(300);
    const why = {
      error: { kind: "timedOut", host: "h", afterMs: 1 },
      exchange: undefined,
    } as const;
    await request(0).answer(failure(why));
    assert.equal(states.at(-1)?.phase, "failed");
    assert.equal(states.at(-1)?.failure, why);
    type("deliv");
    await clock.advance(300);
    await request(1).answer(page([29]));
    assert.deepEqual(last(), ["done", "deliv", ["chat29"]]);
  });

  it("stops with its surface, during the pause and during the request", async () => {
    type("deli");
    search.dispose();
    await clock.advance(300);
    assert.equal(asked.length, 0);
    assert.equal(clock.waiting, 0);
    const told = states.length;
    type("later");
    await clock.advance(300);
    assert.equal(asked.length, 0);
    assert.equal(states.length, told);
  });
});
