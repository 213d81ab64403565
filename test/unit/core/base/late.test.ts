import assert from "node:assert/strict";
import { Late } from "../../../../src/core/base/late";

describe("A module that is loaded before its use", () => {
  it("is loaded once, and there is nothing before", async () => {
    let loads = 0;
    const late = new Late(() => Promise.resolve((loads += 1)));
    assert.equal(late.value, undefined);
    await late.ready();
    await late.ready();
    assert.equal(late.value, 1);
  });

  it("is loaded again after a failure", async () => {
    let loads = 0;
    const late = new Late(() => {
      loads += 1;
      return loads === 1 ? Promise.reject(new Error("not now")) : Promise.resolve(loads);
    });
    await assert.rejects(late.ready(), /not now/);
    await late.ready();
    assert.equal(late.value, 2);
  });
});
