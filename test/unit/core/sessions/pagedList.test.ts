import assert from "node:assert/strict";
import type { Page } from "../../../../src/core/portal/page";
import { PagedList } from "../../../../src/core/sessions/pagedList";
import type { PortalFailure } from "../../../../src/core/portal/portalCaller";
import { failure, success, type Result } from "../../../../src/core/base/result";
import { settled } from "../../support/fakeClock";

interface Item {
  readonly id: number;
  readonly seen: number;
}

type Outcome = Result<Page<Item>, PortalFailure>;

const timedOut: PortalFailure = {
  error: { kind: "timedOut", host: "portal.example", afterMs: 1 },
  exchange: undefined,
};

/** A portal's list of so many items; each request is written down, and may be made to fail. */
class Source {
  readonly asked: { readonly offset: number; readonly limit: number; signal: AbortSignal }[] = [];
  failing = new Set<number>();
  /** Rows by which each page begins early, as when somebody wrote meanwhile. */
  overlap = 0;

  constructor(public count: number) {}

  readonly fetch = (offset: number, limit: number, signal: AbortSignal): Promise<Outcome> => {
    this.asked.push({ offset, limit, signal });
    if (this.failing.has(this.asked.length)) return Promise.resolve(failure(timedOut));
    const start = Math.max(0, offset - this.overlap);
    const end = Math.min(start + limit, this.count);
    const items = Array.from({ length: Math.max(0, end - start) }, (_, row) => ({
      id: start + row,
      seen: this.asked.length,
    }));
    return Promise.resolve(
      success({ items, nextOffset: end < this.count ? offset + limit : undefined }),
    );
  };
}

function listOf(source: Source): PagedList<Item> {
  return new PagedList(source.fetch, ({ id }) => String(id));
}

function shown({ state }: PagedList<Item>): readonly [string, number, boolean] {
  return [state.phase, state.items.length, state.hasMore];
}

describe("A list by pages", () => {
  it("asks for nothing until it is opened, and then once", async () => {
    const source = new Source(120);
    const list = listOf(source);
    assert.deepEqual(shown(list), ["idle", 0, true]);
    list.open();
    list.open();
    assert.deepEqual(shown(list), ["loading", 0, true]);
    await settled();
    list.open();
    assert.deepEqual(shown(list), ["ready", 50, true]);
    assert.deepEqual(
      source.asked.map(({ offset, limit }) => [offset, limit]),
      [[0, 50]],
    );
  });

  it("goes on page by page to the end, and no further", async () => {
    const source = new Source(120);
    const list = listOf(source);
    for (const expected of [50, 100, 120, 120]) {
      await list.loadMore();
      assert.equal(list.state.items.length, expected);
    }
    assert.deepEqual(shown(list), ["ready", 120, false]);
    assert.deepEqual(
      source.asked.map(({ offset }) => offset),
      [0, 50, 100],
    );
  });

  it("asks for longer pages where much is there already, and leaves no gap", async () => {
    const source = new Source(1_000);
    const list = listOf(source);
    for (let page = 0; page < 7; page++) await list.loadMore();
    assert.deepEqual(
      source.asked.map(({ offset, limit }) => [offset, limit]),
      [
        [0, 50],
        [50, 50],
        [100, 50],
        [150, 50],
        [200, 200],
        [400, 200],
        [600, 200],
      ],
    );
    assert.deepEqual(
      list.state.items.map(({ id }) => id),
      Array.from({ length: 800 }, (_, id) => id),
    );
  });

  it("does not ask twice at a time", async () => {
    const source = new Source(120);
    const list = listOf(source);
    await Promise.all([list.loadMore(), list.loadMore(), list.loadMore()]);
    assert.equal(source.asked.length, 1);
    assert.equal(list.state.items.length, 50);
  });

  it("tells of the beginning and the end of each load", async () => {
    const list = listOf(new Source(60));
    const phases: string[] = [];
    list.onDidChange(() => phases.push(list.state.phase));
    await list.loadMore();
    await list.loadMore();
    assert.deepEqual(phases, ["loading", "ready", "loading", "ready"]);
  });

  it("shows an item once where pages overlap, in its place and as it was told last", async () => {
    const source = new Source(70);
    source.overlap = 3;
    const list = listOf(source);
    await list.loadMore();
    await list.loadMore();
    assert.deepEqual(
      list.state.items.map(({ id }) => id),
      Array.from({ length: 70 }, (_, id) => id),
    );
    assert.deepEqual(
      [46, 47, 49, 50].map((id) => list.find(String(id))?.seen),
      [1, 2, 2, 2],
    );
    assert.equal(list.find("70"), undefined);
  });

  it("ends at a page that would come for ever", async () => {
    let requests = 0;
    const same = { id: 7, seen: 0 };
    const list = new PagedList<Item>(
      (offset, limit) => {
        requests += 1;
        return Promise.resolve(
          success({
            items: Array.from({ length: 200 }, () => same),
            nextOffset: offset + limit,
          }),
        );
      },
      ({ id }) => String(id),
    );
    for (let page = 0; page < 5; page++) await list.loadMore();
    assert.equal(requests, 2);
    assert.deepEqual(list.state.items, [same]);
    assert.equal(list.state.hasMore, false);
  });

  it("ends at once when there is nothing", async () => {
    const list = listOf(new Source(0));
    await list.loadMore();
    assert.deepEqual(shown(list), ["ready", 0, false]);
  });
});

describe("A page that fails", () => {
  it("leaves what was loaded, says why, and can be tried again", async () => {
    const source = new Source(120);
    source.failing.add(2);
    const list = listOf(source);
    await list.loadMore();
    await list.loadMore();
    assert.deepEqual(shown(list), ["failed", 50, true]);
    assert.equal(list.state.failure, timedOut);
    await list.loadMore();
    assert.deepEqual(shown(list), ["ready", 100, true]);
    assert.equal(list.state.failure, undefined);
    assert.deepEqual(
      source.asked.map(({ offset }) => offset),
      [0, 50, 50],
    );
  });

  it("may be the first: opening again does not ask again by itself", async () => {
    const source = new Source(10);
    source.failing.add(1);
    const list = listOf(source);
    list.open();
    await settled();
    list.open();
    await settled();
    assert.deepEqual(shown(list), ["failed", 0, true]);
    assert.equal(source.asked.length, 1);
    await list.loadMore();
    assert.deepEqual(shown(list), ["ready", 10, false]);
  });
});

describe("A list read anew", () => {
  const loaded = async (source: Source, pages: number): Promise<PagedList<Item>> => {
    const list = listOf(source);
    for (let page = 0; page < pages; page++) await list.loadMore();
    source.asked.length = 0;
    return list;
  };

  for (const [count, pages, requests] of [
    [30, 1, [[0, 50]]],
    [120, 3, [[0, 120]]],
    [200, 4, [[0, 200]]],
    [
      250,
      5,
      [
        [0, 200],
        [200, 200],
      ],
    ],
  ] as const) {
    it(`asks for the ${count} that were shown with ${requests.length} requests`, async () => {
      const source = new Source(count);
      const list = await loaded(source, pages);
      await list.refresh();
      assert.deepEqual(
        source.asked.map(({ offset, limit }) => [offset, limit]),
        requests,
      );
      assert.deepEqual(shown(list), ["ready", count, false]);
    });
  }

  it("shows the old items meanwhile, then only what there is now", async () => {
    const source = new Source(60);
    const list = await loaded(source, 2);
    source.count = 5;
    const done = list.refresh();
    assert.deepEqual(shown(list), ["loading", 60, false]);
    await done;
    assert.deepEqual(shown(list), ["ready", 5, false]);
    assert.equal(list.find("30"), undefined);
  });

  it("stays as it was when that fails half-way, and goes on where it was", async () => {
    const source = new Source(700);
    const list = await loaded(source, 5);
    source.failing.add(2);
    await list.refresh();
    assert.deepEqual(shown(list), ["failed", 400, true]);
    await list.loadMore();
    assert.deepEqual(shown(list), ["ready", 600, true]);
    assert.equal(source.asked.at(-1)?.offset, 400);
  });

  it("does not promise more when a whole list could not be read anew", async () => {
    const source = new Source(20);
    const list = await loaded(source, 1);
    source.failing.add(1);
    await list.refresh();
    assert.deepEqual(shown(list), ["failed", 20, false]);
  });

  it("gives up the load that it overtakes", async () => {
    const source = new Source(120);
    const list = listOf(source);
    const overtaken = list.loadMore();
    const refreshed = list.refresh();
    assert.deepEqual(
      source.asked.map(({ signal }) => signal.aborted),
      [true, false],
    );
    await Promise.all([overtaken, refreshed]);
    assert.deepEqual(shown(list), ["ready", 50, true]);
  });
});

describe("A list that is not needed any more", () => {
  it("gives up its request, and neither changes nor asks again", async () => {
    const source = new Source(120);
    const list = listOf(source);
    let changes = 0;
    list.onDidChange(() => changes++);
    const loading = list.loadMore();
    list.dispose();
    await loading;
    await list.refresh();
    assert.equal(source.asked[0]?.signal.aborted, true);
    assert.equal(source.asked.length, 1);
    assert.equal(changes, 1, "only that the load began");
    assert.deepEqual(list.state.items, []);
  });
});
