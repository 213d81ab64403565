import assert from "node:assert/strict";
import { success } from "../../../../src/core/base/result";
import { diagnosed } from "../../../../src/core/diagnosis/diagnose";
import { refusalView } from "../../../../src/panel/view/refusalView";
import { settled } from "../../support/fakeClock";
import { readingOf } from "../../support/readings";
import { ProbeBench, record, refOf, refusal } from "../../core/sessions/support/probeBench";

describe("A refusal whose cause is found", () => {
  it("has a button for each step: read as the bot, or take a member's webhook", async () => {
    const bench = new ProbeBench();
    bench.bots = [{ botId: 456, name: "Helper" }];
    const probes = bench.tests("chat77");
    const done = probes.run("bot/456");
    await settled();
    bench.botReads[0]?.answer(success(readingOf("Fleet")));
    await done;
    const refused = refusal("ACCESS_ERROR", "im.dialog.get");
    assert.ok(!refused.ok);
    const failure = diagnosed(refused.error);
    assert.ok(failure !== undefined);
    const { steps, actions } = refusalView(
      { ref: refOf("chat77"), portal: record, probes },
      { phase: "failed", failure, viewer: { kind: "owner" }, previous: undefined },
    );
    assert.ok(steps.some((step) => step.includes("replace the webhook")));
    assert.deepEqual(
      actions.slice(0, 2).map(({ id, isPrimary }) => [id, isPrimary === true]),
      [
        ["readAsBot", true],
        ["replaceWebhook", false],
      ],
    );
  });
});
