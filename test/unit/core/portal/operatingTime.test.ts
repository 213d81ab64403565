import assert from "node:assert/strict";
import { OperatingTime } from "../../../../src/core/portal/operatingTime";
import { webhookIn } from "../../support/webhooks";

describe("The execution time that is used up", () => {
  const method = "im.recent.list";
  let nowMs: number;
  let operating: OperatingTime;
  beforeEach(() => {
    nowMs = 10_000_000;
    operating = new OperatingTime({ nowMs: () => nowMs });
    const time = {
      durationS: 1,
      processingS: 1,
      operatingS: 477,
      operatingLeftS: 90,
      finishedAt: undefined,
    };
    operating.learn(webhookIn(), method, {}, { result: [], time });
  });

  it("is that of one method, until the portal forgets the first of it", () => {
    assert.deepEqual(operating.usedUp(webhookIn(), method), { usedS: 477, untilMs: 10_090_000 });
    assert.equal(operating.usedUp(webhookIn(), "im.user.get"), undefined);
    nowMs += 90_000;
    assert.equal(operating.usedUp(webhookIn(), method), undefined);
  });

  it("stays known when the method fails inside a batch: that part tells no time", () => {
    const cmd = { c0: `${method}?LIMIT=50` };
    const result = { result: [], result_time: { c1: {} } };
    operating.learn(webhookIn(), "batch", { cmd }, { result, time: undefined });
    assert.equal(operating.usedUp(webhookIn(), method)?.usedS, 477);
  });

  it("is not that of another portal on the same server", () => {
    const branch = webhookIn("https://portal.example/branch/rest/1/0therSentinel777/");
    assert.equal(operating.usedUp(branch, method), undefined);
  });

  it("is forgotten when the computer's clock is set back", () => {
    nowMs -= 3_600_000;
    assert.equal(operating.usedUp(webhookIn(), method), undefined);
  });
});
