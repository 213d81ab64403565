import assert from "node:assert/strict";
import { failure, success, type Result } from "../../../../src/core/base/result";
import { beforeFailures, orFault } from "../../../../src/core/portal/extensionFault";
import type { PortalFailure } from "../../../../src/core/portal/portalCaller";
import type { PortalError } from "../../../../src/core/portal/portalError";
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
