import assert from "node:assert/strict";
import type { Fault } from "../../emulator/faults";
import { portalSuite } from "../support/portalSuite";
import { BrowseBench } from "./support/browseBench";
import { endOf, listNames, listOf, type ListName } from "./support/lists";

/** How each list ends under a fault, and after how many requests. */
type Ends = string | Readonly<Record<ListName, string>>;

const rows: readonly [fault: Fault, ends: Ends, requests: number, timeoutMs?: number][] = [
  [{ name: "latency", ms: 20 }, "ready", 1],
  [{ name: "hang" }, "timedOut", 1, 60],
  [{ name: "slowDrip", intervalMs: 10 }, "timedOut", 1, 100],
  [{ name: "reset" }, "unreachable", 2],
  [{ name: "truncate", cut: "connection" }, "interrupted", 2],
  [{ name: "truncate", cut: "json" }, "notJson", 1],
  [{ name: "html502" }, "notJson", 2],
  [{ name: "html503" }, "notJson", 2],
  [{ name: "html200" }, "notJson", 1],
  [{ name: "empty200" }, "notJson", 1],
  [{ name: "notObject", body: "[]" }, "malformed", 1],
  [{ name: "notObject", body: "null" }, "malformed", 1],
  [{ name: "notObject", body: '"ok"' }, "malformed", 1],
  [{ name: "noResult" }, "malformed", 1],
  [{ name: "nullResult" }, "malformed", 1],
  [{ name: "error200" }, "ACCESS_ERROR", 1],
  [{ name: "numericError" }, "100", 1],
  [{ name: "emptyDescription" }, "ERROR_CORE", 2],
  [{ name: "emptyDescription", isMissing: true }, "ERROR_CORE", 2],
  [{ name: "longDescription" }, "ERROR_CORE", 2],
  [{ name: "rate", times: 15 }, "ready", 16],
  [{ name: "rate", times: 16 }, "QUERY_LIMIT_EXCEEDED", 16],
  [{ name: "ban", seconds: 300 }, "OPERATION_TIME_LIMIT", 1],
  [{ name: "redirectRename", to: "http://127.0.0.1:1" }, "redirected", 1],
  [{ name: "redirectLoop" }, "redirected", 1],
  [{ name: "redirectHttp" }, "redirected", 1],
  [{ name: "redirectForeign" }, "redirected", 1],
  [{ name: "secretRotated" }, "INVALID_CREDENTIALS", 1],
  [{ name: "stopped" }, "PORTAL_DELETED", 1],
  [{ name: "overload" }, "OVERLOAD_LIMIT", 1],
  [{ name: "noPlan" }, "ACCESS_DENIED", 1],
  [{ name: "refuse", status: 418, code: "NEW_CODE", description: "?" }, "NEW_CODE", 1],
  [{ name: "utf8Broken" }, "ready", 1],
  // Inside the lists every item becomes `[]`.
  [{ name: "wrongTypes" }, { ...all("malformed"), facts: "ready" }, 1],
  // What is added turns a list into a map; the bots are one already.
  [{ name: "extraKeys" }, { ...all("ready"), members: "malformed", search: "malformed" }, 1],
  [{ name: "huge" }, { ...all("ready"), members: "malformed", search: "malformed" }, 1],
  // Nothing is left but PHP's empty map.
  [{ name: "missingKeys" }, { ...all("ready, empty"), facts: "ready" }, 1],
];

function all(end: string): Readonly<Record<ListName, string>> {
  return { recent: end, members: end, bots: end, search: end, facts: end };
}

describe("A list whose reply goes wrong", () => {
  const suite = portalSuite();

  for (const [fault, ends, requests, timeoutMs = 5_000] of rows) {
    const { name, ...details } = fault;
    it(`ends as it should: ${name} ${JSON.stringify(details)}`, async () => {
      const ended: Record<string, string> = {};
      for (const list of listNames) {
        suite.emulator.reset();
        suite.emulator.setFault(fault);
        const bench = await BrowseBench.start(suite.emulator.webhook(), { timeoutMs });
        const loaded = listOf(bench, list);
        await bench.run(loaded.loadMore());
        ended[list] = endOf(loaded.state);
        assert.equal(suite.emulator.requests.length, requests, list);
      }
      assert.deepEqual(ended, typeof ends === "string" ? all(ends) : ends);
    });
  }

  it("loads when it is asked for again after the fault is over", async () => {
    for (const list of listNames) {
      suite.emulator.reset();
      suite.emulator.setFault({ name: "html200" }, { calls: 2 });
      const bench = await BrowseBench.start(suite.emulator.webhook());
      const loaded = listOf(bench, list);
      await bench.run(loaded.loadMore());
      await bench.run(loaded.refresh());
      assert.equal(endOf(loaded.state), "notJson", list);
      await bench.run(loaded.loadMore());
      assert.equal(endOf(loaded.state), "ready", list);
    }
  });

  it("keeps its items when reading anew fails", async () => {
    const bench = await BrowseBench.start(suite.emulator.webhook());
    const recent = listOf(bench, "recent");
    await bench.run(recent.loadMore());
    suite.emulator.setFault({ name: "secretRotated" });
    await bench.run(recent.refresh());
    assert.equal(endOf(recent.state), "INVALID_CREDENTIALS");
    assert.equal(recent.state.items.length, 50);
  });
});

describe("A scope that is taken away", () => {
  const suite = portalSuite();

  for (const [scope, ends, requests] of [
    [
      "im",
      { ...all("insufficient_scope"), bots: "ready", facts: "ready" },
      { recent: 1, members: 1, bots: 1, search: 1, facts: 1 },
    ],
    [
      "imbot",
      { ...all("ready"), bots: "insufficient_scope" },
      { recent: 1, members: 1, bots: 1, search: 1, facts: 2 },
    ],
  ] as const) {
    it(`leaves what the other one allows: without ${scope}`, async () => {
      for (const list of listNames) {
        suite.emulator.reset();
        suite.emulator.setFault({ name: "scopeLost", scope });
        const bench = await BrowseBench.start(suite.emulator.webhook());
        const loaded = listOf(bench, list);
        await bench.run(loaded.loadMore());
        assert.equal(endOf(loaded.state), ends[list], list);
        assert.equal(suite.emulator.requests.length, requests[list], list);
      }
    });
  }
});
