import assert from "node:assert/strict";
import { once } from "../../../../src/core/base/once";

describe("What is made at its first use", () => {
  it("is loaded once, for all who ask", async () => {
    let loads = 0;
    const load = once(() => Promise.resolve((loads += 1)));
    assert.equal(load.made(), undefined);
    assert.deepEqual(await Promise.all([load(), load()]), [1, 1]);
    assert.equal(await load(), 1);
    assert.equal(load.made(), 1);
  });

  it("is loaded again after a failure, which all hear who waited for it", async () => {
    let loads = 0;
    const load = once(async () => {
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

  it("is announced when it has been made, and not made for that", async () => {
    let loads = 0;
    const heard: number[] = [];
    const load = once(() => Promise.resolve((loads += 1)));
    load.whenMade((made) => heard.push(made));
    assert.equal(loads, 0);
    await load();
    assert.deepEqual(heard, [1]);
    await new Promise<void>((resolve) => {
      load.whenMade(() => {
        resolve();
      });
    });
  });
});
