import assert from "node:assert/strict";
import { storedSecrets } from "../unit/support/webhookSources";
import { ListReader } from "../../src/core/reads/listReader";
import type { Conclusion, Finding } from "../../src/core/sessions/probeFindings";
import { CauseFinder } from "../../src/core/sessions/causeFinder";
import { BotReader } from "../../src/core/reads/botReader";
import { parseExactDialogId } from "../../src/core/dialog/dialogId";
import { BotToken } from "../../src/core/portal/botToken";
import type { PortalCaller } from "../../src/core/portal/portalCaller";
import { portalSuite } from "./support/portalSuite";
import { until } from "./support/until";

const helper = { botId: 456, name: "Helper" };
const token = "demo-bot-token";

describe("The tests of a refused dialog", () => {
  const suite = portalSuite();

  function testsOf(dialogId: string, botToken?: string): CauseFinder {
    const { bench } = suite;
    const ref = parseExactDialogId(dialogId);
    assert.ok(ref !== undefined);
    const { origin, userId } = bench.webhook;
    const bots = botToken === undefined ? [] : [helper];
    const portal = { id: "bench", name: "Bench", origin, userId, bots, readsWithoutAsking: false };
    const caller: PortalCaller = {
      call: (_webhook, method, params, signal) => bench.call(method, params, { signal }),
    };
    const secrets = storedSecrets(bench.webhook, BotToken.parse(botToken ?? ""));
    const reader = new ListReader(caller, secrets);
    return new CauseFinder(ref, {
      portal: () => portal,
      reader,
      bots: new BotReader(caller, secrets),
      agrees: () => Promise.resolve(true),
    });
  }

  async function run(
    tests: CauseFinder,
    id: string,
  ): Promise<{ finding: Finding | undefined; conclusion: Conclusion | undefined }> {
    await tests.run(id);
    const state = tests.offered.find((offered) => offered.id === id)?.state;
    return {
      finding: state?.phase === "done" ? state.finding : undefined,
      conclusion: tests.conclusion,
    };
  }

  it("tell of a bare number that its chat was meant, with one read that changes nothing", async () => {
    const { finding, conclusion } = await run(testsOf("210"), "asChat");
    assert.deepEqual(finding, { kind: "readable", dialogId: "chat210", title: "Ana via Telegram" });
    assert.deepEqual(conclusion, { kind: "chatWasMeant", dialogId: "chat210" });
    assert.equal(suite.emulator.requests.length, 1);
    assert.deepEqual(suite.emulator.effects, []);
  });

  for (const profile of ["source", "docs"] as const) {
    for (const dialogId of ["404", "405"]) {
      it(`leave ${dialogId} open when nothing separates the two (${profile})`, async () => {
        suite.emulator.setStatusProfile(profile);
        const tests = testsOf(dialogId);
        const read = await run(tests, "asChat");
        assert.deepEqual(read.finding, { kind: "refused", dialogId: `chat${dialogId}` });
        assert.equal(read.conclusion, undefined);
        const { finding, conclusion } = await run(tests, "recentDialogs");
        assert.ok(finding?.kind === "notListed" && finding.isAll);
        assert.deepEqual(conclusion, { kind: "undecided" });
      });
    }
  }

  it("turn the pages of the list, and count no dialog twice", async () => {
    const { finding } = await run(testsOf("chat404"), "recentDialogs");
    const pages = suite.emulator.callsTo("im.recent.list");
    assert.deepEqual(
      pages.map(({ parameters }) => [parameters["OFFSET"], parameters["LIMIT"]]),
      [
        [0, 200],
        [200, 200],
      ],
    );
    assert.ok(finding?.kind === "notListed");
    assert.ok(finding.count > 200 && finding.count < 400, String(finding.count));
  });

  it("find a dialog on the second page", async () => {
    const { finding, conclusion } = await run(testsOf("chat699"), "recentDialogs");
    assert.ok(finding?.kind === "listed");
    assert.equal(finding.dialogId, "chat699");
    assert.deepEqual(conclusion, { kind: "contradiction" });
  });

  it("are given up at once, and their request with them", async () => {
    suite.emulator.setFault({ name: "hang" });
    const tests = testsOf("chat404");
    const done = run(tests, "recentDialogs");
    await until(() => suite.emulator.requests.length === 1);
    tests.cancel("recentDialogs");
    assert.equal((await done).finding, undefined);
    await until(() => suite.emulator.journal[0]?.wasAborted === true);
  });

  it("say that nothing was learned when the list itself is refused", async () => {
    suite.emulator.setFault({ name: "scopeLost", scope: "im" });
    const { finding, conclusion } = await run(testsOf("chat404"), "recentDialogs");
    assert.ok(finding?.kind === "inconclusive");
    assert.equal(finding.failure.diagnosis.cause, "scopeMissing");
    assert.equal(conclusion, undefined);
  });

  const seenByBot: readonly (readonly [asked: string, Finding, Conclusion["kind"]])[] = [
    [
      "chat405",
      { kind: "seenByBot", dialogId: "chat405", title: "Night shift (bots and dispatch)" },
      "existsWithoutOwner",
    ],
    ["chat404", { kind: "noSuchChat", dialogId: "chat404" }, "noSuchChat"],
    ["404", { kind: "noSuchChat", dialogId: "chat404" }, "noSuchChat"],
    ["chat220", { kind: "hiddenFromBot", dialogId: "chat220" }, "existsWithoutOwner"],
  ];
  for (const [asked, finding, conclusion] of seenByBot) {
    it(`tell of ${asked} with a bot's eyes: ${finding.kind}`, async () => {
      const outcome = await run(testsOf(asked, token), "bot/456");
      assert.deepEqual(outcome.finding, finding);
      assert.equal(outcome.conclusion?.kind, conclusion);
    });
  }

  it("say why a bot could not look", async () => {
    const wrong = await run(testsOf("chat405", "another-token"), "bot/456");
    assert.ok(wrong.finding?.kind === "inconclusive");
    assert.equal(wrong.finding.failure.diagnosis.cause, "botNotOwned");
    suite.emulator.setPortalProfile("rev30");
    const old = await run(testsOf("chat405", token), "bot/456");
    assert.ok(old.finding?.kind === "inconclusive");
    assert.equal(old.finding.failure.diagnosis.cause, "botViewTooOld");
  });
});
