import assert from "node:assert/strict";
import { lazy } from "../../../../src/core/base/lazy";

describe("What is loaded at its first use", () => {
  it("is loaded once, for all who ask", async () => {
    let loads = 0;
    const load = lazy(() => Promise.resolve((loads += 1)));
    assert.deepEqual(await Promise.all([load(), load()]), [1, 1]);
    assert.equal(await load(), 1);
  });

  it("is loaded again after a failure, which all hear who waited for it", async () => {
    let loads = 0;
    const load = lazy(async () => {
      loads += 1;
      await Promise.resolve();
      if (loads === 1) throw new Error("not now");
      return loads;
    });
    const first = await Promise.allSettled([load(), load()]);
    assert.deepEqual(
      first.map(({ status }) => status),
      ["rejected", "rejected"],
    );
    assert.equal(await load(), 2);
  });
});
