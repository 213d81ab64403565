import assert from "node:assert/strict";
import { failure, success, type Result } from "../../../../src/core/base/result";
import { beforeFailures, orFault } from "../../../../src/core/portal/extensionFault";
import type { PortalFailure } from "../../../../src/core/portal/portalCaller";
import type { PortalError } from "../../../../src/core/portal/portalError";
import { BatchingCaller } from "../../../../src/core/portal/batching";
import { clientBench, reply } from "../../support/clientBench";
import { settled } from "../../support/fakeClock";
import { PendingCalls } from "../../support/pendingCalls";
import { webhookIn } from "../../support/webhooks";
import { reportedBugs } from "../../support/reportedBugs";

function failed(error: PortalError): () => Promise<Result<number, PortalFailure>> {
  return () => Promise.resolve(failure({ error, exchange: undefined }));
}

describe("A read that must come to an end", () => {
  let loads = 0;
  let isBroken = false;

  beforeEach(() => {
    loads = 0;
    isBroken = false;
    beforeFailures(() => {
      loads += 1;
      return isBroken ? Promise.reject(new Error("not now")) : Promise.resolve();
    });
  });

  after(() => {
    beforeFailures(() => Promise.resolve());
  });

  it("loads what explains a failure before anybody hears of it, and nothing else", async () => {
    await orFault(() => Promise.resolve(success(1)));
    await orFault(failed({ kind: "cancelled" }));
    assert.equal(loads, 0);
    await orFault(failed({ kind: "webhookNeeded" }));
    assert.equal(loads, 1);
  });

  it("needs no more than a call of its own, alone or in a batch", async () => {
    const refused = '{"error":"ACCESS_ERROR","error_description":"No"}';
    const alone = await clientBench(reply(refused, 400)).call();
    assert.deepEqual([alone.ok, loads], [false, 1]);
    const direct = new PendingCalls();
    const caller = new BatchingCaller(direct, setImmediate);
    const { signal } = new AbortController();
    const reads = [1, 2].map(() => caller.call(webhookIn(), "profile", {}, signal));
    await settled();
    direct.answer(0, { result: { c0: 1 }, result_error: { c1: { error: "ACCESS_ERROR" } } });
    assert.deepEqual([(await Promise.all(reads)).map(({ ok }) => ok), loads], [[true, false], 2]);
  });

  it("is told as it failed when that cannot be loaded, which is tried again", async () => {
    isBroken = true;
    const bugs = await reportedBugs(async () => {
      for (let reads = 1; reads <= 2; reads += 1) {
        const outcome = await orFault(failed({ kind: "webhookNeeded" }));
        assert.equal(!outcome.ok && outcome.error.error.kind, "webhookNeeded");
        assert.equal(loads, reads);
      }
    });
    assert.equal(bugs.length, 2);
  });
});
